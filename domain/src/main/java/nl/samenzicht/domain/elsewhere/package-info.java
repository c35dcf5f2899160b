/**
 * Asks whether others know the person of one's own case, without either side learning who the other is until both agree. The
 * answer is one of three words and costs the same whatever it is. The decision is in
 * {@code docs/adr/2026-11-26-known-elsewhere.md}.
 */
package nl.samenzicht.domain.elsewhere;
