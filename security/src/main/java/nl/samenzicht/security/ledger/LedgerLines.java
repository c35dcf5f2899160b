package nl.samenzicht.security.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.keys.LedgerKeys;
import nl.samenzicht.verifier.Removal;

/**
 * Reads the lines that concern one agency, newest first, always by an index.
 *
 * <p>It asks for no grant, because it lies below the gate; {@code nl.samenzicht.security.oversight} is its only reader and
 * asks for one. A line appears here once it is sealed, within about a second.
 */
public final class LedgerLines {
    private static final int PATIENCE_MILLIS = 30_000;
    private static final String ENTRY_COLUMNS =
            Arrays.stream(EntryRow.COLUMNS.split(", ")).map(name -> "e." + name).collect(Collectors.joining(", "));

    private final DataSource database;
    private final LedgerKeys keys;

    public LedgerLines(DataSource database, LedgerKeys keys) {
        this.database = database;
        this.keys = keys;
    }

    /**
     * One page of the lines that concern an agency.
     *
     * @param after where the page before ended; empty for the first
     * @throws LedgerUnavailable when the ledger cannot be read
     */
    public List<LoggedEntry> page(AgencyId agency, LogFilter filter, Optional<LogPosition> after, int limit) {
        var conditions = new ArrayList<String>();
        var values = new ArrayList<Object>();
        conditions.add("i.agency = ?");
        values.add(agency.toString());
        limit(conditions, values, "e.code = ?", filter.code());
        limit(conditions, values, "i.person_id = ?", filter.person());
        limit(conditions, values, "i.case_id = ?", filter.caseId());
        limit(conditions, values, "i.seq IN (SELECT seq FROM ledger_item WHERE item = ?)", filter.item());
        limit(conditions, values, "e.agency = ?", filter.agency());
        limit(conditions, values, "i.professional = ?", filter.professional());
        limit(conditions, values, "e.acting_function = ?", filter.function());
        limit(conditions, values, "e.purpose = ?", filter.purpose());
        limit(conditions, values, "e.category = ?", filter.category());
        limit(conditions, values, "i.action = ?", filter.action());
        limit(conditions, values, "e.outcome = ?", filter.outcome());
        filter.emergency().ifPresent(emergency -> {
            conditions.add("i.emergency = ?");
            values.add(emergency);
        });
        filter.from().ifPresent(from -> {
            conditions.add("i.at >= ?");
            values.add(EntryRow.utc(from));
        });
        filter.until().ifPresent(until -> {
            conditions.add("i.at < ?");
            values.add(EntryRow.utc(until));
        });
        after.ifPresent(place -> {
            conditions.add("i.at <= ? AND (i.at < ? OR i.seq < ?)");
            values.add(EntryRow.utc(place.at()));
            values.add(EntryRow.utc(place.at()));
            values.add(place.number());
        });
        values.add(limit);
        return read("WHERE " + String.join(" AND ", conditions) + " ORDER BY i.at DESC, i.seq DESC LIMIT ?", values);
    }

    private static void limit(List<String> conditions, List<Object> values, String condition, Optional<?> wanted) {
        wanted.ifPresent(value -> {
            conditions.add(condition);
            values.add(value.toString());
        });
    }

    private List<LoggedEntry> read(String where, List<Object> values) {
        try (var connection = database.getConnection()) {
            connection.setNetworkTimeout(Runnable::run, PATIENCE_MILLIS);
            try (var select = connection.prepareStatement("SELECT i.seq AS i_seq, i.as_actor, i.as_holder,"
                    + " i.as_recipient, l.position AS l_position, " + ENTRY_COLUMNS
                    + " FROM ledger_index i JOIN ledger_entry e ON e.seq = i.seq"
                    + " LEFT JOIN ledger_leaf l ON l.entry_seq = i.seq " + where)) {
                for (int i = 0; i < values.size(); i++) {
                    select.setObject(i + 1, values.get(i));
                }
                try (var rows = select.executeQuery()) {
                    var found = new ArrayList<LoggedEntry>();
                    while (rows.next()) {
                        found.add(entry(rows));
                    }
                    return found;
                }
            }
        } catch (SQLException e) {
            throw new LedgerUnavailable("The log cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Counts the acts of an agency's own people in a period. A refusal of which the true reason was not told, on data that
     * are not the agency's, counts under the reason that was told.
     *
     * @param until the first moment that does not count any more
     * @throws LedgerUnavailable when the ledger cannot be read
     */
    public List<LogCount> counts(AgencyId agency, Instant from, Instant until) {
        try (var connection = database.getConnection()) {
            connection.setNetworkTimeout(Runnable::run, PATIENCE_MILLIS);
            try (var select = connection.prepareStatement("SELECT e.action, e.outcome, e.purpose, e.emergency,"
                    + " CASE WHEN i.as_holder THEN e.reason_true ELSE e.reason_told END AS reason, COUNT(*) AS lines_counted"
                    + " FROM ledger_index i JOIN ledger_entry e ON e.seq = i.seq"
                    + " WHERE i.agency = ? AND i.at >= ? AND i.at < ? AND i.as_actor"
                    + " GROUP BY e.action, e.outcome, e.purpose, e.emergency, reason")) {
                select.setString(1, agency.toString());
                select.setObject(2, EntryRow.utc(from));
                select.setObject(3, EntryRow.utc(until));
                try (var rows = select.executeQuery()) {
                    var found = new ArrayList<LogCount>();
                    while (rows.next()) {
                        found.add(new LogCount(
                                rows.getString("action"),
                                Outcome.valueOf(rows.getString("outcome")),
                                Optional.ofNullable(rows.getString("purpose")),
                                Optional.ofNullable(rows.getString("reason")),
                                rows.getBoolean("emergency"),
                                rows.getLong("lines_counted")));
                    }
                    return found;
                }
            }
        } catch (SQLException e) {
            throw new LedgerUnavailable("The log cannot be counted: " + e.getMessage(), e);
        }
    }

    /**
     * What is gone from the log after its term, of all agencies together.
     *
     * @param before the first day, in Amsterdam, of which nothing was removed; some lines of just before may be there
     * @param on the day on which it was last removed
     * @param lines how many lines are gone
     */
    public record Gone(LocalDate before, LocalDate on, long lines) {}

    /**
     * What is gone; empty when nothing ever was removed.
     *
     * @throws LedgerUnavailable when the ledger cannot be read
     */
    public Optional<Gone> gone() {
        try (var connection = database.getConnection()) {
            return RemovalRow.all(connection, keys).stream()
                    .filter(row -> row.sound() && row.over())
                    .findFirst()
                    .map(row -> new Gone(
                            YearMonth.parse(row.lastMonth()).plusMonths(1).atDay(1),
                            LocalDate.ofInstant(row.at(), Removal.AMSTERDAM),
                            row.below()));
        } catch (SQLException e) {
            throw new LedgerUnavailable("The log cannot be read: " + e.getMessage(), e);
        }
    }

    private static LoggedEntry entry(ResultSet rows) throws SQLException {
        var row = EntryRow.read(rows);
        long position = rows.getLong("l_position");
        return new LoggedEntry(
                rows.getLong("i_seq"),
                new EntryId(row.id()),
                new EntryCode(row.code()),
                rows.wasNull() ? OptionalLong.empty() : OptionalLong.of(position + 1),
                row.event(),
                rows.getBoolean("as_actor"),
                rows.getBoolean("as_holder"),
                rows.getBoolean("as_recipient"));
    }

    /**
     * Opens what was typed with an entry; empty when nothing was.
     *
     * @throws LedgerUnavailable when the ledger cannot be read
     */
    public Optional<String> typed(EntryId id) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("SELECT salt, detail FROM ledger_entry WHERE id = ?")) {
            select.setString(1, id.toString());
            try (var rows = select.executeQuery()) {
                if (!rows.next() || rows.getBytes("detail") == null) {
                    return Optional.empty();
                }
                return Optional.of(
                        keys.openDetail(rows.getBytes("salt"), EntryRow.bytes(id.value()), rows.getBytes("detail")));
            }
        } catch (SQLException e) {
            throw new LedgerUnavailable("The log cannot be read: " + e.getMessage(), e);
        }
    }
}
