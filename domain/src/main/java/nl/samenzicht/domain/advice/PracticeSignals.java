package nl.samenzicht.domain.advice;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
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
    private static final int COLUMNS = 7;

    private final Map<String, PracticeSignal> byCode;

    private PracticeSignals(Map<String, PracticeSignal> byCode) {
        this.byCode = byCode;
    }

    /** Reads the signals that the product comes with. */
    public static PracticeSignals standard() {
        var byCode = new LinkedHashMap<String, PracticeSignal>();
        text().lines().skip(1).map(PracticeSignals::signal).forEach(signal -> {
            if (byCode.put(signal.code(), signal) != null) {
                throw new IllegalStateException("Signal '%s' stands in '%s' twice".formatted(signal.code(), FILE));
            }
        });
        return new PracticeSignals(Collections.unmodifiableMap(byCode));
    }

    /** All signals, in the order in which they are shown. */
    public List<PracticeSignal> all() {
        return List.copyOf(byCode.values());
    }

    /** The groups with their signals, in the order in which they are shown. */
    public Map<String, List<PracticeSignal>> byGroup() {
        var groups = new LinkedHashMap<String, List<PracticeSignal>>();
        byCode.values().forEach(signal -> groups.merge(signal.group(), List.of(signal), PracticeSignals::both));
        return groups;
    }

    private static List<PracticeSignal> both(List<PracticeSignal> some, List<PracticeSignal> more) {
        return java.util.stream.Stream.concat(some.stream(), more.stream()).toList();
    }

    private static PracticeSignal signal(String line) {
        var cells = line.split("\t", -1);
        if (cells.length != COLUMNS) {
            throw new IllegalStateException(
                    "A line of '%s' has %d columns, not %d: %s".formatted(FILE, cells.length, COLUMNS, line));
        }
        return new PracticeSignal(
                cells[0], cells[1], Set.of(cells[2].split(" ")), cells[3].equals("yes"), cells[5], cells[6]);
    }

    private static String text() {
        try (var in = PracticeSignals.class.getResourceAsStream(FILE)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
