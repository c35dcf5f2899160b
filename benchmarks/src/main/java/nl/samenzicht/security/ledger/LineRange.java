package nl.samenzicht.security.ledger;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * What a page of the log is held against: as many lines one after another by the primary key, without a condition, each
 * made into what a page is made of. It stands in this package because nobody else may read a line.
 */
public final class LineRange {
    private static final String SQL = "SELECT e.seq AS e_seq, "
            + Arrays.stream(EntryRow.COLUMNS.split(", "))
                    .map(name -> "e." + name)
                    .collect(Collectors.joining(", "))
            + " FROM ledger_entry e WHERE e.seq >= ? AND e.seq < ? ORDER BY e.seq";

    private final DataSource database;

    /** Reads from this pool. */
    public LineRange(DataSource database) {
        this.database = database;
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
                    var row = EntryRow.read(rows);
                    found.add(new LoggedEntry(
                            rows.getLong("e_seq"),
                            new EntryId(row.id()),
                            new EntryCode(row.code()),
                            OptionalLong.empty(),
                            row.event(),
                            true,
                            true,
                            false));
                }
                return found;
            }
        }
    }
}
