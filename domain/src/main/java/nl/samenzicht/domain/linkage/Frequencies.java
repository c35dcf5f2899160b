package nl.samenzicht.domain.linkage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * How common names are, how names sound and how they begin: that two people share a rare name says more than that they share a
 * common one. Each table has only what is common; {@code least} is taken for the rest.
 */
public final class Frequencies {

    /** What there are tables of. */
    public enum Table {
        /** Words among given and other names. */
        GIVEN,
        /** Words among family names. */
        FAMILY,
        /** What any of the names sounds like. */
        SOUND,
        /** How any of the names begins. */
        BEGIN;

        String prefix() {
            return name().toLowerCase(Locale.ROOT) + ".";
        }
    }

    private final Map<Table, Map<String, Double>> tables;
    private final Map<String, Double> roots;
    private final double least;
    private final double rarePair;

    /**
     * @param tables the part of people of whom it holds
     * @param rarePair names that are found together less often than this are rare enough to be found by without a date
     */
    public Frequencies(Map<Table, Map<String, Double>> tables, double least, double rarePair) {
        this.tables = Map.copyOf(tables);
        this.least = least;
        this.rarePair = rarePair;
        var meant = new HashMap<String, Double>();
        of(Table.GIVEN).forEach((word, part) -> meant.merge(Nicknames.root(word).orElse(word), part, Double::sum));
        this.roots = Map.copyOf(meant);
    }

    private Map<String, Double> of(Table table) {
        return tables.getOrDefault(table, Map.of());
    }

    private double of(Table table, String what) {
        return of(table).getOrDefault(what, least);
    }

    /** The part of people who have this given name. */
    double ofGiven(String word) {
        return of(Table.GIVEN, word);
    }

    /** The part of people who have this family name. */
    double ofFamily(String word) {
        return of(Table.FAMILY, word);
    }

    /** The part of people who have this name, as whichever of the two it is more common. */
    double ofAny(String word) {
        return Math.max(ofGiven(word), ofFamily(word));
    }

    /** The part of people who have a name with this sound. */
    double ofSound(String sound) {
        return of(Table.SOUND, sound);
    }

    /** The part of people who have a name that sounds like this one. */
    double ofSoundOf(String word) {
        return ofSound(Blocking.sound(word));
    }

    /** The part of people who have a name that begins like this. */
    double ofBeginning(String beginning) {
        return of(Table.BEGIN, beginning);
    }

    /** The part of people who have a given name that stands for the same as this one. */
    double ofRoot(String word) {
        return roots.getOrDefault(Nicknames.root(word).orElse(word), least);
    }

    /** Whether what this part of people share is as telling as a name with a date. */
    boolean rare(double share) {
        return share <= rarePair;
    }

    /** The part of the rarest of these words. */
    static double rarest(List<String> words, ToDoubleFunction<String> frequency) {
        return words.stream().mapToDouble(frequency).min().orElse(1);
    }

    /** The tables as the file holds them. */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("name,part");
        lines.add("limit.LEAST," + least);
        lines.add("limit.RARE_PAIR," + rarePair);
        for (var table : Table.values()) {
            new TreeMap<>(of(table))
                    .forEach((name, part) ->
                            lines.add(String.format(Locale.ROOT, "%s%s,%.4f", table.prefix(), name, part)));
        }
        return lines;
    }
}
