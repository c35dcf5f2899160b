package nl.samenzicht.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.zip.ZipInputStream;
import nl.samenzicht.tlog.Checkpoint;
import nl.samenzicht.tlog.Cosignature;
import nl.samenzicht.tlog.MerkleTree;
import nl.samenzicht.tlog.NoteKey;
import nl.samenzicht.tlog.SecretNoteKey;
import nl.samenzicht.tlog.SignedNote;

/** A log that is made up, and the bundles that its keeper exports. */
final class BundleFixture {
    static final String ORIGIN = "samenzicht.test/ledger";
    static final UUID AGENCY = new UUID(1, 1);
    static final Instant MADE = Instant.parse("2026-11-26T20:00:00Z");

    final SecretNoteKey log = SecretNoteKey.generate(ORIGIN, NoteKey.Type.NOTE);
    final SecretNoteKey witness = SecretNoteKey.generate("witness.example/w1", NoteKey.Type.COSIGNATURE);
    private final long seed;
    private final Optional<Gone> gone;

    /**
     * Lines that went after their term.
     *
     * @param said the last one according to the line of the log that says so, line 900; 0 when there is none
     * @param at when that line was written
     * @param claimed the last one according to the manifest
     * @param kept how many of them can be read all the same
     */
    record Gone(long said, Instant at, long claimed, long kept) {}

    /** The line that says what went. */
    static final long REMOVAL = 900;

    static final UUID PROPOSER = new UUID(2, 8);
    static final UUID APPROVER = new UUID(2, 9);

    BundleFixture() {
        this(1);
    }

    /** Another seed makes another history. */
    BundleFixture(long seed) {
        this(seed, Optional.empty());
    }

    /** A log from which lines of October 2021 and before were removed. */
    BundleFixture(Gone gone) {
        this(1, Optional.of(gone));
    }

    private BundleFixture(long seed, Optional<Gone> gone) {
        this.seed = seed;
        this.gone = gone;
    }

    String sign(String text) {
        return SignedNote.sign(text, log.open(), log::sign).written();
    }

    Trust trust() {
        return trust(log.open());
    }

    Trust trust(NoteKey... keys) {
        return new Trust(List.of(keys), Optional.empty(), 0);
    }

    Trust trustKnowing(Checkpoint known) {
        return new Trust(List.of(log.open()), Optional.of(known), 0);
    }

    /** The values of line {@code number}, of which each fourth has something typed with it. */
    List<String> values(long number) {
        var values = anyValues(number);
        gone.filter(each -> number == REMOVAL && each.said() > 0).ifPresent(each -> {
            values.set(EntryFormat.FIELDS.indexOf("action"), Removal.ACTION);
            values.set(EntryFormat.FIELDS.indexOf("at"), each.at().toString());
            values.set(
                    EntryFormat.FIELDS.indexOf("rules"),
                    "first:1 last:" + each.said() + " months:2021-03/2021-10 term:60 proposed:" + PROPOSER
                            + " approved:" + APPROVER);
        });
        return values;
    }

    private List<String> anyValues(long number) {
        var random = new Random(seed * 1_000_003 + number);
        var values = new ArrayList<String>();
        for (var field : EntryFormat.FIELDS) {
            values.add(
                    switch (field) {
                        case "id", "professional", "agency", "case_id", "person_id", "session" ->
                            new UUID(random.nextLong(), random.nextLong()).toString();
                        case "code" -> "K%03d-%02d".formatted(number % 1000, number / 1000 % 100);
                        case "at" ->
                            MADE.minusSeconds(1_000_000 - number)
                                    .plusNanos(number % 1_000_000 * 1000)
                                    .toString();
                        case "emergency" -> Boolean.toString(number % 7 == 0);
                        case "detail" -> number % 4 == 0 ? "c2VhbGVk" : null;
                        case "consent_id", "share_id", "job", "reason_true", "reason_told" -> null;
                        case "items" -> new UUID(random.nextLong(), 1) + "@1@" + AGENCY;
                        case "holders", "recipients" -> "";
                        default -> field.toUpperCase(java.util.Locale.ROOT);
                    });
        }
        return values;
    }

    private byte[] salt(long number) {
        var salt = new byte[16];
        new Random(seed * 31 + number).nextBytes(salt);
        return salt;
    }

    private boolean isReadable(long number) {
        if (gone.isPresent() && number == REMOVAL) {
            return true;
        }
        long through = gone.map(each -> each.claimed() - each.kept()).orElse(0L);
        return number % 3 == 0 && number > through;
    }

    byte[] leaf(EntryFormat format, long number) {
        return format.leafHash(salt(number), values(number));
    }

    Checkpoint checkpoint(long size) {
        var tree = new MerkleTree();
        var format = new EntryFormat();
        for (long number = 1; number <= size; number++) {
            tree.add(leaf(format, number));
        }
        return new Checkpoint(ORIGIN, size, tree.root());
    }

    /** The bundle of the first {@code size} lines, with a signed state after each hundred. */
    Path zip(Path zip, int size) throws IOException {
        return zip(zip, size, UnaryOperator.identity());
    }

    Path zip(Path zip, int size, UnaryOperator<SignedNote> last) throws IOException {
        var format = new EntryFormat();
        var tree = new MerkleTree();
        var earlier = new ArrayList<String>();
        for (long number = 1; number <= size; number++) {
            tree.add(leaf(format, number));
            if (number % Math.max(100, size / 100) == 0) {
                earlier.add(sign(new Checkpoint(ORIGIN, number, tree.root()).text()));
            }
        }
        var state = last.apply(SignedNote.parse(sign(new Checkpoint(ORIGIN, size, tree.root()).text())));
        try (var out = new BufferedOutputStream(Files.newOutputStream(zip))) {
            var bundle = new BundleWriter(out);
            bundle.begin(state.written(), earlier, List.of(log.open()));
            for (long number = 1; number <= size; number++) {
                if (isReadable(number)) {
                    bundle.readable(leaf(format, number), salt(number), values(number));
                } else {
                    bundle.hidden(leaf(format, number));
                }
            }
            bundle.end(ORIGIN, AGENCY, MADE, gone.map(Gone::claimed).orElse(0L), this::sign);
        }
        return zip;
    }

    SignedNote cosigned(SignedNote checkpoint) {
        return Cosignature.add(checkpoint, witness.open(), MADE, witness::sign);
    }

    /** The bundle as a folder, to be changed by hand. */
    Path folder(Path home, int size) throws IOException {
        var folder = Files.createDirectories(home.resolve("folder"));
        try (var zip = new ZipInputStream(Files.newInputStream(zip(home.resolve("bundle.zip"), size)))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Files.write(folder.resolve(entry.getName()), zip.readAllBytes());
            }
        }
        return folder;
    }

    /** Changes a file of a bundle in a folder. */
    static void change(Path folder, String file, UnaryOperator<String> change) throws IOException {
        var path = folder.resolve(file);
        Files.writeString(path, change.apply(Files.readString(path)));
    }

    /** Changes the lines; the first is that with the names of the columns, so that index and number are the same. */
    static void changeLines(Path folder, UnaryOperator<List<String>> change) throws IOException {
        change(
                folder,
                BundleWriter.ENTRIES,
                text -> String.join(
                                "\n",
                                change.apply(new ArrayList<>(
                                        Arrays.asList(text.strip().split("\n"))))) + "\n");
    }

    static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }
}
