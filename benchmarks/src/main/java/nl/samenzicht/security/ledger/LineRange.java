package nl.samenzicht.security.ledger;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import nl.samenzicht.security.directory.AgencyId;

/**
 * What a page of the log is held against: as many lines one after another by the primary key, without a condition, each
 * made into what a page is made of. It stands in this package because nobody else may read a line.
 */
public final class LineRange {
    private static final String SQL = "SELECT e.seq AS number, "
            + Arrays.stream(EntryRow.COLUMNS.split(", "))
                    .map(name -> "e." + name)
                    .collect(Collectors.joining(", "))
            + " FROM ledger_entry e WHERE e.seq >= ? AND e.seq < ? ORDER BY e.seq";

    private final DataSource database;

    private final AgencyId agency;

    /** Reads from this pool, for this agency. */
    public LineRange(DataSource database, AgencyId agency) {
        this.database = database;
        this.agency = agency;
    }

    /** Reads lines from this number on; fewer when there are fewer. */
    public List<LoggedEntry> read(long from, int count) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(SQL)) {
            select.setLong(1, from);
            select.setLong(2, from + count);
            try (var rows = select.executeQuery()) {
                var found = new ArrayList<LoggedEntry>();
                while (rows.next()) {
                    found.add(
                            LoggedEntry.of(rows.getLong("number"), EntryRow.read(rows), OptionalLong.empty(), agency));
                }
                return found;
            }
        }
    }
}
