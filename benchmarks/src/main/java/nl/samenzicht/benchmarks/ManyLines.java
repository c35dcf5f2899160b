package nl.samenzicht.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import nl.samenzicht.security.directory.AgencyId;

/**
 * Three years of a log of ten million lines, on a schema of its own. Half of them are acts of one agency, the rest of
 * fifty-nine others; in three of ten the data are of another agency. Of every limit there is a value that many lines have, one that few have
 * and one that none has. Hashes, salts and MACs have the right length and prove nothing: a page does not look at them.
 */
final class ManyLines implements AutoCloseable {

    static final long LINES = Long.getLong("benchmarks.log.entries", 10_000_000);

    /** The agency whose officer asks, the largest. */
    static final AgencyId LARGEST = agency(1);

    /** The second largest; it never had an emergency. */
    static final AgencyId SECOND = agency(2);

    /** The agency that seldom had to do with the largest. */
    static final AgencyId SELDOM = agency(60);

    /** The agency that has no lines. */
    static final AgencyId NEVER = agency(61);

    static final Instant BEGIN = Instant.parse("2023-11-20T00:00:00Z");

    private static final long MICROS_BETWEEN = 3L * 365 * 86_400 * 1_000_000 / LINES;
    private static final int CHUNK = 50_000;
    private static final int WRITERS = 2;
    private static final String SCHEMA = Database.LOG;

    /** Room for the indexes that are in use, as a server that keeps so many lines has. */
    private static final String POOL = "4 * 1024 * 1024 * 1024";

    private static final String ENTRIES = """
            INSERT INTO ledger_entry (seq, id, code, salt, at, action, outcome, life_cycle, professional, agency, agency_type,
              acting_function, session, access_point, job, purpose, emergency, case_id, person_id, category, regime,
              items, holders, recipients, ground, consent_id, share_id, rulebook, rules, reason_true, reason_told,
              masked_fields, detail, mac)
            SELECT n,
              CONCAT('018bea00-0000-7000-8000-', LPAD(HEX(n), 12, '0')),
              CONCAT(%3$s),
              UNHEX(MD5(n)),
              TIMESTAMP '2023-11-20 00:00:00' + INTERVAL n * %4$d MICROSECOND,
              CASE WHEN n %% %5$d = 17 THEN 'BREAK_GLASS' WHEN g DIV 16 %% 100 < 70 THEN 'VIEW_SECTION'
                WHEN g DIV 16 %% 100 < 82 THEN 'SEARCH' WHEN g DIV 16 %% 100 < 90 THEN 'VIEW_CASE' ELSE 'RECORD_ITEM' END,
              CASE WHEN n %% %5$d = 18 THEN 'FAILED' WHEN g DIV 1024 %% 100 < 5 THEN 'REFUSED' ELSE 'PERMITTED' END,
              'R',
              %6$s,
              %7$s,
              'CARE_PROVIDER',
              CASE WHEN n %% %5$d = 19 THEN 'PRIVACY_OFFICER' WHEN g DIV 4096 %% 10 < 6 THEN 'CARE_COORDINATOR'
                ELSE 'CARE_WORKER' END,
              CONCAT('00000000-0000-0007-0000-', LPAD(HEX(n DIV 50), 12, '0')),
              '10.1.2.3',
              NULL,
              CASE WHEN n %% %5$d = 20 THEN 'SUBJECT_RIGHTS' WHEN g DIV 8192 %% 10 < 6 THEN 'SUPPORT' ELSE 'PROTECTION' END,
              n %% %5$d < 5 AND a = 1 AND holder = 1,
              CONCAT('00000000-0000-0003-0000-', LPAD(HEX(c), 12, '0')),
              CONCAT('00000000-0000-0004-0000-', LPAD(HEX(c), 12, '0')),
              CASE WHEN n %% %5$d = 21 THEN 'POLICE' WHEN g DIV 65536 %% 10 < 5 THEN 'SITUATION' ELSE 'HEALTH' END,
              'AVG',
              CONCAT(%8$s, '@1@', %9$s),
              %9$s,
              '', 'CONSENT', %10$s, %10$s, '12', 'R-SUPPORT-04 R-CONSENT-01',
              IF(g DIV 1024 %% 100 < 5, 'NO_CONSENT', NULL), IF(g DIV 1024 %% 100 < 5, 'NO_CONSENT', NULL),
              '', NULL, UNHEX(CONCAT('0123456789', SHA2(n, 256)))
            FROM (SELECT n, h, g, a,
                CASE WHEN a = 60 THEN 1 WHEN g %% 10 < 7 THEN a WHEN a = 1 THEN 2 + h DIV 128 %% 58 ELSE 1 END AS holder,
                CASE WHEN n %% 1000 = 7 THEN 1 ELSE a * 1000000 + 2 + g DIV 16 %% IF(a = 1, %11$d, %12$d) END AS c
              FROM (SELECT n, h, g,
                  CASE WHEN n %% %5$d = 22 THEN 60 WHEN h %% 100 < 50 THEN 1 WHEN h %% 100 < 65 THEN 2
                    ELSE 3 + g DIV 128 %% 57 END AS a
                FROM (SELECT seq AS n, CRC32(seq) AS h, CRC32(CONCAT('b', seq)) AS g FROM seq_%1$d_to_%2$d) s) t) u
            """;

    private static final String[] DERIVED = {
        """
        INSERT INTO ledger_leaf (position, entry_seq, entry, code, leaf_hash)
        SELECT seq - 1, seq, id, code, UNHEX(SHA2(seq, 256)) FROM ledger_entry WHERE seq BETWEEN %1$d AND %2$d
        """,
        index("agency", "1", "holders = agency", "TRUE"),
        index("holders", "0", "TRUE", "holders <> agency"),
        items("agency", "TRUE"),
        items("holders", "holders <> agency")
    };

    private final Pool pool;

    private ManyLines(Pool pool) {
        this.pool = pool;
    }

    /** Fills the log. */
    static ManyLines filled(Database database, Run run) throws Exception {
        var lines = new ManyLines(new Pool(database.migrated(SCHEMA), WRITERS + 1));
        lines.set("innodb_buffer_pool_size = " + POOL);
        lines.set("innodb_log_file_size = 2 * 1024 * 1024 * 1024");
        lines.set("innodb_flush_log_at_trx_commit = 0");
        lines.set("innodb_doublewrite = OFF");
        lines.dropTriggers();
        var indexes = lines.dropIndexes();
        lines.fill(run);
        run.say("indexing");
        lines.add(indexes);
        lines.set("innodb_doublewrite = ON");
        lines.set("innodb_flush_log_at_trx_commit = 1");
        try (var connection = lines.pool.getConnection()) {
            execute(connection, "ANALYZE TABLE " + String.join(", ", LEDGER));
        }
        return lines;
    }

    /** The log as an earlier run filled it. */
    static ManyLines kept(Database database) throws SQLException {
        var lines = new ManyLines(new Pool(database.source(SCHEMA), WRITERS + 1));
        if (!lines.ask("SELECT MAX(seq) FROM ledger_entry").equals(Long.toString(LINES))) {
            throw new IllegalStateException("The log that was kept does not have %,d lines".formatted(LINES));
        }
        return lines;
    }

    private void set(String variable) throws SQLException {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("SET GLOBAL " + variable);
        }
    }

    /** With a trigger on the table, MariaDB 11.4 takes an id that is selected into it for null; a page meets no trigger. */
    private void dropTriggers() throws SQLException {
        try (var connection = pool.getConnection()) {
            for (var table : LEDGER) {
                execute(connection, "DROP TRIGGER tr_" + table + "_no_update");
                execute(connection, "DROP TRIGGER tr_" + table + "_no_delete");
            }
        }
    }

    private static final List<String> LEDGER =
            List.of("ledger_entry", "ledger_leaf", "ledger_index", "ledger_item_line");

    /** Takes the indexes away as the migrations made them; gives what puts them back, for each table. */
    private List<String> dropIndexes() throws SQLException {
        var putBack = new ArrayList<String>();
        for (var table : LEDGER) {
            var drops = new ArrayList<String>();
            var adds = new ArrayList<String>();
            try (var connection = pool.getConnection();
                    var statement = connection.createStatement()) {
                try (var rows = statement.executeQuery("SELECT index_name, MIN(non_unique), GROUP_CONCAT(column_name"
                        + " ORDER BY seq_in_index) FROM information_schema.statistics WHERE table_schema = '" + SCHEMA
                        + "' AND table_name = '" + table + "' GROUP BY index_name")) {
                    while (rows.next()) {
                        // lines come in the order of their numbers, and only of these tables not in that of their key
                        if (!rows.getString(1).equals("PRIMARY")) {
                            drops.add("DROP INDEX " + rows.getString(1));
                            adds.add("ADD %s %s (%s)"
                                    .formatted(
                                            rows.getBoolean(2) ? "INDEX" : "UNIQUE",
                                            rows.getString(1),
                                            rows.getString(3)));
                        } else if (table.equals("ledger_item_line")) {
                            drops.add("DROP PRIMARY KEY");
                            adds.add("ADD PRIMARY KEY (" + rows.getString(3) + ")");
                        }
                    }
                }
                statement.execute("ALTER TABLE " + table + " " + String.join(", ", drops));
            }
            putBack.add("ALTER TABLE " + table + " " + String.join(", ", adds));
        }
        return putBack;
    }

    private void add(List<String> indexes) throws Exception {
        var writers = Executors.newFixedThreadPool(WRITERS);
        try {
            var done = new ArrayList<Future<?>>();
            for (var each : indexes) {
                done.add(writers.submit((Callable<Void>) () -> {
                    try (var connection = pool.getConnection()) {
                        execute(connection, each);
                    }
                    return null;
                }));
            }
            for (var each : done) {
                each.get();
            }
        } finally {
            writers.shutdownNow();
        }
    }

    private static String index(String agency, String actor, String holder, String which) {
        return "INSERT INTO ledger_index (agency, seq, at, as_actor, as_holder, as_recipient, action, outcome, emergency,"
                + " case_id, person_id, professional, acting_agency, acting_function, purpose, category) SELECT "
                + agency
                + ", seq, at, " + actor + ", " + holder + ", FALSE, action, outcome, emergency, case_id, person_id,"
                + " professional, agency, acting_function, purpose, category FROM ledger_entry"
                + " WHERE seq BETWEEN %1$d AND %2$d AND " + which;
    }

    private static String items(String agency, String which) {
        return "INSERT INTO ledger_item_line (agency, item, at, seq) SELECT " + agency
                + ", LEFT(items, 36), at, seq FROM ledger_entry WHERE seq BETWEEN %1$d AND %2$d AND " + which;
    }

    private void fill(Run run) throws Exception {
        var next = new AtomicLong(1);
        var writers = Executors.newFixedThreadPool(WRITERS);
        try {
            var done = new ArrayList<Future<?>>();
            for (int i = 0; i < WRITERS; i++) {
                done.add(writers.submit((Callable<Void>) () -> {
                    write(next, run);
                    return null;
                }));
            }
            for (var each : done) {
                each.get();
            }
        } finally {
            writers.shutdownNow();
        }
    }

    private void write(AtomicLong next, Run run) throws SQLException {
        try (var connection = pool.getConnection()) {
            for (long from = next.getAndAdd(CHUNK); from <= LINES; from = next.getAndAdd(CHUNK)) {
                long until = Math.min(LINES, from + CHUNK - 1);
                execute(connection, entries(from, until));
                for (var derived : DERIVED) {
                    execute(connection, derived.formatted(from, until));
                }
                if (until % 1_000_000 == 0) {
                    run.say("%,d lines written", until);
                }
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String entries(long from, long until) {
        // an odd factor gives each number another code
        var letters = new ArrayList<String>();
        for (int i = 0; i < 6; i++) {
            letters.add("SUBSTR('0123456789ABCDEFGHJKMNPQRSTVWXYZ', 1 + (n * 387420489 >> %d & 31), 1)"
                    .formatted(25 - 5 * i));
        }
        letters.add(4, "'-'");
        return ENTRIES.formatted(
                from,
                until,
                String.join(", ", letters),
                MICROS_BETWEEN,
                Math.max(40, LINES / 40),
                "CONCAT('00000000-0000-0002-0000-', LPAD(HEX(a * 1000 + CASE WHEN n % " + Math.max(40, LINES / 40)
                        + " = 23 THEN 999 WHEN h DIV 128 % 10 = 0 THEN 1 ELSE 2 + g DIV 64 % 400 END), 12, '0'))",
                "CONCAT('00000000-0000-0001-0000-', LPAD(HEX(a), 12, '0'))",
                "CONCAT('00000000-0000-0005-0000-', LPAD(HEX(IF(n % 2000 = 11, 1, c * 8 + h DIV 4096 % 7)), 12, '0'))",
                "CONCAT('00000000-0000-0001-0000-', LPAD(HEX(holder), 12, '0'))",
                "CONCAT('00000000-0000-0006-0000-', LPAD(HEX(c), 12, '0'))",
                Math.max(2, LINES / 50),
                Math.max(2, LINES / 1_000));
    }

    private static AgencyId agency(long number) {
        return new AgencyId(new UUID(1, number));
    }

    /** When a line was written. */
    static Instant at(long number) {
        return BEGIN.plusNanos(number * MICROS_BETWEEN * 1_000);
    }

    DataSource database() {
        return pool;
    }

    /** The one value that a query gives. */
    String ask(String query) throws SQLException {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            if (!rows.next()) {
                throw new IllegalStateException("No row for: " + query);
            }
            return rows.getString(1);
        }
    }

    /** What to know beside the figures. */
    String described() throws SQLException {
        return "%,d lines, tables of %s GiB, buffer pool 4 GiB"
                .formatted(
                        LINES,
                        ask("SELECT ROUND(SUM(data_length + index_length) / 1073741824, 1) FROM"
                                + " information_schema.tables WHERE table_schema = '" + SCHEMA + "'"));
    }

    @Override
    public void close() throws SQLException {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("DROP DATABASE " + SCHEMA);
        }
        set("innodb_buffer_pool_size = 256 * 1024 * 1024");
        pool.close();
    }
}
