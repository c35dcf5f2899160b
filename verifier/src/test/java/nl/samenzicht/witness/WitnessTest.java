package nl.samenzicht.witness;

import static nl.samenzicht.witness.LyingLog.history;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.BDDAssertions.then;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import nl.samenzicht.tlog.Checkpoint;
import nl.samenzicht.tlog.Cosignature;
import nl.samenzicht.tlog.NoteKey;
import nl.samenzicht.tlog.PublishedFiles;
import nl.samenzicht.tlog.SecretNoteKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitnessTest {
    private static final Instant NOW = Instant.parse("2026-11-26T20:00:00Z");
    private static final SecretNoteKey SELF = SecretNoteKey.generate("w.example/1", NoteKey.Type.COSIGNATURE);

    @TempDir
    Path home;

    private LyingLog log;
    private Witness witness;

    @BeforeEach
    void a_witness_that_cosigned_700_lines() throws IOException {
        log = new LyingLog();
        log.show(history(700));
        witness = started();
        then(witness.look()).isEmpty();
    }

    @AfterEach
    void stop() {
        log.close();
    }

    private Path state() {
        return home.resolve("state");
    }

    private Witness started() throws IOException {
        return new Witness(
                new PublishedFiles(log.url()),
                List.of(log.key.open()),
                SELF,
                new WitnessMemory(state()),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private void thenRefused(Refusal refusal) throws IOException {
        then(witness.look()).isPresent();
        then(witness.refusal()).contains(refusal);
        then(witness.size()).as("what stays cosigned").isEqualTo(700);
    }

    @Test
    void what_it_cosigns_says_who_saw_which_state_when() {
        var note = witness.cosigned().orElseThrow();
        then(note.signedBy(log.key.open())).isTrue();
        then(Cosignature.of(note, SELF.open())).contains(new Cosignature(SELF.open(), NOW));
        then(Checkpoint.parse(note.text()).size()).isEqualTo(700);
        then(witness.refusal()).isEmpty();
    }

    @Test
    void a_log_that_grows_is_cosigned_again_and_again() throws IOException {
        for (int size : List.of(700, 701, 768, 1_024, 70_000)) {
            log.show(history(size));
            then(witness.look()).as("%d lines", size).isEmpty();
            then(witness.size()).isEqualTo(size);
        }
    }

    @Test
    void a_rollback_is_refused_and_forgiven_when_the_log_is_whole_again() throws IOException {
        log.show(history(650));
        thenRefused(Refusal.ROLLBACK);
        log.show(history(710));
        then(witness.look()).isEmpty();
        then(witness.size()).isEqualTo(710);
    }

    @Test
    void another_history_of_the_same_length_is_a_fork() throws IOException {
        log.show(history(700, "x", 350));
        thenRefused(Refusal.FORK);
    }

    @Test
    void another_history_that_goes_on_is_a_fork_and_stays_one() throws IOException {
        log.show(history(900, "x", 699));
        thenRefused(Refusal.FORK);
        // when the host puts the old history back
        log.show(history(710));
        // then the evidence is still there, also after a restart
        thenRefused(Refusal.FORK);
        witness = started();
        then(witness.refusal()).contains(Refusal.FORK);
        thenRefused(Refusal.FORK);
        then(home.resolve("state.fork")).content().contains("host.example/log\n700\n", "host.example/log\n900\n");
    }

    @Test
    void a_log_that_signs_for_more_than_it_shows_is_refused() throws IOException {
        log.showSigned(history(900), history(800), log.key);
        thenRefused(Refusal.TRUNCATED);
    }

    @Test
    void a_log_that_shows_something_else_than_it_signed_is_refused() throws IOException {
        log.showSigned(history(900), history(900, "x", 880), log.key);
        thenRefused(Refusal.TREE_DIFFERS);
    }

    @Test
    void a_log_that_hides_the_fork_behind_old_tiles_is_refused() throws IOException {
        log.showSigned(history(900, "x", 100), history(900), log.key);
        thenRefused(Refusal.TREE_DIFFERS);
    }

    @Test
    void what_is_signed_by_somebody_else_is_refused() throws IOException {
        log.showSigned(history(900), history(900), SecretNoteKey.generate(LyingLog.ORIGIN, NoteKey.Type.NOTE));
        thenRefused(Refusal.NOT_SIGNED);
        log.showSigned(history(900), history(900), SecretNoteKey.generate("other.example", NoteKey.Type.NOTE));
        thenRefused(Refusal.NOT_SIGNED);
        log.say("Welcome to nginx!");
        thenRefused(Refusal.NOT_SIGNED);
        log.say("x".repeat(100_000));
        thenRefused(Refusal.UNREACHABLE);
    }

    @Test
    void a_log_that_is_down_is_waited_for() throws IOException {
        log.goDown(true);
        thenRefused(Refusal.UNREACHABLE);
        log.goDown(false);
        then(witness.look()).isEmpty();
    }

    @Test
    void it_goes_on_after_a_crash_where_it_was_and_is_not_fooled_then() throws IOException {
        // given a crash in the middle of writing
        Files.writeString(home.resolve("state.new"), "host.exam");
        witness = started();
        then(witness.size()).isEqualTo(700);
        // when the host used the moment
        log.show(history(650));
        // then
        thenRefused(Refusal.ROLLBACK);
    }

    @Test
    void a_damaged_memory_is_not_taken_for_none() throws IOException {
        Files.writeString(state(), "host.exam");
        assertThatThrownBy(this::started).isInstanceOf(IOException.class).hasMessageContaining("damaged");
    }

    @Test
    void nothing_is_cosigned_that_could_not_be_remembered() throws IOException {
        Files.createDirectory(home.resolve("state.new"));
        log.show(history(800));
        assertThatThrownBy(() -> witness.look()).isInstanceOf(IOException.class);
        then(witness.size()).isEqualTo(700);
    }

    @Test
    void an_empty_log_is_waited_for_and_cosigned_from_its_first_line() throws IOException {
        var empty = new LyingLog();
        empty.show(List.of());
        var fresh = new Witness(
                new PublishedFiles(empty.url()),
                List.of(empty.key.open()),
                SELF,
                new WitnessMemory(home.resolve("fresh")),
                Clock.systemUTC());
        then(fresh.look()).isEmpty();
        empty.show(history(1));
        then(fresh.look()).isEmpty();
        then(fresh.size()).isEqualTo(1);
        empty.close();
    }
}
