package nl.samenzicht.domain.htcds;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.samenzicht.domain.casefile.FieldCatalogue;
import nl.samenzicht.domain.casefile.FieldType;
import nl.samenzicht.domain.casefile.Municipalities;
import nl.samenzicht.domain.htcds.Headings.Column;
import nl.samenzicht.domain.htcds.Sheet.Row;
import nl.samenzicht.domain.htcds.StandardColumn.Given;
import nl.samenzicht.domain.htcds.StandardColumn.StandardValue;
import nl.samenzicht.domain.person.PartialDate;
import nl.samenzicht.security.policy.DataCategory;

/** Reads one row: what goes into which field, what goes into which note, and everything that is wrong. */
final class RowReader {

    private static final Pattern SEPARATORS = Pattern.compile("[;\n|]");
    private static final Pattern NUMERIC_DATE =
            Pattern.compile("(\\d{1,2})\\s*[-/.]\\s*(\\d{1,2})\\s*[-/.]\\s*(\\d{4})");
    private static final Pattern TIME_BEHIND = Pattern.compile("[T ]\\d{1,2}:\\d{2}.*$");
    private static final Pattern POSTCODE = Pattern.compile("[1-9]\\d{3} ?[A-Za-z]{2}");
    private static final Pattern SIMILAR_TO_BSN = Pattern.compile("\\d{8,9}");
    private static final Set<String> YES = Set.of("true", "yes", "ja", "y", "j", "1", "x", "waar");
    private static final Set<String> NO = Set.of("false", "no", "nee", "n", "0", "onwaar");
    private static final int OLDEST = 1900;

    private final Row row;
    private final LocalDate today;
    private final Map<DataCategory, Map<String, FieldValue>> fields = new LinkedHashMap<>();
    private final Map<DataCategory, List<NoteLine>> notes = new LinkedHashMap<>();
    private final List<ImportProblem> problems = new ArrayList<>();
    private final Optional<String> country;

    /** A value for a field and the column that it came from. */
    record FieldValue(String value, Column from) {}

    /** A line for the note of a category and the column that it came from. */
    record NoteLine(String text, Column from) {}

    private RowReader(Row row, List<Column> columns, LocalDate today) {
        this.row = row;
        this.today = today;
        this.country = columns.stream()
                .filter(column -> isNamed(column, "prs_MailingCountry"))
                .flatMap(column -> row.at(column.index()).stream())
                .flatMap(cell -> Places.country(cell.text()).stream())
                .findFirst();
    }

    static RowReader read(Row row, List<Column> columns, LocalDate today) {
        var reader = new RowReader(row, columns, today);
        Stream.concat(
                        columns.stream().filter(column -> isNamed(column, "prs_MobilePhone")),
                        columns.stream().filter(column -> !isNamed(column, "prs_MobilePhone")))
                .filter(column -> column.standard().isPresent())
                .forEach(column -> row.at(column.index()).ifPresent(cell -> reader.take(column, cell)));
        return reader;
    }

    Map<DataCategory, Map<String, FieldValue>> fields() {
        return fields;
    }

    Map<DataCategory, List<NoteLine>> notes() {
        return notes;
    }

    List<ImportProblem> problems() {
        return problems;
    }

    private static boolean isNamed(Column column, String name) {
        return column.standard().map(standard -> standard.name().equals(name)).orElse(false);
    }

    private void take(Column column, SheetCell cell) {
        var standard = column.standard().orElseThrow();
        switch (cell.kind()) {
            case FORMULA -> problem(column, "formula");
            case ERROR -> problem(column, "cell-error");
            default -> {
                switch (standard.kind()) {
                    case TEXT, LONG_TEXT -> takeText(column, cell);
                    case BIRTH_DATE -> date(column, cell, true).ifPresent(day -> put(column, day));
                    case PAST_DATE -> date(column, cell, true).ifPresent(day -> note(column, day));
                    case DATE -> date(column, cell, false).ifPresent(day -> note(column, day));
                    case CHOICE -> takeChoices(column, cell, List.of(cell.text()));
                    case CHOICES -> takeChoices(column, cell, parts(cell.text(), standard));
                    case COUNTRY -> takeCountries(column, List.of(cell.text()));
                    case COUNTRIES -> takeCountries(column, countries(cell.text()));
                    case LANGUAGE -> takeLanguage(column, cell);
                    case YES_NO -> takeYesNo(column, cell);
                    case NUMBER -> takeNumber(column, cell);
                    case DECIMAL -> takeDecimal(column, cell);
                    case PHONE -> takePhone(column, cell);
                    case EMAIL -> put(column, cell.text());
                    case POSTCODE -> takePostcode(column, cell);
                    case CITY -> takeCity(column, cell);
                    case IDENTITY_NUMBER -> takeIdentityNumber(column, cell);
                }
            }
        }
    }

    private void takeText(Column column, SheetCell cell) {
        var standard = column.standard().orElseThrow();
        var oneLine = cell.text().replaceAll("\\s*[\r\n]+\\s*", ", ").replace('\t', ' ');
        if (standard.field().isPresent() && oneLine.length() <= FieldType.TEXT.longest()) {
            put(column, oneLine);
        } else {
            note(column, cell.text());
        }
    }

    /** Reads a date; a birth date may lack its day or month. Puts no doubtful date anywhere. */
    private Optional<String> date(Column column, SheetCell cell, boolean past) {
        var partial = column.standard().orElseThrow().kind() == ColumnKind.BIRTH_DATE;
        var found = switch (cell.kind()) {
            case DATE -> cell.day().map(day -> new DayRead(day.toString(), day));
            case NUMBER ->
                yearAlone(cell, partial).or(() -> {
                    problem(column, "date-number");
                    return Optional.empty();
                });
            default -> typedDate(column, cell.text(), partial);
        };
        if (found.isPresent() && (found.get().earliest().getYear() < OLDEST)) {
            problem(column, "date-too-early", OLDEST);
            return Optional.empty();
        }
        if (found.isPresent() && past && found.get().earliest().isAfter(today)) {
            problem(column, "date-future");
            return Optional.empty();
        }
        return found.map(DayRead::written);
    }

    private record DayRead(String written, LocalDate earliest) {
        static DayRead of(PartialDate date) {
            return new DayRead(date.written(), date.earliest());
        }
    }

    private Optional<DayRead> yearAlone(SheetCell cell, boolean partial) {
        return Optional.of(cell.text())
                .filter(text -> partial && text.matches("(19|20)\\d\\d"))
                .flatMap(PartialDate::parse)
                .map(DayRead::of);
    }

    private Optional<DayRead> typedDate(Column column, String text, boolean partial) {
        var bare = TIME_BEHIND.matcher(text).replaceFirst("").strip();
        var numeric = NUMERIC_DATE.matcher(bare);
        if (numeric.matches()) {
            int first = Integer.parseInt(numeric.group(1));
            int second = Integer.parseInt(numeric.group(2));
            if (first <= 12 && second <= 12 && first != second) {
                problem(column, "date-ambiguous");
                return Optional.empty();
            }
            try {
                var dayFirst = first > 12 || first == second;
                var day = LocalDate.of(
                        Integer.parseInt(numeric.group(3)), dayFirst ? second : first, dayFirst ? first : second);
                return Optional.of(new DayRead(day.toString(), day));
            } catch (DateTimeException noSuchDay) {
                problem(column, "date-none");
                return Optional.empty();
            }
        }
        var read = PartialDate.parse(bare).filter(date -> partial || (date.day() != 0 && !date.estimated()));
        if (read.isEmpty()) {
            problem(column, partial ? "date-birth" : "date");
        }
        return read.map(DayRead::of);
    }

    private static List<String> parts(String text, StandardColumn standard) {
        if (valueOf(text, standard).isPresent()) {
            return List.of(text);
        }
        var separated = SEPARATORS.matcher(text).find() ? SEPARATORS.split(text) : text.split(",");
        return Arrays.stream(separated)
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static Optional<StandardValue> valueOf(String text, StandardColumn standard) {
        var plain = Standard.plain(text);
        return standard.values().stream()
                .filter(value -> plain.equals(Standard.plain(value.label()))
                        || (!value.name().isEmpty() && plain.equals(Standard.plain(value.name()))))
                .findFirst();
    }

    private void takeChoices(Column column, SheetCell cell, List<String> written) {
        var standard = column.standard().orElseThrow();
        var chosen = new LinkedHashSet<StandardValue>();
        boolean wrong = false;
        for (var each : written) {
            var value = valueOf(each, standard);
            value.ifPresent(chosen::add);
            if (value.isEmpty()) {
                notInList(
                        column,
                        each,
                        Nearest.of(
                                each,
                                standard.values().stream()
                                        .flatMap(known -> Stream.of(known.label(), known.name())
                                                .filter(text -> !text.isEmpty()))));
                wrong = true;
            }
        }
        if (!wrong && !chosen.isEmpty()) {
            keep(column, chosen);
        }
    }

    private void keep(Column column, Set<StandardValue> chosen) {
        var standard = column.standard().orElseThrow();
        var inField = giveFields(column, chosen);
        if (!inField && standard.field().isPresent() && isText(standard)) {
            var words = joined(chosen.stream());
            if (words.length() <= FieldType.TEXT.longest()) {
                put(column, words);
                inField = true;
            }
        }
        if (standard.alwaysNoted() || !inField) {
            var elsewhere = chosen.stream()
                    .filter(value -> value.noteCategory().isPresent())
                    .toList();
            for (var value : elsewhere) {
                addNote(column, value.noteCategory().orElseThrow(), value.label());
            }
            if (chosen.size() > elsewhere.size()) {
                note(column, joined(chosen.stream().filter(value -> !elsewhere.contains(value))));
            }
        }
    }

    private static String joined(Stream<StandardValue> values) {
        return String.join("; ", values.map(StandardValue::label).toList());
    }

    private static boolean isText(StandardColumn standard) {
        return typeOf(standard.category(), standard.field().orElseThrow()) == FieldType.TEXT;
    }

    private static FieldType typeOf(DataCategory category, String field) {
        return FieldCatalogue.standard()
                .field(category, field)
                .orElseThrow(() ->
                        new IllegalStateException("htcds: there is no field '%s' in '%s'".formatted(field, category)))
                .type();
    }

    /**
     * Fills what the chosen values mean in our fields. A field for one value stays empty when the chosen values mean
     * different things, or when one of them means nothing there: then only the note says it.
     */
    private boolean giveFields(Column column, Set<StandardValue> chosen) {
        var byField = new LinkedHashMap<String, List<Given>>();
        chosen.stream()
                .flatMap(value -> value.gives().stream())
                .forEach(given -> byField.computeIfAbsent(
                                given.category() + "." + given.field(), key -> new ArrayList<>())
                        .add(given));
        boolean inOwnField = false;
        for (var given : byField.values()) {
            var first = given.get(0);
            var type = typeOf(first.category(), first.field());
            var codes = given.stream().map(Given::code).distinct().toList();
            if (type == FieldType.CHOICE && (codes.size() > 1 || given.size() < chosen.size())) {
                continue;
            }
            addField(column, first.category(), first.field(), String.join(" ", codes));
            inOwnField |= first.category() == column.standard().orElseThrow().category();
        }
        return inOwnField;
    }

    private static List<String> countries(String text) {
        return Places.country(text).isPresent()
                ? List.of(text)
                : Arrays.stream(text.split("[;\n|,/]"))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .toList();
    }

    private void takeCountries(Column column, List<String> written) {
        var codes = new LinkedHashSet<String>();
        boolean wrong = false;
        for (var each : written) {
            var code = Places.country(each);
            code.ifPresent(codes::add);
            if (code.isEmpty()) {
                unknownPlace(column, "country", each, Places.nearestCountry(each));
                wrong = true;
            }
        }
        if (wrong || codes.isEmpty()) {
            return;
        }
        var standard = column.standard().orElseThrow();
        if (standard.field().isPresent()) {
            put(column, codes.iterator().next());
        }
        if (standard.field().isEmpty() || codes.size() > 1) {
            note(column, String.join("; ", codes));
        }
    }

    private void takeLanguage(Column column, SheetCell cell) {
        var code = Places.language(cell.text());
        if (code.isEmpty()) {
            unknownPlace(column, "language", cell.text(), Places.nearestLanguage(cell.text()));
        } else if (code.get().length() == 2
                && column.standard().orElseThrow().field().isPresent()) {
            put(column, code.get());
        } else {
            note(column, "%s (%s)".formatted(Places.languageName(code.get()), code.get()));
        }
    }

    private void unknownPlace(Column column, String kind, String written, Optional<String> nearest) {
        nearest.ifPresentOrElse(
                near -> problem(column, kind + "-near", shortened(written), near),
                () -> problem(column, kind, shortened(written)));
    }

    private void notInList(Column column, String written, Optional<String> nearest) {
        nearest.ifPresentOrElse(
                near -> problem(column, "not-in-list-near", shortened(written), near),
                () -> problem(column, "not-in-list", shortened(written)));
    }

    private static String shortened(String written) {
        var oneLine = written.replaceAll("[\\p{Cntrl}\\u202A-\\u202E\\u2066-\\u2069]+", " ")
                .strip();
        return oneLine.length() > 60 ? oneLine.substring(0, oneLine.offsetByCodePoints(0, 59)) + "…" : oneLine;
    }

    private void takeYesNo(Column column, SheetCell cell) {
        var answer = cell.text().toLowerCase(Locale.ROOT);
        if (YES.contains(answer)) {
            note(column, "Yes");
        } else if (NO.contains(answer)) {
            note(column, "No");
        } else {
            problem(column, "yes-no");
        }
    }

    private void takeNumber(Column column, SheetCell cell) {
        if (!cell.text().matches("\\d{1,5}")) {
            problem(column, "number");
        } else if (column.standard().orElseThrow().field().isPresent()) {
            put(column, cell.text());
        } else {
            note(column, cell.text());
        }
    }

    private void takeDecimal(Column column, SheetCell cell) {
        if (cell.text().matches("-?\\d{1,3}([.,]\\d{1,15})?")) {
            note(column, cell.text());
        } else {
            problem(column, "decimal");
        }
    }

    /** A number that the spreadsheet keeps as a number has lost its plus or its zero. */
    private void takePhone(Column column, SheetCell cell) {
        if (cell.kind() == SheetCell.Kind.NUMBER) {
            problem(column, "phone-number");
        } else if (!cell.text().replaceAll("[ ().\\-/]", "").matches("\\+?\\d{8,15}")) {
            problem(column, "phone");
        } else {
            put(column, cell.text().replace("/", ""));
        }
    }

    private boolean abroad() {
        return country.map(code -> !code.equals("NL")).orElse(false);
    }

    private void takePostcode(Column column, SheetCell cell) {
        if (abroad()) {
            note(column, cell.text());
        } else if (POSTCODE.matcher(cell.text()).matches()) {
            put(column, cell.text());
        } else {
            problem(column, "postcode");
        }
    }

    private void takeCity(Column column, SheetCell cell) {
        var municipality = Municipalities.standard().codeOf(cell.text());
        if (abroad() || municipality.isEmpty()) {
            note(column, cell.text());
        } else {
            put(column, municipality.get());
        }
    }

    private void takeIdentityNumber(Column column, SheetCell cell) {
        var digits = cell.text().replaceAll("[ .\\-]", "");
        if (SIMILAR_TO_BSN.matcher(digits).matches()) {
            put(column, digits);
        } else {
            note(column, cell.text());
        }
    }

    /** Puts a value into the column's own field; what is there already is not replaced, so the other goes into the note. */
    private void put(Column column, String value) {
        var standard = column.standard().orElseThrow();
        if (standard.field().isEmpty()) {
            note(column, value);
            return;
        }
        var field = standard.field().get();
        var here = fields.computeIfAbsent(standard.category(), key -> new LinkedHashMap<>());
        var before = here.get(field);
        if (before == null) {
            here.put(field, new FieldValue(value, column));
        } else if (field.equals("givenNames") && before.value().length() + value.length() < FieldType.TEXT.longest()) {
            here.put(field, new FieldValue(before.value() + " " + value, column));
        } else {
            note(column, value);
        }
    }

    private void addField(Column column, DataCategory category, String field, String value) {
        fields.computeIfAbsent(category, key -> new LinkedHashMap<>())
                .putIfAbsent(field, new FieldValue(value, column));
    }

    private void note(Column column, String text) {
        addNote(column, column.standard().orElseThrow().category(), text);
    }

    private void addNote(Column column, DataCategory category, String text) {
        notes.computeIfAbsent(category, key -> new ArrayList<>())
                .add(new NoteLine(column.standard().orElseThrow().label() + ": " + text, column));
    }

    private void problem(Column column, String code, Object... arguments) {
        problems.add(new ImportProblem(
                java.util.OptionalInt.of(row.number()),
                Optional.of(column.letters()),
                column.label(),
                code,
                List.of(arguments)));
    }
}
