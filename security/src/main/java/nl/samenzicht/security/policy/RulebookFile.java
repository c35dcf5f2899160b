package nl.samenzicht.security.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import nl.samenzicht.security.directory.AgencyType;

/**
 * Reads a rulebook that lawyers can read too: a comma-separated table with one rule per row.
 *
 * <p>A cell holds codes with spaces between them; {@code *} stands for any, and {@code -} for none.
 * Nothing is filled in for an empty cell: who means any says so. Purposes, agency types and categories
 * stand in the codes of the field ({@code D2}, {@code GEM}, {@code GEZ}), all else in the names of the
 * product's enums.
 */
public final class RulebookFile {

    static final List<String> COLUMNS = List.of(
            "id",
            "effect",
            "purposes",
            "agency_types",
            "functions",
            "categories",
            "actions",
            "relations",
            "grounds",
            "consents",
            "participations",
            "regimes",
            "frameworks",
            "within_window",
            "emergency",
            "obligations",
            "citation",
            "explanation_nl",
            "explanation_en");

    private static final String ANY = "*";
    private static final String NONE = "-";

    private final List<String> mistakes = new ArrayList<>();

    private RulebookFile() {}

    /**
     * Reads a rulebook in the words of the product.
     *
     * @throws InvalidRulebook with every mistake in the text, each with its row and column
     */
    public static Rulebook read(String id, int version, Instant validFrom, String text) {
        return new RulebookFile().toRulebook(id, version, validFrom, text);
    }

    private Rulebook toRulebook(String id, int version, Instant validFrom, String text) {
        var lines = rows(text);
        if (lines.isEmpty() || !lines.get(0).cells().equals(COLUMNS)) {
            throw new InvalidRulebook(List.of("Row 1: the columns must be '%s', but are '%s'"
                    .formatted(
                            String.join(",", COLUMNS),
                            lines.isEmpty() ? "" : String.join(",", lines.get(0).cells()))));
        }
        var rules = new ArrayList<Rule>();
        var ids = new HashSet<String>();
        for (var line : lines.subList(1, lines.size())) {
            if (line.cells().size() != COLUMNS.size()) {
                mistakes.add("Row %d: has %d cells, the header has %d"
                        .formatted(line.number(), line.cells().size(), COLUMNS.size()));
                continue;
            }
            if (!ids.add(line.cell("id"))) {
                mistake(line, "id", "'%s' has been used already".formatted(line.cell("id")));
            }
            ruleOf(line).ifPresent(rules::add);
        }
        if (rules.isEmpty() && mistakes.isEmpty()) {
            mistakes.add("Row 2: there is no rule");
        }
        if (!mistakes.isEmpty()) {
            throw new InvalidRulebook(mistakes);
        }
        return new Rulebook(id, version, validFrom, ProductVocabulary.vocabulary(), rules);
    }

    private Optional<Rule> ruleOf(Line line) {
        int before = mistakes.size();
        var terms = new EnumMap<Dimension, Set<String>>(Dimension.class);
        put(terms, Dimension.AGENCY_TYPE, line, "agency_types", codes(AgencyType.values(), AgencyType::code));
        put(terms, Dimension.FUNCTION, line, "functions", names(Dimension.FUNCTION));
        put(terms, Dimension.CATEGORY, line, "categories", codes(DataCategory.values(), DataCategory::code));
        put(terms, Dimension.ACTION, line, "actions", names(Dimension.ACTION));
        put(terms, Dimension.RELATION, line, "relations", names(Dimension.RELATION));
        put(terms, Dimension.GROUND, line, "grounds", names(Dimension.GROUND));
        put(terms, Dimension.CONSENT, line, "consents", names(Dimension.CONSENT));
        put(terms, Dimension.PARTICIPATION, line, "participations", names(Dimension.PARTICIPATION));
        put(terms, Dimension.REGIME, line, "regimes", names(Dimension.REGIME));
        put(terms, Dimension.FRAMEWORK, line, "frameworks", names(Dimension.FRAMEWORK));
        var purposes = terms(line, "purposes", codes(Purpose.values(), Purpose::code));
        var effect = one(line, "effect", Map.of("PERMIT", Effect.PERMIT, "DENY", Effect.DENY));
        var withinWindow = one(line, "within_window", Map.of("yes", true, "no", false));
        var emergency =
                one(line, "emergency", Map.of("TRUE", Emergency.TRUE, "FALSE", Emergency.FALSE, "ANY", Emergency.ANY));
        var obligations = obligations(line);
        for (var column : List.of("id", "citation", "explanation_nl", "explanation_en")) {
            if (line.cell(column).isBlank()) {
                mistake(line, column, "must not be empty");
            }
        }
        if (effect.filter(Effect.DENY::equals).isPresent() && !obligations.isEmpty()) {
            mistake(line, "obligations", "a row that denies cannot oblige to '%s'".formatted(line.cell("obligations")));
        }
        if (mistakes.size() > before) {
            return Optional.empty();
        }
        return Optional.of(new Rule(
                line.cell("id"),
                effect.orElseThrow(),
                purposes,
                terms,
                withinWindow.orElseThrow(),
                emergency.orElseThrow(),
                obligations,
                new Citation(line.cell("citation"), line.cell("explanation_nl"), line.cell("explanation_en"))));
    }

    private void put(
            Map<Dimension, Set<String>> terms,
            Dimension dimension,
            Line line,
            String column,
            Map<String, String> known) {
        var stated = terms(line, column, known);
        if (!stated.isEmpty()) {
            terms.put(dimension, stated);
        }
    }

    /** The terms of a cell; empty for any. */
    private Set<String> terms(Line line, String column, Map<String, String> known) {
        var cell = line.cell(column);
        if (cell.equals(ANY)) {
            return Set.of();
        }
        if (cell.isBlank()) {
            mistake(line, column, "is empty; write '*' for any");
        }
        var terms = new TreeSet<String>();
        for (var code : split(cell)) {
            var term = known.get(code);
            if (term == null) {
                mistake(line, column, "'%s' is not known; known are %s".formatted(code, known.keySet()));
            } else if (!terms.add(term)) {
                mistake(line, column, "'%s' stands there twice".formatted(code));
            }
        }
        return terms;
    }

    private Set<Obligation> obligations(Line line) {
        var obligations = EnumSet.noneOf(Obligation.class);
        var known = new LinkedHashMap<String, Obligation>();
        Arrays.stream(Obligation.values()).forEach(each -> known.put(each.name(), each));
        if (line.cell("obligations").equals(NONE)) {
            return obligations;
        }
        if (line.cell("obligations").isBlank()) {
            mistake(line, "obligations", "is empty; write '-' for none");
        }
        for (var code : split(line.cell("obligations"))) {
            var obligation = known.get(code);
            if (obligation == null) {
                mistake(line, "obligations", "'%s' is not known; known are %s".formatted(code, known.keySet()));
            } else {
                obligations.add(obligation);
            }
        }
        return obligations;
    }

    private <T> Optional<T> one(Line line, String column, Map<String, T> known) {
        var value = known.get(line.cell(column));
        if (value == null) {
            mistake(
                    line,
                    column,
                    "'%s' is not known; known are %s".formatted(line.cell(column), new TreeSet<>(known.keySet())));
        }
        return Optional.ofNullable(value);
    }

    private void mistake(Line line, String column, String what) {
        mistakes.add("Row %d, column %s: %s".formatted(line.number(), column, what));
    }

    private static List<String> split(String cell) {
        return cell.isBlank() ? List.of() : Arrays.asList(cell.strip().split(" +"));
    }

    private static Map<String, String> names(Dimension dimension) {
        var names = new LinkedHashMap<String, String>();
        ProductVocabulary.vocabulary().terms(dimension).forEach(name -> names.put(name, name));
        return names;
    }

    private static <E extends Enum<E>> Map<String, String> codes(E[] constants, Function<E, String> code) {
        var codes = new LinkedHashMap<String, String>();
        for (var constant : constants) {
            codes.put(code.apply(constant), constant.name());
        }
        return codes;
    }

    /** Takes a table of RFC 4180 apart; a quoted cell may hold commas, quotes and line ends. */
    private static List<Line> rows(String text) {
        var lines = new ArrayList<Line>();
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        int number = 1;
        int startedAt = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                number++;
            }
            if (quoted) {
                if (c != '"') {
                    cell.append(c);
                } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append(c);
                    i++;
                } else {
                    quoted = false;
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == ',') {
                cells.add(cell.toString());
                cell.setLength(0);
            } else if (c == '\n') {
                cells.add(cell.toString());
                cell.setLength(0);
                addLine(lines, startedAt, cells);
                cells = new ArrayList<>();
                startedAt = number;
            } else if (c != '\r') {
                cell.append(c);
            }
        }
        if (quoted) {
            throw new InvalidRulebook(List.of("Row %d: a quote is opened and never closed".formatted(startedAt)));
        }
        cells.add(cell.toString());
        addLine(lines, startedAt, cells);
        return lines;
    }

    private static void addLine(List<Line> lines, int number, List<String> cells) {
        if (cells.size() > 1 || !cells.get(0).isBlank()) {
            lines.add(new Line(number, List.copyOf(cells)));
        }
    }

    private record Line(int number, List<String> cells) {
        String cell(String column) {
            return cells.get(COLUMNS.indexOf(column));
        }
    }
}
