package nl.samenzicht.verifier;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.samenzicht.tlog.Checkpoint;
import nl.samenzicht.tlog.Cosignature;
import nl.samenzicht.tlog.MerkleTree;
import nl.samenzicht.tlog.SignedNote;
import nl.samenzicht.verifier.Verdict.Found;
import nl.samenzicht.verifier.Verdict.Witnessed;

/**
 * Holds a bundle against the keys that were given, and against itself: each readable line against its leaf, the leaves
 * against every signed state, and those against what was known before. Reads it once, from front to back.
 */
public final class BundleCheck {
    private static final int HIDDEN = 2;
    private static final int AT = EntryFormat.FIELDS.indexOf("at");
    private static final int ACTION = EntryFormat.FIELDS.indexOf("action");
    private static final int RULES = EntryFormat.FIELDS.indexOf("rules");

    private final Trust trust;
    private final EntryFormat format = new EntryFormat();
    private final List<Found> found = new ArrayList<>();
    private final TreeMap<Long, List<byte[]>> signed = new TreeMap<>();
    private final List<Long> unfit = new ArrayList<>();
    private final Map<String, Witnessed> witnessed = new LinkedHashMap<>();
    private final List<Removal> removals = new ArrayList<>();
    private final MerkleTree tree = new MerkleTree();

    private long omitted;
    private int checkpoints;
    private long lines;
    private long readable;
    private long firstReadable = Long.MAX_VALUE;
    private long fits;
    private boolean gap;
    private byte[] digest = new byte[0];
    private Optional<Removal> removal = Optional.empty();

    private BundleCheck(Trust trust) {
        this.trust = trust;
    }

    /**
     * Checks a bundle.
     *
     * @param bundle a folder or a zip
     * @throws IOException when it is no bundle, or cannot be read to its end; nothing can be said then
     */
    public static Verdict check(Path bundle, Trust trust) throws IOException {
        try (var files = BundleFiles.open(bundle)) {
            return new BundleCheck(trust).check(files);
        }
    }

    private Verdict check(BundleFiles files) throws IOException {
        var checkpoint = checkpoint(files.needed(BundleWriter.CHECKPOINT));
        if (checkpoint.isEmpty()) {
            // without a state to believe nothing else can be said of the lines
            return verdict("", 0, Instant.EPOCH);
        }
        var state = checkpoint.get();
        expect(state);
        earlier(files.text(BundleWriter.EARLIER).orElse(""), state.origin());
        trust.known().ifPresent(known -> known(known, state));
        var manifest = manifest(files.text(BundleWriter.MANIFEST), state);
        read(files);
        judgeTree(state);
        manifest.ifPresent(this::judge);
        if (witnessed.size() < trust.witnesses()) {
            report(Flaw.TOO_FEW_WITNESSES, witnessed.size(), trust.witnesses());
        }
        return verdict(
                state.origin(), state.size(), manifest.map(Manifest::made).orElse(Instant.EPOCH));
    }

    private Verdict verdict(String origin, long size, Instant made) {
        return new Verdict(
                origin,
                size,
                lines,
                readable,
                removal,
                made,
                checkpoints,
                List.copyOf(witnessed.values()),
                found,
                omitted);
    }

    private void report(Flaw flaw, Object... args) {
        if (found.size() < Verdict.MOST_FOUND) {
            found.add(Found.of(flaw, args));
        } else {
            omitted++;
        }
    }

    private Optional<Checkpoint> checkpoint(String written) {
        try {
            var note = SignedNote.parse(written);
            var checkpoint = Checkpoint.parse(note.text());
            var flaw = trust.flaw(note, checkpoint.origin());
            flaw.ifPresent(each -> report(each, checkpoint.origin()));
            if (flaw.isEmpty()) {
                checkpoints++;
                witness(note, checkpoint);
            }
            return flaw.isEmpty() ? Optional.of(checkpoint) : Optional.empty();
        } catch (IllegalArgumentException unreadable) {
            report(Flaw.CHECKPOINT_DAMAGED, "?");
            return Optional.empty();
        }
    }

    private void expect(Checkpoint checkpoint) {
        signed.computeIfAbsent(checkpoint.size(), any -> new ArrayList<>()).add(checkpoint.root());
    }

    private void witness(SignedNote note, Checkpoint checkpoint) {
        for (var key : trust.witnessKeys()) {
            Cosignature.of(note, key)
                    .map(cosignature -> new Witnessed(cosignature, checkpoint.size()))
                    .ifPresent(seen -> witnessed.merge(
                            key.name(), seen, (before, now) -> now.size() > before.size() ? now : before));
        }
    }

    private void earlier(String notes, String origin) {
        var paragraphs = notes.isBlank() ? new String[0] : notes.strip().split("\n{2,}");
        for (int i = 0; i < paragraphs.length; i += 2) {
            try {
                var note = SignedNote.parse(paragraphs[i] + "\n\n" + paragraphs[i + 1] + "\n");
                var checkpoint = Checkpoint.parse(note.text());
                if (trust.flaw(note, origin).isPresent() || !checkpoint.origin().equals(origin)) {
                    throw new IllegalArgumentException("not signed by this log");
                }
                checkpoints++;
                expect(checkpoint);
                witness(note, checkpoint);
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException damaged) {
                report(Flaw.EARLIER_DAMAGED, i / 2 + 1);
            }
        }
    }

    private void known(Checkpoint known, Checkpoint state) {
        if (!known.origin().equals(state.origin())) {
            report(Flaw.OTHER_LOG, state.origin());
        } else if (known.size() > state.size()) {
            report(Flaw.OLDER_BUNDLE, known.size(), state.size());
        } else {
            expect(known);
        }
    }

    private Optional<Manifest> manifest(Optional<String> written, Checkpoint state) {
        try {
            var note = SignedNote.parse(written.orElse(""));
            var manifest = Manifest.parse(note.text());
            if (trust.flaw(note, state.origin()).isPresent()) {
                throw new IllegalArgumentException("not signed by this log");
            }
            if (!manifest.fits(state)) {
                report(Flaw.MANIFEST_DIFFERS, manifest.lines(), state.size());
                return Optional.empty();
            }
            return Optional.of(manifest);
        } catch (IllegalArgumentException damaged) {
            report(Flaw.MANIFEST_DAMAGED);
            return Optional.empty();
        }
    }

    private void read(BundleFiles files) throws IOException {
        compareRoots();
        try (var in = files.stream(BundleWriter.ENTRIES)) {
            var lines = new Lines(in);
            readAhead(lines);
            digest = lines.digest();
        }
    }

    private void readAhead(Lines lines) throws IOException {
        try (var rows = new ReadAhead(lines)) {
            if (!EntryFormat.row(BundleWriter.COLUMNS.stream()).equals(rows.next())) {
                throw new IOException("The lines of the bundle are not in a format that is known here");
            }
            for (var row = rows.next(); row != null; row = rows.next()) {
                take(row);
            }
        }
    }

    private void take(String row) {
        long before = lines;
        try {
            var columns = split(row);
            long number = Long.parseLong(columns.get(0));
            if (number != lines + 1) {
                outOfStep(number);
            }
            lines = Math.max(number, lines);
            var leaf = hash(columns.get(1));
            if (columns.size() > HIDDEN) {
                readable(columns, number, leaf);
            }
            if (!gap) {
                tree.add(leaf);
                compareRoots();
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException unreadable) {
            lines = before + 1;
            gap = true;
            report(Flaw.LINE_UNREADABLE, lines);
        }
    }

    private void outOfStep(long number) {
        gap = true;
        if (number > lines + 1) {
            report(Flaw.LINES_MISSING, lines + 1, number - 1);
        } else {
            report(Flaw.LINES_OUT_OF_ORDER, number);
        }
    }

    private static List<String> split(String row) {
        var columns = new ArrayList<String>(BundleWriter.COLUMNS.size());
        int from = 0;
        for (int tab = row.indexOf('\t'); tab >= 0; tab = row.indexOf('\t', from)) {
            columns.add(EntryFormat.value(row.substring(from, tab)));
            from = tab + 1;
        }
        columns.add(EntryFormat.value(row.substring(from)));
        return columns;
    }

    private static byte[] hash(String base64) {
        var hash = Base64.getDecoder().decode(base64);
        if (hash.length != MerkleTree.HASH) {
            throw new IllegalArgumentException("A hash has %d bytes".formatted(hash.length));
        }
        return hash;
    }

    private void readable(List<String> columns, long number, byte[] leaf) {
        readable++;
        firstReadable = Math.min(firstReadable, number);
        var fields = columns.subList(HIDDEN + 1, columns.size());
        boolean asSealed;
        try {
            asSealed = Arrays.equals(leaf, format.leafHash(Base64.getDecoder().decode(columns.get(HIDDEN)), fields));
        } catch (IllegalArgumentException notWhatItWas) {
            asSealed = false;
        }
        if (!asSealed) {
            report(Flaw.LINE_CHANGED, fields.size() > 1 ? fields.get(1) : "?", number);
        } else if (Removal.ACTION.equals(fields.get(ACTION))) {
            Removal.parse(String.valueOf(fields.get(RULES)))
                    .filter(each -> each.last() < number && each.isDueAt(Instant.parse(fields.get(AT))))
                    .ifPresent(removals::add);
        }
    }

    /** Holds the tree, as far as it is built, against the states that were signed for its size. */
    private void compareRoots() {
        var roots = signed.get(tree.size());
        if (roots == null) {
            return;
        }
        var root = tree.root();
        if (roots.stream().allMatch(each -> Arrays.equals(each, root))) {
            fits = unfit.isEmpty() ? tree.size() : fits;
        } else {
            unfit.add(tree.size());
        }
    }

    private void judgeTree(Checkpoint state) {
        if (lines < state.size()) {
            report(Flaw.TRUNCATED, state.size(), lines);
        } else if (lines > state.size()) {
            report(Flaw.LINES_ADDED, state.size(), lines);
        }
        boolean endFits = !gap && lines >= state.size() && !unfit.contains(state.size());
        if (endFits) {
            unfit.forEach(size -> report(Flaw.FORK, size));
        } else if (!unfit.isEmpty()) {
            judgeUnfit(state);
        }
    }

    /** The lines lead to another root than the signed one: they were changed, or the log signed two roots for one size. */
    private void judgeUnfit(Checkpoint state) {
        var contradicted = signed.entrySet().stream()
                .filter(entry -> entry.getValue().stream()
                        .anyMatch(root -> !Arrays.equals(root, entry.getValue().get(0))))
                .map(Map.Entry::getKey)
                .toList();
        contradicted.forEach(size -> report(Flaw.FORK, size));
        if (!contradicted.contains(state.size())) {
            report(Flaw.LINES_DIFFER, fits + 1, unfit.get(0));
        }
    }

    /** What is said to be gone must be said in the log itself, in a line that is still there. */
    private void judgeRemoved(long removed) {
        removal = removals.stream().filter(each -> each.last() == removed).findFirst();
        if (removed > 0 && removal.isEmpty()) {
            report(Flaw.REMOVED_WITHOUT_RECORD, removed);
        }
        if (firstReadable <= removed) {
            report(Flaw.REMOVED_YET_READABLE, firstReadable);
        }
    }

    private void judge(Manifest manifest) {
        judgeRemoved(manifest.removed());
        if (manifest.readable() != readable) {
            report(Flaw.READABLE_LEFT_OUT, manifest.readable(), readable);
        }
        if (found.isEmpty() && !Arrays.equals(manifest.digest(), digest)) {
            report(Flaw.FILE_CHANGED);
        }
    }
}
