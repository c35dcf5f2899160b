package nl.samenzicht.security.ledger;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.keys.LedgerKeys;
import nl.samenzicht.tlog.MerkleTree;
import org.jspecify.annotations.Nullable;

/**
 * Takes the entries that exist into the Merkle tree, in order, and signs its state.
 *
 * <p>One node at a time does so, by a lease with a fencing token: the transaction that writes leaves first locks the lease
 * and sees that it still holds it, and a node that was asleep finds out before it writes. The unique keys on position,
 * entry and tree size are the second lock on that door. Leaves, index and checkpoint come in one transaction; the copy of the
 * checkpoint outside the database comes after it, on every node.
 *
 * <p>Numbers are handed out before rows are committed, so a row may appear below one that is already sealed. Each round
 * therefore looks back over everything that came in the last minute, and a sweep of the whole table, a part in each round, at
 * the start and once a day finds what would have come even later. An entry has one place in the tree and is never skipped for good.
 */
public final class LedgerSequencer {
    /** How long after the begin of a round the next one begins; at once when that took longer. */
    public static final Duration RHYTHM = Duration.ofMillis(500);

    private static final System.Logger LOG = System.getLogger(LedgerSequencer.class.getName());
    private static final int BATCH = 4_000;

    /** So many missing numbers are looked for one by one; when there are more, all rows since the first are looked through. */
    static final int MISSING = 1_000;

    /** So many rows are swept in a round: ten million in some eight minutes, while what comes in is sealed as ever. */
    private static final int SWEPT = 10_000;

    private static final String FIRST = "00000000-0000-0000-0000-000000000000";
    private static final int PATIENCE_MILLIS = 30_000;
    private static final String COLUMNS =
            Arrays.stream(EntryRow.COLUMNS.split(", ")).map(name -> "e." + name).collect(joining(", "));
    private static final String UNSEALED =
            "SELECT e.seq, " + COLUMNS + " FROM ledger_entry e LEFT JOIN ledger_leaf l ON l.entry_seq = e.seq"
                    + " WHERE %s AND l.entry_seq IS NULL ORDER BY e.seq";
    private static final int LEASE_SECONDS = 5;
    private static final long RENEW_AFTER_NANOS = Duration.ofSeconds(2).toNanos();
    private static final long LOOK_BACK_NANOS = Duration.ofSeconds(60).toNanos();
    private static final long SWEEP_AFTER_NANOS = Duration.ofHours(24).toNanos();

    private final DataSource database;
    private final LedgerIdentity identity;
    private final CheckpointFiles files;
    private final Clock clock;
    private final UUID self = UUID.randomUUID();

    private @Nullable Turn turn;
    private long mirrored = -1;

    /**
     * Makes a sequencer that does nothing until {@link #round()}.
     *
     * @param home the home of the installation, under which the checkpoint files are kept
     * @param origin the name under which checkpoints are signed; it stays the same for the life of the ledger
     */
    public LedgerSequencer(DataSource database, LedgerKeys keys, Path home, Clock clock, String origin) {
        this.database = database;
        this.identity = new LedgerIdentity(origin, keys);
        this.files = new CheckpointFiles(home);
        this.clock = clock;
    }

    /** What is known while this node holds the lease. */
    private static final class Turn {
        private final long token;
        private final MerkleTree tree;
        private final TreeNodes nodes;
        private final Deque<Seen> seen = new ArrayDeque<>();
        private final TreeSet<Long> above = new TreeSet<>();
        private final long sweptAt = System.nanoTime();
        private long renewedAt = System.nanoTime();
        private long mark;

        /** The id up to which the table was swept; null once it is done. */
        private @Nullable String sweptTo = FIRST;

        private Turn(long token, MerkleTree tree, TreeNodes nodes, long mark) {
            this.token = token;
            this.tree = tree;
            this.nodes = nodes;
            this.mark = mark;
        }

        private record Seen(long at, long highest) {}

        /** The number up to which rows were sealed or looked for. */
        private long top() {
            return above.isEmpty() ? mark : above.last();
        }

        /** The numbers below it for which there was no row yet; empty when they are too many. */
        private Optional<List<Long>> missing() {
            var missing = new ArrayList<Long>();
            long next = mark + 1;
            for (long number : above) {
                if (missing.size() + number - next > MISSING) {
                    return Optional.empty();
                }
                for (; next < number; next++) {
                    missing.add(next);
                }
                next = number + 1;
            }
            return Optional.of(missing);
        }

        /** Moves the mark up: over what is sealed without a gap, and over gaps that stayed empty for a minute. */
        private void advance(List<Long> sealed) {
            long now = System.nanoTime();
            above.addAll(sealed);
            if (!above.isEmpty()) {
                seen.addLast(new Seen(now, above.last()));
            }
            while (!seen.isEmpty() && now - seen.getFirst().at() > LOOK_BACK_NANOS) {
                mark = Math.max(mark, seen.removeFirst().highest());
            }
            above.headSet(mark, true).clear();
            while (!above.isEmpty() && above.first() == mark + 1) {
                mark = above.pollFirst();
            }
        }
    }

    private record Unsealed(
            long seq, UUID id, String code, @Nullable EntryRow row, byte[] leafHash) {}

    /**
     * Seals what is there, when it is this node's turn, and copies new checkpoints to the file of this node.
     *
     * @return how many entries were sealed
     * @throws SQLException when the database does not answer; the next round tries again
     * @throws IOException when the file cannot be written; the next round tries again
     * @throws IllegalStateException when the last checkpoint is not ours or does not fit; sealing stops until that is solved
     */
    public synchronized int round() throws SQLException, IOException {
        int sealed = 0;
        try (var connection = database.getConnection()) {
            connection.setNetworkTimeout(Runnable::run, PATIENCE_MILLIS);
            connection.setAutoCommit(true);
            try {
                var mine = takeTurn(connection);
                if (mine != null) {
                    int batch;
                    do {
                        batch = seal(connection, mine);
                        sealed += batch;
                    } while (batch == BATCH);
                }
            } catch (SQLException | RuntimeException e) {
                turn = null;
                throw e;
            } finally {
                if (!connection.getAutoCommit()) {
                    connection.rollback();
                    connection.setAutoCommit(true);
                }
            }
            mirror(connection);
        }
        return sealed;
    }

    /** Lets another node go on at once; for an orderly stop. */
    public synchronized void release() {
        turn = null;
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(
                        "UPDATE sequencer_lease SET valid_until = UTC_TIMESTAMP(6) WHERE name = 'ledger' AND holder = ?")) {
            update.setString(1, self.toString());
            update.executeUpdate();
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "The lease runs out by itself", e);
        }
    }

    private @Nullable Turn takeTurn(Connection connection) throws SQLException {
        var now = turn;
        if (now != null && System.nanoTime() - now.renewedAt < RENEW_AFTER_NANOS) {
            return now;
        }
        try (var update = connection.prepareStatement("UPDATE sequencer_lease"
                + " SET token = token + IF(holder = ?, 0, 1), holder = ?,"
                + " valid_until = UTC_TIMESTAMP(6) + INTERVAL ? SECOND"
                + " WHERE name = 'ledger' AND (holder = ? OR valid_until < UTC_TIMESTAMP(6))")) {
            update.setString(1, self.toString());
            update.setString(2, self.toString());
            update.setInt(3, LEASE_SECONDS);
            update.setString(4, self.toString());
            if (update.executeUpdate() == 0) {
                turn = null;
                return null;
            }
        }
        long token = token(connection, "");
        if (now == null || now.token != token || System.nanoTime() - now.sweptAt > SWEEP_AFTER_NANOS) {
            now = new Turn(token, lastTree(connection), TreeNodes.in(connection), sealedLongAgo(connection));
        }
        now.renewedAt = System.nanoTime();
        turn = now;
        return now;
    }

    private long token(Connection connection, String lock) throws SQLException {
        try (var select = connection.prepareStatement("SELECT token FROM sequencer_lease"
                + " WHERE name = 'ledger' AND holder = ? AND valid_until > UTC_TIMESTAMP(6) " + lock)) {
            select.setString(1, self.toString());
            try (var rows = select.executeQuery()) {
                return rows.next() ? rows.getLong(1) : -1;
            }
        }
    }

    private MerkleTree lastTree(Connection connection) throws SQLException {
        try (var select = connection.createStatement();
                var rows = select.executeQuery("SELECT tree_size, frontier, signed_note FROM ledger_checkpoint"
                        + " ORDER BY tree_size DESC LIMIT 1")) {
            if (!rows.next()) {
                return new MerkleTree();
            }
            long size = rows.getLong("tree_size");
            try {
                var checkpoint = identity.verified(rows.getString("signed_note"));
                var tree = MerkleTree.resume(size, rows.getBytes("frontier"));
                if (checkpoint.size() != size || !Arrays.equals(checkpoint.root(), tree.root())) {
                    throw new IllegalArgumentException("its frontier does not give the root that was signed");
                }
                return tree;
            } catch (IllegalArgumentException e) {
                throw new IllegalStateException(
                        "Sealing stops at %d entries: the last checkpoint does not hold (%s). Verify the ledger, and see"
                                        .formatted(size, e.getMessage())
                                + " that the keys belong to this database.",
                        e);
            }
        }
    }

    /** About the highest number that was sealed before the last minute; what lies below is left to the sweep. */
    private long sealedLongAgo(Connection connection) throws SQLException {
        long size;
        try (var select = connection.prepareStatement(
                "SELECT tree_size FROM ledger_checkpoint WHERE at < ? ORDER BY tree_size DESC LIMIT 1")) {
            select.setObject(1, EntryRow.utc(clock.instant().minusNanos(LOOK_BACK_NANOS)));
            try (var rows = select.executeQuery()) {
                if (!rows.next()) {
                    return 0;
                }
                size = rows.getLong(1);
            }
        }
        try (var select = connection.prepareStatement(
                "SELECT MAX(entry_seq) FROM ledger_leaf WHERE position >= ? AND position < ?")) {
            select.setLong(1, Math.max(0, size - MISSING));
            select.setLong(2, size);
            try (var rows = select.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    /** Rows without a place in the next part of the table, in the order of their ids, which is about that of their time. */
    private static List<Unsealed> swept(Connection connection, Turn mine, int most) throws SQLException {
        var from = mine.sweptTo;
        if (from == null || most == 0) {
            return List.of();
        }
        var until = endOfPart(connection, from);
        if (until == null) {
            mine.sweptTo = null;
            return List.of();
        }
        try (var select = connection.prepareStatement("SELECT e.seq, " + COLUMNS + " FROM ledger_entry e"
                + " FORCE INDEX (uq_ledger_entry_id) LEFT JOIN ledger_leaf l ON l.entry = e.id"
                + " WHERE e.id > ? AND e.id <= ? AND e.seq <= ? AND l.entry IS NULL ORDER BY e.seq LIMIT ?")) {
            select.setString(1, from);
            select.setString(2, until);
            select.setLong(3, mine.mark);
            select.setInt(4, most);
            var found = read(select);
            if (found.size() < most) {
                mine.sweptTo = until;
            }
            return found;
        }
    }

    private static @Nullable String endOfPart(Connection connection, String from) throws SQLException {
        try (var select = connection.prepareStatement("SELECT MAX(id) FROM (SELECT id FROM ledger_entry"
                + " FORCE INDEX (uq_ledger_entry_id) WHERE id > ? ORDER BY id LIMIT ?) part")) {
            select.setString(1, from);
            select.setInt(2, SWEPT);
            try (var rows = select.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    private int seal(Connection connection, Turn mine) throws SQLException {
        var batch = new ArrayList<>(unsealed(connection, mine));
        batch.addAll(swept(connection, mine, BATCH - batch.size()));
        if (batch.isEmpty()) {
            mine.advance(List.of());
            return 0;
        }
        connection.setAutoCommit(false);
        if (token(connection, "FOR UPDATE") != mine.token) {
            connection.rollback();
            connection.setAutoCommit(true);
            turn = null;
            return 0;
        }
        var leaves = new RowsInsert("ledger_leaf", "position, entry_seq, entry, code, leaf_hash");
        var index = new RowsInsert(
                "ledger_index",
                "agency, seq, at, as_actor, as_holder, as_recipient, action, outcome, emergency, case_id, person_id,"
                        + " professional, acting_agency, acting_function, purpose, category");
        var items = new RowsInsert("ledger_item", "item, seq, version, owner");
        var itemLines = new RowsInsert("ledger_item_line", "agency, item, at, seq");
        for (var entry : batch) {
            leaves.add(mine.tree.size(), entry.seq(), entry.id().toString(), entry.code(), entry.leafHash());
            mine.tree.add(entry.leafHash());
            if (entry.row() != null) {
                IndexLine.of(entry.seq(), entry.row()).forEach(line -> {
                    index.add(line.values());
                    line.items().forEach(itemLines::add);
                });
                entry.row().event().items().stream()
                        .distinct()
                        .forEach(item -> items.add(
                                item.item().toString(),
                                entry.seq(),
                                item.version(),
                                item.owner().toString()));
            }
        }
        leaves.into(connection);
        index.into(connection);
        items.into(connection);
        itemLines.into(connection);
        mine.nodes.complete(connection, mine.tree.size());
        try (var insert = connection.prepareStatement("INSERT INTO ledger_checkpoint"
                + " (tree_size, root, frontier, signed_note, at, fence) VALUES (?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, mine.tree.size());
            insert.setBytes(2, mine.tree.root());
            insert.setBytes(3, mine.tree.frontier());
            insert.setString(4, identity.sign(mine.tree));
            insert.setObject(5, EntryRow.utc(clock.instant()));
            insert.setLong(6, mine.token);
            insert.executeUpdate();
        }
        connection.commit();
        connection.setAutoCommit(true);
        mine.advance(batch.stream().map(Unsealed::seq).toList());
        return batch.size();
    }

    /**
     * The rows that have no place yet. A number is missing for good when its row was refused, as when a code was taken; among
     * many lines that happens all the time, so what was sealed in the last minute is not read again for it.
     */
    private static List<Unsealed> unsealed(Connection connection, Turn mine) throws SQLException {
        var missing = mine.missing();
        if (missing.isEmpty()) {
            return unsealedAbove(connection, mine.mark, BATCH);
        }
        var found = new ArrayList<Unsealed>();
        if (!missing.get().isEmpty()) {
            var numbers = missing.get().stream().map(String::valueOf).collect(joining(","));
            // as text: no two of these statements are the same, so none is worth preparing
            try (var select = connection.createStatement();
                    var rows = select.executeQuery(UNSEALED.formatted("e.seq IN (" + numbers + ")"))) {
                while (rows.next()) {
                    found.add(unsealed(rows));
                }
            }
        }
        found.addAll(unsealedAbove(connection, mine.top(), BATCH - found.size()));
        return found;
    }

    private static List<Unsealed> unsealedAbove(Connection connection, long number, int most) throws SQLException {
        try (var select = connection.prepareStatement(UNSEALED.formatted("e.seq > ?") + " LIMIT ?")) {
            select.setLong(1, number);
            select.setInt(2, most);
            return read(select);
        }
    }

    private static List<Unsealed> read(PreparedStatement select) throws SQLException {
        try (var rows = select.executeQuery()) {
            var found = new ArrayList<Unsealed>();
            while (rows.next()) {
                found.add(unsealed(rows));
            }
            return found;
        }
    }

    private static Unsealed unsealed(ResultSet rows) throws SQLException {
        long seq = rows.getLong("seq");
        var id = UUID.fromString(rows.getString("id"));
        var code = rows.getString("code");
        try {
            var row = EntryRow.read(rows);
            return new Unsealed(seq, id, code, row, row.leafHash());
        } catch (IllegalArgumentException notOurs) {
            // a row that we cannot have written takes its place all the same, so that the verifier finds it there
            return new Unsealed(seq, id, code, null, EntryRow.unreadableLeafHash(id));
        }
    }

    private void mirror(Connection connection) throws SQLException, IOException {
        if (mirrored < 0) {
            mirrored = files.newest(identity);
        }
        try (var select = connection.prepareStatement(
                "SELECT tree_size, signed_note, at FROM ledger_checkpoint WHERE tree_size > ? ORDER BY tree_size")) {
            select.setLong(1, mirrored);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    files.add(rows.getString("signed_note"), EntryRow.instant(rows, "at"));
                    mirrored = rows.getLong("tree_size");
                }
            }
        }
    }

    /** One line of the index: an agency that an entry concerns, and how. */
    record IndexLine(long seq, AgencyId agency, EntryRow row) {
        static List<IndexLine> of(long seq, EntryRow row) {
            return row.concerned().stream()
                    .map(agency -> new IndexLine(seq, agency, row))
                    .toList();
        }

        boolean actor() {
            return agency.equals(row.event().actor().agency());
        }

        boolean holder() {
            return row.event().holders().contains(agency);
        }

        boolean recipient() {
            return row.event().recipients().stream().anyMatch(to -> to.agency().equals(agency));
        }

        Object[] values() {
            var event = row.event();
            return new Object[] {
                agency.toString(),
                seq,
                EntryRow.utc(event.at()),
                actor(),
                holder(),
                recipient(),
                event.action(),
                event.outcome().name(),
                event.emergency(),
                text(event.caseId()),
                text(event.personId()),
                text(event.actor().professional()),
                text(event.actor().agency()),
                event.actor().function(),
                event.purpose(),
                event.category()
            };
        }

        /** What is kept with each item that the entry speaks of. */
        List<Object[]> items() {
            return row.event().items().stream()
                    .map(ItemRef::item)
                    .distinct()
                    .map(item -> new Object[] {
                        agency.toString(),
                        item.toString(),
                        EntryRow.utc(row.event().at()),
                        seq
                    })
                    .toList();
        }

        private static @Nullable String text(@Nullable Object value) {
            return value == null ? null : value.toString();
        }
    }
}
