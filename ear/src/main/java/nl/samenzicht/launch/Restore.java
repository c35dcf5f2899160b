package nl.samenzicht.launch;

import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts a backup back. Nothing of what is there is lost: the old database is set aside, keys that are there stay, and what the
 * folder {@code checkpoints} knows of later times stays beside what the backup knows. The next start destroys again what was
 * destroyed since, and declares in the log who restored what, and why.
 */
final class Restore {
    private static final String DECLARED = "restored.properties";

    private final Settings settings;
    private final Home home;
    private final char[] passphrase;
    private final PrintStream screen;
    private final Path unpacked;

    Restore(Settings settings, Home home, char[] passphrase, PrintStream screen) {
        this.settings = settings;
        this.home = home;
        this.passphrase = passphrase;
        this.screen = screen;
        this.unpacked = settings.home().resolve("restoring");
    }

    /** Opens a database and the tools for it, once what was there is out of the way. */
    interface Target {
        void load(Path sql) throws Exception;
    }

    /**
     * Reads both files whole before it changes anything.
     *
     * @param later a copy of {@code checkpoints} that is newer than the backup, or null
     */
    void read(Path data, Path keys, Path later) throws IOException {
        if (later != null && !Files.isDirectory(later)) {
            throw new CannotStart("The folder " + later + " is not there.");
        }
        Home.wipe(unpacked);
        Secrets.privateFolder(unpacked);
        Archive.unpack(data, passphrase, Archive.DATA, unpacked);
        Archive.unpack(keys, passphrase, Archive.KEYS, Files.createDirectory(unpacked.resolve("of-keys")));
        if (!Files.exists(unpacked.resolve(Backup.DATABASE))) {
            throw new CannotStart("The file " + data + " holds no database.");
        }
    }

    /** Puts back what was read. */
    void apply(Target target, Path later, String by, String why) throws Exception {
        putKeys();
        Path unfinished = home.unfinishedRestore();
        Path data = settings.home().resolve("mariadb").resolve("data");
        if (Files.exists(unfinished)) {
            Home.wipe(data);
        }
        Secrets.writePrivate(unfinished, "A restore began and did not end. Run it again.\n");
        if (Files.isDirectory(data)) {
            Path aside = data.resolveSibling("data-before-" + Instant.now().getEpochSecond());
            Files.move(data, aside, StandardCopyOption.ATOMIC_MOVE);
            screen.println("The database that was there is kept in " + aside + ". Remove it when you are sure.");
        }
        target.load(unpacked.resolve(Backup.DATABASE));
        put(Backup.CHECKPOINTS, unpacked.resolve(Backup.CHECKPOINTS), Restore::addWhatIsNew);
        if (later != null) {
            put(Backup.CHECKPOINTS, later, Restore::addWhatIsNew);
        }
        put(Backup.OUTBOX, unpacked.resolve(Backup.OUTBOX), (file, there) -> {});
        declare(by, why);
        Files.delete(unfinished);
    }

    /** Takes away what was unpacked. */
    void clean() throws IOException {
        Home.wipe(unpacked);
    }

    private void putKeys() throws IOException {
        Path keys = settings.home().resolve(Backup.KEYS);
        if (Files.isDirectory(keys)) {
            screen.println("Keys are there already, in " + keys + "; they stay as they are.");
            return;
        }
        Path draft = settings.home().resolve("keys.new");
        Home.wipe(draft);
        Secrets.privateFolder(draft);
        try (Stream<Path> found = Files.list(unpacked.resolve("of-keys").resolve(Backup.KEYS))) {
            for (Path file : found.toList()) {
                Secrets.writePrivate(draft.resolve(file.getFileName()), Files.readString(file));
            }
        }
        Files.move(draft, keys, StandardCopyOption.ATOMIC_MOVE);
    }

    /** What becomes of a file that is there already. */
    private interface Meeting {
        void of(Path file, Path there) throws IOException;
    }

    private void put(String folder, Path from, Meeting meeting) throws IOException {
        Path to = settings.home().resolve(folder);
        for (Path file : files(from)) {
            Path there = to.resolve(from.relativize(file).toString());
            if (Files.exists(there)) {
                meeting.of(file, there);
            } else {
                Files.createDirectories(there.getParent());
                Files.copy(file, there);
            }
        }
    }

    /** What is there stays; a file that knows more replaces one that knows the beginning of it; what else is known comes after. */
    private static void addWhatIsNew(Path file, Path there) throws IOException {
        if (there.endsWith(Backup.DESTROYED)) {
            Secrets.writePrivate(there, united(Files.readString(there), Files.readString(file)));
        } else if (!there.endsWith("latest")) {
            String old = Files.readString(there, StandardCharsets.ISO_8859_1);
            String found = Files.readString(file, StandardCharsets.ISO_8859_1);
            if (found.startsWith(old)) {
                Files.copy(file, there, StandardCopyOption.REPLACE_EXISTING);
            } else if (!old.startsWith(found)) {
                Files.writeString(there, "\n\n" + found, StandardCharsets.ISO_8859_1, StandardOpenOption.APPEND);
            }
        }
    }

    private static String united(String one, String other) {
        return Stream.concat(one.lines(), other.lines())
                .filter(line -> !line.isBlank())
                .distinct()
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** For the next start, which puts it in the log before anybody is let in. */
    private void declare(String by, String why) throws IOException {
        var made = new Properties();
        try (var in = Files.newBufferedReader(unpacked.resolve(Backup.ABOUT))) {
            made.load(in);
        }
        var declared = new Properties();
        declared.setProperty("made", made.getProperty("made"));
        declared.setProperty(
                "restored", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        declared.setProperty("by", by);
        declared.setProperty("why", why);
        var text = new StringWriter();
        declared.store(text, null);
        Secrets.writePrivate(settings.home().resolve(DECLARED), text.toString());
    }
}
