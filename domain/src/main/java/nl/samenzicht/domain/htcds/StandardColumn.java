package nl.samenzicht.domain.htcds;

import java.util.List;
import java.util.Optional;
import nl.samenzicht.security.policy.DataCategory;

/**
 * One column of the standard, and where it goes here.
 *
 * @param name the standard's name, such as {@code prs_FirstName}
 * @param labels the headings that stand for it, the standard's own first; none when they would be ambiguous
 * @param category the category for its field and its notes
 * @param field the key of the field that takes it; empty when there is none
 * @param alwaysNoted whether it goes into the note as well, because the field does not hold all that it says
 * @param values the standard's list of values; empty when it has none
 */
record StandardColumn(
        String name,
        List<String> labels,
        ColumnKind kind,
        DataCategory category,
        Optional<String> field,
        boolean alwaysNoted,
        List<StandardValue> values) {

    /** The heading as people read it. */
    String label() {
        return labels.isEmpty() ? name : labels.get(0);
    }

    /**
     * One value of a list.
     *
     * @param name the standard's name; empty for a subdivision that has only a label
     * @param gives what it means in one of our fields
     * @param noteCategory the category for the note when it is not that of the column
     */
    record StandardValue(String name, String label, Optional<Given> gives, Optional<DataCategory> noteCategory) {}

    /** A value for a field. */
    record Given(DataCategory category, String field, String code) {}
}
