package nl.samenzicht.security.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import nl.samenzicht.security.database.TestMariaDb;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.keys.KeyFolder;
import nl.samenzicht.security.keys.LedgerKeys;
import nl.samenzicht.security.policy.Regime;

/** A ledger of its own in a real MariaDB that all tests of a run share. */
final class LedgerFixture {
    static final AgencyId CARE = new AgencyId(new UUID(1, 1));
    static final AgencyId POLICE = new AgencyId(new UUID(1, 2));
    static final ProfessionalId NURSE = new ProfessionalId(new UUID(2, 1));
    static final String ORIGIN = "samenzicht.test/ledger";

    final String schema;
    final Path home;
    final KeyFolder keyFolder = KeyFolder.inMemory();
    final LedgerKeys keys = new LedgerKeys(keyFolder);
    final DataSource database;
    final AuditLedger ledger;
    final LedgerSequencer sequencer;

    LedgerFixture(Path home) throws Exception {
        this.home = home;
        schema = TestMariaDb.newSchema("ledger");
        migrate();
        database = TestMariaDb.source(schema);
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

    /** The witnesses that this list names. */
    Witnesses witnesses(String list) {
        return new Witnesses(database, keys, Clock.systemUTC(), ORIGIN, list);
    }

    RestoredLog restored() {
        return new RestoredLog(database, keys, home, ORIGIN);
    }

    VerificationReport verify() {
        return new LedgerVerifier(database, keys, home, Clock.systemUTC(), ORIGIN, ledger).verify();
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
        return read(number, Instant.now());
    }

    /** A look that was written at some moment. */
    static LedgerEvent read(int number, Instant at) {
        return LedgerEvent.of(
                        at, "VIEW_SECTION", new Actor(NURSE, CARE, "ZRG", "CARE_PROVIDER", null, "127.0.0.1", null))
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
        for (var table : new String[] {
            "entry", "leaf", "index", "item", "item_line", "checkpoint", "node", "witness", "removal", "removal_end"
        }) {
            TestMariaDb.execute(schema, "DROP TRIGGER IF EXISTS tr_ledger_" + table + "_no_update");
            TestMariaDb.execute(schema, "DROP TRIGGER IF EXISTS tr_ledger_" + table + "_no_delete");
        }
        TestMariaDb.execute(schema, "DROP TRIGGER IF EXISTS tr_ledger_removal_insert");
        for (var statement : statements) {
            TestMariaDb.execute(schema, statement);
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

    private void migrate() throws IOException, SQLException {
        run(
                "V020__ledger.sql",
                "V021__ledger_only_grows.sql",
                "V022__ledger_index_by_time.sql",
                "V060__ledger_node.sql",
                "V061__ledger_witness.sql",
                "V062__ledger_index_by_what_was_done.sql",
                "V063__ledger_item_line.sql",
                "V066__ledger_removal.sql",
                "V067__ledger_removal_triggers.sql");
    }

    /** Runs these migrations, whatever was run before. */
    void run(String... files) throws IOException, SQLException {
        for (var file : files) {
            try (var script = LedgerFixture.class.getResourceAsStream("/db/security/" + file)) {
                var sql = new String(script.readAllBytes(), StandardCharsets.UTF_8)
                        .replaceAll("(?m)^(--|DELIMITER).*$", "");
                for (var statement : sql.split(sql.contains("//") ? "//" : ";\\s*\\n")) {
                    if (!statement.isBlank()) {
                        TestMariaDb.execute(schema, statement);
                    }
                }
            }
        }
    }
}
