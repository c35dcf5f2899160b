/**
 * The report of a victim to CoMensha: written from the case, checked, sent on a stated ground or without anything that tells
 * who it is about, confirmed with a reference, corrected or taken back. A correction is never a second victim.
 *
 * <p>Registration and placement are two tasks with grounds of their own. What leaves is sealed for the receiver and waits in
 * an outbox that is written in the same transaction as the state; carrying it there is a matter of its own, and of a port
 * with two adapters: a folder and HTTP. Person and report are kept apart; the receiver sees by pseudonym which reports may be
 * about one person.
 */
package nl.samenzicht.domain.report;
