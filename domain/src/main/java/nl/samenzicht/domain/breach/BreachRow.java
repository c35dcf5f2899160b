package nl.samenzicht.domain.breach;

import java.util.UUID;
import nl.samenzicht.domain.store.SealedRow;

/** One row of several that belong to a breach, each with its place among them. */
interface BreachRow extends SealedRow {
    /** The number of the breach. */
    UUID breach();

    /** Its place, from 1. */
    int serial();
}
