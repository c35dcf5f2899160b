/**
 * How what a case file holds is shown and filled in: the words for every field and code, an item as people read it, the
 * form for it, and two versions side by side. Takes what it needs as arguments and calls no service.
 */
package nl.samenzicht.web.content;
