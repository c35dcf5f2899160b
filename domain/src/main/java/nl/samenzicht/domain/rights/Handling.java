package nl.samenzicht.domain.rights;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import nl.samenzicht.domain.clock.WorkingDays;
import nl.samenzicht.domain.rights.SubjectRight.Effect;
import nl.samenzicht.security.policy.Regime;

/**
 * How the handling of one request stands: a value that each step makes a new one of.
 *
 * @param received the day on which it was received, in Amsterdam; the term runs from then (AVG 12(3))
 * @param extended whether the term was extended
 * @param decision what was decided; empty before
 * @param lifted whether a restriction has ended
 */
public record Handling(
        SubjectRight right,
        Regime regime,
        LocalDate received,
        HandlingState state,
        boolean extended,
        Optional<RequestDecision> decision,
        boolean lifted) {
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final int AVG_MONTHS = 1;
    private static final int AVG_EXTRA_MONTHS = 2;
    private static final int WPG_WEEKS = 6;

    public Handling {
        requireNonNull(decision, "decision");
    }

    /** The handling of a request that has just come in. */
    public static Handling of(SubjectRight right, Regime regime, LocalDate received) {
        return new Handling(right, regime, received, HandlingState.RECEIVED, false, Optional.empty(), false);
    }

    /**
     * The last day for the answer: one month, or three when it was extended (AVG 12(3)); six weeks under the Wpg. A term that
     * would end on another day ends on the next working day (Regulation 1182/71, art. 3(4); Algemene termijnenwet, art. 1).
     */
    public LocalDate lastDay() {
        return WorkingDays.onOrAfter(
                regime == Regime.WPG
                        ? received.plusWeeks(WPG_WEEKS)
                        : received.plusMonths(extended ? AVG_MONTHS + AVG_EXTRA_MONTHS : AVG_MONTHS));
    }

    /** The first moment at which it is late. */
    public Instant due() {
        return lastDay().plusDays(1).atStartOfDay(AMSTERDAM).toInstant();
    }

    /** Whether the answer is late. */
    public boolean late(Instant at) {
        return !state.isClosed() && !at.isBefore(due());
    }

    /** Whether what is asked has been granted, as a whole or in part. */
    public boolean granted() {
        return decision.filter(made -> made != RequestDecision.REFUSED).isPresent();
    }

    /** Whether data are only kept because of this request. */
    public boolean restricts() {
        return right.effect() == Effect.RESTRICTED
                && granted()
                && !lifted
                && (state == HandlingState.CARRIED_OUT || state == HandlingState.ANSWERED);
    }

    /** The steps that can follow at a moment. */
    public Set<HandlingStep> next(Instant at) {
        var steps = EnumSet.noneOf(HandlingStep.class);
        switch (state) {
            case RECEIVED ->
                steps.addAll(EnumSet.of(HandlingStep.IDENTIFY, HandlingStep.DECIDE, HandlingStep.WITHDRAW));
            case IDENTIFIED -> steps.addAll(EnumSet.of(HandlingStep.SCOPE, HandlingStep.DECIDE, HandlingStep.WITHDRAW));
            case SCOPED -> steps.addAll(EnumSet.of(HandlingStep.SCOPE, HandlingStep.DECIDE, HandlingStep.WITHDRAW));
            case DECIDED -> steps.add(HandlingStep.CARRY_OUT);
            case CARRIED_OUT -> steps.add(HandlingStep.ANSWER);
            default -> {}
        }
        if (!state.isClosed() && decision.isEmpty() && !extended && regime == Regime.AVG && at.isBefore(due())) {
            steps.add(HandlingStep.EXTEND);
        }
        if (restricts() && state == HandlingState.ANSWERED) {
            steps.add(HandlingStep.LIFT);
        }
        return steps;
    }

    /** What can be decided: before it is settled what it is about, only to refuse. */
    public Set<RequestDecision> decisions() {
        return state == HandlingState.SCOPED
                ? EnumSet.allOf(RequestDecision.class)
                : EnumSet.of(RequestDecision.REFUSED);
    }

    /**
     * How it stands after a step.
     *
     * @param made what was decided; present exactly where the step is to decide
     * @throws IllegalStateException when the step cannot follow
     */
    Handling after(HandlingStep step, Optional<RequestDecision> made, Instant at) {
        if (!next(at).contains(step)
                || made.isPresent() != (step == HandlingStep.DECIDE)
                || made.filter(choice -> !decisions().contains(choice)).isPresent()) {
            throw new IllegalStateException("'%s' %s cannot follow on '%s'".formatted(step, made.orElse(null), state));
        }
        return switch (step) {
            case IDENTIFY -> in(HandlingState.IDENTIFIED);
            case SCOPE -> in(HandlingState.SCOPED);
            case EXTEND -> new Handling(right, regime, received, state, true, decision, lifted);
            case DECIDE -> decided(made.orElseThrow());
            case CARRY_OUT -> in(HandlingState.CARRIED_OUT);
            case ANSWER -> in(HandlingState.ANSWERED);
            case WITHDRAW -> in(HandlingState.WITHDRAWN);
            case LIFT -> new Handling(right, regime, received, state, extended, decision, true);
        };
    }

    private Handling decided(RequestDecision made) {
        boolean something = made != RequestDecision.REFUSED && right.effect() != Effect.NONE;
        return new Handling(
                right,
                regime,
                received,
                something ? HandlingState.DECIDED : HandlingState.CARRIED_OUT,
                extended,
                Optional.of(made),
                lifted);
    }

    private Handling in(HandlingState other) {
        return new Handling(right, regime, received, other, extended, decision, lifted);
    }
}
