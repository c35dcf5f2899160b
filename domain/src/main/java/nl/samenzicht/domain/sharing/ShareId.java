package nl.samenzicht.domain.sharing;

import static java.util.Objects.requireNonNull;

import java.util.UUID;
import nl.samenzicht.security.TimeOrderedId;

/** Opaque number of a share. */
public record ShareId(UUID value) {
    public ShareId {
        requireNonNull(value, "share id");
    }

    /** A new number, later in order than all before it. */
    public static ShareId next() {
        return new ShareId(TimeOrderedId.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
