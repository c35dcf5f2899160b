package nl.samenzicht.domain.htcds;

import java.util.List;
import java.util.Optional;
import nl.samenzicht.security.policy.DataCategory;

/**
 * Where one column of a file goes.
 *
 * @param column its letters
 * @param heading the standard's heading; empty for the column that numbers the rows
 * @param name the standard's name, such as {@code prs_FirstName}
 * @param filled how many rows have something in it
 * @param destinations where that goes; empty when nothing is in it
 * @param contradicted whether the sheet's hidden name says that it is another column; the visible heading was followed
 */
public record ColumnUse(
        String column,
        Optional<String> heading,
        Optional<String> name,
        int filled,
        List<Destination> destinations,
        boolean contradicted) {

    public ColumnUse {
        destinations = List.copyOf(destinations);
    }

    /**
     * A field or a note.
     *
     * @param field the key of the field; empty for the dated note of the category
     * @param rows in how many rows
     */
    public record Destination(DataCategory category, Optional<String> field, int rows) {}
}
