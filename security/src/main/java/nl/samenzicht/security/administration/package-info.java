/**
 * Administration without a back door: who works where in which function.
 *
 * <p>The platform administrator invites agencies with their first manager, and helps where an agency has no second one;
 * managers invite people and propose functions. Nobody gives themselves anything, nobody chooses another's password, and
 * what opens content or the log, or gives a say over others, takes two people. Each act is decided by the gate, is on
 * record with whom it is about, and the agency's privacy officer is told. No case is known here.
 */
package nl.samenzicht.security.administration;
