package nl.samenzicht.security.ledger;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.BDDAssertions.then;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import nl.samenzicht.security.CannotBeDone;
import nl.samenzicht.security.database.Maintenance;
import nl.samenzicht.security.database.TestMariaDb;
import nl.samenzicht.verifier.Removal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole months go after five years and nothing else does, on a real database with real accounts. */
class LogRemovalsTest {
    @TempDir
    Path home;

    private RemovalFixture old;

    @BeforeEach
    void a_log_with_lines_of_2019() throws Exception {
        old = new RemovalFixture(home);
        old.marchAprilAndNow();
    }

    @AfterEach
    void take_it_away() throws Exception {
        old.close();
    }

    private LogRemovals at(String moment) throws SQLException {
        return old.removals(Clock.fixed(Instant.parse(moment), ZoneOffset.UTC), UnaryOperator.identity());
    }

    @Test
    void the_oldest_whole_months_go_and_the_hashes_stay() throws Exception {
        // given
        var signed = old.log.ask("SELECT GROUP_CONCAT(HEX(root) ORDER BY tree_size) FROM ledger_checkpoint");
        var order = old.order();
        then(order.due().first()).isEqualTo(1);
        then(order.due().last()).isEqualTo(70);
        then(order.due().firstMonth()).isEqualTo(YearMonth.of(2019, 3));
        then(order.due().lastMonth()).isEqualTo(YearMonth.of(2019, 4));
        // when
        old.begun(order);
        then(old.removals.finish()).containsExactly(order.id());
        old.log.sequencer.round();
        // then twenty lines of now, and the two of the removal
        then(old.count("ledger_entry")).isEqualTo(22);
        then(old.count("ledger_entry WHERE at < '2020-01-01'")).isZero();
        then(old.count("ledger_index WHERE at < '2020-01-01'")).isZero();
        then(old.count("ledger_item i LEFT JOIN ledger_entry e ON e.seq = i.seq WHERE e.seq IS NULL"))
                .isZero();
        then(old.count("ledger_leaf")).isEqualTo(92);
        then(old.log.ask("SELECT GROUP_CONCAT(HEX(root) ORDER BY tree_size) FROM ledger_checkpoint"))
                .startsWith(signed);
        then(old.removals.removed()).singleElement().satisfies(removed -> {
            then(removed.before()).isEqualTo(YearMonth.of(2019, 5));
            then(removed.lines()).isEqualTo(70);
            then(removed.over()).isTrue();
        });
        // and there is nothing left to do
        then(old.removals.finish()).isEmpty();
        then(old.removals.due(60)).isEmpty();
    }

    @Test
    void the_line_that_says_what_goes_comes_first_and_every_officer_reads_it() throws Exception {
        var order = old.order();
        then(old.removals.begin(order)).isFalse();
        then(old.count("ledger_removal")).isZero();
        then(old.removals.finish()).isEmpty();
        old.log.sequencer.round();
        then(old.removals.begin(order)).isTrue();
        then(old.count("ledger_entry WHERE action = 'REMOVE_LOG'")).isOne();
        then(old.count("ledger_entry WHERE at < '2020-01-01'")).isEqualTo(70);
        var lines = new LedgerLines(old.log.database, old.log.keys)
                .page(
                        LedgerFixture.POLICE,
                        LogFilter.where().action("REMOVE_LOG").build(),
                        Optional.empty(),
                        10);
        then(lines).singleElement().satisfies(line -> {
            then(line.position()).hasValue(91);
            then(line.event().rules())
                    .containsExactly(
                            "first:1",
                            "last:70",
                            "months:2019-03/2019-04",
                            "term:60",
                            "proposed:" + RemovalFixture.ADMINISTRATOR,
                            "approved:" + RemovalFixture.MANAGER);
            then(new LedgerLines(old.log.database, old.log.keys)
                            .typed(line.id())
                            .orElseThrow())
                    .contains("count=70", "the term has passed");
        });
    }

    @Test
    void a_term_under_five_years_is_refused() {
        assertThatThrownBy(() -> old.removals.due(59))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 60 months")
                .hasMessageContaining("'59'");
    }

    @Test
    void a_month_is_due_on_the_first_day_in_amsterdam_five_years_after_it() throws Exception {
        // April 2019 is over on 1 May 2019; in Amsterdam 1 May 2024 begins at 22:00 UTC
        then(at("2024-04-30T21:59:59Z").due(60)).hasValueSatisfying(due -> {
            then(due.lastMonth()).isEqualTo(YearMonth.of(2019, 3));
            then(due.lines()).isEqualTo(40);
        });
        then(at("2024-04-30T22:00:00Z").due(60)).hasValueSatisfying(due -> {
            then(due.lastMonth()).isEqualTo(YearMonth.of(2019, 4));
            then(due.lines()).isEqualTo(70);
        });
        then(at("2024-03-31T21:59:59Z").due(60)).isEmpty();
    }

    @Test
    void a_longer_term_keeps_longer() throws Exception {
        then(at("2026-03-31T23:00:00Z").due(84))
                .hasValueSatisfying(due -> then(due.lastMonth()).isEqualTo(YearMonth.of(2019, 3)));
        then(at("2026-03-31T21:00:00Z").due(84)).isEmpty();
    }

    @Test
    void a_clock_that_ran_ahead_makes_the_months_around_its_line_wait() throws Exception {
        // given a line in the middle of May 2019 that says it was written in 2024, and June
        try (var other = new RemovalFixture(home.resolve("other"))) {
            other.lines(10, "2019-04-02T10:00:00Z");
            other.lines(5, "2019-05-02T10:00:00Z");
            other.lines(1, "2024-01-01T10:00:00Z");
            other.lines(5, "2019-05-03T10:00:00Z");
            other.lines(5, "2019-06-03T10:00:00Z");
            // when, then
            then(other.removals.due(60)).hasValueSatisfying(due -> {
                then(due.lastMonth()).isEqualTo(YearMonth.of(2019, 4));
                then(due.last()).isEqualTo(10);
            });
        }
    }

    @Test
    void a_line_that_is_missing_keeps_what_lies_around_it() throws Exception {
        TestMariaDb.execute(old.log.schema, "DROP TRIGGER tr_ledger_entry_no_delete");
        TestMariaDb.execute(
                old.log.schema,
                "DELETE FROM ledger_entry WHERE seq = (SELECT entry_seq FROM ledger_leaf" + " WHERE position = 50)");
        then(old.removals.due(60)).hasValueSatisfying(due -> then(due.last()).isEqualTo(40));
    }

    @Test
    void a_line_that_was_changed_is_evidence_and_stays() throws Exception {
        TestMariaDb.execute(old.log.schema, "DROP TRIGGER tr_ledger_entry_no_update");
        TestMariaDb.execute(
                old.log.schema,
                "UPDATE ledger_entry SET purpose = 'D5' WHERE seq = (SELECT entry_seq FROM"
                        + " ledger_leaf WHERE position = 12)");
        assertThatThrownBy(() -> old.removals.begin(old.order()))
                .isInstanceOf(CannotBeDone.class)
                .hasMessageContaining("log-retention.error.not-whole")
                .hasMessageContaining("13");
        then(old.count("ledger_entry WHERE action = 'REMOVE_LOG'")).isZero();
    }

    @Test
    void what_is_due_must_still_be_what_two_people_agreed_on() throws Exception {
        var order = old.order();
        // a line of April that was sealed late
        old.lines(1, "2019-04-20T10:00:00Z");
        assertThatThrownBy(() -> old.removals.begin(order))
                .isInstanceOf(CannotBeDone.class)
                .hasMessageContaining("log-retention.error.changed");
    }

    @Test
    void without_an_account_nothing_can_be_removed() throws Exception {
        var without = new LogRemovals(
                old.log.database,
                old.log.keys,
                old.log.ledger,
                new Maintenance(old.log.database, Optional.empty()),
                Clock.systemUTC());
        then(without.possible()).isFalse();
        assertThatThrownBy(() -> without.begin(old.order()))
                .isInstanceOf(CannotBeDone.class)
                .hasMessageContaining("log-retention.error.no-account");
    }

    @Test
    void the_account_can_do_nothing_before_and_after_a_removal() throws Exception {
        for (int round = 0; round < 2; round++) {
            assertThatThrownBy(() -> old.asAccount(old.log.schema).getConnection())
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("Access denied");
            try (var connection = old.asAccount("information_schema").getConnection();
                    var statement = connection.createStatement()) {
                for (var sql : List.of("SELECT COUNT(*) FROM ", "DELETE FROM ")) {
                    assertThatThrownBy(() -> statement.execute(sql + old.log.schema + ".ledger_entry"))
                            .isInstanceOf(SQLException.class)
                            .hasMessageContaining("denied");
                }
            }
            if (round == 0) {
                old.removed();
            }
        }
    }

    @Test
    void with_all_rights_in_hand_not_one_line_beyond_a_removal_can_go() throws Exception {
        // given a removal through line 40, and somebody who may delete whatever the triggers let go
        old.begun(old.order(at("2024-04-30T21:00:00Z").due(60).orElseThrow()));
        for (var table : List.of("ledger_entry", "ledger_index", "ledger_item", "ledger_item_line")) {

            // when, then
            assertThatThrownBy(() ->
                            TestMariaDb.execute(old.log.schema, "DELETE FROM " + table + " WHERE seq = " + seqAt(40)))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("The ledger only grows");
            TestMariaDb.execute(old.log.schema, "DELETE FROM " + table + " WHERE seq = " + seqAt(39));
        }
        for (var table : List.of("ledger_leaf", "ledger_checkpoint", "ledger_removal")) {
            assertThatThrownBy(() -> TestMariaDb.execute(old.log.schema, "DELETE FROM " + table))
                    .hasMessageContaining("The ledger only grows");
        }
    }

    private String seqAt(long position) throws SQLException {
        return old.log.ask("SELECT entry_seq FROM ledger_leaf WHERE position = " + position);
    }

    @Test
    void a_removal_row_without_a_line_behind_it_is_refused() throws Exception {
        old.log.ledger.append(LedgerFixture.read(1, Instant.now()));
        old.log.sequencer.round();
        for (var line : List.of("UUID()", "(SELECT entry FROM ledger_leaf WHERE position = 90)")) {
            assertThatThrownBy(() -> TestMariaDb.execute(old.log.schema, row(0, 70, line)))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("this removal is refused");
        }
    }

    private static String row(long starts, long below, String line) {
        return "INSERT INTO ledger_removal VALUES (UUID(), " + starts + ", " + below + ", '2019-03', '2019-04', 60, "
                + line + ", UTC_TIMESTAMP(6), 'x')";
    }

    @Test
    void the_database_lets_nothing_younger_than_five_years_go_whatever_clock_the_application_has() throws Exception {
        // given an application whose clock was turned forward, so that all lines seem old enough
        var turned = at("2040-01-01T12:00:00Z");
        var order = old.order(turned.due(60).orElseThrow());
        then(order.due().last()).isEqualTo(90);
        // when
        turned.begin(order);
        old.log.sequencer.round();
        // then
        assertThatThrownBy(() -> turned.begin(order))
                .isInstanceOf(LedgerUnavailable.class)
                .hasMessageContaining("this removal is refused");
        // and a session cannot turn the clock of the server
        assertThatThrownBy(() -> {
                    try (var connection = old.log.database.getConnection();
                            var statement = connection.createStatement()) {
                        statement.execute("SET timestamp = UNIX_TIMESTAMP('2037-01-01')");
                        statement.execute(row(0, 90, "(SELECT entry FROM ledger_leaf WHERE position = 90)"));
                    }
                })
                .hasMessageContaining("this removal is refused");
        then(turned.finish()).isEmpty();
        then(old.count("ledger_entry")).isEqualTo(91);
    }

    @Test
    void a_removal_that_was_cut_off_goes_on_where_it_ended() throws Exception {
        try (var large = new RemovalFixture(home.resolve("large"))) {
            // given three batches, of which the second is cut off
            large.lines(600, "2019-03-02T10:00:00Z");
            large.lines(700, "2019-05-02T10:00:00Z");
            large.lines(5, Instant.now().minusSeconds(60).toString());
            large.begun(large.order());
            var cutOff = large.removals(Clock.systemUTC(), RemovalFixtureConnections.failingAtCommit(2));
            // when
            assertThatThrownBy(cutOff::finish).isInstanceOf(LedgerUnavailable.class);
            // then one batch is gone, and the account is locked
            then(large.count("ledger_entry WHERE at < '2020-01-01'")).isEqualTo(800);
            assertThatThrownBy(() -> large.asAccount(large.log.schema).getConnection())
                    .hasMessageContaining("Access denied");
            then(large.removals.removed())
                    .singleElement()
                    .satisfies(row -> then(row.over()).isFalse());
            // and the next round goes on
            then(large.removals.finish()).hasSize(1);
            then(large.count("ledger_entry WHERE at < '2020-01-01'")).isZero();
            then(large.count("ledger_entry WHERE action IN ('REMOVE_LOG', 'END_LOG_REMOVAL')"))
                    .isEqualTo(2);
            then(large.removals.finish()).isEmpty();
        }
    }

    @Test
    void rights_that_a_crash_left_are_taken_back_and_that_is_on_record() throws Exception {
        TestMariaDb.execute(old.log.schema, "GRANT SELECT, DELETE ON ledger_entry TO " + old.quotedAccount());
        TestMariaDb.execute(
                old.log.schema,
                "GRANT SELECT ON " + old.log.schema + ".* TO " + old.quotedAccount() + " WITH GRANT OPTION");
        then(old.removals.lock(List.of(LedgerFixture.CARE))).isTrue();
        assertThatThrownBy(() -> old.asAccount(old.log.schema).getConnection()).hasMessageContaining("Access denied");
        then(old.removals.lock(List.of(LedgerFixture.CARE))).isFalse();
        then(old.count("ledger_entry WHERE action = 'LOCK_MAINTENANCE' AND holders LIKE '%" + LedgerFixture.CARE
                        + "%'"))
                .isOne();
    }

    @Test
    void the_second_removal_goes_on_where_the_first_ended_and_may_take_its_line() throws Exception {
        old.begun(old.order(at("2024-04-30T21:00:00Z").due(60).orElseThrow()));
        old.removals.finish();
        old.log.sequencer.round();
        var second = old.order();
        then(second.due().first()).isEqualTo(41);
        then(second.due().last()).isEqualTo(70);
        old.removed();
        then(old.removals.removed()).extracting(LogRemovals.Removed::lines).containsExactly(30L, 40L);
    }

    @Test
    void what_the_line_says_is_read_back_as_it_was_written() {
        var removal = new Removal(
                1,
                70,
                YearMonth.of(2019, 3),
                YearMonth.of(2019, 4),
                60,
                RemovalFixture.ADMINISTRATOR.value(),
                RemovalFixture.MANAGER.value());
        var words = String.join(" ", removal.rules());
        then(Removal.parse(words)).contains(removal);
        for (var wrong : List.of(
                "",
                words + " x",
                words.replace("term:60", "term:59"),
                words.replace("last:70", "last:0"),
                words.replace("2019-04", "2019-02"),
                words.replace("2019-04", "April"),
                words.replace(RemovalFixture.MANAGER.toString(), RemovalFixture.ADMINISTRATOR.toString()))) {
            then(Removal.parse(wrong)).as(wrong).isEmpty();
        }
    }

    /** Connections that break at a commit. */
    private static final class RemovalFixtureConnections {
        static UnaryOperator<DataSource> failingAtCommit(int which) {
            var commits = new AtomicInteger();
            return real -> proxy(DataSource.class, real, (method, result) -> {
                if (!method.equals("getConnection")) {
                    return result;
                }
                var connection = (Connection) result;
                return Proxy.newProxyInstance(
                        Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (self, called, args) -> {
                            if (called.getName().equals("commit") && commits.incrementAndGet() == which) {
                                connection.abort(Runnable::run);
                                throw new SQLException("cut off");
                            }
                            try {
                                return called.invoke(connection, args);
                            } catch (java.lang.reflect.InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
            });
        }

        private interface Changed {
            Object of(String method, Object result);
        }

        private static <T> T proxy(Class<T> type, T real, Changed changed) {
            return type.cast(Proxy.newProxyInstance(
                    type.getClassLoader(), new Class<?>[] {type}, (self, called, args) -> {
                        try {
                            return changed.of(called.getName(), called.invoke(real, args));
                        } catch (java.lang.reflect.InvocationTargetException e) {
                            throw e.getCause();
                        }
                    }));
        }
    }
}
