/**
 * The directory: which agencies take part, who works there, in which function and since when.
 *
 * <p>Nobody grants themselves anything here. A function is proposed by a manager of the agency; one that reads
 * content or the log starts after a second manager agreed and the privacy officer was told. Functions have a
 * beginning and an end, half-open, so that yesterday's question can still be answered.
 */
package nl.samenzicht.security.directory;
