package nl.samenzicht.domain.linkage;

import nl.samenzicht.domain.person.CaseFileId;

/** Two cases that may be about one person, in the order of their numbers. */
public record AlikePair(CaseFileId one, CaseFileId other) {

    public AlikePair {
        if (one.value().toString().compareTo(other.value().toString()) >= 0) {
            throw new IllegalArgumentException("Pair '%s' and '%s' is not in order".formatted(one, other));
        }
    }

    /** The pair of these two, whichever comes first. */
    public static AlikePair of(CaseFileId a, CaseFileId b) {
        return a.value().toString().compareTo(b.value().toString()) < 0 ? new AlikePair(a, b) : new AlikePair(b, a);
    }
}
