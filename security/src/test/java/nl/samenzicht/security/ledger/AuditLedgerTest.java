package nl.samenzicht.security.ledger;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.BDDAssertions.then;

import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import nl.samenzicht.security.keys.KeyFolder;
import nl.samenzicht.security.keys.LedgerKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mariadb.jdbc.MariaDbDataSource;

class AuditLedgerTest {
    @TempDir
    Path home;

    @Test
    void what_was_put_on_record_is_read_back_as_it_was() throws Exception {
        // given
        var fixture = new LedgerFixture(home);
        var event = LedgerEvent.of(
                        Instant.parse("2026-11-23T10:11:12.123456789Z"),
                        "SHARE_ITEMS",
                        new Actor(LedgerFixture.NURSE, LedgerFixture.CARE, "ZRG", "CARE", null, "::1", null))
                .outcome(Outcome.REFUSED)
                .lifeCycle(LifeCycle.UPDATE)
                .purpose("D2")
                .emergency(true)
                .caseId(new UUID(9, 1))
                .item(new ItemRef(new UUID(9, 2), 3, LedgerFixture.POLICE))
                .recipient(new Recipient(LedgerFixture.POLICE, LedgerFixture.NURSE))
                .recipient(Recipient.of(LedgerFixture.CARE))
                .ground("CONSENT")
                .rules(java.util.List.of("R-12", "R-13"))
                .reason("EMBARGO", "NOT_FOUND")
                .maskedFields(java.util.List.of("identity.bsn"))
                .detail("gezocht: 'Jansen; drop table'")
                .build();
        // when
        var ref = fixture.ledger.append(event);
        // then
        var row = row(fixture, ref);
        then(row.event()).isEqualTo(event.withDetail(null));
        then(fixture.keys.openDetail(row.salt(), EntryRow.bytes(row.id()), row.sealedDetail()))
                .isEqualTo("gezocht: 'Jansen; drop table'");
        then(row.event().at()).isEqualTo(Instant.parse("2026-11-23T10:11:12.123456Z"));
        then(fixture.keys.isMac(row.mac(), row.macInput())).isTrue();
    }

    @Test
    void what_was_typed_is_not_in_the_database() throws Exception {
        var fixture = new LedgerFixture(home);
        fixture.ledger.append(LedgerEvent.of(Instant.now(), "SEARCH", Actor.job("test"))
                .detail("kanarie")
                .build());
        then(fixture.ask("SELECT COUNT(*) FROM ledger_entry WHERE detail LIKE '%kanarie%'"))
                .isEqualTo("0");
    }

    @Test
    void an_entry_stays_when_the_connection_it_got_was_in_a_transaction() throws Exception {
        // given a pool that hands out connections which do not commit by themselves
        var fixture = new LedgerFixture(home);
        var careless = new MariaDbDataSource(((MariaDbDataSource) fixture.database).getUrl() + "&autocommit=false");
        careless.setUser("test");
        careless.setPassword("test");
        // when
        var ref = new AuditLedger(careless, fixture.keys, Clock.systemUTC()).append(LedgerFixture.read(1));
        // then
        then(row(fixture, ref).code()).isEqualTo(ref.code().value());
    }

    @Test
    void without_a_database_the_act_is_refused() throws Exception {
        var nowhere = new MariaDbDataSource("jdbc:mariadb://127.0.0.1:1/x?sslMode=disable&connectTimeout=500");
        var ledger = new AuditLedger(nowhere, new LedgerKeys(KeyFolder.inMemory()), Clock.systemUTC());
        assertThatThrownBy(() -> ledger.append(LedgerFixture.read(1)))
                .isInstanceOf(LedgerUnavailable.class)
                .hasMessageContaining("VIEW_SECTION");
    }

    @Test
    void a_database_that_does_not_answer_is_not_waited_for() throws Exception {
        try (var silent = new ServerSocket(0)) {
            var source = new MariaDbDataSource(
                    "jdbc:mariadb://127.0.0.1:" + silent.getLocalPort() + "/x?sslMode=disable&connectTimeout=1000");
            var ledger = new AuditLedger(source, new LedgerKeys(KeyFolder.inMemory()), Clock.systemUTC());
            var begin = Instant.now();
            assertThatThrownBy(() -> ledger.append(LedgerFixture.read(1))).isInstanceOf(LedgerUnavailable.class);
            then(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(7));
        }
    }

    @Test
    void free_text_cannot_slip_into_the_columns_that_officers_filter_on() {
        assertThatThrownBy(() -> LedgerEvent.of(Instant.now(), "Jan Jansen woont in Breda", Actor.job("x"))
                        .build())
                .isInstanceOf(IllegalArgumentException.class);
        then(Actor.unknown("127.0.0.1\n<script>").accessPoint()).isEqualTo("127.0.0.1??script?");
    }

    @Test
    void keys_of_another_installation_are_noticed_at_the_start() throws Exception {
        var fixture = new LedgerFixture(home);
        new LedgerKeyCheck(fixture.database, new LedgerKeys(KeyFolder.inMemory())).keysBelongToTheDatabase();
        fixture.ledger.append(LedgerFixture.read(1));
        new LedgerKeyCheck(fixture.database, fixture.keys).keysBelongToTheDatabase();
        assertThatThrownBy(() -> new LedgerKeyCheck(fixture.database, new LedgerKeys(KeyFolder.inMemory()))
                        .keysBelongToTheDatabase())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("backup");
    }

    @Test
    void a_code_is_found_however_it_was_typed() {
        then(EntryCode.typed(" k7q2 41 ")).contains(new EntryCode("K7Q2-41"));
        then(EntryCode.typed("K7QO-4l")).contains(new EntryCode("K7Q0-41"));
        then(EntryCode.typed("K7Q2-4")).isEmpty();
        then(EntryCode.typed("K7Q2-4U")).isEmpty();
    }

    private static EntryRow row(LedgerFixture fixture, EntryRef ref) throws SQLException {
        try (var connection = fixture.database.getConnection();
                var select = connection.prepareStatement(
                        "SELECT " + EntryRow.COLUMNS + " FROM ledger_entry WHERE id = ? AND code = ?")) {
            select.setString(1, ref.id().toString());
            select.setString(2, ref.code().value());
            try (var rows = select.executeQuery()) {
                rows.next();
                return EntryRow.read(rows);
            }
        }
    }
}
