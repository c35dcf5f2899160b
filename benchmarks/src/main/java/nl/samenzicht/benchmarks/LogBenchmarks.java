package nl.samenzicht.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.UUID;
import nl.samenzicht.tlog.Checkpoint;
import nl.samenzicht.tlog.MerkleTree;
import nl.samenzicht.tlog.NoteKey;
import nl.samenzicht.tlog.SecretNoteKey;
import nl.samenzicht.tlog.SignedNote;
import nl.samenzicht.verifier.BundleWriter;
import nl.samenzicht.verifier.EntryFormat;
import nl.samenzicht.verifier.Main;

/** How long somebody waits who checks an exported log. */
final class LogBenchmarks {
    private static final String ORIGIN = "benchmark.example/log";
    private static final int LINES = 1_000_000;
    private static final int EARLIER = 200;
    private static final int ROUNDS = 3;
    private static final double MOST_SECONDS = 15;
    private static final String HEAP = "-Xmx64m";

    private LogBenchmarks() {}

    static List<Benchmark> all() {
        return List.of(
                Benchmark.of("log.verify.million.seconds", LogBenchmarks::verifyMillion),
                Benchmark.of("log.explorer.vs.range", LogPages::versusRange),
                Benchmark.of("log.sealing.lag.seconds", LogSealing::lag),
                Benchmark.of("log.statement.memory.mib", LogStatement::memory));
    }

    private static Result verifyMillion(String id, Run run) throws Exception {
        var folder = Files.createTempDirectory("samenzicht-bundle");
        try {
            var key = SecretNoteKey.generate(ORIGIN, NoteKey.Type.NOTE);
            var bundle = export(folder.resolve("bundle.zip"), key);
            var keys = Files.writeString(folder.resolve("keys"), key.open() + "\n");
            run.say("%s: a bundle of %,d MB", id, Files.size(bundle) >> 20);
            var seconds = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                seconds[round] = verified(bundle, keys);
            }
            Arrays.sort(seconds);
            double median = seconds[ROUNDS / 2];
            return new Result(
                    id,
                    median,
                    "s (median of %d whole runs of the jar, with %s)".formatted(ROUNDS, HEAP),
                    "%,d lines, all to be read, %d signed states, %,d MB as a zip; slowest %.1f s"
                            .formatted(LINES, EARLIER, Files.size(bundle) >> 20, seconds[ROUNDS - 1]),
                    OptionalDouble.empty(),
                    "<= " + MOST_SECONDS,
                    Optional.of(median <= MOST_SECONDS));
        } finally {
            for (var file : List.of("bundle.zip", "keys")) {
                Files.deleteIfExists(folder.resolve(file));
            }
            Files.delete(folder);
        }
    }

    private static double verified(Path bundle, Path keys) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-cp",
                        Path.of(Main.class
                                        .getProtectionDomain()
                                        .getCodeSource()
                                        .getLocation()
                                        .getPath())
                                .toString(),
                        Main.class.getName(),
                        bundle.toString(),
                        "--keys",
                        keys.toString(),
                        "--json")
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.waitFor() != 0 || !said.contains("\"lines\":" + LINES)) {
            throw new IllegalStateException("The verifier says: " + said);
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private static Path export(Path zip, SecretNoteKey key) throws IOException {
        var format = new EntryFormat();
        var tree = new MerkleTree();
        var earlier = new ArrayList<String>();
        for (int number = 1; number <= LINES; number++) {
            tree.add(format.leafHash(salt(number), values(number)));
            if (number % (LINES / EARLIER) == 0) {
                earlier.add(sign(new Checkpoint(ORIGIN, number, tree.root()).text(), key));
            }
        }
        try (var out = new BufferedOutputStream(Files.newOutputStream(zip))) {
            var bundle = new BundleWriter(out);
            bundle.begin(earlier.get(EARLIER - 1), earlier, List.of(key.open()));
            for (int number = 1; number <= LINES; number++) {
                var values = values(number);
                bundle.readable(format.leafHash(salt(number), values), salt(number), values);
            }
            bundle.end(ORIGIN, new UUID(1, 1), Instant.EPOCH, 0, text -> sign(text, key));
        }
        return zip;
    }

    private static String sign(String text, SecretNoteKey key) {
        return SignedNote.sign(text, key.open(), key::sign).written();
    }

    private static byte[] salt(int number) {
        var salt = new byte[16];
        new Random(number).nextBytes(salt);
        return salt;
    }

    /** A line as most are: somebody opens a section. */
    private static List<String> values(int number) {
        var random = new Random(number);
        var values = new ArrayList<String>();
        for (var field : EntryFormat.FIELDS) {
            values.add(
                    switch (field) {
                        case "id", "professional", "agency", "case_id", "person_id", "session", "share_id" ->
                            new UUID(random.nextLong(), random.nextLong()).toString();
                        case "code" -> Integer.toString(number, 36).toUpperCase(Locale.ROOT);
                        case "at" ->
                            Instant.ofEpochSecond(1_790_000_000 + number, number % 1_000_000 * 1_000L)
                                    .toString();
                        case "emergency" -> "false";
                        case "items" ->
                            "%s@1@%s"
                                    .formatted(
                                            new UUID(random.nextLong(), random.nextLong()),
                                            new UUID(random.nextLong(), random.nextLong()));
                        case "holders" -> new UUID(random.nextLong(), random.nextLong()).toString();
                        case "recipients", "masked_fields" -> "";
                        case "job", "consent_id", "reason_true", "reason_told", "detail" -> null;
                        default -> field.toUpperCase(Locale.ROOT);
                    });
        }
        return values;
    }
}
