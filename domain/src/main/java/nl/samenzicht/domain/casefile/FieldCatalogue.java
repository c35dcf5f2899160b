package nl.samenzicht.domain.casefile;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Purpose;

/**
 * Which fields an item of each category may hold, read from {@code casefile/fields.csv}.
 *
 * <p>The table says of every field for which purposes it is needed; that is what sharing proposes to leave out (AVG art.
 * 5(1)(c), data minimisation).
 */
public final class FieldCatalogue {

    private static final FieldCatalogue DEFAULT = read();

    private final Map<DataCategory, List<FieldDefinition>> byCategory;

    private FieldCatalogue(List<FieldDefinition> definitions) {
        this.byCategory = definitions.stream().collect(groupingBy(FieldDefinition::category));
    }

    /** The catalogue that the product is built with. */
    public static FieldCatalogue standard() {
        return DEFAULT;
    }

    /** The fields of one category in the order of the screen; empty for a category that has only notes. */
    public List<FieldDefinition> of(DataCategory category) {
        return byCategory.getOrDefault(category, List.of());
    }

    /** One field of a category. */
    public Optional<FieldDefinition> field(DataCategory category, String key) {
        return of(category).stream().filter(field -> field.key().equals(key)).findFirst();
    }

    private static FieldCatalogue read() {
        try (var in = FieldCatalogue.class.getResourceAsStream("/casefile/fields.csv");
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return new FieldCatalogue(
                    lines.lines().skip(1).map(FieldCatalogue::definition).toList());
        } catch (IOException e) {
            throw new UncheckedIOException("casefile/fields.csv cannot be read", e);
        }
    }

    private static FieldDefinition definition(String line) {
        var cells = line.split(",", -1);
        if (cells.length != 6) {
            throw new IllegalStateException(
                    "casefile/fields.csv: '%s' has %d cells, not 6".formatted(line, cells.length));
        }
        return new FieldDefinition(
                DataCategory.valueOf(cells[0]),
                cells[1],
                FieldType.valueOf(cells[2]),
                words(cells[3]).toList(),
                words(cells[4]).map(Purpose::ofCode).collect(toUnmodifiableSet()),
                Optional.of(cells[5]).filter(kind -> !kind.isEmpty()));
    }

    private static Stream<String> words(String cell) {
        return Arrays.stream(cell.split(" ")).filter(word -> !word.isEmpty());
    }
}
