package nl.samenzicht.domain.breach;

import java.time.Instant;
import java.util.Optional;

/**
 * A step with what belongs to it.
 *
 * @param at when it was done; not always when it was recorded
 * @param risk what was assessed
 * @param complete whether a notification, with its supplements, has all that the law asks
 * @param ground why persons are not informed
 * @param delay why the authority was notified after more than 72 hours
 * @param words why it was so assessed or decided, or how it was done
 */
public record BreachDoing(
        BreachStep step,
        Instant at,
        Optional<Risk> risk,
        boolean complete,
        Optional<SilenceGround> ground,
        Optional<String> delay,
        String words) {

    /** A step that needs nothing but words. */
    public static BreachDoing of(BreachStep step, Instant at, String words) {
        return new BreachDoing(step, at, Optional.empty(), false, Optional.empty(), Optional.empty(), words);
    }

    /** An assessment of the risk. */
    public static BreachDoing assess(Risk risk, Instant at, String words) {
        return new BreachDoing(
                BreachStep.ASSESS, at, Optional.of(risk), false, Optional.empty(), Optional.empty(), words);
    }

    /** A notification to the authority, or a supplement to it. */
    public static BreachDoing notified(
            BreachStep step, boolean complete, Optional<String> delay, Instant at, String words) {
        return new BreachDoing(step, at, Optional.empty(), complete, Optional.empty(), delay, words);
    }

    /** A decision not to inform the persons. */
    public static BreachDoing silent(SilenceGround ground, Instant at, String words) {
        return new BreachDoing(
                BreachStep.NOT_INFORM, at, Optional.empty(), false, Optional.of(ground), Optional.empty(), words);
    }

    BreachDoing saying(String other, Optional<String> otherDelay) {
        return new BreachDoing(step, at, risk, complete, ground, otherDelay, other);
    }
}
