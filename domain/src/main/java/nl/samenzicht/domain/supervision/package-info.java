/**
 * The data protection officer (FG) supervises: reads all of the agency's log and every decision of its privacy officers,
 * comments, and reports each quarter (AVG 38, 39). Nothing here changes what it is about.
 *
 * <p>A decision is a line of the log like any other, so a comment is always about a line. Nobody supervises their own.
 */
package nl.samenzicht.domain.supervision;
