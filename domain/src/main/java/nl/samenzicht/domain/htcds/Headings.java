package nl.samenzicht.domain.htcds;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import nl.samenzicht.domain.htcds.Sheet.Row;

/**
 * Which column of a sheet is which column of the standard.
 *
 * <p>The published sheet has two rows of headings: a hidden one with system names and a visible one with labels. They
 * disagree in the address columns. People fill in below what they see, so a label wins and the name counts only where
 * there is no label.
 */
final class Headings {

    private static final int LOOKED_AT = 20;
    private static final int ENOUGH = 2;
    private static final Set<String> RECORD_NUMBER = Set.of(
            "nr", "no", "nummer", "number", "id", "recordid", "recordnumber", "caseid", "casenumber", "dossiernummer");

    /**
     * One column of the sheet.
     *
     * @param standard the column that it is; empty for a record number
     * @param contradicted whether the sheet's hidden name says that it is another column
     */
    record Column(int index, Optional<StandardColumn> standard, boolean contradicted) {

        String letters() {
            return Sheet.letters(index);
        }

        Optional<String> label() {
            return standard.map(StandardColumn::label);
        }
    }

    private final List<Column> columns = new ArrayList<>();
    private final List<Row> rows;
    private final List<ImportProblem> problems = new ArrayList<>();

    private Headings(List<Row> rows) {
        this.rows = rows;
    }

    /** The columns in the order of the sheet. */
    List<Column> columns() {
        return columns;
    }

    /** The rows below the headings with something in them beside a number. */
    List<Row> rows() {
        return rows;
    }

    List<ImportProblem> problems() {
        return problems;
    }

    static Headings of(Sheet sheet, Standard standard) {
        var top = sheet.rows().stream().limit(LOOKED_AT).toList();
        var labels = most(top, text -> standard.withLabel(text).isPresent());
        var names = most(top, text -> standard.withName(text).isPresent());
        var last = Math.max(
                labels.map(Row::number).orElse(0), names.map(Row::number).orElse(0));
        if (last == 0) {
            var none = new Headings(List.of());
            none.problems.add(ImportProblem.ofFile(sheet.rows().isEmpty() ? "nothing-filled" : "headings-missing"));
            return none;
        }
        var below = sheet.rows().stream().filter(row -> row.number() > last).toList();
        var numbers = recordNumbers(labels.or(() -> names).orElseThrow(), names, below);
        var headings = new Headings(below.stream()
                .filter(row -> row.cells().keySet().stream().anyMatch(column -> !numbers.equals(Optional.of(column))))
                .toList());
        numbers.ifPresent(column -> headings.columns.add(new Column(column, Optional.empty(), false)));
        headings.find(labels, names, numbers, standard);
        return headings;
    }

    /** The row that has the most cells of a kind, when it has enough of them. */
    private static Optional<Row> most(List<Row> rows, Predicate<String> known) {
        Row best = null;
        long highest = ENOUGH - 1;
        for (var row : rows) {
            var count = row.cells().values().stream()
                    .filter(cell -> cell.kind() == SheetCell.Kind.TEXT && known.test(cell.text()))
                    .count();
            if (count > highest) {
                best = row;
                highest = count;
            }
        }
        return Optional.ofNullable(best);
    }

    /** The column that only numbers the rows: one so called, or the first one when it has no heading. */
    private static Optional<Integer> recordNumbers(Row headings, Optional<Row> names, List<Row> below) {
        for (var cell : headings.cells().entrySet()) {
            if (RECORD_NUMBER.contains(Standard.plain(cell.getValue().text()))) {
                return Optional.of(cell.getKey());
            }
        }
        var unnamed =
                headings.at(0).isEmpty() && names.flatMap(row -> row.at(0)).isEmpty();
        var first = below.stream().flatMap(row -> row.at(0).stream()).toList();
        return unnamed && !first.isEmpty() && first.stream().allMatch(SheetCell::isWholeNumber)
                ? Optional.of(0)
                : Optional.empty();
    }

    private void find(Optional<Row> labels, Optional<Row> names, Optional<Integer> numbers, Standard standard) {
        var used = new TreeSet<Integer>();
        labels.ifPresent(row -> used.addAll(row.cells().keySet()));
        names.ifPresent(row -> used.addAll(row.cells().keySet()));
        rows.forEach(row -> used.addAll(row.cells().keySet()));
        numbers.ifPresent(used::remove);
        Map<String, Integer> taken = new HashMap<>();
        for (int index : used) {
            var label = labels.flatMap(row -> row.at(index)).map(SheetCell::text);
            var name = names.flatMap(row -> row.at(index)).map(SheetCell::text);
            var meant = label.or(() -> name).flatMap(standard::meant);
            if (meant.isPresent()) {
                var contradicted = label.isPresent()
                        && name.flatMap(standard::meant)
                                .map(other -> !other.equals(meant.get()))
                                .orElse(false);
                add(new Column(index, meant, contradicted), taken);
            } else if (filled(index)) {
                problems.add(unknown(index, label.or(() -> name), standard));
            }
        }
    }

    private void add(Column column, Map<String, Integer> taken) {
        var standard = column.standard().orElseThrow();
        var before = taken.putIfAbsent(standard.name(), column.index());
        if (before == null) {
            columns.add(column);
        } else if (filled(column.index())) {
            problems.add(
                    ImportProblem.ofColumn(column.letters(), column.label(), "heading-twice", Sheet.letters(before)));
        }
    }

    private ImportProblem unknown(int index, Optional<String> heading, Standard standard) {
        var letters = Sheet.letters(index);
        if (heading.isEmpty()) {
            return ImportProblem.ofColumn(letters, Optional.empty(), "heading-missing");
        }
        return standard.nearestHeading(heading.get())
                .map(near -> ImportProblem.ofColumn(letters, Optional.empty(), "heading-near", near))
                .orElseGet(() -> ImportProblem.ofColumn(letters, Optional.empty(), "heading-unknown"));
    }

    private boolean filled(int column) {
        return rows.stream().anyMatch(row -> row.at(column).isPresent());
    }
}
