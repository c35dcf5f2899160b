package nl.samenzicht.security.directory;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Opaque number of an agency. */
public record AgencyId(UUID value) {
    public AgencyId {
        requireNonNull(value, "agency id");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
