package nl.samenzicht.domain.htcds;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * One thing that is wrong with a file, and where. Each code has a sentence for what is wrong and one for what would help.
 *
 * @param row the row as the spreadsheet numbers it; empty when it is about the file or a whole column
 * @param column the letter of the column; empty when it is about the file or a whole row
 * @param heading what stands above the column, as the standard writes it; never what somebody typed
 * @param code what is wrong, such as {@code not-in-list}
 * @param arguments what the sentences name; of values, only those of columns with a list of choices
 */
public record ImportProblem(
        OptionalInt row, Optional<String> column, Optional<String> heading, String code, List<Object> arguments) {

    private static final Set<String> CODES = Set.of(
            "file-empty",
            "file-too-big",
            "file-locked",
            "file-old",
            "file-other",
            "file-damaged",
            "file-macros",
            "file-bomb",
            "file-before",
            "sheet-missing",
            "sheets-several",
            "headings-missing",
            "nothing-filled",
            "rows-too-many",
            "heading-twice",
            "heading-missing",
            "heading-near",
            "heading-unknown",
            "category-closed",
            "formula",
            "cell-error",
            "date",
            "date-birth",
            "date-number",
            "date-ambiguous",
            "date-none",
            "date-too-early",
            "date-future",
            "not-in-list",
            "not-in-list-near",
            "country",
            "country-near",
            "language",
            "language-near",
            "yes-no",
            "number",
            "decimal",
            "phone",
            "phone-number",
            "email",
            "postcode",
            "bsn",
            "too-long",
            "too-much",
            "note-too-long",
            "control-characters",
            "value");

    public ImportProblem {
        arguments = List.copyOf(arguments);
        if (!CODES.contains(code)) {
            throw new IllegalArgumentException("There is no problem with the code '%s'".formatted(code));
        }
    }

    /** Every code that there is; each has its sentences. */
    public static Set<String> codes() {
        return CODES;
    }

    /** A problem of one cell that the check of content found; one that a sheet cannot have has a general sentence. */
    static ImportProblem ofContent(
            int row, Optional<String> column, Optional<String> heading, String code, List<Object> arguments) {
        var known = CODES.contains(code);
        return new ImportProblem(
                OptionalInt.of(row), column, heading, known ? code : "value", known ? arguments : List.of());
    }

    static ImportProblem ofFile(String code, Object... arguments) {
        return new ImportProblem(OptionalInt.empty(), Optional.empty(), Optional.empty(), code, List.of(arguments));
    }

    static ImportProblem ofColumn(String column, Optional<String> heading, String code, Object... arguments) {
        return new ImportProblem(OptionalInt.empty(), Optional.of(column), heading, code, List.of(arguments));
    }

    static ImportProblem ofRow(int row, String code, Object... arguments) {
        return new ImportProblem(OptionalInt.of(row), Optional.empty(), Optional.empty(), code, List.of(arguments));
    }

    /** The key of the sentence that says what is wrong. */
    public String messageKey() {
        return "import.problem." + code;
    }

    /** The key of the sentence that says what would help. */
    public String helpKey() {
        return "import.help." + code;
    }

    /** Leaves the arguments out, so that no value reaches a log. */
    @Override
    public String toString() {
        return "ImportProblem[%s%s %s]".formatted(column.orElse("-"), row.isPresent() ? row.getAsInt() : "", code);
    }
}
