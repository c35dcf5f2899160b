package nl.samenzicht.domain.signal;

import static java.util.Objects.requireNonNull;

import java.util.UUID;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.security.TimeOrderedId;

/** Opaque number of a signal. */
public record SignalId(UUID value) {
    public SignalId {
        requireNonNull(value, "signal id");
    }

    static SignalId next() {
        return new SignalId(TimeOrderedId.next());
    }

    /** The dossier in which the items of this signal lie; no case file has this number. */
    CaseFileId dossier() {
        return new CaseFileId(value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
