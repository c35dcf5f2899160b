/**
 * Watching over who looks at what, by the privacy officer of an agency: anomalies in its own log that explain themselves,
 * samples that can be drawn again, and the judgements on both.
 *
 * <p>What counts as an anomaly is a list of named functions over lines of the log, with thresholds that are data. Nothing is
 * read but the log of the officer's own agency, by a grant of the gate, and each look at it stands in that log.
 */
package nl.samenzicht.domain.oversight;
