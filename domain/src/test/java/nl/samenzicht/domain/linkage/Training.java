package nl.samenzicht.domain.linkage;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenzicht.domain.linkage.Frequencies.Table;
import nl.samenzicht.security.keys.KeyFolder;
import nl.samenzicht.security.keys.LinkageKeys;

/** Finds weights on labelled people: how often each level is seen among pairs of one person, and among pairs of two. */
public final class Training {

    private static final int STRANGERS = 1_000_000;
    private static final int SEED = 17;
    private static final double UNSEEN = 0.5;
    private static final double SMOOTHING = 0.5;

    private Training() {}

    private static final class Seen<L extends Enum<L>> {
        private final Map<L, Double> matches;
        private final Map<L, Double> strangers;
        private final Function<Comparison, L> level;
        private final String name;

        Seen(String name, Class<L> type, Function<Comparison, L> level) {
            this.name = name;
            this.level = level;
            matches = new EnumMap<>(type);
            strangers = new EnumMap<>(type);
            for (var each : type.getEnumConstants()) {
                if (!each.name().equals("UNKNOWN")) {
                    matches.put(each, SMOOTHING);
                    strangers.put(each, SMOOTHING);
                }
            }
        }

        void add(Comparison comparison, boolean match) {
            (match ? matches : strangers).computeIfPresent(level.apply(comparison), (any, n) -> n + 1);
        }

        void bits(Map<String, Double> bits) {
            double all = matches.values().stream().mapToDouble(n -> n).sum();
            double others = strangers.values().stream().mapToDouble(n -> n).sum();
            matches.forEach((each, n) -> bits.put(
                    name + "." + each.name(),
                    log2(n / all) - (sharesWords(each) ? 0 : log2(strangers.get(each) / others))));
        }
    }

    private static boolean sharesWords(Enum<?> level) {
        return level instanceof NameLevel name && ((name.sharesWords() || name.sharesSound() || name.sharesRoot()));
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }

    /** Weights from these sets, without limits. */
    public static Weights weights(int version, List<LabelledPeople> sets, Frequencies frequencies) {
        var seen = List.of(
                new Seen<>("given", NameLevel.class, each -> each.given().level()),
                new Seen<>("family", NameLevel.class, each -> each.family().level()),
                new Seen<>("date", DateLevel.class, Comparison::date),
                new Seen<>("bsn", NumberLevel.class, Comparison::bsn),
                new Seen<>("vNumber", NumberLevel.class, Comparison::vNumber),
                new Seen<>("phone", NumberLevel.class, Comparison::phone));
        var key = new LinkageKeys(KeyFolder.inMemory()).current();
        var random = new Random(SEED);
        double swaps = SMOOTHING;
        double matches = 2 * SMOOTHING;
        for (var people : sets) {
            var digests = people.asked().stream()
                    .map(each -> new Digest(each.persona()))
                    .toList();
            var records = people.kept().stream()
                    .map(each -> PersonRecord.of(new Digest(each.persona()), key))
                    .toList();
            var byLabel = new HashMap<String, List<Integer>>();
            for (int i = 0; i < people.kept().size(); i++) {
                byLabel.computeIfAbsent(people.kept().get(i).label(), any -> new ArrayList<>())
                        .add(i);
            }
            for (int i = 0; i < people.asked().size(); i++) {
                for (int j : byLabel.getOrDefault(people.asked().get(i).label(), List.of())) {
                    if (!people.oneList() || j > i) {
                        var comparison = PersonRecord.compare(digests.get(i), records.get(j), key);
                        matches++;
                        if (swapped(comparison)) {
                            swaps++;
                        } else {
                            seen.forEach(each -> each.add(comparison, true));
                        }
                    }
                }
            }
            for (int n = 0; n < STRANGERS / sets.size(); n++) {
                int i = random.nextInt(digests.size());
                int j = random.nextInt(records.size());
                if (!people.same(i, j)) {
                    var comparison = PersonRecord.compare(digests.get(i), records.get(j), key);
                    seen.forEach(each -> each.add(comparison, false));
                }
            }
        }
        var bits = new HashMap<String, Double>();
        seen.forEach(each -> each.bits(bits));
        bits.put(Weights.SWAP, log2(swaps / matches));
        bits.put(Weights.ALIAS, log2(0.1));
        return new Weights(version, bits, frequencies, Double.MAX_VALUE, Double.MAX_VALUE);
    }

    /** How common names are in these sets: of all names that are there, for a small population. */
    public static Frequencies frequencies(List<LabelledPeople> sets, double rarePair) {
        int people = sets.stream().mapToInt(set -> set.kept().size()).sum();
        return frequencies(sets, rarePair, 0, UNSEEN / people);
    }

    /** The same with only what at least this part of people have. */
    public static Frequencies frequencies(List<LabelledPeople> sets, double rarePair, double atLeast, double least) {
        var people = sets.stream()
                .flatMap(set -> set.kept().stream())
                .map(LabelledPeople.Described::persona)
                .toList();
        Function<Persona, Set<String>> all = persona -> Stream.of(persona.given(), persona.family(), persona.others())
                .flatMap(List::stream)
                .filter(word -> word.length() > 1)
                .collect(Collectors.toSet());
        var tables = new EnumMap<Table, Map<String, Double>>(Table.class);
        tables.put(
                Table.GIVEN,
                parts(
                        people,
                        atLeast,
                        persona -> Stream.of(persona.given(), persona.others())
                                .flatMap(List::stream)
                                .collect(Collectors.toSet())));
        tables.put(Table.FAMILY, parts(people, atLeast, persona -> new HashSet<>(persona.family())));
        tables.put(
                Table.SOUND,
                parts(
                        people,
                        atLeast,
                        persona ->
                                all.apply(persona).stream().map(Blocking::sound).collect(Collectors.toSet())));
        tables.put(
                Table.BEGIN,
                parts(
                        people,
                        atLeast,
                        persona -> all.apply(persona).stream()
                                .map(Blocking::beginning)
                                .collect(Collectors.toSet())));
        return new Frequencies(tables, least, rarePair);
    }

    private static Map<String, Double> parts(
            List<Persona> people, double atLeast, Function<Persona, Set<String>> values) {
        var counts = new HashMap<String, Integer>();
        people.forEach(persona -> values.apply(persona).forEach(value -> counts.merge(value, 1, Integer::sum)));
        var parts = new HashMap<String, Double>();
        counts.forEach((value, count) -> {
            if (count >= atLeast * people.size()) {
                parts.put(value, (double) count / people.size());
            }
        });
        return parts;
    }

    private static boolean swapped(Comparison comparison) {
        return comparison.given().level().compareTo(NameLevel.LIKE) > 0
                && comparison.family().level().compareTo(NameLevel.LIKE) > 0
                && (comparison.givenAsFamily().level().compareTo(NameLevel.LIKE) <= 0
                        || comparison.familyAsGiven().level().compareTo(NameLevel.LIKE) <= 0);
    }
}
