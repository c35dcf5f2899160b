package nl.samenzicht.security.ledger;

import java.sql.SQLException;
import javax.sql.DataSource;
import nl.samenzicht.security.keys.LedgerKeys;

/** Sees at the start that the keys and the database belong together, before anything is written with the wrong ones. */
final class LedgerKeyCheck {
    private final DataSource database;
    private final LedgerKeys keys;

    LedgerKeyCheck(DataSource database, LedgerKeys keys) {
        this.database = database;
        this.keys = keys;
    }

    /**
     * Holds the first entry and the last against the keys.
     *
     * @throws IllegalStateException when neither was made with them: these are the keys of another installation
     */
    void keysBelongToTheDatabase() throws SQLException {
        int found = 0;
        try (var connection = database.getConnection();
                var select = connection.createStatement();
                var rows = select.executeQuery("(SELECT " + EntryRow.COLUMNS
                        + " FROM ledger_entry ORDER BY seq LIMIT 1) UNION ALL (SELECT " + EntryRow.COLUMNS
                        + " FROM ledger_entry ORDER BY seq DESC LIMIT 1)")) {
            while (rows.next()) {
                found++;
                if (fits(EntryRow.read(rows))) {
                    return;
                }
            }
        } catch (IllegalArgumentException unreadable) {
            found++;
        }
        if (found > 0) {
            throw new IllegalStateException("The keys under samenzicht.home are not those of this database: no entry of"
                    + " the ledger was made with them. Put the folder 'keys' back from its backup.");
        }
    }

    private boolean fits(EntryRow row) {
        return keys.isMac(row.mac(), row.macInput());
    }
}
