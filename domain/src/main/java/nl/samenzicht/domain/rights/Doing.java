package nl.samenzicht.domain.rights;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import nl.samenzicht.security.policy.DataCategory;

/**
 * A step with what belongs to it.
 *
 * @param ground why it was refused, or partly
 * @param categories what it is about: of a scope, the categories asked for; of a decision, those that are withheld
 * @param from the first day of a scope, in Amsterdam; empty for all
 * @param until its last day; empty for all
 * @param words how somebody was identified, why it was so decided, how they were answered
 */
public record Doing(
        HandlingStep step,
        Optional<RequestDecision> decision,
        Optional<WithholdingGround> ground,
        Set<DataCategory> categories,
        Optional<LocalDate> from,
        Optional<LocalDate> until,
        String words) {
    public Doing {
        categories = Set.copyOf(categories);
    }

    /** A step that needs nothing but words. */
    public static Doing of(HandlingStep step, String words) {
        return new Doing(step, Optional.empty(), Optional.empty(), Set.of(), Optional.empty(), Optional.empty(), words);
    }

    /** What the request is about. */
    public static Doing scope(
            Set<DataCategory> categories, Optional<LocalDate> from, Optional<LocalDate> until, String words) {
        return new Doing(HandlingStep.SCOPE, Optional.empty(), Optional.empty(), categories, from, until, words);
    }

    /** What is decided, and what is withheld on which ground. */
    public static Doing decide(
            RequestDecision decision, Optional<WithholdingGround> ground, Set<DataCategory> withheld, String words) {
        return new Doing(
                HandlingStep.DECIDE,
                Optional.of(decision),
                ground,
                withheld,
                Optional.empty(),
                Optional.empty(),
                words);
    }

    Doing saying(String other) {
        return new Doing(step, decision, ground, categories, from, until, other);
    }
}
