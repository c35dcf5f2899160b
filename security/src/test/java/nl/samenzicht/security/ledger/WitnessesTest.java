package nl.samenzicht.security.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.BDDAssertions.then;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import nl.samenzicht.security.ledger.WitnessStanding.State;
import nl.samenzicht.tlog.Checkpoint;
import nl.samenzicht.tlog.Cosignature;
import nl.samenzicht.tlog.NoteKey;
import nl.samenzicht.tlog.SecretNoteKey;
import nl.samenzicht.tlog.SignedNote;
import nl.samenzicht.verifier.BundleCheck;
import nl.samenzicht.verifier.Trust;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitnessesTest {
    private static final Instant SEEN = Instant.parse("2026-11-26T20:00:00Z");

    @TempDir
    Path home;

    private final SecretNoteKey key = SecretNoteKey.generate("w.example/1", NoteKey.Type.COSIGNATURE);
    private final Map<String, String> says = new ConcurrentHashMap<>();
    private HttpServer server;
    private LedgerFixture ledger;
    private Witnesses witnesses;

    @BeforeEach
    void a_ledger_and_a_witness() throws Exception {
        ledger = new LedgerFixture(home);
        ledger.hundredEntries();
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                var text = says.get(exchange.getRequestURI().getPath());
                if (text == null) {
                    exchange.sendResponseHeaders(404, -1);
                    return;
                }
                exchange.sendResponseHeaders(200, text.getBytes(UTF_8).length);
                exchange.getResponseBody().write(text.getBytes(UTF_8));
            }
        });
        server.start();
        witnesses = ledger.witnesses(list());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String list() {
        return "# one witness\n%s http://127.0.0.1:%d/\n"
                .formatted(key.open(), server.getAddress().getPort());
    }

    private String newest() {
        return new LedgerTiles(ledger.database, ledger.keys, LedgerFixture.ORIGIN)
                .checkpoint()
                .orElseThrow();
    }

    private void cosigns(String checkpoint) {
        cosigns(checkpoint, key);
    }

    private void cosigns(String checkpoint, SecretNoteKey with) {
        says.put("/status", "state ok\n");
        says.put(
                "/cosignature",
                Cosignature.add(SignedNote.parse(checkpoint), with.open(), SEEN, with::sign)
                        .written());
    }

    private WitnessStanding standing() throws Exception {
        witnesses.round();
        return witnesses.standings().get(0);
    }

    @Test
    void a_witness_that_was_never_heard_is_silent() {
        then(witnesses.standings())
                .containsExactly(new WitnessStanding(key.open(), State.SILENT, Optional.empty(), 0, Optional.empty()));
        then(ledger.witnesses("").standings()).isEmpty();
    }

    @Test
    void a_cosignature_is_kept_with_when_it_was_made() throws Exception {
        cosigns(newest());
        var standing = standing();
        then(standing.state()).isEqualTo(State.UP_TO_DATE);
        then(standing.size()).isEqualTo(100);
        then(standing.cosignedAt()).contains(SEEN);
    }

    @Test
    void the_same_again_is_not_kept_again_also_not_by_another_node() throws Exception {
        cosigns(newest());
        witnesses.round();
        witnesses.round();
        ledger.witnesses(list()).round();
        then(ledger.ask("SELECT COUNT(*) FROM ledger_witness")).isEqualTo("1");
    }

    @Test
    void a_witness_that_falls_silent_keeps_what_it_cosigned() throws Exception {
        cosigns(newest());
        witnesses.round();
        says.clear();
        var standing = standing();
        then(standing.state()).isEqualTo(State.SILENT);
        then(standing.size()).isEqualTo(100);
        cosigns(newest());
        then(standing().state()).isEqualTo(State.UP_TO_DATE);
    }

    @Test
    void a_witness_that_does_not_keep_up_is_behind() throws Exception {
        cosigns(newest());
        witnesses.round();
        ledger.ledger.append(LedgerFixture.read(100));
        ledger.sequencer.round();
        then(standing().state()).isEqualTo(State.UP_TO_DATE);
        var later = new Witnesses(
                ledger.database,
                ledger.keys,
                Clock.offset(Clock.systemUTC(), Witnesses.BEHIND_AFTER.plus(Duration.ofSeconds(5))),
                LedgerFixture.ORIGIN,
                list());
        then(later.standings().get(0).state()).isEqualTo(State.BEHIND);
        then(later.standings().get(0).state().isAlarm()).isTrue();
    }

    @Test
    void what_a_witness_refuses_is_told() throws Exception {
        cosigns(newest());
        for (var refusal : List.of("rollback", "truncated", "tree-differs", "not-signed")) {
            says.put("/status", "state " + refusal + "\n");
            then(standing().state()).as(refusal).isEqualTo(State.REFUSES);
        }
        says.put("/status", "state unreachable\n");
        then(standing().state()).isEqualTo(State.BEHIND);
        says.put("/status", "state fork\n");
        then(standing().state()).isEqualTo(State.FORK);
    }

    @Test
    void a_witness_that_cosigned_another_history_shows_the_fork() throws Exception {
        var other = new Checkpoint(LedgerFixture.ORIGIN, 50, new byte[32]).text();
        cosigns(new LedgerIdentity(LedgerFixture.ORIGIN, ledger.keys).sign(other));
        then(standing().state()).isEqualTo(State.FORK);
        then(standing().size()).as("what counts as cosigned").isZero();
    }

    @Test
    void a_database_that_was_put_back_is_told_by_a_witness_that_saw_more() throws Exception {
        cosigns(newest());
        ledger.attack(
                "DELETE FROM ledger_checkpoint WHERE tree_size > 60",
                "DELETE FROM ledger_leaf WHERE position >= 60",
                "DELETE FROM ledger_entry WHERE seq > (SELECT MAX(entry_seq) FROM ledger_leaf)");
        then(standing().state()).isEqualTo(State.AHEAD);
        for (int i = 0; i < 60; i++) {
            ledger.ledger.append(LedgerFixture.read(i));
        }
        ledger.sequencer.release();
        ledger.sequencer().round();
        then(standing().state()).isEqualTo(State.FORK);
    }

    @Test
    void what_somebody_else_cosigned_is_nonsense() throws Exception {
        cosigns(newest(), SecretNoteKey.generate("w.example/1", NoteKey.Type.COSIGNATURE));
        then(standing().state()).isEqualTo(State.SILENT);
        var forged = SecretNoteKey.generate(LedgerFixture.ORIGIN, NoteKey.Type.NOTE);
        cosigns(SignedNote.sign(
                        new Checkpoint(LedgerFixture.ORIGIN, 100, new byte[32]).text(), forged.open(), forged::sign)
                .written());
        then(standing().state()).isEqualTo(State.SILENT);
        says.put("/cosignature", "x".repeat(100_000));
        then(standing().state()).isEqualTo(State.SILENT);
    }

    @Test
    void an_export_carries_what_the_witnesses_saw() throws Exception {
        cosigns(newest());
        witnesses.round();
        ledger.ledger.append(LedgerFixture.read(100));
        ledger.sequencer.round();
        var file = home.resolve("bundle.zip");
        try (var out = Files.newOutputStream(file)) {
            new LedgerBundle(
                            ledger.database,
                            ledger.keys,
                            Clock.systemUTC(),
                            LedgerFixture.ORIGIN,
                            witnesses,
                            ledger.ledger)
                    .write(out, LedgerFixture.CARE, any -> true);
        }
        var keys = new java.util.ArrayList<>(new LedgerIdentity(LedgerFixture.ORIGIN, ledger.keys).noteKeys());
        keys.add(key.open());
        var verdict = BundleCheck.check(file, new Trust(keys, Optional.empty(), 1));
        then(verdict.found()).isEmpty();
        then(verdict.size()).isEqualTo(101);
        then(verdict.witnesses())
                .hasSize(1)
                .first()
                .satisfies(seen -> then(seen.size()).isEqualTo(100));
    }

    @Test
    void a_list_that_is_not_written_as_it_must_be_is_refused() throws IOException {
        var log = SecretNoteKey.generate("log.example", NoteKey.Type.NOTE).open();
        for (var wrong : List.of(
                "w.example/1",
                key.open().written(),
                key.open() + " ftp://w.example/",
                key.open() + " nowhere",
                log + " http://w.example/")) {
            assertThatThrownBy(() -> ledger.witnesses(wrong)).as(wrong).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
