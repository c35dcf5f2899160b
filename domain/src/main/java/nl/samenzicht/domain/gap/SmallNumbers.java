package nl.samenzicht.domain.gap;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts of people, made fit to be shown to others. Fewer than five is not told from nought, what remains is rounded to five,
 * and there is no total: four and four make eight in one way only, so a total would tell what was hidden, and so would a cell
 * that was left out to hide another from it.
 *
 * @param shown rounded to five, by what is counted; what is not here was counted fewer than five times, or never
 */
public record SmallNumbers(SortedMap<String, Integer> shown) {

    /** Fewer than this are not told. */
    public static final int FEWEST = 5;

    /** To what is rounded. */
    public static final int STEP = 5;

    public SmallNumbers {
        shown = Collections.unmodifiableSortedMap(new TreeMap<>(shown));
    }

    /** Makes counts fit to be shown. */
    public static SmallNumbers of(Map<String, Integer> counts) {
        var shown = new TreeMap<String, Integer>();
        counts.forEach((what, count) -> rounded(count).ifPresent(about -> shown.put(what, about)));
        return new SmallNumbers(shown);
    }

    /** A number by itself, to the nearest five; empty when it is fewer than five. */
    public static OptionalInt rounded(int count) {
        return count < FEWEST ? OptionalInt.empty() : OptionalInt.of(Math.round((float) count / STEP) * STEP);
    }

    /** The largest of them, to draw the others against. */
    public Optional<Integer> largest() {
        return shown.values().stream().max(Integer::compare);
    }
}
