package nl.samenzicht.domain.advice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The signals of Dutch practice, version 1 of November 2026, read from {@code advice/signals-1.tsv}. They are said in our own
 * words after lists of Zorg- en Veiligheidshuis Zeeland, Maak het zichtbaar, Keerpunt and Informatiepunt mensenhandel, and
 * carry no official weight.
 */
public final class PracticeSignals {
    private static final String FILE = "/advice/signals-1.tsv";
    private static final int COLUMNS = 6;

    private PracticeSignals() {}

    /** Reads the signals that the product comes with, in the order in which they are shown. */
    public static List<PracticeSignal> all() {
        try (var in = PracticeSignals.class.getResourceAsStream(FILE);
                var lines = new BufferedReader(new InputStreamReader(in, UTF_8))) {
            return lines.lines().skip(1).map(PracticeSignals::signal).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read", e);
        }
    }

    /** The groups with their signals, in the order in which they are shown. */
    public static Map<String, List<PracticeSignal>> byGroup() {
        return all().stream().collect(groupingBy(PracticeSignal::group, LinkedHashMap::new, toList()));
    }

    private static PracticeSignal signal(String line) {
        var cells = line.split("\t", -1);
        if (cells.length != COLUMNS) {
            throw new IllegalStateException(
                    "A line of '%s' has %d columns, not %d: %s".formatted(FILE, cells.length, COLUMNS, line));
        }
        return new PracticeSignal(cells[0], cells[1], Set.of(cells[2].split(" ")), cells[4], cells[5]);
    }
}
