/**
 * Whether two descriptions are of the same person, without either being readable: names as they are compared, keyed records
 * of them, the index that finds candidates, and the weight of what agrees and differs.
 *
 * <p>What lies in the database says nothing without the key, and what a record would say if its seal failed is random too:
 * each has a salt of its own, and the question, which is known in full, is made again under the salt of each candidate.
 * Answering never unseals what somebody else wrote down. The decision is in {@code docs/adr/2026-11-26-linkage.md}.
 */
package nl.samenzicht.domain.linkage;
