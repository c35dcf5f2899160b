package nl.samenzicht.domain.linkage;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Something by which a description is found.
 *
 * @param text what it is made of
 * @param share the part of people of whom the same may be expected
 */
record Compound(String text, double share) {

    /** The number of people for whom tokens are made to be found equally often; with fewer people they only get rarer. */
    private static final int PEOPLE = 1_000_000;

    private static final int AT_ONCE = 2;
    private static final int MOST = 16;

    /** How many names it has, so that what is common is no more often seen under one of them than what is rare. */
    private int names() {
        return (int) Math.max(1, Math.min(MOST, Math.ceil(share * PEOPLE / AT_ONCE)));
    }

    /** One of its names, by chance: to write down. */
    String one(RandomGenerator random) {
        return name(random.nextInt(names()));
    }

    /** All of its names: to ask by. */
    List<String> all() {
        return IntStream.range(0, names()).mapToObj(this::name).toList();
    }

    private String name(int number) {
        return text + "|" + number;
    }
}
