package nl.samenzicht.launch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;

/** The folder of an installation, so that two never use it at once. */
final class Home {
    /** Lies in the folder while its database is half restored; see {@link Restore}. */
    private static final String UNFINISHED = "restore-unfinished";

    private final Path folder;
    private FileLock lock;

    Home(Path folder) {
        this.folder = folder;
    }

    /** Makes the folder when it is not there, for its owner alone. */
    void make() {
        try {
            Secrets.privateFolder(folder);
        } catch (IOException e) {
            throw new CannotStart("The folder " + folder + " cannot be made: " + e.getMessage()
                    + ". Choose another with SAMENZICHT_HOME.");
        }
    }

    /** Keeps others out until this process ends; false when another process has it. */
    boolean take() throws IOException {
        var channel = FileChannel.open(folder.resolve("in-use"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        return lock != null;
    }

    /** The file that says that a restore began and did not end. */
    Path unfinishedRestore() {
        return folder.resolve(UNFINISHED);
    }

    /**
     * Looks whether the database is half restored.
     *
     * @throws CannotStart when it is
     */
    void refuseHalfRestored() {
        if (Files.exists(unfinishedRestore())) {
            throw new CannotStart("A restore began on " + folder + " and did not end. Run it again first.");
        }
    }

    /** Removes a folder with all in it; does nothing when it is not there. */
    static void wipe(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
