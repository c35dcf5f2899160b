package nl.samenzicht.domain.breach;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import nl.samenzicht.security.policy.Regime;

/** Whatever is done in whatever order, a breach is handled as AVG 33 and 34 have it. */
class CourseProperties {
    private static final Instant AWARE = Instant.parse("2026-11-23T08:15:00Z");

    private record Story(List<BreachDoing> doings, Course last) {
        List<BreachStep> steps() {
            return doings.stream().map(BreachDoing::step).toList();
        }

        Optional<Risk> lastRisk() {
            return doings.stream()
                    .filter(doing -> doing.step() == BreachStep.ASSESS)
                    .map(BreachDoing::risk)
                    .flatMap(Optional::stream)
                    .reduce((before, after) -> after);
        }
    }

    /** Does anything that there is no objection to. */
    private static Story story(long seed) {
        var random = new Random(seed);
        var course = Course.of(AWARE);
        var doings = new ArrayList<BreachDoing>();
        var at = AWARE;
        for (int i = 0; i < 40; i++) {
            at = at.plus(Duration.ofHours(random.nextInt(20)));
            var doing = any(random, at);
            if (course.objection(doing).isEmpty()) {
                course = course.after(doing);
                doings.add(doing);
            }
        }
        return new Story(doings, course);
    }

    private static BreachDoing any(Random random, Instant at) {
        return new BreachDoing(
                one(random, BreachStep.values()),
                at,
                random.nextInt(4) == 0 ? Optional.empty() : Optional.of(one(random, Risk.values())),
                random.nextBoolean(),
                random.nextInt(4) == 0 ? Optional.empty() : Optional.of(one(random, SilenceGround.values())),
                random.nextBoolean() ? Optional.empty() : Optional.of("Het lek werd laat begrepen"),
                "Zo besloten");
    }

    private static <T> T one(Random random, T[] of) {
        return of[random.nextInt(of.length)];
    }

    @Property
    void nothing_is_notified_told_or_closed_before_the_risk_is_assessed(@ForAll long seed) {
        var steps = story(seed).steps();
        if (!steps.isEmpty()) {
            then(steps.get(0)).isEqualTo(BreachStep.ASSESS);
        }
    }

    @Property
    void no_breach_with_a_risk_is_closed_without_a_notification_in_full(@ForAll long seed) {
        var story = story(seed);
        if (story.last().closed() && story.lastRisk().orElseThrow() != Risk.NONE) {
            then(story.last().authority()).isEqualTo(WithAuthority.NOTIFIED);
            then(story.doings())
                    .anyMatch(doing -> doing.complete()
                            && (doing.step() == BreachStep.NOTIFY || doing.step() == BreachStep.SUPPLEMENT));
        }
    }

    @Property
    void no_breach_with_a_high_risk_is_closed_while_persons_do_not_know_unless_the_law_names_the_exception(
            @ForAll long seed) {
        var story = story(seed);
        if (story.last().closed()
                && story.lastRisk().orElseThrow() == Risk.HIGH
                && story.last().persons() != WithPersons.INFORMED) {
            then(story.last().ground().orElseThrow()).isNotEqualTo(SilenceGround.NO_HIGH_RISK);
        }
    }

    @Property
    void what_is_notified_in_part_is_supplemented_until_it_is_complete(@ForAll long seed) {
        var notifications = story(seed).doings().stream()
                .filter(doing -> doing.step() == BreachStep.NOTIFY || doing.step() == BreachStep.SUPPLEMENT)
                .toList();
        for (int i = 0; i < notifications.size(); i++) {
            then(notifications.get(i).step()).isEqualTo(i == 0 ? BreachStep.NOTIFY : BreachStep.SUPPLEMENT);
            if (i < notifications.size() - 1) {
                then(notifications.get(i).complete()).isFalse();
            }
        }
    }

    @Property
    void a_notification_after_seventy_two_hours_says_why(@ForAll long seed) {
        then(story(seed).doings())
                .filteredOn(doing -> doing.step() == BreachStep.NOTIFY)
                .allMatch(doing -> !doing.at().isAfter(AWARE.plusSeconds(72 * 3600))
                        || doing.delay().isPresent());
    }

    @Property
    void after_it_is_closed_nothing_follows(@ForAll long seed) {
        var story = story(seed);
        then(story.last().closed()).isEqualTo(story.steps().contains(BreachStep.CLOSE));
        if (story.last().closed()) {
            then(story.last().next()).isEmpty();
            then(story.steps().indexOf(BreachStep.CLOSE))
                    .isEqualTo(story.steps().size() - 1);
        }
    }

    @Property
    void what_is_objected_to_cannot_be_done(@ForAll long seed, @ForAll long other) {
        var course = story(seed).last();
        var doing = any(new Random(other), AWARE.plusSeconds(other & 0xFFFFF));
        if (course.objection(doing).isPresent()) {
            thenThrownBy(() -> course.after(doing)).isInstanceOf(IllegalStateException.class);
        } else {
            then(course.next()).contains(doing.step());
        }
    }

    @Property
    void each_ground_of_silence_has_its_article_in_both_laws_and_belongs_to_exactly_one_kind_of_risk(
            @ForAll SilenceGround ground, @ForAll Regime regime) {
        then(ground.article(regime)).matches("(AVG|UAVG|LED) \\d+\\(\\d\\)(\\([a-c]\\))?");
        then(SilenceGround.with(Risk.HIGH).contains(ground))
                .isNotEqualTo(SilenceGround.with(Risk.RISK).contains(ground));
    }

    @Example
    void seventy_two_hours_are_hours_also_over_the_night_the_clocks_change() {
        // the night of 24 to 25 October 2026 has 25 hours in Amsterdam
        var aware = ZonedDateTime.parse("2026-10-23T14:00:00+02:00[Europe/Amsterdam]");
        var course = Course.of(aware.toInstant());
        then(course.due())
                .isEqualTo(ZonedDateTime.parse("2026-10-26T13:00:00+01:00[Europe/Amsterdam]")
                        .toInstant());
        then(course.isLate(course.due())).isFalse();
        then(course.isLate(course.due().plusNanos(1000))).isTrue();
        then(course.left(aware.toInstant().plus(Duration.ofHours(31)))).isEqualTo(Duration.ofHours(41));
    }

    @Example
    void a_risk_that_turns_out_higher_opens_what_was_decided_on_the_lower_one() {
        // given
        var at = AWARE.plusSeconds(60);
        var course = Course.of(AWARE)
                .after(BreachDoing.assess(Risk.NONE, at, "Versleuteld"))
                .after(BreachDoing.of(BreachStep.NOT_NOTIFY, at, "Versleuteld"))
                .after(BreachDoing.silent(SilenceGround.NO_HIGH_RISK, at, "Versleuteld"));
        then(course.state()).isEqualTo(BreachState.PERSONS_SETTLED);
        // when
        var worse = course.after(BreachDoing.assess(Risk.HIGH, at, "De sleutel lag erbij"));
        // then
        then(worse.state()).isEqualTo(BreachState.ASSESSED);
        then(worse.clockRuns()).isTrue();
        then(worse.persons()).isEqualTo(WithPersons.OPEN);
        then(worse.next()).contains(BreachStep.NOTIFY, BreachStep.INFORM).doesNotContain(BreachStep.CLOSE);
    }
}
