package nl.samenzicht.security.ledger;

import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import nl.samenzicht.security.directory.AgencyId;

/**
 * What the log says was done, for holding the database against it: a row that says otherwise was taken away, or an older
 * one was put back. An act appears here when its entry is in the tree, about a second later.
 */
public class Acts {
    private static final int AT_ONCE = 500;

    private final DataSource ledger;

    /** For CDI, which needs it to make a proxy. */
    protected Acts() {
        this(null);
    }

    public Acts(DataSource ledger) {
        this.ledger = ledger;
    }

    /**
     * Shows each permitted act of these kinds that concerns an agency, oldest first.
     *
     * @throws LedgerUnavailable when the ledger cannot be read
     */
    public void each(AgencyId agency, Collection<String> actions, BiConsumer<LedgerEvent, EntryCode> act) {
        var marks = actions.stream().map(action -> "?").collect(Collectors.joining(","));
        try (var connection = ledger.getConnection();
                var statement = connection.prepareStatement("SELECT e.* FROM ledger_index i JOIN ledger_entry e"
                        + " ON e.seq = i.seq WHERE i.agency = ? AND i.action IN (" + marks
                        + ") AND e.outcome = 'PERMITTED' ORDER BY i.seq")) {
            int position = 1;
            statement.setString(position++, agency.toString());
            for (var action : actions) {
                statement.setString(position++, action);
            }
            statement.setFetchSize(500);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var row = EntryRow.read(rows);
                    act.accept(row.event(), new EntryCode(row.code()));
                }
            }
        } catch (SQLException e) {
            throw new LedgerUnavailable("The acts of agency %s cannot be read".formatted(agency), e);
        }
    }

    /** Which of these rows a permitted act of this kind speaks of, in the lines that concern an agency. */
    public Set<UUID> named(AgencyId agency, String action, Collection<UUID> rows) {
        var named = new HashSet<UUID>();
        var all = List.copyOf(rows);
        try (var connection = ledger.getConnection()) {
            for (int from = 0; from < all.size(); from += AT_ONCE) {
                var part = all.subList(from, Math.min(from + AT_ONCE, all.size()));
                var marks = part.stream().map(row -> "?").collect(Collectors.joining(","));
                try (var statement = connection.prepareStatement("SELECT DISTINCT l.item FROM ledger_item_line l"
                        + " JOIN ledger_entry e ON e.seq = l.seq WHERE l.agency = ? AND l.item IN (" + marks
                        + ") AND e.action = ? AND e.outcome = 'PERMITTED'")) {
                    int position = 1;
                    statement.setString(position++, agency.toString());
                    for (var row : part) {
                        statement.setString(position++, row.toString());
                    }
                    statement.setString(position, action);
                    try (var found = statement.executeQuery()) {
                        while (found.next()) {
                            named.add(UUID.fromString(found.getString(1)));
                        }
                    }
                }
            }
            return named;
        } catch (SQLException e) {
            throw new LedgerUnavailable("The acts of agency %s cannot be read".formatted(agency), e);
        }
    }

    /** The newest version of each item of an agency of which the log speaks. */
    public Map<UUID, Integer> versions(AgencyId owner) {
        try (var connection = ledger.getConnection();
                var statement = connection.prepareStatement("SELECT item, MAX(version) FROM ledger_item WHERE owner = ?"
                        + " AND version > 0 GROUP BY item")) {
            statement.setString(1, owner.toString());
            try (var rows = statement.executeQuery()) {
                var versions = new HashMap<UUID, Integer>();
                while (rows.next()) {
                    versions.put(UUID.fromString(rows.getString(1)), rows.getInt(2));
                }
                return versions;
            }
        } catch (SQLException e) {
            throw new LedgerUnavailable("The items of agency %s cannot be read in the log".formatted(owner), e);
        }
    }
}
