package nl.samenzicht.security.database;

import java.sql.Connection;
import java.sql.SQLException;
import nl.samenzicht.security.database.DatabaseReady.Mode;

/** Remembers what this database is for, so that demo people never enter a real one and the reverse. */
final class Installation {
    private Installation() {}

    /**
     * Returns the mode of this database after writing it down at the first start.
     *
     * @throws IllegalStateException when the database was begun in the other mode
     */
    static Mode begun(Connection owner, Mode wanted) throws SQLException {
        try (var insert = owner.prepareStatement(
                "insert ignore into installation (one, mode, begun_at) values (1, ?, utc_timestamp(6))")) {
            insert.setString(1, wanted.name());
            insert.executeUpdate();
        }
        try (var select = owner.createStatement();
                var rows = select.executeQuery("select mode from installation where one = 1")) {
            if (!rows.next()) {
                throw new IllegalStateException("the table 'installation' is empty and takes no row");
            }
            var begun = Mode.valueOf(rows.getString(1));
            if (begun != wanted) {
                throw new IllegalStateException(
                        "this database was begun in mode '" + begun + "' and cannot be used in mode '" + wanted
                                + "'; give another database or another data folder");
            }
            return begun;
        }
    }
}
