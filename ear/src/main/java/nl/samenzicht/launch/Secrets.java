package nl.samenzicht.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Makes, at the first start, the passwords of the embedded database's accounts, in a file that only its owner reads. */
final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    /** Makes a folder that only its owner enters. */
    static void privateFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }

    /** Returns the passwords by account name, {@code app}, {@code ledger}, {@code maintenance} and {@code migration}. */
    static Map<String, String> databasePasswords(Path folder) throws IOException {
        privateFolder(folder);
        Path file = folder.resolve("database.properties");
        var known = new Properties();
        if (Files.exists(file)) {
            try (var in = Files.newInputStream(file)) {
                known.load(in);
            }
        }
        var passwords = new TreeMap<String, String>();
        for (String account : new String[] {"app", "ledger", "maintenance", "migration"}) {
            passwords.put(account, known.getProperty(account, password()));
        }
        if (!known.keySet().containsAll(passwords.keySet())) {
            var text = new StringBuilder();
            passwords.forEach((account, password) ->
                    text.append(account).append('=').append(password).append('\n'));
            writePrivate(file, text.toString());
        }
        return passwords;
    }

    /** Writes a file that only its owner reads, in one step. */
    static void writePrivate(Path file, String text) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, text, StandardOpenOption.WRITE);
        Files.move(
                draft,
                file,
                java.nio.file.StandardCopyOption.REPLACE_EXISTING,
                java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }

    private static String password() {
        byte[] random = new byte[27];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().encodeToString(random);
    }
}
