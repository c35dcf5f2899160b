package nl.samenzicht.security.ledger;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.BDDAssertions.then;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import nl.samenzicht.security.database.TestMariaDb;
import nl.samenzicht.tlog.Checkpoint;
import nl.samenzicht.tlog.MerkleTree;
import nl.samenzicht.tlog.SignedNote;
import nl.samenzicht.tlog.Tile;
import nl.samenzicht.tlog.TileHashes;
import nl.samenzicht.tlog.TreeProofs;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTilesTest {
    private static final int LINES = 600;

    @TempDir
    static Path home;

    private static LedgerFixture ledger;
    private static LedgerTiles tiles;

    @BeforeAll
    static void a_ledger_of_600_lines() throws Exception {
        ledger = new LedgerFixture(home);
        for (int i = 0; i < LINES; i++) {
            ledger.ledger.append(LedgerFixture.read(i));
            if (i % 100 == 99) {
                ledger.sequencer.round();
            }
        }
        tiles = new LedgerTiles(ledger.database, ledger.keys, LedgerFixture.ORIGIN);
    }

    private static Checkpoint newest() {
        return Checkpoint.parse(
                SignedNote.parse(tiles.checkpoint().orElseThrow()).text());
    }

    private static TreeProofs proofs(long size) {
        return new TreeProofs(new TileHashes(
                tile -> tiles.tile(tile).orElseThrow(() -> new IOException("no " + tile.path())), size));
    }

    @Test
    void the_tiles_give_the_root_that_was_signed() throws Exception {
        then(newest().size()).isEqualTo(LINES);
        then(proofs(LINES).root(LINES)).isEqualTo(newest().root());
    }

    @Test
    void a_line_is_proved_from_the_tiles_alone() throws Exception {
        var leaf = HexFormat.of().parseHex(ledger.ask("SELECT HEX(leaf_hash) FROM ledger_leaf WHERE position = 321"));
        then(MerkleTree.includes(321, LINES, leaf, proofs(LINES).inclusion(321, LINES), newest().root()))
                .isTrue();
    }

    @Test
    void each_signed_state_is_the_beginning_of_the_next() throws Exception {
        for (long size = 100; size < LINES; size += 100) {
            then(MerkleTree.consistent(
                            size,
                            LINES,
                            proofs(size).root(size),
                            newest().root(),
                            proofs(LINES).consistency(size, LINES)))
                    .isTrue();
        }
    }

    @Test
    void nothing_is_given_beyond_the_signed_size() {
        then(tiles.tile(new Tile(0, 2, 88))).isPresent();
        then(tiles.tile(new Tile(0, 2, 89))).isEmpty();
        then(tiles.tile(new Tile(0, 3, 1))).isEmpty();
        then(tiles.tile(new Tile(1, 0, 2))).isPresent();
        then(tiles.tile(new Tile(1, 0, 3))).isEmpty();
        then(tiles.tile(new Tile(7, 0, 1))).isEmpty();
    }

    @Test
    void a_log_without_lines_shows_nothing() throws Exception {
        var empty =
                new LedgerTiles(new LedgerFixture(home.resolve("empty")).database, ledger.keys, LedgerFixture.ORIGIN);
        then(empty.checkpoint()).isEmpty();
        then(empty.tile(new Tile(0, 0, 1))).isEmpty();
    }

    @Test
    void lines_from_before_there_were_tiles_get_theirs_with_the_next_line() throws Exception {
        // given a ledger as it was before the table came
        var older = new LedgerFixture(home.resolve("older"));
        for (int i = 0; i < 300; i++) {
            older.ledger.append(LedgerFixture.read(i));
        }
        older.sequencer.round();
        older.attack("DELETE FROM ledger_node");
        // when another node takes over
        older.sequencer.release();
        older.ledger.append(LedgerFixture.read(300));
        older.sequencer().round();
        // then
        then(new LedgerTiles(older.database, older.keys, LedgerFixture.ORIGIN).tile(new Tile(1, 0, 1)))
                .isPresent();
        then(older.verify().findings()).isEmpty();
    }

    @Test
    void a_crowd_of_strangers_is_sent_away_and_takes_no_connection_from_those_who_record() throws Exception {
        // given a database that answers when it is let
        var asked = new CountDownLatch(LedgerTiles.AT_ONCE);
        var answer = new CountDownLatch(1);
        var slow = (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    asked.countDown();
                    answer.await();
                    return ledger.database.getConnection();
                });
        var crowded = new LedgerTiles(slow, ledger.keys, LedgerFixture.ORIGIN);
        var strangers = Executors.newFixedThreadPool(LedgerTiles.AT_ONCE);
        try {
            var first = new ArrayList<Future<Optional<String>>>();
            for (int i = 0; i < LedgerTiles.AT_ONCE; i++) {
                first.add(strangers.submit(crowded::checkpoint));
            }
            asked.await();
            // when one more comes
            assertThatThrownBy(crowded::checkpoint)
                    .isInstanceOf(LedgerUnavailable.class)
                    .hasMessageContaining("at once");
            // then the others are answered, and so is who comes after them
            answer.countDown();
            for (var each : first) {
                then(each.get()).isPresent();
            }
            then(crowded.checkpoint()).isPresent();
        } finally {
            strangers.shutdownNow();
        }
    }

    @Test
    void the_table_of_hashes_only_grows() {
        assertThatThrownBy(() -> TestMariaDb.execute(
                        ledger.ask("SELECT DATABASE()"), "UPDATE ledger_node SET hash = UNHEX(REPEAT('00', 32))"))
                .hasMessageContaining("The ledger only grows");
    }
}
