package nl.samenzicht.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.samenzicht.tlog.Checkpoint;
import nl.samenzicht.tlog.Cosignature;
import nl.samenzicht.tlog.MerkleTree;
import nl.samenzicht.tlog.NoteKey;
import nl.samenzicht.tlog.PublishedFiles;
import nl.samenzicht.tlog.SecretNoteKey;
import nl.samenzicht.tlog.SignedNote;
import nl.samenzicht.tlog.TileHashes;
import nl.samenzicht.tlog.TreeProofs;

/**
 * Looks at a log, and cosigns its newest state when that is signed, shown in full, and grew out of the one that was cosigned
 * before. What it cosigned is on disk before anybody sees it. Safe for one thread that looks and others that ask.
 */
public final class Witness {
    private final PublishedFiles site;
    private final List<NoteKey> logKeys;
    private final SecretNoteKey self;
    private final WitnessMemory memory;
    private final Clock clock;

    private volatile Optional<SignedNote> cosigned;
    private volatile Optional<Refusal> refusal;

    Witness(PublishedFiles site, List<NoteKey> logKeys, SecretNoteKey self, WitnessMemory memory, Clock clock)
            throws IOException {
        this.site = site;
        this.logKeys = logKeys;
        this.self = self;
        this.memory = memory;
        this.clock = clock;
        this.cosigned = memory.last();
        this.refusal = memory.sawFork() ? Optional.of(Refusal.FORK) : Optional.empty();
    }

    /** The newest state that was cosigned, with the cosignature. */
    Optional<SignedNote> cosigned() {
        return cosigned;
    }

    /** Why the last look did not end in a cosignature; empty when it did. */
    Optional<Refusal> refusal() {
        return refusal;
    }

    /** The size of the tree that was cosigned last; 0 before the first. */
    long size() {
        return cosigned.map(note -> Checkpoint.parse(note.text()).size()).orElse(0L);
    }

    NoteKey key() {
        return self.open();
    }

    /**
     * Looks once.
     *
     * @return what is to be told to whoever keeps this witness; empty when all is well
     * @throws IOException when the memory cannot be written; nothing was cosigned then
     */
    synchronized Optional<String> look() throws IOException {
        try {
            if (memory.sawFork()) {
                throw new Refused(Refusal.FORK, "The log forked before; see the evidence beside the state file");
            }
            var note = fetched();
            grown(note);
            var next =
                    Cosignature.add(new SignedNote(note.text(), ofLog(note)), self.open(), clock.instant(), self::sign);
            memory.keep(next);
            cosigned = Optional.of(next);
            refusal = Optional.empty();
            return Optional.empty();
        } catch (Refused refused) {
            refusal = Optional.of(refused.refusal());
            return Optional.of(refused.getMessage());
        }
    }

    private SignedNote fetched() throws Refused {
        String written;
        try {
            written = new String(site.get("checkpoint"), UTF_8);
        } catch (IOException unreachable) {
            throw unreachable(unreachable);
        }
        try {
            var note = SignedNote.parse(written);
            var origin = Checkpoint.parse(note.text()).origin();
            if (logKeys.stream().anyMatch(key -> key.name().equals(origin) && note.signedBy(key))) {
                return note;
            }
        } catch (IllegalArgumentException noCheckpoint) {
            // said below
        }
        throw new Refused(Refusal.NOT_SIGNED, "What the log shows is not signed with a key that was given");
    }

    private static Refused unreachable(IOException why) {
        return new Refused(Refusal.UNREACHABLE, "The log cannot be read: " + why);
    }

    /** Only the log's own signatures go on; what others wrote below it is not ours to pass on. */
    private List<SignedNote.Signature> ofLog(SignedNote note) {
        return note.signatures().stream()
                .filter(line ->
                        logKeys.stream().anyMatch(key -> new SignedNote(note.text(), List.of(line)).signedBy(key)))
                .toList();
    }

    private void grown(SignedNote note) throws Refused, IOException {
        var now = Checkpoint.parse(note.text());
        var before = cosigned.map(last -> Checkpoint.parse(last.text())).filter(last -> last.size() > 0);
        if (before.isPresent() && !before.get().origin().equals(now.origin())) {
            throw new Refused(Refusal.NOT_SIGNED, "The log calls itself '%s' now".formatted(now.origin()));
        }
        if (before.isPresent() && now.size() < before.get().size()) {
            throw new Refused(
                    Refusal.ROLLBACK,
                    "The log has %d lines, and had %d"
                            .formatted(now.size(), before.get().size()));
        }
        if (before.isPresent() && now.size() == before.get().size()) {
            if (!now.equals(before.get())) {
                throw fork(note, now.size());
            }
            return;
        }
        compare(note, now, before);
    }

    private void compare(SignedNote note, Checkpoint now, Optional<Checkpoint> before) throws Refused, IOException {
        var proofs = new TreeProofs(new TileHashes(tile -> site.get(tile.path()), now.size()));
        byte[] shownBefore = null;
        try {
            if (!Arrays.equals(proofs.root(now.size()), now.root())) {
                throw new Refused(Refusal.TREE_DIFFERS, "The tree that is shown is not the one that was signed");
            }
            if (before.isPresent()) {
                long size = before.get().size();
                shownBefore = proofs.root(size);
                if (!MerkleTree.consistent(
                        size, now.size(), shownBefore, now.root(), proofs.consistency(size, now.size()))) {
                    throw new Refused(Refusal.TREE_DIFFERS, "The tree that is shown contradicts itself");
                }
            }
        } catch (PublishedFiles.Missing missing) {
            throw new Refused(Refusal.TRUNCATED, missing.getMessage());
        } catch (IOException unreachable) {
            throw unreachable(unreachable);
        }
        // what is shown has been proved to be what was signed; so if it began otherwise, two histories were signed
        if (before.isPresent() && !Arrays.equals(shownBefore, before.get().root())) {
            throw fork(note, before.get().size());
        }
    }

    private Refused fork(SignedNote now, long size) throws IOException {
        memory.keepEvidence(cosigned.orElseThrow().written(), now.written());
        return new Refused(Refusal.FORK, "The log has signed two histories of its first %d lines".formatted(size));
    }
}
