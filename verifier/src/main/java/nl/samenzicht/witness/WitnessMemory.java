package nl.samenzicht.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import nl.samenzicht.tlog.SignedNote;

/**
 * The file in which a witness remembers what it cosigned last. It is written whole beside the old one, forced to disk and
 * then put in its place, so that a crash leaves the one or the other. A fork that was seen stays on disk as evidence.
 */
final class WitnessMemory {
    private final Path file;
    private final Path evidence;

    WitnessMemory(Path file) {
        this.file = file.toAbsolutePath();
        this.evidence = this.file.resolveSibling(file.getFileName() + ".fork");
    }

    /**
     * What was cosigned last; empty at the first start.
     *
     * @throws IOException when the file is there and damaged: a witness that forgot must not begin anew by itself
     */
    Optional<SignedNote> last() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(SignedNote.parse(Files.readString(file)));
        } catch (IllegalArgumentException damaged) {
            throw new IOException("State file '%s' is damaged: %s".formatted(file, damaged.getMessage()), damaged);
        }
    }

    /** Remembers a cosigned checkpoint, and returns once it is on disk. */
    void keep(SignedNote cosigned) throws IOException {
        write(file, cosigned.written());
    }

    /** Whether a fork was seen before; it does not go away by waiting. */
    boolean sawFork() {
        return Files.exists(evidence);
    }

    /** Keeps the two signed states that exclude each other. */
    void keepEvidence(String before, String now) throws IOException {
        write(evidence, before + "\n" + now);
    }

    private static void write(Path target, String text) throws IOException {
        Files.createDirectories(target.getParent());
        var next = target.resolveSibling(target.getFileName() + ".new");
        try (var channel = FileChannel.open(next, CREATE, WRITE, TRUNCATE_EXISTING)) {
            var bytes = ByteBuffer.wrap(text.getBytes(UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(next, target, ATOMIC_MOVE);
        try (var folder = FileChannel.open(target.getParent(), READ)) {
            folder.force(true);
        }
    }
}
