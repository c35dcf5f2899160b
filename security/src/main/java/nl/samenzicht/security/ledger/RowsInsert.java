package nl.samenzicht.security.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Inserts many rows with few statements. */
final class RowsInsert {
    private static final int ROWS = 250;

    private final String head;
    private final String row;
    private final List<Object[]> rows = new ArrayList<>();

    RowsInsert(String table, String columns) {
        head = "INSERT INTO " + table + " (" + columns + ") VALUES ";
        row = "(" + "?, ".repeat((int) columns.chars().filter(c -> c == ',').count()) + "?)";
    }

    void add(Object... values) {
        rows.add(values);
    }

    void into(Connection connection) throws SQLException {
        for (int from = 0; from < rows.size(); from += ROWS) {
            var part = rows.subList(from, Math.min(from + ROWS, rows.size()));
            var sql = head + String.join(", ", Collections.nCopies(part.size(), row));
            try (var insert = connection.prepareStatement(sql)) {
                int i = 0;
                for (var values : part) {
                    for (var value : values) {
                        insert.setObject(++i, value);
                    }
                }
                insert.executeUpdate();
            }
        }
    }
}
