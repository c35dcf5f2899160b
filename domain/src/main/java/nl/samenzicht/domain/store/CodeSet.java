package nl.samenzicht.domain.store;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** A set of codes as one column keeps it: their names in their order, a space between two. */
public final class CodeSet {
    private CodeSet() {}

    /** The names, in the order of the codes. */
    public static String text(Set<? extends Enum<?>> codes) {
        return codes.stream()
                .sorted((a, b) -> Integer.compare(a.ordinal(), b.ordinal()))
                .map(Enum::name)
                .collect(joining(" "));
    }

    /**
     * The codes of a text.
     *
     * @throws IllegalArgumentException when a name is not of a code
     */
    public static <E extends Enum<E>> Set<E> of(Class<E> type, String text) {
        var found = EnumSet.noneOf(type);
        Arrays.stream(text.split(" "))
                .filter(name -> !name.isEmpty())
                .map(name -> Enum.valueOf(type, name))
                .forEach(found::add);
        return Collections.unmodifiableSet(found);
    }
}
