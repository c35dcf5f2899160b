package nl.samenzicht.domain.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Comma-separated values that a spreadsheet shows and does not run.
 *
 * <p>Every cell is quoted; one that begins with a sign with which a spreadsheet begins a formula gets an apostrophe in
 * front (OWASP, CSV injection). A byte order mark in front tells spreadsheets that the text is UTF-8.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 */
public final class CsvFile {

    /** Stands in front of a file, so that spreadsheets read it as UTF-8. */
    public static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final String BEGINS_FORMULA = "=+-@\t\r\n";

    private final StringBuilder text = new StringBuilder(BYTE_ORDER_MARK);

    /** Adds one row. */
    public CsvFile row(List<String> cells) {
        text.append(line(cells));
        return this;
    }

    /** One row as it stands in the file, for who writes it while reading. */
    public static String line(List<String> cells) {
        return cells.stream().map(CsvFile::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** The file, in UTF-8. */
    public byte[] content() {
        return text.toString().getBytes(UTF_8);
    }

    /** One cell as it stands in the file. */
    public static String cell(String value) {
        var safe = !value.isEmpty() && BEGINS_FORMULA.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
