package nl.samenzicht.domain.htcds;

import static java.util.stream.Collectors.groupingBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.samenzicht.domain.htcds.StandardColumn.Given;
import nl.samenzicht.domain.htcds.StandardColumn.StandardValue;
import nl.samenzicht.security.policy.DataCategory;

/** The columns and values of HTCDS 2.0 and where they go, read from {@code htcds/columns.csv} and {@code htcds/values.csv}. */
final class Standard {

    private static final Standard TWO = new Standard();

    private final List<StandardColumn> columns;
    private final Map<String, StandardColumn> byName = new HashMap<>();
    private final Map<String, StandardColumn> byLabel = new HashMap<>();

    private Standard() {
        var values =
                lines("/htcds/values.csv").map(line -> line.split("\\|", -1)).collect(groupingBy(cells -> cells[0]));
        columns = lines("/htcds/columns.csv").map(line -> column(line, values)).toList();
        for (var column : columns) {
            byName.put(plain(column.name()), column);
            for (var label : column.labels()) {
                if (byLabel.put(plain(label), column) != null) {
                    throw new IllegalStateException("htcds/columns.csv: '%s' stands for two columns".formatted(label));
                }
            }
        }
    }

    static Standard two() {
        return TWO;
    }

    List<StandardColumn> columns() {
        return columns;
    }

    Optional<StandardColumn> withLabel(String heading) {
        return Optional.ofNullable(byLabel.get(plain(heading)));
    }

    Optional<StandardColumn> withName(String heading) {
        return Optional.ofNullable(byName.get(plain(heading)));
    }

    /** The column that a heading stands for, by its label or its name. */
    Optional<StandardColumn> meant(String heading) {
        return withLabel(heading).or(() -> withName(heading));
    }

    /** The standard's heading that is nearest to what was written, when it is near. */
    Optional<String> nearestHeading(String heading) {
        return Nearest.of(
                heading,
                columns.stream().flatMap(column -> Stream.concat(column.labels().stream(), Stream.of(column.name()))));
    }

    /** Letters and digits only, in lower case: what two spellings of one name have in common. */
    static String plain(String text) {
        return java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{Nd}]", "");
    }

    private static StandardColumn column(String line, Map<String, List<String[]>> values) {
        var cells = line.split(";", -1);
        if (cells.length != 6) {
            throw new IllegalStateException(
                    "htcds/columns.csv: '%s' has %d cells, not 6".formatted(line, cells.length));
        }
        return new StandardColumn(
                cells[0],
                Arrays.stream(cells[1].split("\\|"))
                        .filter(label -> !label.isEmpty())
                        .toList(),
                ColumnKind.valueOf(cells[2]),
                DataCategory.valueOf(cells[3]),
                Optional.of(cells[4]).filter(field -> !field.isEmpty()),
                cells[5].equals("ALWAYS"),
                values.getOrDefault(cells[0], List.of()).stream()
                        .map(Standard::value)
                        .toList());
    }

    private static StandardValue value(String[] cells) {
        var gives = cells[3];
        var dot = gives.indexOf('.');
        return dot < 0
                ? new StandardValue(
                        cells[1],
                        cells[2],
                        Optional.empty(),
                        gives.isEmpty() ? Optional.empty() : Optional.of(DataCategory.valueOf(gives)))
                : new StandardValue(
                        cells[1],
                        cells[2],
                        Optional.of(new Given(
                                DataCategory.valueOf(gives.substring(0, dot)),
                                gives.substring(dot + 1, gives.indexOf('=')),
                                gives.substring(gives.indexOf('=') + 1))),
                        Optional.empty());
    }

    private static Stream<String> lines(String resource) {
        try (var in = Standard.class.getResourceAsStream(resource);
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.startsWith("#")).skip(1).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " cannot be read", e);
        }
    }
}
