/**
 * Reading the log, under a grant of the gate: the privacy officer and the data protection officer see the lines that
 * concern their own agency, as actor, as holder of the data, or as recipient.
 *
 * <p>A line is shown as far as it may be: a refusal whose true reason would betray something to the agency that was
 * refused is shown with the reason that was told, and of an act under the police regime another agency sees that it was
 * done and to which of its own data, but not by whom.
 */
package nl.samenzicht.security.oversight;
