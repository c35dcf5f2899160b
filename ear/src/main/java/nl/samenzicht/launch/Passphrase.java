package nl.samenzicht.launch;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Set;

/** The passphrase of a backup: from a file that only its owner reads, or typed. It is in no argument and no log. */
final class Passphrase {
    private static final String FILE = "SAMENZICHT_BACKUP_PASSPHRASE_FILE";
    private static final int SHORTEST = 20;
    private static final Set<PosixFilePermission> OF_OTHERS = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private Passphrase() {}

    /**
     * Returns the one for a new backup.
     *
     * @throws CannotStart when there is none, it is too short, or others may read its file
     */
    static char[] chosen(Map<String, String> environment) throws IOException {
        char[] chosen = given(environment);
        if (chosen.length < SHORTEST) {
            throw new CannotStart("The passphrase has " + chosen.length + " characters and needs " + SHORTEST
                    + " or more; six words that somebody drew by lot will do.");
        }
        if (environment.get(FILE) == null && !Arrays.equals(chosen, typed("The same once more: "))) {
            throw new CannotStart("That was not the same twice.");
        }
        return chosen;
    }

    /** Returns the one of a backup that is there. */
    static char[] given(Map<String, String> environment) throws IOException {
        String name = environment.get(FILE);
        if (name == null) {
            return typed("Passphrase of the backup: ");
        }
        Path file = Path.of(name);
        if (!Files.isReadable(file)) {
            throw new CannotStart(FILE + " is '" + name + "', and that file cannot be read.");
        }
        if (!Collections.disjoint(Files.getPosixFilePermissions(file), OF_OTHERS)) {
            throw new CannotStart(
                    "Others than its owner may read " + file + ". Take that away first: chmod 600 " + file);
        }
        return Files.readString(file).strip().toCharArray();
    }

    private static char[] typed(String question) {
        Console console = System.console();
        if (console == null) {
            throw new CannotStart(
                    "Nobody is there to type the passphrase. Put it in a file that only its owner reads, and"
                            + " name that file in " + FILE + ".");
        }
        char[] typed = console.readPassword("%s", question);
        return typed == null ? new char[0] : typed;
    }
}
