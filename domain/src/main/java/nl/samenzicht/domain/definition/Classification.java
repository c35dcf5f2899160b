package nl.samenzicht.domain.definition;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How one definition reads the facts, and the rule that made the difference. The rules are data with a validity and a source,
 * in {@code definition/rules.tsv}: of the rules of a definition the first that is met says which it is.
 *
 * @param met whether it is met; unknown as long as something is open that could decide it
 * @param rule the rule that is met, or the one that comes nearest; empty when every rule fails on something that is known
 * @param open the elements of that rule that nobody knows yet
 * @param against what is known to be otherwise, where no rule can be met any more
 */
public record Classification(
        Definition definition, Known met, Optional<Rule> rule, List<Element> open, List<Element> against) {

    private static final String FILE = "/definition/rules.tsv";
    private static final int COLUMNS = 6;
    private static final List<Rule> RULES = read();

    public Classification {
        open = List.copyOf(open);
        against = List.copyOf(against);
    }

    /**
     * One rule of a definition.
     *
     * @param code what the rule is known by, such as an article with its paragraph or the code of a list
     * @param elements all of them have to be there
     * @param validUntil first day in Amsterdam on which it holds no more
     * @param source where it comes from
     */
    public record Rule(
            Definition definition,
            String code,
            List<Element> elements,
            LocalDate validFrom,
            Optional<LocalDate> validUntil,
            String source) {
        public Rule {
            elements = List.copyOf(elements);
        }

        private boolean holdsOn(LocalDate day) {
            return !day.isBefore(validFrom) && validUntil.map(day::isBefore).orElse(true);
        }

        private Known met(Facts facts) {
            return elements.stream()
                    .map(facts::of)
                    .max(Comparator.naturalOrder())
                    .orElse(Known.UNKNOWN);
        }

        private List<Element> thatAre(Known known, Facts facts) {
            return elements.stream()
                    .filter(element -> facts.of(element) == known)
                    .toList();
        }
    }

    /**
     * Reads the facts under every definition.
     *
     * @param day the day in Amsterdam whose law counts
     */
    public static List<Classification> of(Facts facts, LocalDate day) {
        return Arrays.stream(Definition.values())
                .map(definition -> of(definition, facts, day))
                .toList();
    }

    /** Every rule of every definition, whenever it holds. */
    public static Stream<Rule> rules() {
        return RULES.stream();
    }

    private static Classification of(Definition definition, Facts facts, LocalDate day) {
        var rules = RULES.stream()
                .filter(rule -> rule.definition() == definition && rule.holdsOn(day))
                .toList();
        var met = rules.stream().filter(rule -> rule.met(facts) == Known.YES).findFirst();
        if (met.isPresent()) {
            return new Classification(definition, Known.YES, met, List.of(), List.of());
        }
        return rules.stream()
                .filter(rule -> rule.met(facts) == Known.UNKNOWN)
                .min(Comparator.comparingInt(
                        rule -> rule.thatAre(Known.UNKNOWN, facts).size()))
                .map(nearest -> new Classification(
                        definition,
                        Known.UNKNOWN,
                        Optional.of(nearest),
                        nearest.thatAre(Known.UNKNOWN, facts),
                        List.of()))
                .orElseGet(() ->
                        new Classification(definition, Known.NO, Optional.empty(), List.of(), against(rules, facts)));
    }

    /** What stands in the way of every rule; what only fails some of them made no difference. */
    private static List<Element> against(List<Rule> rules, Facts facts) {
        var in = new ArrayList<Element>();
        rules.stream()
                .flatMap(rule -> rule.thatAre(Known.NO, facts).stream())
                .filter(element -> element.kind() != Element.Kind.FORM)
                .distinct()
                .forEach(in::add);
        return in;
    }

    private static List<Rule> read() {
        try (var in = Classification.class.getResourceAsStream(FILE);
                var lines = new BufferedReader(new InputStreamReader(in, UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .map(Classification::rule)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read", e);
        }
    }

    private static Rule rule(String[] cells) {
        if (cells.length != COLUMNS) {
            throw new IllegalStateException(
                    "rule '%s' has %d columns, not %d".formatted(cells[0], cells.length, COLUMNS));
        }
        return new Rule(
                Definition.valueOf(cells[0]),
                cells[1],
                Arrays.stream(cells[2].split(" ")).map(Element::parse).toList(),
                LocalDate.parse(cells[3]),
                Optional.of(cells[4]).filter(until -> !until.isEmpty()).map(LocalDate::parse),
                cells[5]);
    }
}
