package nl.samenzicht.security.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.samenzicht.security.keys.Canonical;
import nl.samenzicht.security.keys.LedgerKeys;
import nl.samenzicht.verifier.Removal;
import org.jspecify.annotations.Nullable;

/**
 * A removal as the table holds it, and whether it counts: we wrote the row, and a line of the log that is ours says the same.
 * When that line itself went with a later removal, that one vouches.
 *
 * @param starts the first place in the tree, from 0
 * @param below the first place that stays
 * @param ended when all rows were gone, if they are
 * @param sound whether it counts
 */
record RemovalRow(
        UUID id,
        long starts,
        long below,
        String firstMonth,
        String lastMonth,
        int termMonths,
        UUID line,
        Instant at,
        @Nullable Instant ended,
        boolean sound) {
    static final String INSERT = "INSERT INTO ledger_removal"
            + " (id, starts, below, first_month, last_month, term_months, line, at, mac) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    static final String INSERT_END = "INSERT INTO ledger_removal_end (removal, line, at, mac) VALUES (?, ?, ?, ?)";

    private static final String SELECT = "SELECT r.id, r.starts, r.below, r.first_month, r.last_month, r.term_months,"
            + " r.line, r.at, r.mac, d.line AS end_line, d.at AS end_at, d.mac AS end_mac, l.position AS line_position"
            + " FROM ledger_removal r LEFT JOIN ledger_removal_end d ON d.removal = r.id"
            + " LEFT JOIN ledger_leaf l ON l.entry = r.line ORDER BY r.below DESC";

    static RemovalRow of(UUID id, Removal removal, UUID line, Instant at) {
        return new RemovalRow(
                id,
                removal.first() - 1,
                removal.last(),
                removal.firstMonth().toString(),
                removal.lastMonth().toString(),
                removal.termMonths(),
                line,
                at.truncatedTo(ChronoUnit.MICROS),
                null,
                true);
    }

    void insert(Connection connection, LedgerKeys keys) throws SQLException {
        try (var insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, id.toString());
            insert.setLong(2, starts);
            insert.setLong(3, below);
            insert.setString(4, firstMonth);
            insert.setString(5, lastMonth);
            insert.setInt(6, termMonths);
            insert.setString(7, line.toString());
            insert.setObject(8, EntryRow.utc(at));
            insert.setBytes(9, keys.mac(fields()));
            insert.executeUpdate();
        }
    }

    static void end(Connection connection, LedgerKeys keys, UUID removal, UUID line, Instant now) throws SQLException {
        var at = now.truncatedTo(ChronoUnit.MICROS);
        try (var insert = connection.prepareStatement(INSERT_END)) {
            insert.setString(1, removal.toString());
            insert.setString(2, line.toString());
            insert.setObject(3, EntryRow.utc(at));
            insert.setBytes(4, keys.mac(endFields(removal, line, at)));
            insert.executeUpdate();
        }
    }

    private byte[] fields() {
        return Canonical.of("ledger_removal")
                .id(id)
                .number(starts)
                .number(below)
                .text(firstMonth)
                .text(lastMonth)
                .number(termMonths)
                .id(line)
                .time(at)
                .encoded();
    }

    private static byte[] endFields(UUID removal, UUID line, Instant at) {
        return Canonical.of("ledger_removal_end").id(removal).id(line).time(at).encoded();
    }

    /** All removals, the newest first. */
    static List<RemovalRow> all(Connection connection, LedgerKeys keys) throws SQLException {
        var found = new ArrayList<RemovalRow>();
        long vouchedBelow = 0;
        try (var select = connection.createStatement();
                var rows = select.executeQuery(SELECT)) {
            while (rows.next()) {
                var row = read(connection, keys, rows, vouchedBelow);
                if (row.sound) {
                    vouchedBelow = Math.max(vouchedBelow, row.below);
                }
                found.add(row);
            }
        }
        return found;
    }

    private static RemovalRow read(Connection connection, LedgerKeys keys, ResultSet rows, long vouchedBelow)
            throws SQLException {
        var written = new RemovalRow(
                UUID.fromString(rows.getString("id")),
                rows.getLong("starts"),
                rows.getLong("below"),
                rows.getString("first_month"),
                rows.getString("last_month"),
                rows.getInt("term_months"),
                UUID.fromString(rows.getString("line")),
                EntryRow.instant(rows, "at"),
                null,
                false);
        long position = rows.getLong("line_position");
        boolean sealed = !rows.wasNull();
        boolean sound = keys.isMac(rows.getBytes("mac"), written.fields())
                && sealed
                && (position < vouchedBelow || (position >= written.below && written.stands(connection, keys)));
        boolean over = rows.getString("end_line") != null
                && keys.isMac(
                        rows.getBytes("end_mac"),
                        endFields(
                                written.id,
                                UUID.fromString(rows.getString("end_line")),
                                EntryRow.instant(rows, "end_at")));
        return new RemovalRow(
                written.id,
                written.starts,
                written.below,
                written.firstMonth,
                written.lastMonth,
                written.termMonths,
                written.line,
                written.at,
                over ? EntryRow.instant(rows, "end_at") : null,
                sound);
    }

    /** Whether the line is there, is ours, and says the same. */
    private boolean stands(Connection connection, LedgerKeys keys) throws SQLException {
        return line(connection, line)
                .filter(entry -> keys.isMac(entry.mac(), entry.macInput()))
                .filter(entry -> entry.event().action().equals(Removal.ACTION))
                .flatMap(entry -> Removal.parse(String.join(" ", entry.event().rules())))
                .filter(said -> said.first() == starts + 1
                        && said.last() == below
                        && said.firstMonth().toString().equals(firstMonth)
                        && said.lastMonth().toString().equals(lastMonth)
                        && said.termMonths() == termMonths)
                .isPresent();
    }

    static Optional<EntryRow> line(Connection connection, UUID id) throws SQLException {
        try (var select =
                connection.prepareStatement("SELECT " + EntryRow.COLUMNS + " FROM ledger_entry WHERE id = ?")) {
            select.setString(1, id.toString());
            try (var rows = select.executeQuery()) {
                return rows.next() ? Optional.of(EntryRow.read(rows)) : Optional.empty();
            } catch (IllegalArgumentException notOurs) {
                return Optional.empty();
            }
        }
    }

    boolean over() {
        return ended != null;
    }
}
