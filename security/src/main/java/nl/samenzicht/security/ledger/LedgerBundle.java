package nl.samenzicht.security.ledger;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.keys.LedgerKeys;
import nl.samenzicht.tlog.Checkpoint;
import nl.samenzicht.tlog.SignedNote;
import nl.samenzicht.verifier.BundleWriter;
import nl.samenzicht.verifier.Manifest;
import nl.samenzicht.verifier.Removal;

/**
 * Writes the log as a bundle for one agency: its own people's acts in full, every other line as its hash alone. Whoever has
 * the public keys can check it without us. The bundle is written from front to back and never held in memory.
 */
public final class LedgerBundle {
    private static final int BATCH = 2_000;
    private static final int PATIENCE_MILLIS = 60_000;

    /** About so many earlier signed states go along; a change can be placed between two of them. */
    private static final int EARLIER = 200;

    private static final String LINES = "SELECT l.position AS l_position, l.leaf_hash AS l_hash, e.seq AS e_seq, "
            + Arrays.stream(EntryRow.COLUMNS.split(", "))
                    .map(name -> "e." + name)
                    .collect(Collectors.joining(", "))
            + " FROM ledger_leaf l LEFT JOIN ledger_entry e ON e.id = l.entry AND (e.agency = ? OR e.action = '"
            + Removal.ACTION + "')"
            + " WHERE l.position >= ? AND l.position < ? ORDER BY l.position LIMIT " + BATCH;

    private final DataSource database;
    private final LedgerIdentity identity;
    private final Witnesses witnesses;
    private final Clock clock;
    private final AuditLedger ledger;

    /**
     * Makes one that writes nothing until it is asked.
     *
     * @param origin the name under which the ledger signs
     * @param witnesses whose cosignatures go along
     * @param ledger tells whether people are at work, so that the writing gives way
     */
    public LedgerBundle(
            DataSource database, LedgerKeys keys, Clock clock, String origin, Witnesses witnesses, AuditLedger ledger) {
        this.database = database;
        this.identity = new LedgerIdentity(origin, keys);
        this.witnesses = witnesses;
        this.clock = clock;
        this.ledger = ledger;
    }

    /**
     * Writes the bundle of an agency up to the newest signed state.
     *
     * @param readable which acts of its own people it may read in full; asked of no other line
     * @return what the bundle says of itself
     * @throws IOException when the reader is gone
     * @throws LedgerUnavailable when the ledger cannot be read, or nothing is sealed yet
     */
    public Manifest write(OutputStream out, AgencyId agency, Predicate<LoggedEntry> readable) throws IOException {
        try (var connection = database.getConnection()) {
            connection.setNetworkTimeout(Runnable::run, PATIENCE_MILLIS);
            var bundle = new BundleWriter(out);
            long removed = removed(connection);
            var note = newest(connection);
            long size = Checkpoint.parse(SignedNote.parse(note).text()).size();
            var earlier = new ArrayList<>(earlier(connection, size));
            earlier.addAll(witnesses.cosignedNotes(connection, size));
            bundle.begin(note, earlier, identity.noteKeys());
            var way = ledger.givingWay();
            for (long next = 0; next < size; way.betweenParts()) {
                next = batch(connection, agency, readable, bundle, next, size);
            }
            return bundle.end(
                    identity.origin(),
                    agency.value(),
                    clock.instant().truncatedTo(ChronoUnit.SECONDS),
                    removed,
                    identity::sign);
        } catch (SQLException e) {
            throw new LedgerUnavailable("The log cannot be exported: " + e.getMessage(), e);
        }
    }

    /** How many lines are gone after their term, of which a line that is still there says so. */
    private long removed(Connection connection) throws SQLException {
        for (var removal : RemovalRow.all(connection, identity.keys())) {
            if (removal.sound()
                    && removal.over()
                    && RemovalRow.line(connection, removal.line()).isPresent()) {
                return removal.below();
            }
        }
        return 0;
    }

    private static String newest(Connection connection) throws SQLException {
        try (var select = connection.createStatement();
                var rows = select.executeQuery(
                        "SELECT signed_note FROM ledger_checkpoint ORDER BY tree_size DESC LIMIT 1")) {
            if (!rows.next()) {
                throw new SQLException("nothing is sealed yet");
            }
            return rows.getString(1);
        }
    }

    private static List<String> earlier(Connection connection, long size) throws SQLException {
        try (var select = connection.prepareStatement("SELECT c.signed_note FROM ledger_checkpoint c JOIN"
                + " (SELECT MIN(tree_size) AS first FROM ledger_checkpoint WHERE tree_size < ?"
                + " GROUP BY tree_size DIV ?) g ON c.tree_size = g.first ORDER BY c.tree_size")) {
            select.setLong(1, size);
            select.setLong(2, Math.max(1, size / EARLIER));
            try (var rows = select.executeQuery()) {
                var notes = new ArrayList<String>();
                while (rows.next()) {
                    notes.add(rows.getString(1));
                }
                return notes;
            }
        }
    }

    private long batch(
            Connection connection,
            AgencyId agency,
            Predicate<LoggedEntry> readable,
            BundleWriter bundle,
            long from,
            long size)
            throws SQLException, IOException {
        try (var select = connection.prepareStatement(LINES)) {
            select.setString(1, agency.toString());
            select.setLong(2, from);
            select.setLong(3, size);
            long next = from;
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    if (rows.getLong("l_position") != next) {
                        break;
                    }
                    line(rows, agency, readable, bundle);
                    next++;
                }
            }
            if (next == from) {
                throw new SQLException("line %d is missing".formatted(from + 1));
            }
            return next;
        }
    }

    private void line(ResultSet rows, AgencyId agency, Predicate<LoggedEntry> readable, BundleWriter bundle)
            throws SQLException, IOException {
        var leaf = rows.getBytes("l_hash");
        if (rows.getString("id") != null) {
            try {
                var row = EntryRow.read(rows);
                if (isForAll(row)
                        || readable.test(LoggedEntry.of(
                                rows.getLong("e_seq"), row, OptionalLong.of(rows.getLong("l_position") + 1), agency))) {
                    bundle.readable(leaf, row.salt(), row.values());
                    return;
                }
            } catch (IllegalArgumentException notOurs) {
                // a row that we cannot have written; the verification in the product names it
            }
        }
        bundle.hidden(leaf);
    }

    /** The line of a removal holds nothing of a person, and who checks needs it. */
    private boolean isForAll(EntryRow row) {
        return row.event().action().equals(Removal.ACTION) && identity.keys().isMac(row.mac(), row.macInput());
    }
}
