package nl.samenzicht.domain.rights;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import nl.samenzicht.domain.clock.WorkingDays;
import nl.samenzicht.domain.rights.SubjectRight.Effect;
import nl.samenzicht.security.policy.Regime;

/** Whatever is done in whatever order, a request is handled as the law has it. */
class HandlingProperties {
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final LocalDate FIRST = LocalDate.parse("2024-01-01");

    private record Story(List<HandlingStep> steps, List<Handling> stands) {
        Handling last() {
            return stands.get(stands.size() - 1);
        }
    }

    private static Story story(SubjectRight right, Regime regime, int day, long seed) {
        var random = new Random(seed);
        var received = FIRST.plusDays(day);
        var at = received.atStartOfDay(AMSTERDAM).toInstant();
        var stands = new ArrayList<Handling>();
        stands.add(Handling.of(right, regime, received));
        var steps = new ArrayList<HandlingStep>();
        for (int i = 0; i < 12; i++) {
            at = at.plus(Duration.ofHours(random.nextInt(24 * 12)));
            var handling = stands.get(stands.size() - 1);
            var next = List.copyOf(handling.next(at));
            if (next.isEmpty()) {
                break;
            }
            var step = next.get(random.nextInt(next.size()));
            var choices = List.copyOf(handling.decisions());
            var made = step == HandlingStep.DECIDE
                    ? Optional.of(choices.get(random.nextInt(choices.size())))
                    : Optional.<RequestDecision>empty();
            stands.add(handling.after(step, made, at));
            steps.add(step);
        }
        return new Story(steps, stands);
    }

    @Property
    void nothing_is_granted_before_who_asks_is_known_and_what_it_is_about(
            @ForAll SubjectRight right,
            @ForAll Regime regime,
            @ForAll @IntRange(max = 2000) int day,
            @ForAll long seed) {
        var story = story(right, regime, day, seed);
        if (story.last().granted()) {
            int decided = story.steps().indexOf(HandlingStep.DECIDE);
            then(story.steps().subList(0, decided)).contains(HandlingStep.IDENTIFY, HandlingStep.SCOPE);
        }
    }

    @Property
    void data_are_restricted_only_by_what_was_granted_and_carried_out_and_never_after_it_was_lifted(
            @ForAll SubjectRight right,
            @ForAll Regime regime,
            @ForAll @IntRange(max = 2000) int day,
            @ForAll long seed) {
        var story = story(right, regime, day, seed);
        var last = story.last();
        boolean expected = right.effect() == Effect.RESTRICTED
                && last.granted()
                && story.steps().contains(HandlingStep.CARRY_OUT)
                && !story.steps().contains(HandlingStep.LIFT);
        then(last.restricts()).isEqualTo(expected);
    }

    @Property
    void nobody_is_answered_before_what_was_decided_was_done(
            @ForAll SubjectRight right,
            @ForAll Regime regime,
            @ForAll @IntRange(max = 2000) int day,
            @ForAll long seed) {
        var story = story(right, regime, day, seed);
        if (story.last().state() == HandlingState.ANSWERED && story.last().granted() && right.effect() != Effect.NONE) {
            then(story.steps().indexOf(HandlingStep.CARRY_OUT))
                    .isBetween(
                            story.steps().indexOf(HandlingStep.DECIDE) + 1,
                            story.steps().indexOf(HandlingStep.ANSWER) - 1);
        }
    }

    @Property
    void a_term_is_extended_once_at_most_and_never_under_the_police_act(
            @ForAll SubjectRight right,
            @ForAll Regime regime,
            @ForAll @IntRange(max = 2000) int day,
            @ForAll long seed) {
        var story = story(right, regime, day, seed);
        var extensions =
                story.steps().stream().filter(HandlingStep.EXTEND::equals).count();
        then(extensions).isLessThanOrEqualTo(regime == Regime.WPG ? 0 : 1);
    }

    @Property
    void the_last_day_is_a_working_day_and_not_before_the_term(
            @ForAll Regime regime, @ForAll @IntRange(max = 5000) int day) {
        var received = FIRST.plusDays(day);
        var handling = Handling.of(SubjectRight.ACCESS, regime, received);
        var term = regime == Regime.WPG ? received.plusWeeks(6) : received.plusMonths(1);
        then(WorkingDays.is(handling.lastDay())).isTrue();
        then(handling.lastDay()).isBetween(term, term.plusDays(5));
    }

    @Property
    void what_cannot_follow_is_refused_and_what_is_refused_changes_nothing(
            @ForAll SubjectRight right,
            @ForAll Regime regime,
            @ForAll @IntRange(max = 2000) int day,
            @ForAll long seed,
            @ForAll HandlingStep step) {
        var handling = story(right, regime, day, seed).last();
        var at = handling.due().minus(Duration.ofHours(1));
        if (!handling.next(at).contains(step)) {
            var made = step == HandlingStep.DECIDE
                    ? Optional.of(RequestDecision.REFUSED)
                    : Optional.<RequestDecision>empty();
            thenThrownBy(() -> handling.after(step, made, at)).isInstanceOf(IllegalStateException.class);
        }
        then(EnumSet.allOf(HandlingStep.class)).containsAll(handling.next(at));
    }
}
