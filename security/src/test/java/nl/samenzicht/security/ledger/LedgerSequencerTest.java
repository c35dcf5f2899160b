package nl.samenzicht.security.ledger;

import static org.assertj.core.api.BDDAssertions.then;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.samenzicht.security.database.TestMariaDb;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerSequencerTest {
    @TempDir
    Path home;

    private LedgerFixture fixture;

    @BeforeEach
    void an_empty_ledger() throws Exception {
        fixture = new LedgerFixture(home);
    }

    @Test
    void a_row_that_was_committed_late_still_gets_its_place() throws Exception {
        // given a row that has its number but is not committed yet
        fixture.ledger.append(LedgerFixture.read(1));
        fixture.sequencer.round();
        try (var slow = fixture.database.getConnection()) {
            slow.setAutoCommit(false);
            try (var insert = slow.createStatement()) {
                insert.executeUpdate("INSERT INTO ledger_entry (" + EntryRow.COLUMNS + ") SELECT "
                        + EntryRow.COLUMNS.replace("id, code,", "'00000000-0000-0007-0000-000000000007', 'XXXX-77',")
                        + " FROM ledger_entry LIMIT 1");
            }
            // when others pass it
            fixture.ledger.append(LedgerFixture.read(2));
            then(fixture.sequencer.round()).isEqualTo(1);
            fixture.ledger.append(LedgerFixture.read(3));
            then(fixture.sequencer.round()).isEqualTo(1);
            slow.commit();
        }
        // then
        then(fixture.sequencer.round()).isEqualTo(1);
        then(fixture.codeAt(3)).isEqualTo("XXXX-77");
        then(fixture.sequencer.round()).isZero();
    }

    @Test
    void a_late_row_gets_its_place_among_numbers_that_never_come_whether_they_are_few_or_many() throws Exception {
        for (int never : new int[] {3, LedgerSequencer.MISSING + 1}) {
            // given a row that is late, with numbers that were used up before and after it
            fixture.ledger.append(LedgerFixture.read(1));
            fixture.sequencer.round();
            long newest = Long.parseLong(fixture.ask("SELECT MAX(seq) FROM ledger_entry"));
            fixture.attack("ALTER TABLE ledger_entry AUTO_INCREMENT = " + (newest + 2 * never + 2));
            try (var slow = fixture.database.getConnection()) {
                slow.setAutoCommit(false);
                try (var insert = slow.createStatement()) {
                    insert.executeUpdate("INSERT INTO ledger_entry (seq, " + EntryRow.COLUMNS + ") SELECT "
                            + (newest + never + 1) + ", "
                            + EntryRow.COLUMNS.replace(
                                    "id, code,", "'00000000-0000-0007-0000-%012d', 'XX%05d',".formatted(never, never))
                            + " FROM ledger_entry LIMIT 1");
                }
                fixture.ledger.append(LedgerFixture.read(2));
                fixture.ledger.append(LedgerFixture.read(3));
                then(fixture.sequencer.round()).isEqualTo(2);
                then(fixture.sequencer.round()).isZero();
                slow.commit();
            }
            // when, then
            then(fixture.sequencer.round()).isEqualTo(1);
            then(fixture.ask("SELECT code FROM ledger_leaf ORDER BY position DESC LIMIT 1"))
                    .isEqualTo("XX%05d".formatted(never));
            then(fixture.sequencer.round()).isZero();
        }
    }

    @Test
    void a_row_below_all_that_was_sealed_long_ago_is_found_by_the_next_node() throws Exception {
        // given lines that were sealed an hour ago, and a row with a number below theirs
        fixture.ledger.append(LedgerFixture.read(1));
        fixture.attack("ALTER TABLE ledger_entry AUTO_INCREMENT = 5000");
        for (int i = 2; i < 30; i++) {
            fixture.ledger.append(LedgerFixture.read(i));
        }
        fixture.sequencer.round();
        fixture.sequencer.release();
        fixture.attack(
                "UPDATE ledger_checkpoint SET at = at - INTERVAL 1 HOUR",
                "INSERT INTO ledger_entry (seq, " + EntryRow.COLUMNS + ") SELECT 77, "
                        + EntryRow.COLUMNS.replace("id, code,", "'00000000-0000-0007-0000-000000000007', 'XXXX-77',")
                        + " FROM ledger_entry LIMIT 1");
        // when, then
        var next = fixture.sequencer();
        then(next.round()).isEqualTo(1);
        then(fixture.codeAt(29)).isEqualTo("XXXX-77");
        then(next.round()).isZero();
    }

    @Test
    void only_one_node_seals_and_the_other_takes_over_when_it_stops() throws Exception {
        // given
        var second = fixture.sequencer();
        fixture.ledger.append(LedgerFixture.read(1));
        then(fixture.sequencer.round()).isEqualTo(1);
        fixture.ledger.append(LedgerFixture.read(2));
        // when, then
        then(second.round()).isZero();
        fixture.sequencer.release();
        then(second.round()).isEqualTo(1);
        // and the first, which does not know it yet, writes nothing
        fixture.ledger.append(LedgerFixture.read(3));
        then(fixture.sequencer.round()).isZero();
        then(second.round()).isEqualTo(1);
        then(fixture.verify().findings()).isEmpty();
    }

    @Test
    void a_node_that_slept_through_its_lease_finds_out_before_it_writes() throws Exception {
        // given
        fixture.ledger.append(LedgerFixture.read(1));
        fixture.sequencer.round();
        // when its lease is taken behind its back, within the time that it trusts it
        fixture.ledger.append(LedgerFixture.read(2));
        TestMariaDb.execute(
                fixture.ask("SELECT DATABASE()"),
                "UPDATE sequencer_lease SET holder = '00000000-0000-0000-0000-000000000009', token = token + 1,"
                        + " valid_until = UTC_TIMESTAMP(6) + INTERVAL 60 SECOND");
        // then
        then(fixture.sequencer.round()).isZero();
        then(fixture.ask("SELECT COUNT(*) FROM ledger_leaf")).isEqualTo("1");
    }

    @Test
    void every_node_keeps_the_checkpoints_in_files_of_its_own() throws Exception {
        // given
        var otherHome = Files.createDirectory(home.resolve("other"));
        var other = fixture.sequencerWithFilesUnder(otherHome);
        fixture.hundredEntries();
        // when
        other.round();
        // then
        var report = new LedgerVerifier(
                        fixture.database,
                        fixture.keys,
                        otherHome,
                        java.time.Clock.systemUTC(),
                        LedgerFixture.ORIGIN,
                        fixture.ledger)
                .verify();
        then(report.outside()).isEqualTo(10);
        then(report.whole()).isTrue();
    }

    @Test
    void entries_of_many_threads_are_each_sealed_once_while_nodes_come_and_go() throws Exception {
        // given
        int threads = 8;
        int each = 150;
        var stopped = new AtomicBoolean();
        var pool = Executors.newFixedThreadPool(threads + 2);
        var nodes = new ArrayList<java.util.concurrent.Future<?>>();
        for (int n = 0; n < 2; n++) {
            nodes.add(pool.submit((Callable<Void>) () -> {
                while (!stopped.get()) {
                    var node = fixture.sequencer();
                    for (int i = 0; i < 5; i++) {
                        rounded(node);
                        Thread.sleep(5);
                    }
                    node.release();
                }
                return null;
            }));
        }
        // when
        var refs = new ArrayList<java.util.concurrent.Future<List<EntryRef>>>();
        for (int t = 0; t < threads; t++) {
            refs.add(pool.submit(() -> {
                var mine = new ArrayList<EntryRef>();
                for (int i = 0; i < each; i++) {
                    mine.add(fixture.ledger.append(LedgerFixture.read(i)));
                }
                return mine;
            }));
        }
        var codes = new java.util.HashSet<EntryCode>();
        for (var ref : refs) {
            ref.get().forEach(entry -> codes.add(entry.code()));
        }
        stopped.set(true);
        for (var node : nodes) {
            node.get();
        }
        pool.shutdown();
        then(pool.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        fixture.sequencer().round();
        // then
        then(codes).hasSize(threads * each);
        then(fixture.ask("SELECT COUNT(*) FROM ledger_leaf")).isEqualTo(String.valueOf(threads * each));
        then(fixture.verify().findings()).isEmpty();
    }

    /** Nodes that get in each other's way lose a round, never an entry. */
    private static void rounded(LedgerSequencer node) throws Exception {
        try {
            node.round();
        } catch (SQLException lostTheRace) {
            Thread.sleep(1);
        }
    }
}
