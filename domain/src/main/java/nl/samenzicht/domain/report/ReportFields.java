package nl.samenzicht.domain.report;

import static java.util.stream.Collectors.toCollection;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.samenzicht.domain.casefile.FieldDefinition;
import nl.samenzicht.domain.casefile.FieldType;
import nl.samenzicht.security.policy.DataCategory;

/**
 * The fields of a report and the codes that some of them choose from, read from {@code report/fields.csv} and {@code
 * report/codes.csv}. Codes have a validity and a source; a code that is over still has a name but is not offered.
 *
 * <p>The real form of CoMensha could not be read; fields and codes are a default that an operator can replace.
 */
public final class ReportFields {

    private static final ReportFields DEFAULT =
            new ReportFields(lines("/report/fields.csv"), lines("/report/codes.csv"));

    private final List<String[]> rows;
    private final List<Code> codes;

    private ReportFields(List<String> fields, List<String> codes) {
        rows = fields.stream().map(line -> cells(line, 7)).toList();
        this.codes = codes.stream().map(ReportFields::code).toList();
    }

    /**
     * One code of a list.
     *
     * @param until the first day on which it does not hold any more
     */
    private record Code(String list, String code, LocalDate from, Optional<LocalDate> until, String source) {
        boolean holdsOn(LocalDate day) {
            return !day.isBefore(from) && until.map(day::isBefore).orElse(true);
        }
    }

    /** The fields that the product is built with. */
    public static ReportFields standard() {
        return DEFAULT;
    }

    /** The fields of a task in the order of the form, with the codes that hold on a day in Amsterdam. */
    public List<ReportField> of(ReportTask task, LocalDate day) {
        return all(Optional.of(day))
                .filter(field -> field.tasks().contains(task))
                .toList();
    }

    /** A field with every code that it ever had, for showing what was sent. */
    public Optional<ReportField> ever(String key) {
        return all(Optional.empty()).filter(field -> field.key().equals(key)).findFirst();
    }

    private Stream<ReportField> all(Optional<LocalDate> day) {
        return rows.stream().map(row -> field(row, day));
    }

    private ReportField field(String[] row, Optional<LocalDate> day) {
        var from = row[3].equals("-")
                ? Optional.<ReportField.Source>empty()
                : Optional.of(
                        new ReportField.Source(DataCategory.valueOf(row[3].split("\\.")[0]), row[3].split("\\.")[1]));
        var coded = row[1].equals("CODE") || row[1].equals("CODES");
        var type = switch (row[1]) {
            case "CODE" -> FieldType.CHOICE;
            case "CODES" -> FieldType.CHOICES;
            default -> FieldType.valueOf(row[1]);
        };
        var choices = coded ? codesOf(row[2], day) : words(row[2]).toList();
        var tasks = tasks(row[5]);
        return new ReportField(
                new FieldDefinition(
                        from.map(ReportField.Source::category).orElse(DataCategory.SIGNAL),
                        row[0],
                        type,
                        choices,
                        tasks.stream().map(ReportTask::purpose).collect(java.util.stream.Collectors.toSet()),
                        Optional.empty()),
                from,
                ReportLevel.valueOf(row[4]),
                tasks,
                tasks(row[6]));
    }

    private List<String> codesOf(String list, Optional<LocalDate> day) {
        return codes.stream()
                .filter(code -> code.list().equals(list))
                .filter(code -> day.map(code::holdsOn).orElse(true))
                .map(Code::code)
                .toList();
    }

    private static Set<ReportTask> tasks(String cell) {
        return words(cell).map(ReportTask::valueOf).collect(toCollection(() -> EnumSet.noneOf(ReportTask.class)));
    }

    private static Code code(String line) {
        var cells = line.split(",", 5);
        if (cells.length != 5) {
            throw new IllegalStateException("report/codes.csv: '%s' has %d cells, not 5".formatted(line, cells.length));
        }
        return new Code(
                cells[0],
                cells[1],
                LocalDate.parse(cells[2]),
                Optional.of(cells[3]).filter(day -> !day.isEmpty()).map(LocalDate::parse),
                cells[4]);
    }

    private static String[] cells(String line, int expected) {
        var cells = line.split(",", -1);
        if (cells.length != expected) {
            throw new IllegalStateException(
                    "report/fields.csv: '%s' has %d cells, not %d".formatted(line, cells.length, expected));
        }
        return cells;
    }

    private static Stream<String> words(String cell) {
        return Arrays.stream(cell.split(" ")).filter(word -> !word.isEmpty());
    }

    private static List<String> lines(String resource) {
        try (var in = ReportFields.class.getResourceAsStream(resource);
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).filter(line -> !line.isBlank()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " cannot be read", e);
        }
    }
}
