package nl.samenzicht.security.policy;

import static org.assertj.core.api.BDDAssertions.then;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProductStepsTest {
    private static final Facts REFUSED = Facts.of()
            .with(Purpose.SUPPORT)
            .with(Action.VIEW_SECTION)
            .with(DataCategory.SITUATION)
            .with(Relation.NONE)
            .with(Ground.STATUTORY_TASK)
            .with(ConsentState.REFUSED)
            .with(ParticipationState.NONE)
            .flag(Flag.SHARE_ENDED)
            .at(Instant.parse("2026-11-23T10:00:00Z"))
            .build();

    private static List<Step> steps(Step.Kind kind) {
        return ProductSteps.all().stream().filter(step -> step.kind() == kind).toList();
    }

    private static Facts after(Step.Kind kind) {
        return steps(kind).get(0).change().apply(REFUSED);
    }

    @Test
    void the_lightest_step_comes_first_and_an_emergency_last() {
        then(ProductSteps.all())
                .extracting(Step::kind)
                .startsWith(Step.Kind.USE_SECOND_FACTOR, Step.Kind.CHOOSE_PURPOSE)
                .endsWith(
                        Step.Kind.JOIN_CASE,
                        Step.Kind.OBTAIN_CONSENT,
                        Step.Kind.REQUEST_SHARE,
                        Step.Kind.REQUEST_SHARE,
                        Step.Kind.REQUEST_SHARE,
                        Step.Kind.REQUEST_PROVISION,
                        Step.Kind.REQUEST_POLICE_CONSENT,
                        Step.Kind.BREAK_GLASS);
    }

    @Test
    void every_purpose_can_be_chosen_but_that_of_an_emergency() {
        then(steps(Step.Kind.CHOOSE_PURPOSE))
                .extracting(Step::term)
                .containsExactlyElementsOf(Arrays.stream(Purpose.values())
                        .filter(purpose -> purpose != Purpose.ACUTE_SAFETY)
                        .map(Purpose::name)
                        .toList());
        then(steps(Step.Kind.CHOOSE_PURPOSE))
                .allSatisfy(step ->
                        then(step.change().apply(REFUSED).term(Purpose.class)).hasValue(Purpose.valueOf(step.term())));
    }

    @Test
    void each_step_changes_what_it_says() {
        then(after(Step.Kind.USE_SECOND_FACTOR).has(Flag.SECOND_FACTOR)).isTrue();
        then(after(Step.Kind.JOIN_CASE).term(ParticipationState.class)).hasValue(ParticipationState.ACTIVE);
        then(after(Step.Kind.JOIN_CASE).windowOpen()).isTrue();
        then(after(Step.Kind.OBTAIN_CONSENT).term(ConsentState.class)).hasValue(ConsentState.GRANTED);
        then(after(Step.Kind.OBTAIN_CONSENT).term(Ground.class)).hasValue(Ground.CONSENT);
        then(after(Step.Kind.REQUEST_POLICE_CONSENT).has(Flag.POLICE_CONSENT)).isTrue();
        then(after(Step.Kind.BREAK_GLASS).emergency()).isTrue();
        then(after(Step.Kind.BREAK_GLASS).term(Purpose.class)).hasValue(Purpose.ACUTE_SAFETY);
        then(REFUSED.has(Flag.SECOND_FACTOR)).isFalse();
        then(REFUSED.emergency()).isFalse();
        then(REFUSED.windowOpen()).isFalse();
    }

    @Test
    void a_new_share_rests_on_its_ground_and_the_old_end_does_not_count() {
        for (var step : steps(Step.Kind.REQUEST_SHARE)) {
            var shared = step.change().apply(REFUSED);
            then(shared.term(Relation.class)).hasValue(Relation.SHARED);
            then(shared.term(Ground.class)).hasValue(Ground.valueOf(step.term()));
            then(shared.term(ConsentState.class))
                    .hasValue(step.term().equals("CONSENT") ? ConsentState.GRANTED : ConsentState.NONE);
            then(shared.has(Flag.SHARE_ENDED)).isFalse();
            then(shared.windowOpen()).isTrue();
        }
    }

    @Test
    void a_provision_is_for_who_gives_on_their_own_and_for_who_gets_on_a_share() {
        var provide = steps(Step.Kind.REQUEST_PROVISION).get(0).change();
        var got = provide.apply(REFUSED);
        then(got.term(Relation.class)).hasValue(Relation.SHARED);
        then(got.has(Flag.PROVISION_RECORDED)).isTrue();
        then(got.has(Flag.SHARE_ENDED)).isFalse();
        var giving = provide.apply(REFUSED.but().with(Action.SHARE_ITEM).build());
        then(giving.term(Relation.class)).hasValue(Relation.OWN);
        then(giving.term(Ground.class)).hasValue(Ground.WPG_PROVISION);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Purpose.class)
    void a_purpose_is_found_by_its_code_and_lies_within_itself_and_what_it_is_part_of(Purpose purpose) {
        then(Purpose.ofCode(purpose.code())).isEqualTo(purpose);
        then(purpose.within(purpose)).isTrue();
        for (var other : Purpose.values()) {
            boolean part = false;
            for (var up = java.util.Optional.of(purpose);
                    up.isPresent();
                    up = up.get().parent()) {
                part |= up.get() == other;
            }
            then(purpose.within(other)).isEqualTo(part);
        }
        // the code says so too: D10.1 is part of D10
        then(purpose.parent().map(Purpose::code))
                .isEqualTo(
                        purpose.code().contains(".")
                                ? java.util.Optional.of(purpose.code()
                                        .substring(0, purpose.code().indexOf('.')))
                                : java.util.Optional.empty());
    }
}
