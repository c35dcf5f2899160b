/** Cases of one's own agency that may be about the same person: the list of pairs, and one pair side by side. */
package nl.samenzicht.web.duplicate;
