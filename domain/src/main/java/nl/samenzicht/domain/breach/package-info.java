/**
 * The register of personal data breaches (AVG 33 and 34; Wpg 33a): what happened, the 72 hours from when the agency became
 * aware, the risk, the notification to the authority, and the word to the persons.
 *
 * <p>Whom a breach touches is counted from the log, kept with it, and never names a person. An agency that is told of a
 * breach by another has a record of its own, with its own clock. Each version and each step is a row that is added and
 * never changed.
 */
package nl.samenzicht.domain.breach;
