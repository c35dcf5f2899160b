package nl.samenzicht.security.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Inserts many rows in one go: the driver sends them together to one prepared statement, whatever their number. */
final class RowsInsert {
    private final String sql;
    private final List<Object[]> rows = new ArrayList<>();

    RowsInsert(String table, String columns) {
        sql = "INSERT INTO " + table + " (" + columns + ") VALUES ("
                + "?, ".repeat((int) columns.chars().filter(c -> c == ',').count()) + "?)";
    }

    void add(Object... values) {
        rows.add(values);
    }

    void into(Connection connection) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (var insert = connection.prepareStatement(sql)) {
            for (var values : rows) {
                for (int i = 0; i < values.length; i++) {
                    insert.setObject(i + 1, values[i]);
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
