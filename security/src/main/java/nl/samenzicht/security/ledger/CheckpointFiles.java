package nl.samenzicht.security.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Checkpoints outside the database, in {@code checkpoints} under the home of the installation: one file for each day (UTC)
 * to which notes are added, and {@code latest}, the newest note alone, to be collected by others.
 *
 * <p>Every node keeps its own files, also when another node does the sequencing; whoever rewrites the database must find
 * and rewrite them all, and would lack the key to sign them.
 */
final class CheckpointFiles {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd").withZone(ZoneOffset.UTC);
    private static final String SUFFIX = ".checkpoints";

    private final Path folder;

    CheckpointFiles(Path home) {
        folder = home.resolve("checkpoints");
    }

    /** A note as found in a file; the text may be damaged. */
    record Found(Path file, int ordinal, String note) {}

    /** Adds a note to the file of its day and returns once it is on disk. */
    void add(String note, Instant at) throws IOException {
        Files.createDirectories(folder);
        var file = folder.resolve(DAY.format(at) + SUFFIX);
        boolean fresh = !Files.exists(file);
        // empty lines before it as well, so that a note cut off by a crash spoils only itself
        write(file, (fresh ? "" : "\n\n") + note + "\n", CREATE, WRITE, APPEND);
        var next = Files.createTempFile(folder, "latest", ".new");
        write(next, note, CREATE, WRITE, TRUNCATE_EXISTING);
        Files.move(next, folder.resolve("latest"), ATOMIC_MOVE);
        try (var directory = FileChannel.open(folder, READ)) {
            directory.force(true);
        }
    }

    /** The size of the largest tree that a note in these files vouches for; 0 when there is none. */
    long newest(LedgerIdentity identity) throws IOException {
        long newest = 0;
        for (var found : all()) {
            newest = Math.max(newest, sizeOf(identity, found.note()));
        }
        return newest;
    }

    /**
     * Moves the files with a note of more lines into a folder of their own, and leaves of each what is of no more.
     *
     * @param size the most that a note that stays may vouch for
     * @param at after which the folder is named
     */
    void setAside(LedgerIdentity identity, long size, Instant at) throws IOException {
        var stays = new TreeMap<Path, List<String>>();
        var goes = new TreeSet<Path>();
        for (var found : all()) {
            if (sizeOf(identity, found.note()) > size) {
                goes.add(found.file());
            } else {
                stays.computeIfAbsent(found.file(), any -> new ArrayList<>()).add(found.note());
            }
        }
        var aside = Files.createDirectories(folder.resolve("before-restore-" + at.getEpochSecond()));
        for (var file : goes) {
            Files.move(file, aside.resolve(file.getFileName()), ATOMIC_MOVE);
            var notes = stays.getOrDefault(file, List.of());
            if (!notes.isEmpty()) {
                write(file, String.join("\n\n\n", notes) + "\n", CREATE, WRITE, TRUNCATE_EXISTING);
            }
        }
        Files.deleteIfExists(folder.resolve("latest"));
    }

    /** How many lines a note vouches for; 0 when it is damaged, which the verifier says. */
    private static long sizeOf(LedgerIdentity identity, String note) {
        try {
            return identity.verified(note).size();
        } catch (IllegalArgumentException damaged) {
            return 0;
        }
    }

    /** Every note of every day, the oldest first. */
    List<Found> all() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        var found = new ArrayList<Found>();
        List<Path> days;
        try (var files = Files.list(folder)) {
            days = files.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        }
        for (var day : days) {
            int ordinal = 0;
            // a byte that is not UTF-8 becomes a replacement character and shows up as a signature that does not hold
            for (var note : split(new String(Files.readAllBytes(day), UTF_8))) {
                found.add(new Found(day, ++ordinal, note));
            }
        }
        return found;
    }

    /** A note is a paragraph of text and a paragraph of signatures; what a crash cut off was written again after it. */
    private static List<String> split(String content) {
        var notes = new ArrayList<String>();
        String text = null;
        for (var paragraph : content.split("\n{2,}")) {
            var lines = paragraph.strip();
            if (lines.isEmpty()) {
                continue;
            }
            if (text != null && lines.startsWith("—")) {
                notes.add(text + "\n\n" + lines + "\n");
                text = null;
            } else {
                if (text != null) {
                    notes.add(text + "\n");
                }
                text = lines;
            }
        }
        if (text != null) {
            notes.add(text + "\n");
        }
        for (int i = notes.size() - 2; i >= 0; i--) {
            if (notes.get(i + 1).startsWith(notes.get(i).strip())) {
                notes.remove(i);
            }
        }
        return notes;
    }

    private static void write(Path file, String text, OpenOption... options) throws IOException {
        try (var channel = FileChannel.open(file, options)) {
            var bytes = ByteBuffer.wrap(text.getBytes(UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }
}
