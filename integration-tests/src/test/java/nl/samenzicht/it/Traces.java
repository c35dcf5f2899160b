package nl.samenzicht.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Bytes by which somebody could be read or found again, and the search for them in all that the product leaves. */
final class Traces {
    private static final int OVERLAP = 512;
    private static final int PIECE = 16 << 20;

    /** The first bytes of a sealed text are as telling as all of it, and lie on one page. */
    private static final int ENOUGH = 48;

    private final Map<String, byte[]> traces = new LinkedHashMap<>();

    /** A word of a person, plain, in base64, in hexadecimal, and hashed. */
    Traces word(String word) {
        var bytes = word.getBytes(UTF_8);
        var hash = sha256(bytes);
        var hex = HexFormat.of();
        traces.put(word + " plain", bytes);
        traces.put(word + " base64", Base64.getEncoder().withoutPadding().encode(bytes));
        traces.put(word + " hex", hex.formatHex(bytes).getBytes(UTF_8));
        traces.put(
                word + " hex in capitals", hex.withUpperCase().formatHex(bytes).getBytes(UTF_8));
        traces.put(word + " sha-256", hash);
        traces.put(word + " sha-256 hex", hex.formatHex(hash).getBytes(UTF_8));
        traces.put(
                word + " sha-256 base64", Base64.getEncoder().withoutPadding().encode(hash));
        return this;
    }

    /** The values of the one column that a query gives. */
    Traces values(String what, Connection database, String query) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(query)) {
            for (int i = 1; rows.next(); i++) {
                var value = rows.getBytes(1);
                traces.put(what + " " + i, Arrays.copyOf(value, Math.min(value.length, ENOUGH)));
            }
        }
        return this;
    }

    int size() {
        return traces.size();
    }

    /** The kinds of trace that were found in a column of a table, each with the columns. */
    Set<String> inTables(Connection database) throws SQLException {
        var found = new TreeSet<String>();
        int columns = 0;
        try (var listing = database.createStatement();
                var rows = listing.executeQuery(
                        "select table_name, column_name from information_schema.columns where table_schema = database()")) {
            while (rows.next()) {
                columns++;
                for (var trace : traces.entrySet()) {
                    try (var asking = database.prepareStatement("select 1 from `" + rows.getString(1)
                            + "` where instr(cast(`" + rows.getString(2) + "` as binary), ?) > 0 limit 1")) {
                        asking.setBytes(1, trace.getValue());
                        try (var answer = asking.executeQuery()) {
                            if (answer.next()) {
                                found.add(trace.getKey() + " in " + rows.getString(1) + "." + rows.getString(2));
                            }
                        }
                    }
                }
            }
        }
        if (columns < 100) {
            throw new IllegalStateException("Only " + columns + " columns were looked into");
        }
        return found;
    }

    /** The traces that were found in a file below a folder, each with the file. */
    Set<String> inFiles(Path folder) throws IOException {
        var found = new TreeSet<String>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                look(file, folder, found);
            }
        }
        return found;
    }

    private void look(Path file, Path folder, Set<String> found) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var before = new byte[0];
            while (true) {
                var piece = in.readNBytes(PIECE);
                if (piece.length == 0) {
                    return;
                }
                var both = Arrays.copyOf(before, before.length + piece.length);
                System.arraycopy(piece, 0, both, before.length, piece.length);
                var text = new String(both, ISO_8859_1);
                traces.forEach((name, bytes) -> {
                    if (text.contains(new String(bytes, ISO_8859_1))) {
                        found.add(name + " in " + folder.relativize(file));
                    }
                });
                before = Arrays.copyOfRange(both, Math.max(0, both.length - OVERLAP), both.length);
            }
        } catch (java.nio.file.NoSuchFileException gone) {
            // a file that is not there holds nothing
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
