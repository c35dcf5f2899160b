/** Asking whether others know the person of a case, the answer, and coming in touch: on the page of a case and on a page of its own. */
package nl.samenzicht.web.elsewhere;
