package nl.samenzicht.domain.store;

import java.util.UUID;
import nl.samenzicht.security.keys.RowMac;

/** A row that only the product can write: who changes it without the key for that leaves it unsound. */
public interface SealedRow {
    /** Its number. */
    UUID id();

    /** Whether the row still is what was written. */
    boolean sound(RowMac macs);
}
