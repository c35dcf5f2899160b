package nl.samenzicht.security.ledger;

import static java.util.Objects.requireNonNull;

import java.util.UUID;
import nl.samenzicht.security.directory.AgencyId;

/** One version of one item that an act was about, and the agency that owns it. */
public record ItemRef(UUID item, int version, AgencyId owner) {
    public ItemRef {
        requireNonNull(item, "item");
        requireNonNull(owner, "owner");
        if (version < 0) {
            throw new IllegalArgumentException("Item %s cannot have version %d".formatted(item, version));
        }
    }
}
