package nl.samenzicht.domain.linkage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which given names stand for one another, read from {@code linkage/nicknames.csv}: 'Hans' for 'Johannes'. */
final class Nicknames {

    private static final Map<String, String> ROOTS = read();

    private Nicknames() {}

    /** The name that this one is short for, or itself when others are short for it; empty when it is not in the table. */
    static Optional<String> root(String word) {
        return Optional.ofNullable(ROOTS.get(word));
    }

    private static Map<String, String> read() {
        var roots = new HashMap<String, String>();
        try (var in = Nicknames.class.getResourceAsStream("/linkage/nicknames.csv");
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().skip(1).forEach(line -> {
                var cells = line.split(",");
                var root = Latin.of(cells[0]);
                roots.put(root, root);
                for (var name : cells[1].split(" ")) {
                    roots.putIfAbsent(Latin.of(name), root);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("linkage/nicknames.csv cannot be read", e);
        }
        return Map.copyOf(roots);
    }
}
