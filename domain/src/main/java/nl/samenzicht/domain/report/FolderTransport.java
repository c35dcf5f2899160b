package nl.samenzicht.domain.report;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;
import static java.nio.file.attribute.PosixFilePermissions.asFileAttribute;
import static java.nio.file.attribute.PosixFilePermissions.fromString;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;

/** Puts each message as a file in a folder, from which something else takes it; whole or not at all, and once. */
final class FolderTransport implements ReportTransport {
    private final Path folder;

    FolderTransport(Path folder) {
        this.folder = folder;
    }

    @Override
    public Outcome carry(UUID message, byte[] envelope) {
        var file = folder.resolve(message + ".report.json");
        var fresh = folder.resolve("." + message + "." + UUID.randomUUID());
        try {
            Files.createDirectories(folder, asFileAttribute(fromString("rwx------")));
            if (Files.exists(file)) {
                return new HandedOver();
            }
            try (var channel =
                    FileChannel.open(fresh, Set.of(CREATE_NEW, WRITE), asFileAttribute(fromString("rw-------")))) {
                var bytes = ByteBuffer.wrap(envelope);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(fresh, file, ATOMIC_MOVE);
            try (var directory = FileChannel.open(folder)) {
                directory.force(true);
            }
            return new HandedOver();
        } catch (IOException e) {
            discard(fresh);
            return new NotNow("folder");
        }
    }

    private static void discard(Path fresh) {
        try {
            Files.deleteIfExists(fresh);
        } catch (IOException stays) {
            // a hidden file that nobody takes; the next attempt has a name of its own
        }
    }
}
