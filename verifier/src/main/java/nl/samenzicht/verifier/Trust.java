package nl.samenzicht.verifier;

import java.util.List;
import java.util.Optional;
import nl.samenzicht.tlog.Checkpoint;
import nl.samenzicht.tlog.NoteKey;
import nl.samenzicht.tlog.SignedNote;

/**
 * What whoever checks believes beforehand: the keys of the log, also its earlier ones, and those of witnesses; and a state of
 * the log that they saw before.
 *
 * @param keys from elsewhere than the bundle
 * @param known a signed state that was kept; it is checked like any other
 * @param witnesses how many witnesses must have cosigned
 */
public record Trust(List<NoteKey> keys, Optional<Checkpoint> known, int witnesses) {
    /** Refuses to begin without a key of a log. */
    public Trust {
        keys = List.copyOf(keys);
        if (keys.stream().noneMatch(key -> key.type() == NoteKey.Type.NOTE)) {
            throw new IllegalArgumentException("No key of a log was given");
        }
    }

    /** What is wrong with a note, if anything. */
    Optional<Flaw> flaw(SignedNote note, String origin) {
        var ofThisLog = keys.stream()
                .filter(key -> key.type() == NoteKey.Type.NOTE)
                .filter(key -> key.name().equals(origin))
                .toList();
        if (ofThisLog.isEmpty()) {
            return Optional.of(Flaw.OTHER_LOG);
        }
        if (ofThisLog.stream().anyMatch(note::signedBy)) {
            return Optional.empty();
        }
        return Optional.of(ofThisLog.stream().anyMatch(note::names) ? Flaw.CHECKPOINT_DAMAGED : Flaw.WRONG_KEY);
    }

    List<NoteKey> witnessKeys() {
        return keys.stream()
                .filter(key -> key.type() == NoteKey.Type.COSIGNATURE)
                .toList();
    }
}
