/**
 * Retention of the log itself: what is due, who proposes that its oldest months go, who agrees, who objects, and the job that
 * carries it out no sooner than fourteen days later. What is removed and how stands in
 * {@code docs/adr/2026-11-27-retention-of-the-log.md}; the engine is {@code LogRemovals} in the ledger.
 */
package nl.samenzicht.domain.logretention;
