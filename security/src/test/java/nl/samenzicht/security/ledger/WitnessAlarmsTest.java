package nl.samenzicht.security.ledger;

import static org.assertj.core.api.BDDAssertions.then;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.samenzicht.security.ledger.WitnessStanding.State;
import nl.samenzicht.tlog.NoteKey;
import nl.samenzicht.tlog.SecretNoteKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WitnessAlarmsTest {
    private static final NoteKey KEY =
            SecretNoteKey.generate("w.example/1", NoteKey.Type.COSIGNATURE).open();
    private final WitnessAlarms alarms = new WitnessAlarms();
    private Instant now = Instant.parse("2026-11-27T10:00:00Z");

    private int told(State state) {
        return alarms.toTell(List.of(new WitnessStanding(KEY, state, Optional.of(now), 100, Optional.empty())), now)
                .size();
    }

    private void later(Duration by) {
        now = now.plus(by);
    }

    @ParameterizedTest
    @EnumSource(names = {"REFUSES", "FORK", "AHEAD"})
    void what_cannot_be_a_hitch_is_told_at_once_and_once(State state) {
        then(told(State.UP_TO_DATE)).isZero();
        then(told(state)).isOne();
        later(Duration.ofHours(1));
        then(told(state)).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"SILENT", "BEHIND"})
    void what_may_be_a_hitch_is_told_when_it_has_lasted_ten_minutes(State state) {
        then(told(state)).isZero();
        later(Duration.ofMinutes(10).minusSeconds(1));
        then(told(state)).isZero();
        later(Duration.ofSeconds(1));
        then(told(state)).isOne();
        later(Duration.ofMinutes(10));
        then(told(state)).isZero();
    }

    @Test
    void a_hitch_that_passed_begins_to_count_anew() {
        told(State.SILENT);
        later(Duration.ofMinutes(9));
        told(State.UP_TO_DATE);
        told(State.SILENT);
        later(Duration.ofMinutes(9));
        then(told(State.SILENT)).isZero();
    }

    @Test
    void it_is_told_again_when_it_was_well_in_between_and_when_it_gets_worse() {
        then(told(State.FORK)).isOne();
        then(told(State.UP_TO_DATE)).isZero();
        then(told(State.FORK)).isOne();
        then(told(State.AHEAD)).isOne();
    }
}
