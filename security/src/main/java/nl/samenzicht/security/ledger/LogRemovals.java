package nl.samenzicht.security.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import nl.samenzicht.security.CannotBeDone;
import nl.samenzicht.security.database.Maintenance;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.keys.LedgerKeys;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Purpose;
import nl.samenzicht.verifier.Removal;

/**
 * Takes whole months of the log away after their term: always the oldest, a prefix of the tree, through the last line of the
 * last month. The hashes stay, so every proof holds. Decides nothing; two people did.
 *
 * <p>The line that says what goes, why and by whom comes first and must be in the signed tree. Then a row opens what the
 * triggers keep shut, rows go in batches, and a line says that it is done. Whoever stops in between goes on there.
 */
public class LogRemovals {
    /** The job under which the log names what the system does here. */
    static final String JOB = "LOG_RETENTION";

    private static final int BATCH = 500;
    private static final int PATIENCE_MILLIS = 600_000;
    private static final String ENTRY_COLUMNS =
            Arrays.stream(EntryRow.COLUMNS.split(", ")).map(name -> "e." + name).collect(Collectors.joining(", "));

    private final DataSource database;
    private final LedgerKeys keys;
    private final AuditLedger ledger;
    private final Maintenance maintenance;
    private final Clock clock;

    /** For CDI, which needs it to make a proxy. */
    protected LogRemovals() {
        this(null, null, null, null, null);
    }

    /** Makes one that does nothing until it is asked; {@code database} is that of the ledger account. */
    public LogRemovals(DataSource database, LedgerKeys keys, AuditLedger ledger, Maintenance maintenance, Clock clock) {
        this.database = database;
        this.keys = keys;
        this.ledger = ledger;
        this.maintenance = maintenance;
        this.clock = clock;
    }

    /**
     * What may go now: counts, nothing of a line.
     *
     * @param first the number of the first line, from 1
     * @param last the number of the last line
     * @param bytes about so much room
     */
    public record Due(long first, long last, YearMonth firstMonth, YearMonth lastMonth, long bytes) {
        /** How many lines that are. */
        public long lines() {
            return last - first + 1;
        }
    }

    /**
     * What two people decided.
     *
     * @param platform the agency that runs the platform
     * @param reason why, in words; sealed in the log
     * @param agencies whose officers read the line
     */
    public record Order(
            UUID id,
            Due due,
            int termMonths,
            AgencyId platform,
            ProfessionalId proposedBy,
            ProfessionalId approvedBy,
            String reason,
            Collection<AgencyId> agencies) {
        /** Keeps the agencies as they are. */
        public Order {
            agencies = List.copyOf(agencies);
        }

        private Removal removal() {
            return new Removal(
                    due.first(),
                    due.last(),
                    due.firstMonth(),
                    due.lastMonth(),
                    termMonths,
                    proposedBy.value(),
                    approvedBy.value());
        }
    }

    /**
     * What was removed before.
     *
     * @param before the first day that was not removed, in Amsterdam, as its month
     * @param lines how many lines were removed
     * @param over whether all of it is gone
     */
    public record Removed(UUID id, YearMonth before, long lines, Instant at, boolean over) {}

    /** Whether there is an account that can remove at all. */
    public boolean possible() {
        return maintenance.available();
    }

    /** All removals that count, the newest first. */
    public List<Removed> removed() {
        try (var connection = database.getConnection()) {
            return RemovalRow.all(connection, keys).stream()
                    .filter(RemovalRow::sound)
                    .map(row -> new Removed(
                            row.id(),
                            YearMonth.parse(row.lastMonth()).plusMonths(1),
                            row.below() - row.starts(),
                            row.at(),
                            row.over()))
                    .toList();
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    /** The first moment of which no line can be missing for having been removed; empty when nothing ever was. */
    public Optional<Instant> goneBefore() {
        try (var connection = database.getConnection()) {
            return RemovalRow.all(connection, keys).stream()
                    .filter(RemovalRow::sound)
                    .findFirst()
                    .map(row -> YearMonth.from(row.at().atZone(Removal.AMSTERDAM))
                            .minusMonths(row.termMonths())
                            .atDay(1)
                            .atStartOfDay(Removal.AMSTERDAM)
                            .toInstant());
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    /** Whether one of these lines concerns an agency and is about a case. */
    public boolean speakOf(Due due, AgencyId agency, UUID caseFile) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("SELECT 1 FROM ledger_index i JOIN ledger_leaf l"
                        + " ON l.entry_seq = i.seq WHERE i.agency = ? AND i.case_id = ?"
                        + " AND l.position >= ? AND l.position < ? LIMIT 1")) {
            select.setString(1, agency.toString());
            select.setString(2, caseFile.toString());
            select.setLong(3, due.first() - 1);
            select.setLong(4, due.last());
            try (var rows = select.executeQuery()) {
                return rows.next();
            }
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    /**
     * What may go now. A month may when it is over for at least the term, and so is every line up to and including its last
     * one: a clock that ran ahead or back left a younger line among them, and that makes it wait. So does a line that is
     * missing. Reads the log once.
     *
     * @param termMonths at least 60
     * @throws IllegalArgumentException when the term is shorter
     */
    public Optional<Due> due(int termMonths) {
        return due(termMonths, YearMonth.from(clock.instant().atZone(Removal.AMSTERDAM)));
    }

    private Optional<Due> due(int termMonths, YearMonth through) {
        if (termMonths < Removal.SHORTEST_TERM) {
            throw new IllegalArgumentException("The log is kept for at least %d months, so not for '%d'"
                    .formatted(Removal.SHORTEST_TERM, termMonths));
        }
        try (var connection = database.getConnection()) {
            connection.setNetworkTimeout(Runnable::run, PATIENCE_MILLIS);
            long from = RemovalRow.all(connection, keys).stream()
                    .mapToLong(RemovalRow::below)
                    .max()
                    .orElse(0);
            var months = new Months(from, firstYoungMonth(termMonths));
            try (var select = connection.prepareStatement("SELECT l.position, e.at FROM ledger_leaf l"
                    + " LEFT JOIN ledger_entry e ON e.id = l.entry WHERE l.position >= ? ORDER BY l.position")) {
                select.setLong(1, from);
                select.setFetchSize(BATCH);
                try (var rows = select.executeQuery()) {
                    while (!months.hopeless() && rows.next()) {
                        months.line(
                                rows.getLong(1),
                                rows.getObject(2) == null
                                        ? Optional.empty()
                                        : Optional.of(EntryRow.instant(rows, "at")));
                    }
                }
            }
            long bytes = bytesOfLine(connection);
            return months.whole(through)
                    .map(due ->
                            new Due(due.first(), due.last(), due.firstMonth(), due.lastMonth(), bytes * due.lines()));
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    private YearMonth firstYoungMonth(int termMonths) {
        return YearMonth.from(clock.instant().atZone(Removal.AMSTERDAM)).minusMonths(termMonths);
    }

    private static long bytesOfLine(Connection connection) throws SQLException {
        try (var select = connection.createStatement();
                var rows = select.executeQuery("SELECT COALESCE(SUM(avg_row_length), 0) FROM information_schema.tables"
                        + " WHERE table_schema = DATABASE() AND table_name IN ('ledger_entry', 'ledger_index')")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Which months are whole in a prefix of the tree that is old enough. */
    static final class Months {
        private final long from;
        private final YearMonth firstYoung;
        private final TreeMap<YearMonth, Long> last = new TreeMap<>();
        private long barrier = Long.MAX_VALUE;

        /**
         * Knows no line yet.
         *
         * @param from the first place that is still there
         * @param firstYoung the first month whose lines stay
         */
        Months(long from, YearMonth firstYoung) {
            this.from = from;
            this.firstYoung = firstYoung;
        }

        /** The next line in the order of the tree, with when it was written; without when it is missing. */
        void line(long position, Optional<Instant> at) {
            var month = at.map(moment -> YearMonth.from(moment.atZone(Removal.AMSTERDAM)));
            if (month.isEmpty() || !month.get().isBefore(firstYoung)) {
                barrier = Math.min(barrier, position);
            } else {
                last.put(month.get(), position);
            }
        }

        /** Whether nothing can go whatever follows. */
        boolean hopeless() {
            return barrier == from;
        }

        /** The longest run of whole months from the oldest on, no later than one month. */
        Optional<Due> whole(YearMonth through) {
            Optional<Due> found = Optional.empty();
            long end = from - 1;
            for (var month : last.headMap(through, true).entrySet()) {
                end = Math.max(end, month.getValue());
                if (end >= barrier) {
                    return found;
                }
                found = Optional.of(new Due(from + 1, end + 1, last.firstKey(), month.getKey(), 0));
            }
            return found;
        }
    }

    /**
     * Begins what was decided: sees that it still is what may go, holds each line against its MAC and its leaf, and puts the
     * removal on record. Can be asked again after a crash.
     *
     * @return whether it is begun; when not, its line is not in the signed tree yet, and asking again in a second helps
     * @throws CannotBeDone when there is no account for it, or it is not what may go any more, or a line was changed
     */
    public boolean begin(Order order) {
        if (!possible()) {
            throw new CannotBeDone("log-retention.error.no-account");
        }
        try (var connection = database.getConnection()) {
            connection.setNetworkTimeout(Runnable::run, PATIENCE_MILLIS);
            if (RemovalRow.all(connection, keys).stream()
                    .anyMatch(row -> row.id().equals(order.id()))) {
                return true;
            }
            var now = due(order.termMonths(), order.due().lastMonth());
            if (now.isEmpty()
                    || now.get().first() != order.due().first()
                    || now.get().last() != order.due().last()) {
                throw new CannotBeDone("log-retention.error.changed");
            }
            var line = lineOf(connection, order);
            if (line.isEmpty()) {
                requireWhole(connection, order.due());
                ledger.append(event(order, Action.REMOVE_LOG, clock.instant()));
                return false;
            }
            if (!signed(connection, line.get())) {
                return false;
            }
            RemovalRow.of(order.id(), order.removal(), line.get(), clock.instant())
                    .insert(connection, keys);
            return true;
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    /** The line of an order, once it is in the tree. */
    private static Optional<UUID> lineOf(Connection connection, Order order) throws SQLException {
        try (var select =
                connection.prepareStatement("SELECT e.id FROM ledger_item i JOIN ledger_entry e ON e.seq = i.seq"
                        + " WHERE i.item = ? AND e.action = ? AND e.rules = ? ORDER BY i.seq LIMIT 1")) {
            select.setString(1, order.id().toString());
            select.setString(2, Removal.ACTION);
            select.setString(3, String.join(" ", order.removal().rules()));
            try (var rows = select.executeQuery()) {
                return rows.next() ? Optional.of(UUID.fromString(rows.getString(1))) : Optional.empty();
            }
        }
    }

    private static boolean signed(Connection connection, UUID line) throws SQLException {
        try (var select = connection.prepareStatement("SELECT 1 FROM ledger_leaf WHERE entry = ?"
                + " AND position < (SELECT MAX(tree_size) FROM ledger_checkpoint)")) {
            select.setString(1, line.toString());
            try (var rows = select.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** What was changed is evidence, and stays until somebody has looked into it. */
    private void requireWhole(Connection connection, Due due) throws SQLException {
        long next = due.first() - 1;
        while (next < due.last()) {
            try (var select = connection.prepareStatement("SELECT l.position, l.code AS l_code, l.leaf_hash, "
                    + ENTRY_COLUMNS
                    + " FROM ledger_leaf l JOIN ledger_entry e ON e.id = l.entry AND e.seq = l.entry_seq"
                    + " WHERE l.position >= ? AND l.position < ? ORDER BY l.position LIMIT " + BATCH)) {
                select.setLong(1, next);
                select.setLong(2, due.last());
                long before = next;
                try (var rows = select.executeQuery()) {
                    while (rows.next() && rows.getLong("position") == next) {
                        requireOurs(rows.getBytes("leaf_hash"), rows.getString("l_code"), readable(rows, next), next);
                        next++;
                    }
                }
                if (next == before) {
                    throw notWhole(next);
                }
            }
        }
    }

    private static EntryRow readable(java.sql.ResultSet rows, long position) throws SQLException {
        try {
            return EntryRow.read(rows);
        } catch (IllegalArgumentException notOurs) {
            throw notWhole(position);
        }
    }

    private void requireOurs(byte[] leaf, String code, EntryRow row, long position) {
        if (!Arrays.equals(leaf, row.leafHash())
                || !code.equals(row.code())
                || !keys.isMac(row.mac(), row.macInput())) {
            throw notWhole(position);
        }
    }

    private static CannotBeDone notWhole(long position) {
        return new CannotBeDone("log-retention.error.not-whole", position + 1);
    }

    private static LedgerEvent event(Order order, Action action, Instant at) {
        return LedgerEvent.of(at, action.name(), Actor.job(JOB, order.platform()))
                .outcome(Outcome.PERMITTED)
                .lifeCycle(LifeCycle.DELETE)
                .purpose(Purpose.ADMINISTRATION.name())
                .category(DataCategory.LOG.name())
                .item(new ItemRef(order.id(), ItemRef.NO_VERSION, order.platform()))
                .holders(order.agencies())
                .rules(order.removal().rules())
                .detail("lines=%d-%d; months=%s-%s; count=%d; term=%d; proposed=%s; approved=%s; %s"
                        .formatted(
                                order.due().first(),
                                order.due().last(),
                                order.due().firstMonth(),
                                order.due().lastMonth(),
                                order.due().lines(),
                                order.termMonths(),
                                order.proposedBy().value(),
                                order.approvedBy().value(),
                                order.reason()))
                .build();
    }

    /**
     * Carries out what was begun and is not done, and puts on record that it is. Does nothing when there is nothing of that
     * kind; goes on where a crash ended it.
     *
     * @return the removals that were finished now
     */
    public List<UUID> finish() {
        var finished = new ArrayList<UUID>();
        try (var connection = database.getConnection()) {
            for (var row : RemovalRow.all(connection, keys)) {
                if (row.sound() && !row.over()) {
                    maintenance.unlocked(door -> delete(connection, door, row));
                    finished.add(end(connection, row));
                }
            }
            return finished;
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    private static void delete(Connection reading, Connection door, RemovalRow removal) throws SQLException {
        door.setNetworkTimeout(Runnable::run, PATIENCE_MILLIS);
        door.setAutoCommit(false);
        long next = removal.starts();
        while (next < removal.below()) {
            var batch = new ArrayList<Line>();
            try (var select = reading.prepareStatement("SELECT l.position, e.seq, " + ENTRY_COLUMNS
                    + " FROM ledger_leaf l JOIN ledger_entry e ON e.id = l.entry"
                    + " WHERE l.position >= ? AND l.position < ? ORDER BY l.position LIMIT " + BATCH)) {
                select.setLong(1, next);
                select.setLong(2, removal.below());
                try (var rows = select.executeQuery()) {
                    while (rows.next()) {
                        var row = EntryRow.read(rows);
                        next = rows.getLong("position") + 1;
                        batch.add(new Line(
                                rows.getLong("seq"),
                                row.event().at(),
                                row.concerned(),
                                row.event().items().stream().distinct().toList()));
                    }
                }
            }
            if (batch.isEmpty()) {
                return;
            }
            delete(door, batch);
            door.commit();
        }
    }

    private record Line(long seq, Instant at, Set<AgencyId> concerned, List<ItemRef> items) {}

    private static void delete(Connection door, List<Line> lines) throws SQLException {
        try (var index = door.prepareStatement("DELETE FROM ledger_index WHERE agency = ? AND seq = ?");
                var items =
                        door.prepareStatement("DELETE FROM ledger_item WHERE item = ? AND seq = ? AND version = ?");
                var itemLines = door.prepareStatement(
                        "DELETE FROM ledger_item_line WHERE agency = ? AND item = ? AND at = ? AND seq = ?");
                var entries = door.prepareStatement("DELETE FROM ledger_entry WHERE seq = ?")) {
            for (var line : lines) {
                for (var agency : line.concerned()) {
                    index.setString(1, agency.toString());
                    index.setLong(2, line.seq());
                    index.addBatch();
                    for (var item : line.items()) {
                        itemLines.setString(1, agency.toString());
                        itemLines.setString(2, item.item().toString());
                        itemLines.setObject(3, EntryRow.utc(line.at()));
                        itemLines.setLong(4, line.seq());
                        itemLines.addBatch();
                    }
                }
                for (var item : line.items()) {
                    items.setString(1, item.item().toString());
                    items.setLong(2, line.seq());
                    items.setInt(3, item.version());
                    items.addBatch();
                }
                entries.setLong(1, line.seq());
                entries.addBatch();
            }
            index.executeBatch();
            items.executeBatch();
            itemLines.executeBatch();
            entries.executeBatch();
        }
    }

    private UUID end(Connection connection, RemovalRow row) throws SQLException {
        var begun = RemovalRow.line(connection, row.line())
                .orElseThrow(() -> new SQLException("the line of removal %s is gone".formatted(row.id())))
                .event();
        var at = clock.instant();
        var line = ledger.append(LedgerEvent.of(at, Action.END_LOG_REMOVAL.name(), begun.actor())
                .outcome(Outcome.PERMITTED)
                .lifeCycle(LifeCycle.DELETE)
                .purpose(begun.purpose())
                .category(begun.category())
                .items(begun.items())
                .holders(begun.holders())
                .rules(begun.rules())
                .build());
        RemovalRow.end(connection, keys, row.id(), line.id().value(), at);
        return row.id();
    }

    /**
     * Takes back what rights the account for removing still holds, and puts that on record; it should hold none.
     *
     * @param agencies whose officers read the line
     * @return whether it held any
     * @throws IllegalStateException when it holds what cannot be taken back
     */
    public boolean lock(Collection<AgencyId> agencies) {
        try {
            var held = maintenance.lock();
            if (held.isEmpty()) {
                return false;
            }
            ledger.append(LedgerEvent.of(clock.instant(), Action.LOCK_MAINTENANCE.name(), Actor.job(JOB))
                    .lifeCycle(LifeCycle.UPDATE)
                    .purpose(Purpose.ADMINISTRATION.name())
                    .category(DataCategory.LOG.name())
                    .holders(agencies)
                    .detail("held " + String.join("; ", held))
                    .build());
            return true;
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    private static LedgerUnavailable unavailable(SQLException cause) {
        return new LedgerUnavailable("The log cannot be removed from: " + cause.getMessage(), cause);
    }
}
