package nl.samenzicht.domain.casefile;

import static java.util.Objects.requireNonNull;

import java.util.UUID;
import nl.samenzicht.security.TimeOrderedId;

/** Opaque number of an item in a case file. */
public record ItemId(UUID value) {
    public ItemId {
        requireNonNull(value, "item id");
    }

    /** A new number, later in order than all before it. */
    public static ItemId next() {
        return new ItemId(TimeOrderedId.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
