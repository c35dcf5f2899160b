package nl.samenzicht.domain.linkage;

import static java.util.stream.Collectors.toMap;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * How much each agreement says for one person, and each difference against it, in bits: the logarithm of how much more often
 * it is seen among descriptions of one person than among those of two (Fellegi and Sunter, A Theory for Record Linkage,
 * Journal of the American Statistical Association 64 (1969), 1183-1210). With them the two scores from which people are told
 * 'known' and 'maybe'.
 *
 * <p>The product's own are versioned data, {@code linkage/weights-1.csv}; how they were chosen, on other people than they are
 * measured on, stands in the decision record.
 *
 * @param version of the data
 * @param frequencies how common names are; that a word is shared says as many bits as the word is rare
 * @param bits by the name of what is compared and its level, such as {@code family.SAME}
 */
public record Weights(int version, Map<String, Double> bits, Frequencies frequencies, double known, double maybe) {

    private static final Weights STANDARD = read(1);

    static final String SWAP = "name.SWAPPED";
    static final String ALIAS = "name.ALIAS";

    public Weights {
        bits = Map.copyOf(bits);
        if (maybe > known) {
            throw new IllegalArgumentException("'maybe' begins at %.2f, above 'known' at %.2f".formatted(maybe, known));
        }
    }

    /** The weights that the product is built with. */
    public static Weights standard() {
        return STANDARD;
    }

    /** The same weights with other limits. */
    public Weights with(double known, double maybe) {
        return new Weights(version, bits, frequencies, known, maybe);
    }

    /** The score of a comparison, in bits. */
    double score(Comparison comparison) {
        return ofNamesAndDate(comparison) + ofNumbers(comparison.bsn(), comparison.vNumber(), comparison.phone());
    }

    /** What the names and the date say. */
    double ofNamesAndDate(Comparison comparison) {
        double name = name(comparison);
        double date = of("date", comparison.date());
        // many are born on one day: a date speaks for a person only beside a name that does
        return name + (comparison.namesAgree() ? date : Math.min(0, date));
    }

    /** What the numbers say. */
    double ofNumbers(NumberLevel bsn, NumberLevel vNumber, NumberLevel phone) {
        return of("bsn", bsn) + of("vNumber", vNumber) + of("phone", phone);
    }

    private double name(Comparison comparison) {
        double given = bits("given", comparison.given(), frequencies::ofGiven);
        double family = bits("family", comparison.family(), frequencies::ofFamily);
        double best = given + family;
        if (comparison.givenAsFamily() != NameAgreement.UNKNOWN
                || comparison.familyAsGiven() != NameAgreement.UNKNOWN) {
            best = Math.max(
                    best,
                    bits("given", comparison.familyAsGiven(), frequencies::ofAny)
                            + bits("family", comparison.givenAsFamily(), frequencies::ofAny)
                            + bits.getOrDefault(SWAP, 0.0));
        }
        double alias = bits.getOrDefault(ALIAS, 0.0);
        if (comparison.otherGiven() != NameAgreement.UNKNOWN) {
            best = Math.max(best, bits("given", comparison.otherGiven(), frequencies::ofAny) + family + alias);
        }
        if (comparison.otherFamily() != NameAgreement.UNKNOWN) {
            best = Math.max(best, given + bits("family", comparison.otherFamily(), frequencies::ofAny) + alias);
        }
        return best;
    }

    private double bits(String what, NameAgreement agreement, ToDoubleFunction<String> frequency) {
        double bits = of(what, agreement.level());
        if (agreement.shared().isEmpty()) {
            return bits;
        }
        // that just this word is shared says as much as it is rare; the weight of the level holds no more than how
        // often
        // the same person shares it
        var level = agreement.level();
        ToDoubleFunction<String> part =
                level.sharesWords() ? frequency : level.sharesRoot() ? frequencies::ofRoot : frequencies::ofSoundOf;
        return bits - log2(Frequencies.rarest(agreement.shared(), part));
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }

    private double of(String what, Enum<?> level) {
        return bits.getOrDefault(what + "." + level.name(), 0.0);
    }

    /** What people are told of a score. */
    public Answer answer(double score) {
        return score >= known ? Answer.KNOWN : score >= maybe ? Answer.MAYBE : Answer.NOT_KNOWN;
    }

    /** The weights as the file holds them. */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("what,bits");
        lines.add(line("limit.KNOWN", known));
        lines.add(line("limit.MAYBE", maybe));
        new TreeMap<>(bits).forEach((what, value) -> lines.add(line(what, value)));
        return lines;
    }

    private static String line(String what, double value) {
        return String.format(Locale.ROOT, "%s,%.2f", what, value);
    }

    private static Weights read(int version) {
        var bits = new HashMap<>(table("/linkage/weights-%d.csv".formatted(version)));
        var names = table("/linkage/names-%d.csv".formatted(version));
        return new Weights(
                version,
                bits,
                new Frequencies(
                        Arrays.stream(Frequencies.Table.values())
                                .collect(toMap(table -> table, table -> beginning(table.prefix(), names))),
                        names.get("limit.LEAST"),
                        names.get("limit.RARE_PAIR")),
                bits.remove("limit.KNOWN"),
                bits.remove("limit.MAYBE"));
    }

    private static Map<String, Double> beginning(String kind, Map<String, Double> names) {
        var found = new HashMap<String, Double>();
        names.forEach((name, part) -> {
            if (name.startsWith(kind)) {
                found.put(name.substring(kind.length()), part);
            }
        });
        return found;
    }

    private static Map<String, Double> table(String file) {
        try (var in = Weights.class.getResourceAsStream(file);
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            var table = new HashMap<String, Double>();
            lines.lines()
                    .skip(1)
                    .map(line -> line.split(","))
                    .forEach(cells -> table.put(cells[0], Double.valueOf(cells[1])));
            return table;
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
