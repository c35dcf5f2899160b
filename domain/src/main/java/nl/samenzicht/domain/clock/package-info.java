/**
 * All clocks of a case: what ends when, how soon that is, and who is warned. The dates are kept elsewhere; here they come
 * together. Who may not know what a date is about, for the purpose in sight, is not told that there is one.
 */
package nl.samenzicht.domain.clock;
