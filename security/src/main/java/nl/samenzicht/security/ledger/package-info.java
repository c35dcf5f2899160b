/**
 * The record of every act: who did what, for which purpose, to whose data, and on which rule.
 *
 * <p>An entry is one durable insert, made before the act is answered, through an account that can only insert and select.
 * A sequencer takes the rows that exist into a Merkle tree (RFC 9162) and signs its state (C2SP {@code tlog-checkpoint})
 * at least each second when there is work, also to a file outside the database. A verifier holds rows, tree and
 * checkpoints against each other and says in plain words what was changed. What is not sealed yet, at most about a
 * second, is the stated limit.
 *
 * <p>This package knows codes and opaque numbers only; it takes no part in deciding.
 */
package nl.samenzicht.security.ledger;
