package nl.samenzicht.security.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * The account that takes months of the log away after their term. It holds no right but for the length of a removal: the
 * migration account gives what is needed and takes it back, also after a failure, and each start takes back what is left.
 */
public final class Maintenance {
    /** What a removal deletes from; the hashes are not among them. */
    private static final List<String> TABLES =
            List.of("ledger_index", "ledger_item", "ledger_item_line", "ledger_entry");

    private static final Pattern GRANT = Pattern.compile("GRANT (.+?) ON (\\S+) TO .*", Pattern.CASE_INSENSITIVE);
    /** Only to connect, without any right on a table. */
    private static final String NOTHING = "USAGE";

    private final DataSource owner;
    private final Optional<Account> account;

    /**
     * Connections of the account.
     *
     * @param outside in a schema that is open to all; without rights the account cannot name ours
     * @param inside in our schema, which works only while it is unlocked
     */
    public record Account(DataSource outside, DataSource inside) {}

    /**
     * Makes one that does nothing by itself.
     *
     * @param owner connections of the migration account
     * @param account empty when the operator gave none; then no removal is possible
     */
    public Maintenance(DataSource owner, Optional<Account> account) {
        this.owner = owner;
        this.account = account;
    }

    /** Whether there is such an account at all. */
    public boolean available() {
        return account.isPresent();
    }

    /** Work with a connection of the account. */
    @FunctionalInterface
    public interface Work {
        /** Does it; the connection is closed after it. */
        void with(Connection connection) throws SQLException;
    }

    /**
     * Unlocks the account, works, and locks it again whatever happens.
     *
     * @throws SQLException when it cannot be unlocked, locked again, or the work failed
     * @throws IllegalStateException when there is no such account
     */
    public void unlocked(Work work) throws SQLException {
        var mine =
                account.orElseThrow(() -> new IllegalStateException("There is no account for removing from the log"));
        var name = quoted(nameOf(mine));
        try (var door = owner.getConnection()) {
            try {
                for (var table : TABLES) {
                    execute(door, "grant select, delete on `" + table + "` to " + name);
                }
                try (var connection = mine.inside().getConnection()) {
                    work.with(connection);
                }
            } finally {
                // another connection: the first may be what failed
                lock();
            }
        }
    }

    /**
     * Takes back every right that the account holds.
     *
     * @return what it held, as the database says it; empty when it was locked, as it should be
     * @throws IllegalStateException when it holds what the migration account cannot take back
     */
    public List<String> lock() throws SQLException {
        if (account.isEmpty()) {
            return List.of();
        }
        var name = quoted(nameOf(account.get()));
        var held = held(account.get());
        if (!held.isEmpty()) {
            try (var door = owner.getConnection()) {
                for (var object : held) {
                    takeBack(door, object, name);
                }
            }
            if (!held(account.get()).isEmpty()) {
                throw new IllegalStateException("the database account " + name + " has too many rights: "
                        + String.join(", ", held(account.get())) + ". It may hold none; revoke these and start again");
            }
        }
        return held;
    }

    private static void takeBack(Connection door, String held, String name) {
        var match = GRANT.matcher(held + " TO x");
        if (match.matches()) {
            try {
                execute(door, "revoke " + match.group(1) + " on " + match.group(2) + " from " + name);
            } catch (SQLException notOurs) {
                // looked at again afterwards, and refused then
            }
        }
    }

    private static List<String> held(Account mine) throws SQLException {
        var held = new ArrayList<String>();
        try (var connection = mine.outside().getConnection();
                var select = connection.createStatement();
                var rows = select.executeQuery("show grants for current_user()")) {
            while (rows.next()) {
                var match = GRANT.matcher(rows.getString(1));
                if (!match.matches()) {
                    held.add("a role");
                } else {
                    boolean passesOn = rows.getString(1).contains("WITH GRANT OPTION");
                    if (passesOn || !match.group(1).equalsIgnoreCase(NOTHING)) {
                        held.add("GRANT " + match.group(1) + (passesOn ? ", GRANT OPTION" : "") + " ON "
                                + match.group(2));
                    }
                }
            }
        }
        return List.copyOf(held);
    }

    private static String nameOf(Account mine) throws SQLException {
        try (var connection = mine.outside().getConnection();
                var select = connection.createStatement();
                var rows = select.executeQuery("select current_user()")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static String quoted(String account) {
        int at = account.lastIndexOf('@');
        return "'" + account.substring(0, at).replace("'", "''") + "'@'"
                + account.substring(at + 1).replace("'", "''") + "'";
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
