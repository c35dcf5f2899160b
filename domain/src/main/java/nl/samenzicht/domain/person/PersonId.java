package nl.samenzicht.domain.person;

import static java.util.Objects.requireNonNull;

import java.util.UUID;
import nl.samenzicht.security.TimeOrderedId;

/** Opaque number of a person; says nothing about them. */
public record PersonId(UUID value) {
    public PersonId {
        requireNonNull(value, "person id");
    }

    /** A new number, later in order than all before it. */
    public static PersonId next() {
        return new PersonId(TimeOrderedId.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
