package nl.samenzicht.domain.oversight;

import java.time.Instant;
import java.util.UUID;

/**
 * A sample in a list.
 *
 * @param from the first moment of its period
 * @param until the first moment after it
 * @param accesses how many accesses there were in the period
 * @param drawn how many of these were drawn
 * @param judged how many of these have a judgement that ends it
 */
public record SampleCard(
        UUID id, Instant from, Instant until, long seed, int accesses, int drawn, int judged, String by, Instant at) {

    /** Whether something in it still asks for a judgement. */
    public boolean waits() {
        return judged < drawn;
    }
}
