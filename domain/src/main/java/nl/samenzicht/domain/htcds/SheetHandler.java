package nl.samenzicht.domain.htcds;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.poi.xssf.model.SharedStrings;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Takes the cells with something in them out of a sheet as it streams by. */
final class SheetHandler extends DefaultHandler {

    private static final int MOST_COLUMNS = 16_384;
    private static final int MOST_CELLS = 400_000;
    private static final int MOST_NUMBERED_ROWS = 20_000;

    private final SharedStrings strings;
    private final DateStyles dates;
    private final List<Sheet.Row> rows = new ArrayList<>();
    private final StringBuilder value = new StringBuilder();
    private TreeMap<Integer, SheetCell> cells = new TreeMap<>();
    private int row;
    private int column;
    private String type = "";
    private String style;
    private boolean formula;
    private boolean taking;
    private boolean phonetic;
    private int filled;
    private int seen;

    SheetHandler(SharedStrings strings, DateStyles dates) {
        this.strings = strings;
        this.dates = dates;
    }

    /** More rows with content than may be imported at once. */
    static final class TooManyRows extends SAXException {
        private static final long serialVersionUID = 1L;
    }

    List<Sheet.Row> rows() {
        return rows;
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
        switch (name) {
            case "row" -> {
                var number = attributes.getValue("r");
                row = number == null ? row + 1 : Integer.parseInt(number);
                column = -1;
                cells = new TreeMap<>();
            }
            case "c" -> {
                var reference = attributes.getValue("r");
                column = reference == null ? column + 1 : columnOf(reference);
                type = attributes.getValue("t") == null ? "n" : attributes.getValue("t");
                style = attributes.getValue("s");
                formula = false;
                value.setLength(0);
            }
            case "f" -> formula = true;
            case "rPh" -> phonetic = true;
            case "v", "t" -> taking = !phonetic;
            default -> {}
        }
    }

    @Override
    public void characters(char[] text, int start, int length) {
        if (taking) {
            value.append(text, start, length);
        }
    }

    @Override
    public void endElement(String uri, String name, String qualified) throws TooManyRows {
        switch (name) {
            case "v", "t" -> taking = false;
            case "rPh" -> phonetic = false;
            case "c" -> {
                var cell = cell();
                if (cell != null && ++seen > MOST_CELLS) {
                    throw new TooManyRows();
                }
                if (cell != null && column >= 0 && column < MOST_COLUMNS) {
                    cells.put(column, cell);
                }
            }
            case "row" -> endRow();
            default -> {}
        }
    }

    private void endRow() throws TooManyRows {
        if (cells.isEmpty()) {
            return;
        }
        rows.add(new Sheet.Row(row, cells));
        if (countsAsFilled(cells) && ++filled > WorkbookReader.MOST_ROWS) {
            throw new TooManyRows();
        }
        if (rows.size() > MOST_NUMBERED_ROWS) {
            throw new TooManyRows();
        }
    }

    /** Rows that are only numbered in advance, as in the standard's sheet, are not filled. */
    private static boolean countsAsFilled(TreeMap<Integer, SheetCell> cells) {
        return cells.size() > 1 || !cells.firstEntry().getValue().isWholeNumber();
    }

    private SheetCell cell() {
        if (formula) {
            return SheetCell.of(SheetCell.Kind.FORMULA, "");
        }
        var text = value.toString();
        return switch (type) {
            case "s" -> text(strings.getItemAt(Integer.parseInt(text.strip())).getString());
            case "inlineStr", "str" -> text(text);
            case "b" -> SheetCell.of(SheetCell.Kind.BOOLEAN, text.strip().equals("1") ? "TRUE" : "FALSE");
            case "e" -> SheetCell.of(SheetCell.Kind.ERROR, "");
            case "d" -> isoDate(text.strip());
            default -> number(text.strip());
        };
    }

    private static SheetCell text(String text) {
        return text == null || text.isBlank() ? null : SheetCell.of(SheetCell.Kind.TEXT, text.strip());
    }

    private static SheetCell isoDate(String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            return SheetCell.of(LocalDate.parse(text.substring(0, Math.min(10, text.length()))));
        } catch (DateTimeParseException notADate) {
            return SheetCell.of(SheetCell.Kind.TEXT, text);
        }
    }

    private SheetCell number(String text) {
        if (text.isEmpty()) {
            return null;
        }
        var number = new BigDecimal(text);
        if (dates.isDate(style)) {
            var day = dates.day(number.doubleValue());
            if (day.isPresent()) {
                return SheetCell.of(day.get());
            }
        }
        return SheetCell.of(SheetCell.Kind.NUMBER, plain(number, text));
    }

    private static String plain(BigDecimal number, String text) {
        if (Math.abs((long) number.scale()) > 40) {
            return text;
        }
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static int columnOf(String reference) {
        int column = 0;
        for (int i = 0; i < reference.length() && Character.isLetter(reference.charAt(i)) && i < 4; i++) {
            column = column * 26 + (Character.toUpperCase(reference.charAt(i)) - 'A' + 1);
        }
        return column - 1;
    }
}
