/**
 * The log of an agency in the formats of others: for a spreadsheet, for a FHIR audit repository, for an auditor who works
 * with NEN 7513, and for the Logboek Dataverwerkingen of the Dutch government.
 *
 * <p>Each format is a class that writes one line at a time, from what the officer may see of that line and nothing else. What
 * is taken out is streamed, so that memory does not grow with the log, and is itself on record: which format was asked for,
 * and how many lines left.
 */
package nl.samenzicht.domain.interop;
