package nl.samenzicht.domain.person;

import static java.util.Objects.requireNonNull;

import java.util.UUID;
import nl.samenzicht.security.TimeOrderedId;

/** Opaque number of a case file; says nothing about the person. */
public record CaseFileId(UUID value) {
    public CaseFileId {
        requireNonNull(value, "case file id");
    }

    /** A new number, later in order than all before it. */
    public static CaseFileId next() {
        return new CaseFileId(TimeOrderedId.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
