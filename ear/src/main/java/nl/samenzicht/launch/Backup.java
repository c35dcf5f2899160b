package nl.samenzicht.launch;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Writes two sealed files: the data, as they are at one moment while people go on working, and the keys, which belong somewhere
 * else. Either alone opens no content.
 */
final class Backup {
    static final String DATABASE = "database.sql";
    static final String CHECKPOINTS = "checkpoints";
    static final String DESTROYED = CHECKPOINTS + "/destroyed";
    static final String OUTBOX = "outbox";
    static final String KEYS = "keys";
    static final String ABOUT = "about";
    private static final String DRAFT = ".new";

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Settings settings;
    private final char[] passphrase;
    private final PrintStream screen;

    Backup(Settings settings, char[] passphrase, PrintStream screen) {
        this.settings = settings;
        this.passphrase = passphrase;
        this.screen = screen;
    }

    /** Says where the two files of a backup go; refuses one place for both. */
    static void refuseOnePlace(Path data, Path keys) throws IOException {
        for (Path folder : List.of(data, keys)) {
            if (!Files.isDirectory(folder)) {
                throw new CannotStart("The folder " + folder + " is not there. Make it, or name another.");
            }
        }
        if (Files.isSameFile(data, keys)) {
            throw new CannotStart("Both go to " + data + ". Keep the keys apart from the data: who finds both, and the"
                    + " passphrase, reads everything. Name another folder for the keys.");
        }
    }

    /** Writes them, and reads them again; leaves none when either fails. */
    void write(Path folder, Path keyFolder, DatabaseTools tools) throws Exception {
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Path data = folder.resolve("samenzicht-" + STAMP.format(now) + ".data");
        Path keys = keyFolder.resolve("samenzicht-" + STAMP.format(now) + ".keys");
        try {
            writeData(data, now, tools);
            writeKeys(keys, now);
            Archive.check(data, passphrase, Archive.DATA);
            Archive.check(keys, passphrase, Archive.KEYS);
        } catch (Exception e) {
            Files.deleteIfExists(data);
            Files.deleteIfExists(keys);
            throw e;
        }
        screen.println("Written, and read again:");
        screen.println("  " + data + "  " + kilobytes(data) + "  the data");
        screen.println("  " + keys + "  " + kilobytes(keys) + "  the keys; keep them somewhere else");
    }

    private void writeData(Path file, Instant now, DatabaseTools tools) throws Exception {
        try (var archive = Archive.create(file, passphrase, Archive.DATA)) {
            about(archive, now);
            // before the database, so that none is of a state that the database does not know
            addAll(archive, CHECKPOINTS, name -> !name.equals(DESTROYED));
            try (var out = archive.add(DATABASE)) {
                tools.dump(out);
            }
            // after it, so that none is missing that the database knows
            addAll(archive, CHECKPOINTS, DESTROYED::equals);
            addAll(archive, OUTBOX, name -> true);
            archive.isWhole();
        }
    }

    private void writeKeys(Path file, Instant now) throws IOException {
        try (var archive = Archive.create(file, passphrase, Archive.KEYS)) {
            about(archive, now);
            addAll(archive, KEYS, name -> true);
            archive.isWhole();
        }
    }

    private static String kilobytes(Path file) throws IOException {
        return (Files.size(file) + 1023) / 1024 + " kB";
    }

    private static void about(Archive archive, Instant made) throws IOException {
        try (var out = archive.add(ABOUT)) {
            out.write(("made=" + made + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    private void addAll(Archive archive, String folder, Predicate<String> chosen) throws IOException {
        Path from = settings.home().resolve(folder);
        if (!Files.isDirectory(from)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> found = Files.walk(from)) {
            files = found.filter(file ->
                            Files.isRegularFile(file) && !file.toString().endsWith(DRAFT))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            String name = settings.home().relativize(file).toString();
            if (chosen.test(name)) {
                archive.add(name, file);
            }
        }
    }
}
