package nl.samenzicht.security.directory;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Opaque number of somebody who works at an agency; says nothing about who that is. */
public record ProfessionalId(UUID value) {
    public ProfessionalId {
        requireNonNull(value, "professional id");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
