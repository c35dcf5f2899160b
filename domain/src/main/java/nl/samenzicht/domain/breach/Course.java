package nl.samenzicht.domain.breach;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * How a breach stands: a value that each step makes a new one of.
 *
 * @param aware when the agency became aware; the 72 hours run from there (AVG 33(1); EDPB Guidelines 9/2022, section II.A.2)
 * @param risk the last assessment; empty before
 * @param ground why the persons are not informed; empty unless that was decided
 */
public record Course(
        Instant aware,
        Optional<Risk> risk,
        WithAuthority authority,
        WithPersons persons,
        Optional<SilenceGround> ground,
        boolean closed) {
    /** Within how long the authority is notified, counted in hours that also run at night and on free days. */
    public static final Duration TERM = Duration.ofHours(72);

    public Course {
        requireNonNull(aware, "aware");
    }

    /** The course of a breach that was just recorded. */
    public static Course of(Instant aware) {
        return new Course(aware, Optional.empty(), WithAuthority.OPEN, WithPersons.OPEN, Optional.empty(), false);
    }

    /** The first moment at which a notification is late. A term in hours is not extended for free days (Regulation 1182/71, art. 3(4)). */
    public Instant due() {
        return aware.plus(TERM);
    }

    /** Whether a notification at a moment is late. */
    public boolean isLate(Instant at) {
        return at.isAfter(due());
    }

    /** Whether the clock of the authority runs: nothing is notified, nor decided not to be. */
    public boolean clockRuns() {
        return authority == WithAuthority.OPEN;
    }

    /** How long is left to notify at a moment; negative when it is late. */
    public Duration left(Instant at) {
        return Duration.between(at, due());
    }

    /** How far it is. */
    public BreachState state() {
        if (closed) {
            return BreachState.CLOSED;
        }
        if (risk.isEmpty()) {
            return BreachState.RECORDED;
        }
        if (!authority.isSettled()) {
            return BreachState.ASSESSED;
        }
        return persons == WithPersons.OPEN ? BreachState.AUTHORITY_SETTLED : BreachState.PERSONS_SETTLED;
    }

    /** The steps that can follow. */
    public Set<BreachStep> next() {
        var steps = EnumSet.noneOf(BreachStep.class);
        if (closed) {
            return steps;
        }
        steps.add(BreachStep.ASSESS);
        if (risk.isEmpty()) {
            return steps;
        }
        switch (authority) {
            case OPEN, NOT_NOTIFIED -> steps.add(BreachStep.NOTIFY);
            case PARTLY_NOTIFIED -> steps.add(BreachStep.SUPPLEMENT);
            case NOTIFIED -> {}
        }
        if (authority == WithAuthority.OPEN && risk.get() == Risk.NONE) {
            steps.add(BreachStep.NOT_NOTIFY);
        }
        if (persons != WithPersons.INFORMED) {
            steps.add(BreachStep.INFORM);
        }
        if (persons == WithPersons.OPEN) {
            steps.add(BreachStep.NOT_INFORM);
        }
        if (authority.isSettled() && persons != WithPersons.OPEN) {
            steps.add(BreachStep.CLOSE);
        }
        return steps;
    }

    /** Why a step cannot be taken as it is, as the key of a message; empty when it can. */
    public Optional<String> objection(BreachDoing doing) {
        if (!next().contains(doing.step())) {
            return Optional.of("breach.error.step");
        }
        if (doing.at().isBefore(aware)) {
            return Optional.of("breach.error.before-aware");
        }
        return switch (doing.step()) {
            case ASSESS -> unless(doing.risk().isPresent(), "breach.error.no-risk");
            case NOTIFY -> unless(!isLate(doing.at()) || doing.delay().isPresent(), "breach.error.delay");
            case NOT_INFORM ->
                unless(
                        doing.ground()
                                .filter(SilenceGround.with(risk.orElseThrow())::contains)
                                .isPresent(),
                        "breach.error.ground");
            case SUPPLEMENT, NOT_NOTIFY, INFORM, CLOSE -> Optional.empty();
        };
    }

    private static Optional<String> unless(boolean good, String key) {
        return good ? Optional.empty() : Optional.of(key);
    }

    /**
     * How it stands after a step.
     *
     * @throws IllegalStateException when there is an objection
     */
    Course after(BreachDoing doing) {
        objection(doing).ifPresent(why -> {
            throw new IllegalStateException("'%s' cannot follow on '%s': %s".formatted(doing.step(), state(), why));
        });
        return switch (doing.step()) {
            case ASSESS -> assessed(doing.risk().orElseThrow());
            case NOTIFY, SUPPLEMENT -> with(doing.complete() ? WithAuthority.NOTIFIED : WithAuthority.PARTLY_NOTIFIED);
            case NOT_NOTIFY -> with(WithAuthority.NOT_NOTIFIED);
            case INFORM -> with(WithPersons.INFORMED, Optional.empty());
            case NOT_INFORM -> with(WithPersons.NOT_INFORMED, doing.ground());
            case CLOSE -> new Course(aware, risk, authority, persons, ground, true);
        };
    }

    /** What was decided on a lower risk is open again when the risk turns out higher. */
    private Course assessed(Risk found) {
        boolean mustNotify = authority == WithAuthority.NOT_NOTIFIED && found != Risk.NONE;
        boolean mustInform =
                ground.filter(why -> !SilenceGround.with(found).contains(why)).isPresent();
        return new Course(
                aware,
                Optional.of(found),
                mustNotify ? WithAuthority.OPEN : authority,
                mustInform ? WithPersons.OPEN : persons,
                mustInform ? Optional.empty() : ground,
                false);
    }

    private Course with(WithAuthority other) {
        return new Course(aware, risk, other, persons, ground, closed);
    }

    private Course with(WithPersons other, Optional<SilenceGround> why) {
        return new Course(aware, risk, authority, other, why, closed);
    }
}
