package nl.samenzicht.domain.htcds;

import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;

/** One sheet of a workbook: only the rows and cells that hold something. */
record Sheet(List<Row> rows) {

    Sheet {
        rows = List.copyOf(rows);
    }

    /**
     * One row.
     *
     * @param number as the spreadsheet numbers it, from 1
     * @param cells by the number of the column, from 0
     */
    record Row(int number, NavigableMap<Integer, SheetCell> cells) {

        Optional<SheetCell> at(int column) {
            return Optional.ofNullable(cells.get(column));
        }
    }

    /** The letters of a column as the spreadsheet writes them: A, B … Z, AA, AB … */
    static String letters(int column) {
        var letters = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
            letters.insert(0, (char) ('A' + rest % 26));
        }
        return letters.toString();
    }
}
