package nl.samenzicht.security.ledger;

import java.time.Instant;

/** Where a page of the log ended; the next one goes on from here, however many lines were added meanwhile. */
public record LogPosition(Instant at, long number) {}
