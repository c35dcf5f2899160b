package nl.samenzicht.domain.htcds;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.samenzicht.domain.casefile.FieldCatalogue;
import nl.samenzicht.domain.htcds.StandardColumn.StandardValue;
import nl.samenzicht.domain.person.PartialDate;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Purpose;

/**
 * What one case says in the columns of the standard. Only what is coded leaves: a list value, a country, a language, a number,
 * a year of birth; words that somebody typed may name anybody, and stay.
 */
final class StandardRow {
    private static final String FILE = "/htcds/out.csv";
    private static final Map<String, String> OUT = read();

    /** Why a value does not leave. */
    enum Stays {
        /** It is in words, or says who somebody is. */
        MAY_NAME_SOMEBODY,
        /** The purpose does not need it. */
        NOT_NEEDED,
        /** The standard has nothing that means it. */
        NOT_IN_STANDARD
    }

    private final Map<StandardColumn, String> cells = new LinkedHashMap<>();
    private final Map<Stays, Integer> stays = new EnumMap<>(Stays.class);

    private StandardRow() {}

    /** Puts what the fields of a case say into the standard's columns, in its order. */
    static StandardRow of(Map<DataCategory, Map<String, String>> said, Purpose purpose) {
        var row = new StandardRow();
        var left = new HashMap<DataCategory, Map<String, String>>();
        said.forEach((category, fields) -> left.put(category, new HashMap<>(fields)));
        for (var column : Standard.two().columns()) {
            var fields = left.get(column.category());
            if (fields == null || column.field().isEmpty()) {
                continue;
            }
            var value = fields.get(column.field().get());
            if (value != null && !value.isBlank() && row.take(column, value, purpose)) {
                fields.remove(column.field().get());
            }
        }
        left.values()
                .forEach(fields -> fields.values().stream()
                        .filter(value -> !value.isBlank())
                        .forEach(any -> row.stays(Stays.NOT_IN_STANDARD)));
        return row;
    }

    /** The columns that a row can fill, in the standard's order. */
    static List<StandardColumn> columns() {
        return Standard.two().columns().stream()
                .filter(column -> column.field().isPresent() && isCoded(column))
                .toList();
    }

    /** The filled cells, by column. */
    Map<StandardColumn, String> cells() {
        return cells;
    }

    /** How many values stay, by why. */
    Map<Stays, Integer> stays() {
        return stays;
    }

    private void stays(Stays why) {
        stays.merge(why, 1, Integer::sum);
    }

    /** Whether the field is dealt with; if not, another column may still say it. */
    private boolean take(StandardColumn column, String value, Purpose purpose) {
        if (!isCoded(column)) {
            stays(Stays.MAY_NAME_SOMEBODY);
            return true;
        }
        var needed = FieldCatalogue.standard()
                .field(column.category(), column.field().orElseThrow())
                .map(field -> field.neededFor(purpose))
                .orElse(false);
        if (!needed) {
            stays(Stays.NOT_NEEDED);
            return true;
        }
        var written = written(column, value);
        written.ifPresent(text -> cells.put(column, text));
        return written.isPresent();
    }

    private static boolean isCoded(StandardColumn column) {
        return switch (column.kind()) {
            case CHOICE, CHOICES, COUNTRY, COUNTRIES, LANGUAGE, NUMBER, YES_NO, BIRTH_DATE -> true;
            default -> false;
        };
    }

    private static Optional<String> written(StandardColumn column, String value) {
        return switch (column.kind()) {
            case CHOICE, CHOICES -> choices(column, value);
            case COUNTRY, COUNTRIES -> country(value);
            case LANGUAGE -> language(value);
            case BIRTH_DATE -> PartialDate.parse(value).map(date -> Integer.toString(date.year()));
            default -> Optional.of(value);
        };
    }

    private static Optional<String> choices(StandardColumn column, String value) {
        var field = column.category() + "." + column.field().orElseThrow();
        var labels = Arrays.stream(value.split(" "))
                .map(code -> OUT.get(column.name() + "|" + field + "|" + code))
                .filter(name -> name != null)
                .distinct()
                .map(name -> label(column, name))
                .collect(Collectors.joining("; "));
        return Optional.of(labels).filter(text -> !text.isEmpty());
    }

    private static String label(StandardColumn column, String name) {
        return column.values().stream()
                .filter(value -> value.name().equals(name))
                .map(StandardValue::label)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "htcds/out.csv: '%s' is no value of '%s'".formatted(name, column.name())));
    }

    /** By name in English; by code when the name would not be read back as the same. */
    private static Optional<String> country(String code) {
        if (!code.matches("[A-Z]{2}") || code.startsWith("X")) {
            return Optional.empty();
        }
        var name = new Locale("", code).getDisplayCountry(Locale.ENGLISH);
        return Optional.of(Places.country(name).equals(Optional.of(code)) ? name : code);
    }

    private static Optional<String> language(String code) {
        var name = Locale.forLanguageTag(code).getDisplayLanguage(Locale.ENGLISH);
        return Optional.of(Places.language(name).equals(Optional.of(code)) ? name : code);
    }

    private static Map<String, String> read() {
        try (var in = StandardRow.class.getResourceAsStream(FILE);
                var lines = new BufferedReader(new InputStreamReader(in, UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(line -> line.split("\\|"))
                    .collect(Collectors.toMap(
                            cells -> String.join("|", cells[0], cells[1], cells[2]), cells -> cells[3]));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read", e);
        }
    }
}
