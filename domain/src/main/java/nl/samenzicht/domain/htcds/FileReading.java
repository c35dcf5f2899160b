package nl.samenzicht.domain.htcds;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import nl.samenzicht.domain.casefile.ContentCheck;
import nl.samenzicht.domain.casefile.ContentNotValid;
import nl.samenzicht.domain.casefile.FieldCatalogue;
import nl.samenzicht.domain.casefile.FieldError;
import nl.samenzicht.domain.casefile.ItemContent;
import nl.samenzicht.domain.casefile.ItemKind;
import nl.samenzicht.domain.casefile.NewItem;
import nl.samenzicht.domain.htcds.ColumnUse.Destination;
import nl.samenzicht.domain.htcds.Headings.Column;
import nl.samenzicht.domain.htcds.RowReader.FieldValue;
import nl.samenzicht.domain.htcds.RowReader.NoteLine;
import nl.samenzicht.domain.htcds.Sheet.Row;
import nl.samenzicht.security.policy.DataCategory;

/** Reads a whole file: the cases that it would become, where each column goes, and everything that is wrong. */
final class FileReading {

    private static final String OF_FIELDS = "field.error.";
    /** As the sheet is read: what is about the file, about whole columns, and then row by row from left to right. */
    private static final Comparator<ImportProblem> IN_ORDER = Comparator.<ImportProblem>comparingInt(
                    problem -> problem.row().orElse(0))
            .thenComparingInt(problem -> problem.column().map(String::length).orElse(0))
            .thenComparing(problem -> problem.column().orElse(""));

    /** The content of one new case and the row that it comes from. */
    record NewCase(int row, List<NewItem> items) {}

    private final Set<DataCategory> recordable;
    private final LocalDate today;
    private final List<NewCase> cases = new ArrayList<>();
    private final List<ImportProblem> problems = new ArrayList<>();
    private final Map<Column, Map<Where, Integer>> uses = new LinkedHashMap<>();
    private final Map<Column, Integer> filled = new HashMap<>();
    private final Map<Column, TreeMap<DataCategory, Integer>> closed = new LinkedHashMap<>();
    private int rows;

    private record Where(DataCategory category, Optional<String> field) {}

    private FileReading(Set<DataCategory> recordable, LocalDate today) {
        this.recordable = recordable;
        this.today = today;
    }

    /**
     * Reads a file.
     *
     * @param recordable the categories that the importer may record
     * @param today the day in Amsterdam
     */
    static FileReading of(byte[] file, Set<DataCategory> recordable, LocalDate today) {
        var reading = new FileReading(recordable, today);
        try {
            reading.read(Headings.of(WorkbookReader.read(file), Standard.two()));
        } catch (WorkbookRefused refused) {
            reading.problems.add(refused.problem());
        }
        return reading;
    }

    List<NewCase> cases() {
        return cases;
    }

    ImportCheck check(List<ImportProblem> more) {
        var all = new ArrayList<>(more);
        problems.stream().sorted(IN_ORDER).forEach(all::add);
        var columns = uses.entrySet().stream()
                .map(entry -> use(entry.getKey(), entry.getValue()))
                .toList();
        return new ImportCheck(
                rows, columns, all.stream().limit(ImportCheck.MOST_PROBLEMS).toList(), all.size());
    }

    private ColumnUse use(Column column, Map<Where, Integer> destinations) {
        return new ColumnUse(
                column.letters(),
                column.label(),
                column.standard().map(StandardColumn::name),
                filled.getOrDefault(column, 0),
                destinations.entrySet().stream()
                        .map(entry -> new Destination(
                                entry.getKey().category(), entry.getKey().field(), entry.getValue()))
                        .toList(),
                column.contradicted());
    }

    private void read(Headings headings) {
        problems.addAll(headings.problems());
        rows = headings.rows().size();
        headings.columns().stream()
                .sorted(Comparator.comparingInt(Column::index))
                .forEach(column -> uses.put(column, new LinkedHashMap<>()));
        if (rows > HtcdsImportService.MOST_CASES) {
            problems.add(ImportProblem.ofFile("rows-too-many", HtcdsImportService.MOST_CASES));
            return;
        }
        if (rows == 0 && problems.isEmpty()) {
            problems.add(ImportProblem.ofFile("nothing-filled"));
        }
        for (var row : headings.rows()) {
            uses.keySet().stream()
                    .filter(column -> row.at(column.index()).isPresent())
                    .forEach(column -> filled.merge(column, 1, Integer::sum));
            read(row, headings);
        }
        closed.forEach((column, categories) -> categories.forEach((category, count) -> problems.add(
                ImportProblem.ofColumn(column.letters(), column.label(), "category-closed", category, count))));
    }

    private void read(Row row, Headings headings) {
        var reader = RowReader.read(row, headings.columns(), today);
        problems.addAll(reader.problems());
        var items = new ArrayList<NewItem>();
        reader.fields().forEach((category, values) -> {
            if (mayRecord(category, values)) {
                fields(row, category, values).ifPresent(items::add);
            }
        });
        var notes = new LinkedHashMap<>(reader.notes());
        notes.keySet().removeIf(category -> !recordable.contains(category));
        reader.notes().forEach((category, lines) -> {
            if (!recordable.contains(category)) {
                lines.stream().map(NoteLine::from).distinct().forEach(column -> close(column, category));
            }
        });
        origin(row, headings, notes);
        notes.forEach((category, lines) -> note(row, category, lines).ifPresent(items::add));
        cases.add(new NewCase(row.number(), items));
    }

    /**
     * Whether the importer may record these values. What only follows from a column of another category, and stands in its
     * note anyway, may be left out; what is a column's own must not be lost.
     */
    private boolean mayRecord(DataCategory category, Map<String, FieldValue> values) {
        if (recordable.contains(category)) {
            return true;
        }
        values.values().stream()
                .map(FieldValue::from)
                .distinct()
                .filter(column -> column.standard().orElseThrow().category() == category)
                .forEach(column -> close(column, category));
        return false;
    }

    private void close(Column column, DataCategory category) {
        closed.computeIfAbsent(column, key -> new TreeMap<>()).merge(category, 1, Integer::sum);
    }

    private Optional<NewItem> fields(Row row, DataCategory category, Map<String, FieldValue> values) {
        var typed = new LinkedHashMap<String, String>();
        values.forEach((key, value) -> typed.put(key, value.value()));
        try {
            var content = ContentCheck.check(FieldCatalogue.standard(), category, ItemKind.FIELDS, typed);
            values.forEach((key, value) -> count(value.from(), category, Optional.of(key)));
            return Optional.of(new NewItem(category, ItemKind.FIELDS, content));
        } catch (ContentNotValid wrong) {
            wrong.errors().forEach(error -> problems.add(problem(row, values, error)));
            return Optional.empty();
        }
    }

    private static ImportProblem problem(Row row, Map<String, FieldValue> values, FieldError error) {
        var from = Optional.ofNullable(values.get(error.field())).map(FieldValue::from);
        return ImportProblem.ofContent(
                row.number(),
                from.map(Column::letters),
                from.flatMap(Column::label),
                error.messageKey().substring(OF_FIELDS.length()),
                error.arguments());
    }

    private Optional<NewItem> note(Row row, DataCategory category, List<NoteLine> lines) {
        var text = String.join("\n", lines.stream().map(NoteLine::text).toList());
        try {
            var content = ContentCheck.check(
                    FieldCatalogue.standard(),
                    category,
                    ItemKind.NOTE,
                    Map.of(ItemContent.NOTE_DATE, today.toString(), ItemContent.NOTE_TEXT, text));
            lines.stream().map(NoteLine::from).distinct().forEach(column -> count(column, category, Optional.empty()));
            return Optional.of(new NewItem(category, ItemKind.NOTE, content));
        } catch (ContentNotValid wrong) {
            var longest = lines.stream()
                    .max(Comparator.comparingInt(line -> line.text().length()))
                    .orElseThrow()
                    .from();
            problems.add(new ImportProblem(
                    OptionalInt.of(row.number()),
                    Optional.of(longest.letters()),
                    longest.label(),
                    "note-too-long",
                    List.of()));
            return Optional.empty();
        }
    }

    /** Says in the first note that may be written from which row the case came, with the sheet's own number. */
    private void origin(Row row, Headings headings, Map<DataCategory, List<NoteLine>> notes) {
        var numbers = headings.columns().stream()
                .filter(column -> column.standard().isEmpty())
                .findFirst();
        var record = numbers.flatMap(column -> row.at(column.index())).map(SheetCell::text);
        var category = recordable.contains(DataCategory.SIGNAL)
                ? Optional.of(DataCategory.SIGNAL)
                : notes.keySet().stream().findFirst();
        category.ifPresent(here -> {
            var lines = new ArrayList<NoteLine>();
            lines.add(new NoteLine(
                    "HTCDS 2.0, row %d%s"
                            .formatted(
                                    row.number(),
                                    record.map(number -> ", record " + number).orElse("")),
                    numbers.orElseGet(() -> headings.columns().get(0))));
            lines.addAll(notes.getOrDefault(here, List.of()));
            notes.put(here, lines);
        });
    }

    private void count(Column column, DataCategory category, Optional<String> field) {
        uses.get(column).merge(new Where(category, field), 1, Integer::sum);
    }
}
