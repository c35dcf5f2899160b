package nl.samenzicht.domain.breach;

import java.util.UUID;
import nl.samenzicht.security.keys.RowMac;

/** One row of several that belong to a breach, each with its place among them. */
interface BreachRow {
    /** The number of the breach. */
    UUID breach();

    /** Its place, from 1. */
    int serial();

    /** Whether the row still is what was written. */
    boolean sound(RowMac macs);
}
