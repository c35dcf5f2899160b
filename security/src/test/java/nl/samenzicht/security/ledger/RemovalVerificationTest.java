package nl.samenzicht.security.ledger;

import static nl.samenzicht.security.ledger.FindingKind.ENTRY_DELETED;
import static nl.samenzicht.security.ledger.FindingKind.ENTRY_RETURNED;
import static nl.samenzicht.security.ledger.FindingKind.REMOVAL_FORGED;
import static nl.samenzicht.security.ledger.FindingKind.TREE_DIFFERS;
import static org.assertj.core.api.BDDAssertions.then;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import nl.samenzicht.security.database.TestMariaDb;
import nl.samenzicht.tlog.Checkpoint;
import nl.samenzicht.tlog.SignedNote;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log from which months were removed is whole; whoever takes more, or only says so, is named. */
class RemovalVerificationTest {
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

    @Test
    void what_was_removed_is_a_figure_and_not_a_finding() throws Exception {
        old.removed();
        var report = old.log.verify();
        then(report.findings()).isEmpty();
        then(report.removed()).isEqualTo(70);
        then(report.entries()).isEqualTo(22);
        then(report.sealed()).isEqualTo(92);
        then(report.checkpoints()).isEqualTo(5);
    }

    @Test
    void a_removal_is_whole_at_each_moment_of_it() throws Exception {
        var order = old.order();
        old.removals.begin(order);
        then(old.log.verify().findings()).isEmpty();
        old.log.sequencer.round();
        old.removals.begin(order);
        then(old.log.verify().findings()).isEmpty();
        // in the middle: as much as a batch, with what is derived from it
        old.log.attack(
                "DELETE FROM ledger_index WHERE seq <= (SELECT entry_seq FROM ledger_leaf WHERE position = 20)",
                "DELETE FROM ledger_item WHERE seq <= (SELECT entry_seq FROM ledger_leaf WHERE position = 20)",
                "DELETE FROM ledger_item_line WHERE seq <= (SELECT entry_seq FROM ledger_leaf WHERE position = 20)",
                "DELETE FROM ledger_entry WHERE seq <= (SELECT entry_seq FROM ledger_leaf WHERE position = 20)");
        then(old.log.verify().findings()).isEmpty();
        then(old.log.verify().removed()).isEqualTo(21);
    }

    @Test
    void a_line_beyond_what_was_removed_is_still_missed() throws Exception {
        old.removed();
        var code = old.log.codeAt(70);
        old.log.attack("DELETE FROM ledger_entry WHERE code = '" + code + "'");
        then(old.log.verify().findings()).contains(Finding.line(ENTRY_DELETED, code, 70));
    }

    @Test
    void a_line_that_is_there_again_is_named() throws Exception {
        var code = old.log.codeAt(12);
        TestMariaDb.execute(
                old.log.schema, "CREATE TABLE kept AS SELECT * FROM ledger_entry WHERE code = '" + code + "'");
        old.removed();
        TestMariaDb.execute(old.log.schema, "INSERT INTO ledger_entry SELECT * FROM kept");
        then(old.log.verify().findings()).contains(Finding.line(ENTRY_RETURNED, code, 12));
    }

    @Test
    void a_removal_that_only_a_row_speaks_of_is_forged_and_hides_nothing() throws Exception {
        // given somebody with the whole server in hand, who has no key
        var line = old.log.ask("SELECT entry FROM ledger_leaf WHERE position = 89");
        old.log.attack(
                "INSERT INTO ledger_removal VALUES (UUID(), 0, 40, '2019-03', '2019-03', 60, '" + line
                        + "', UTC_TIMESTAMP(6), UNHEX(REPEAT('00', 37)))",
                "DELETE FROM ledger_entry WHERE seq = (SELECT entry_seq FROM ledger_leaf WHERE position = 3)");
        // when, then
        then(old.log.verify().findings())
                .contains(Finding.at(REMOVAL_FORGED, 1, 40), Finding.line(ENTRY_DELETED, old.log.codeAt(3), 3));
    }

    @Test
    void a_removal_that_was_made_larger_afterwards_is_forged() throws Exception {
        old.removed();
        old.log.attack("UPDATE ledger_removal SET below = 75");
        then(old.log.verify().findings()).contains(Finding.at(REMOVAL_FORGED, 1, 75));
    }

    @Test
    void a_hash_below_a_removal_cannot_be_changed() throws Exception {
        old.removed();
        old.log.attack("UPDATE ledger_leaf SET leaf_hash = UNHEX(REPEAT('5a', 32)) WHERE position = 12");
        then(old.log.verify().findings()).containsExactly(Finding.at(TREE_DIFFERS, 1, 40));
    }

    @Test
    void the_line_of_the_first_removal_may_go_with_the_second() throws Exception {
        // given a removal long ago, whose own line is of 2020
        try (var other = new RemovalFixture(home.resolve("other"))) {
            other.lines(10, "2014-03-02T10:00:00Z");
            other.lines(10, "2019-03-02T10:00:00Z");
            var then2020 = other.removals(
                    Clock.fixed(Instant.parse("2020-02-10T12:00:00Z"), ZoneOffset.UTC), UnaryOperator.identity());
            var order = other.order(then2020.due(60).orElseThrow());
            then2020.begin(order);
            other.log.sequencer.round();
            then(then2020.begin(order)).isTrue();
            then(then2020.finish()).hasSize(1);
            other.log.sequencer.round();
            other.lines(5, Instant.now().minus(1, ChronoUnit.DAYS).toString());
            // when
            other.removed();
            // then
            then(other.log.verify().findings()).isEmpty();
            then(other.log.verify().removed()).isEqualTo(22);
            then(other.removals.removed()).hasSize(2);
        }
    }

    @Test
    void proofs_from_before_hold_afterwards_and_new_ones_can_be_made() throws Exception {
        var ids = IntStream.of(5, 69, 80)
                .mapToObj(position -> {
                    try {
                        return new EntryId(UUID.fromString(
                                old.log.ask("SELECT entry FROM ledger_leaf WHERE position = " + position)));
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
        var proofs = new LedgerProofs(old.log.database, old.log.keys, LedgerFixture.ORIGIN);
        List<LedgerProofs.LineProof> before;
        Checkpoint state;
        try (var proving = proofs.begin()) {
            before = ids.stream().map(id -> proving.of(id).orElseThrow()).toList();
            state = Checkpoint.parse(SignedNote.parse(proving.checkpoint()).text());
        }
        old.removed();
        // then the old proofs lead to the old state, which is one that the tree of today grew out of
        then(old.log.verify().whole()).isTrue();
        for (var proof : before) {
            then(rootOf(proof, state.size())).isEqualTo(state.root());
        }
        try (var proving = proofs.begin()) {
            then(proving.of(ids.get(0))).isEmpty();
            then(proving.of(ids.get(2))).isPresent();
        }
    }

    /** RFC 9162, 2.1.3.2. */
    private static byte[] rootOf(LedgerProofs.LineProof proof, long size) throws Exception {
        long fn = proof.index();
        long sn = size - 1;
        var sha = MessageDigest.getInstance("SHA-256");
        sha.update((byte) 0);
        var r = sha.digest(proof.leaf());
        for (var p : proof.path()) {
            boolean right = (fn & 1) == 1 || fn == sn;
            sha.update((byte) 1);
            sha.update(right ? p : r);
            r = sha.digest(right ? r : p);
            if (right) {
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            }
            fn >>= 1;
            sn >>= 1;
        }
        return r;
    }
}
