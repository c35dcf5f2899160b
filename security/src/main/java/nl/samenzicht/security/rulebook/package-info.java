/**
 * The shelf of rulebooks: each version as the table that people read and signed, with the signatures and the advice.
 *
 * <p>A published version never changes. One is in force when its day has come and every agency that is bound by the
 * version before it has signed; the first one is in force from the beginning, and is signed by each agency before
 * anything passes between that agency and another. Who may sign is decided above, in {@code agreement}; this package
 * keeps the rows and their MACs.
 */
package nl.samenzicht.security.rulebook;
