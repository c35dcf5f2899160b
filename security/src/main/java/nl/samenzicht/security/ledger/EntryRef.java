package nl.samenzicht.security.ledger;

import static java.util.Objects.requireNonNull;

/** Where an act is on record: the entry's number, and the short code that people see. */
public record EntryRef(EntryId id, EntryCode code) {
    public EntryRef {
        requireNonNull(id, "id");
        requireNonNull(code, "code");
    }
}
