package nl.samenzicht.security.ledger;

import static java.util.Objects.requireNonNull;

import java.util.UUID;
import nl.samenzicht.security.directory.AgencyId;

/**
 * One version of one item that an act was about, and the agency that owns it; or, without a version, a row that holds no
 * content, such as a function.
 */
public record ItemRef(UUID item, int version, AgencyId owner) {
    /** Stands for a row that is no content and has no versions. */
    public static final int NO_VERSION = 0;

    public ItemRef {
        requireNonNull(item, "item");
        requireNonNull(owner, "owner");
        if (version < 0) {
            throw new IllegalArgumentException("Item %s cannot have version %d".formatted(item, version));
        }
    }

    /** Whether this is an item with content, and no other row. */
    public boolean content() {
        return version > NO_VERSION;
    }
}
