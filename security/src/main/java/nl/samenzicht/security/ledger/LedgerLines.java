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
        return read(agency, Question.of(agency, filter, after, limit));
    }

    /**
     * A page as SQL: the index by one of the limits gives it in order of time, and only its own lines are fetched.
     *
     * @param values of the question marks, in order
     */
    record Question(String sql, List<Object> values) {
        static Question of(AgencyId agency, LogFilter filter, Optional<LogPosition> after, int limit) {
            return new Asking(filter.item().isPresent()).of(agency, filter, after, limit);
        }
    }

    /** Collects the conditions of a page, and the indexes that can find it. */
    private static final class Asking {
        private final boolean byItem;
        private final List<String> conditions = new ArrayList<>();
        private final List<Object> values = new ArrayList<>();
        private final List<String> indexes = new ArrayList<>();

        private Asking(boolean byItem) {
            this.byItem = byItem;
        }

        private Question of(AgencyId agency, LogFilter filter, Optional<LogPosition> after, int limit) {
            // the table that gives the order is the one that is searched
            var first = byItem ? "t" : "i";
            where(first + ".agency = ?", agency.toString());
            filter.item().ifPresent(item -> where("t.item = ?", item.toString()));
            filter.code()
                    .ifPresent(code ->
                            where(first + ".seq = (SELECT seq FROM ledger_entry WHERE code = ?)", code.toString()));
            by("case_id", "case", filter.caseId());
            by("person_id", "person", filter.person());
            by("professional", "professional", filter.professional());
            by("acting_agency", "acting_agency", filter.agency());
            by("acting_function", "function", filter.function());
            by("purpose", "purpose", filter.purpose());
            by("category", "category", filter.category());
            by("action", "action", filter.action());
            by("outcome", "outcome", filter.outcome());
            filter.emergency().ifPresent(emergency -> {
                where("i.emergency = ?", emergency);
                indexes.add("ix_ledger_index_emergency");
            });
            filter.from().ifPresent(from -> where(first + ".at >= ?", EntryRow.utc(from)));
            filter.until().ifPresent(until -> where(first + ".at < ?", EntryRow.utc(until)));
            after.ifPresent(place -> {
                where(first + ".at <= ?", EntryRow.utc(place.at()));
                where("(%1$s.at < ? OR %1$s.seq < ?)".formatted(first), EntryRow.utc(place.at()), place.number());
            });
            values.add(limit);
            return new Question(
                    "SELECT STRAIGHT_JOIN e.seq AS number, l.position AS l_position, " + ENTRY_COLUMNS + " FROM "
                            + searched(filter) + " JOIN ledger_entry e ON e.seq = " + first
                            + ".seq LEFT JOIN ledger_leaf l ON l.entry_seq = e.seq"
                            + " WHERE " + String.join(" AND ", conditions)
                            + " ORDER BY %1$s.at DESC, %1$s.seq DESC LIMIT ?".formatted(first),
                    values);
        }

        private void where(String condition, Object... given) {
            conditions.add(condition);
            values.addAll(List.of(given));
        }

        private void by(String column, String index, Optional<?> wanted) {
            wanted.ifPresent(value -> {
                where("i." + column + " = ?", value.toString());
                indexes.add("ix_ledger_index_" + index);
            });
        }

        private String searched(LogFilter filter) {
            if (byItem) {
                return indexes.isEmpty()
                        ? "ledger_item_line t"
                        : "ledger_item_line t JOIN ledger_index i ON i.agency = t.agency AND i.seq = t.seq";
            }
            if (filter.code().isPresent()) {
                return "ledger_index i";
            }
            var fitting = indexes.isEmpty() ? "ix_ledger_index_at" : String.join(", ", indexes);
            // the database would at times read all lines of a period instead, in hope of meeting some that fit
            return "ledger_index i FORCE INDEX (" + fitting + ")";
        }
    }

    private List<LoggedEntry> read(AgencyId agency, Question question) {
        try (var connection = database.getConnection()) {
            connection.setNetworkTimeout(Runnable::run, PATIENCE_MILLIS);
            try (var select = connection.prepareStatement(question.sql())) {
                var values = question.values();
                for (int i = 0; i < values.size(); i++) {
                    select.setObject(i + 1, values.get(i));
                }
                try (var rows = select.executeQuery()) {
                    var found = new ArrayList<LoggedEntry>();
                    while (rows.next()) {
                        found.add(entry(rows, agency));
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

    private static LoggedEntry entry(ResultSet rows, AgencyId agency) throws SQLException {
        var row = EntryRow.read(rows);
        long position = rows.getLong("l_position");
        return LoggedEntry.of(
                rows.getLong("number"),
                row,
                rows.wasNull() ? OptionalLong.empty() : OptionalLong.of(position + 1),
                agency);
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
