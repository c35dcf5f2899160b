package nl.samenzicht.security.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Gives the application account and the ledger account what they need on each table, and refuses to go on when one of
 * them has more than that. What the ledger and the shelf of rulebooks hold can be added to and read, never changed.
 */
final class Rights {
    private static final String LEDGER_PREFIX = "ledger_";
    /** What was published and signed stays as it is. */
    private static final String RULEBOOK_PREFIX = "rulebook";

    /** Says which node seals entries; holds no record, so the ledger account may change it. */
    private static final String SEQUENCER_LEASE = "sequencer_lease";

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");
    /** {@code GRANT rights ON object TO …}; a grant on one table names the schema and the table. */
    private static final Pattern GRANT = Pattern.compile("GRANT (.+?) ON (\\S+) TO .*", Pattern.CASE_INSENSITIVE);

    /** What an account may have on the whole schema: nothing that reads or changes a row; it must be able to connect. */
    private static final Set<String> HARMLESS = Set.of("USAGE", "SHOW VIEW");

    private final Connection owner;

    Rights(Connection owner) {
        this.owner = owner;
    }

    void give(Connection application, Connection ledger) throws SQLException {
        String applicationAccount = quoted(accountOf(application));
        String ledgerAccount = quoted(accountOf(ledger));
        if (applicationAccount.equals(ledgerAccount)) {
            throw new IllegalStateException("the application and the ledger use the same database account "
                    + applicationAccount + "; give the ledger its own");
        }
        for (String table : tables()) {
            if (table.startsWith(LEDGER_PREFIX)) {
                execute("grant select on `" + table + "` to " + applicationAccount);
                execute("grant select, insert on `" + table + "` to " + ledgerAccount);
            } else if (table.equals(SEQUENCER_LEASE)) {
                execute("grant select, update on `" + table + "` to " + ledgerAccount);
            } else if (table.startsWith(RULEBOOK_PREFIX)) {
                execute("grant select, insert on `" + table + "` to " + applicationAccount);
            } else if (!table.equals("flyway_schema_history") && !table.equals("installation")) {
                execute("grant select, insert, update, delete on `" + table + "` to " + applicationAccount);
            }
        }
        refuseMore(application, applicationAccount, "SELECT", "SELECT, INSERT");
        refuseMore(ledger, ledgerAccount, "SELECT, INSERT", "");
    }

    /** Rights on the schema or the server would reach the ledger as well, whatever is given table by table. */
    private void refuseMore(Connection account, String name, String onLedger, String onRulebooks) throws SQLException {
        for (String grant : grantsOf(account)) {
            var match = GRANT.matcher(grant);
            if (!match.matches()) {
                continue;
            }
            String rights = match.group(1).toUpperCase(Locale.ROOT);
            String object = match.group(2);
            boolean wide = object.endsWith(".*") && !HARMLESS.contains(rights);
            boolean more = otherThan(onLedger, rights, object, LEDGER_PREFIX)
                    || otherThan(onRulebooks, rights, object, RULEBOOK_PREFIX);
            if (wide || more) {
                throw new IllegalStateException("the database account " + name + " has too many rights: '" + rights
                        + "' on " + object + ". Rights are given table by table; revoke these and start again");
            }
        }
    }

    private static boolean otherThan(String expected, String rights, String object, String prefix) {
        return object.contains(".`" + prefix) && !sorted(rights).equals(sorted(expected));
    }

    private static List<String> sorted(String rights) {
        return List.of(rights.split(",\\s*")).stream().sorted().toList();
    }

    private static List<String> grantsOf(Connection account) throws SQLException {
        var grants = new ArrayList<String>();
        try (var select = account.createStatement();
                var rows = select.executeQuery("show grants for current_user()")) {
            while (rows.next()) {
                grants.add(rows.getString(1));
            }
        }
        return grants;
    }

    private List<String> tables() throws SQLException {
        var tables = new ArrayList<String>();
        try (var select = owner.createStatement();
                var rows = select.executeQuery(
                        "select table_name from information_schema.tables where table_schema = database()"
                                + " and table_type in ('BASE TABLE', 'SYSTEM VERSIONED', 'VIEW', 'SEQUENCE')")) {
            while (rows.next()) {
                String table = rows.getString(1);
                if (!NAME.matcher(table).matches()) {
                    throw new IllegalStateException("table name '" + table + "' is not in snake_case");
                }
                tables.add(table);
            }
        }
        return tables;
    }

    private static String accountOf(Connection connection) throws SQLException {
        try (var select = connection.createStatement();
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

    private void execute(String sql) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
