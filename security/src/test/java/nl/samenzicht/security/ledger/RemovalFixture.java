package nl.samenzicht.security.ledger;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import nl.samenzicht.security.database.Maintenance;
import nl.samenzicht.security.database.TestMariaDb;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.ProfessionalId;
import org.mariadb.jdbc.MariaDbDataSource;

/** A log with lines of long ago, and the account that may remove them. */
final class RemovalFixture implements AutoCloseable {
    static final AgencyId PLATFORM = new AgencyId(new UUID(1, 9));
    static final ProfessionalId ADMINISTRATOR = new ProfessionalId(new UUID(2, 8));
    static final ProfessionalId MANAGER = new ProfessionalId(new UUID(2, 9));

    final LedgerFixture log;
    final LogRemovals removals;
    final String account;

    RemovalFixture(Path home) throws Exception {
        log = new LedgerFixture(home);
        account = "m_" + log.schema;
        TestMariaDb.execute(log.schema, "CREATE USER " + quotedAccount() + " IDENTIFIED BY 'maintenance'");
        removals = removals(Clock.systemUTC(), UnaryOperator.identity());
    }

    String quotedAccount() {
        return "'" + account + "'@'127.0.0.1'";
    }

    /** Removals by another clock, with another view of the account's connections. */
    LogRemovals removals(Clock clock, UnaryOperator<DataSource> inside) throws SQLException {
        return new LogRemovals(
                log.database,
                log.keys,
                log.ledger,
                new Maintenance(
                        TestMariaDb.source(log.schema),
                        Optional.of(new Maintenance.Account(
                                asAccount("information_schema"), inside.apply(asAccount(log.schema))))),
                clock);
    }

    DataSource asAccount(String schema) throws SQLException {
        var source = new MariaDbDataSource(TestMariaDb.url(schema));
        source.setUser(account);
        source.setPassword("maintenance");
        return source;
    }

    /** So many lines, one each hour from a moment on, and sealed. */
    void lines(int count, String from) throws Exception {
        for (int i = 0; i < count; i++) {
            log.ledger.append(LedgerFixture.read(i, Instant.parse(from).plus(i, ChronoUnit.HOURS)));
        }
        log.sequencer.round();
    }

    /** Lines of March and April 2019, and of now. */
    void marchAprilAndNow() throws Exception {
        lines(40, "2019-03-02T10:00:00Z");
        lines(30, "2019-04-02T10:00:00Z");
        lines(20, Instant.now().minus(2, ChronoUnit.DAYS).toString());
    }

    LogRemovals.Order order() {
        return order(removals.due(60).orElseThrow());
    }

    LogRemovals.Order order(LogRemovals.Due due) {
        return new LogRemovals.Order(
                new UUID(7, due.last()),
                due,
                60,
                PLATFORM,
                ADMINISTRATOR,
                MANAGER,
                "the term has passed",
                List.of(LedgerFixture.CARE, LedgerFixture.POLICE, PLATFORM));
    }

    void begun(LogRemovals.Order order) throws Exception {
        removals.begin(order);
        log.sequencer.round();
        if (!removals.begin(order)) {
            throw new IllegalStateException("not begun");
        }
    }

    void removed() throws Exception {
        begun(order());
        removals.finish();
        log.sequencer.round();
    }

    long count(String from) throws SQLException {
        return Long.parseLong(log.ask("SELECT COUNT(*) FROM " + from));
    }

    @Override
    public void close() throws SQLException {
        TestMariaDb.execute(log.schema, "DROP USER " + quotedAccount());
        TestMariaDb.execute(log.schema, "DROP DATABASE " + log.schema);
    }
}
