package nl.samenzicht.security.ledger;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Opaque number of one entry in the ledger. */
public record EntryId(UUID value) {
    public EntryId {
        requireNonNull(value, "entry id");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
