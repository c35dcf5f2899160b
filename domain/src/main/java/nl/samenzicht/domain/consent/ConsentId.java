package nl.samenzicht.domain.consent;

import static java.util.Objects.requireNonNull;

import java.util.UUID;
import nl.samenzicht.security.TimeOrderedId;

/** Opaque number of a recorded consent or refusal. */
public record ConsentId(UUID value) {
    public ConsentId {
        requireNonNull(value, "consent id");
    }

    /** A new number, later in order than all before it. */
    public static ConsentId next() {
        return new ConsentId(TimeOrderedId.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
