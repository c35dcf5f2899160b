/** Everything that holds for each answer: security headers, pages for errors, words for exceptions. */
package nl.samenzicht.web.edge;
