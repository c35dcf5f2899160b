package nl.samenzicht.security.ledger;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import nl.samenzicht.tlog.NoteKey;

/**
 * How a witness stands towards the log now.
 *
 * @param key of the witness, under its name
 * @param since when it began to say this; empty when it was never heard
 * @param size of the largest tree that it cosigned; 0 when there is none
 * @param cosignedAt when it did, by its own clock
 */
public record WitnessStanding(
        NoteKey key, State state, Optional<Instant> since, long size, Optional<Instant> cosignedAt) {

    /** What a witness says, or that it says nothing. */
    public enum State {
        /** It has cosigned what there is, or nearly. */
        UP_TO_DATE(false),
        /** It answers, and has not cosigned what was signed a while ago. */
        BEHIND(true),
        /** It was never heard, or does not answer, or with nonsense. */
        SILENT(true),
        /** It saw less than before, or not all that was signed for, or what was not signed. */
        REFUSES(true),
        /** It saw another history than the one that stands here. */
        FORK(true),
        /** It saw more lines than stand here: this is an older copy. */
        AHEAD(true);

        private final boolean alarm;

        State(boolean alarm) {
            this.alarm = alarm;
        }

        /** Whether somebody must look at it. */
        public boolean isAlarm() {
            return alarm;
        }

        /** The key of its word on the screen. */
        public String messageKey() {
            return "witness.state." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
