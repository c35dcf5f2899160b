/** The steps of the residence route on the page of a case, and what ends soon over all cases. */
package nl.samenzicht.web.clock;
