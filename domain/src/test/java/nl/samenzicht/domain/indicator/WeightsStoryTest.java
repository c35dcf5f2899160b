package nl.samenzicht.domain.indicator;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.world.CaseworkWorld;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.security.directory.ActingProfessional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The platform administrator enters official weights, on a real database. */
class WeightsStoryTest {

    private static final CaseworkWorld WORLD = new CaseworkWorld();
    private static final String SOURCE = "A list that was made up for this test, 2026, page 3";

    private final LocalDate today = LocalDate.ofInstant(WORLD.clock.instant(), ZoneId.of("Europe/Amsterdam"));

    @BeforeEach
    void nothing_was_entered() {
        WORLD.sql("delete from indicator_weights");
    }

    private WeightsService.Lists lists() {
        return WORLD.as(WORLD.administrator, WORLD.weights::lists);
    }

    private WeightsService.Entered enter(
            ActingProfessional who, int basedOn, Map<String, Weight> weights, LocalDate from, String source) {
        return WORLD.as(who, () -> WORLD.weights.enter(basedOn, Profile.ADULT_SEXUAL, weights, from, source));
    }

    private WeightsService.Entered enter(int basedOn, Map<String, Weight> weights) {
        return enter(WORLD.administrator, basedOn, weights, today, SOURCE);
    }

    private static Map<String, Weight> weightsOf(IndicatorSet set) {
        var weights = new HashMap<String, Weight>();
        set.weighedFor(Profile.ADULT_SEXUAL)
                .values()
                .forEach(all -> all.forEach(each -> weights.put(
                        each.code(), each.weights().get(Profile.ADULT_SEXUAL).weight())));
        return weights;
    }

    @Test
    void a_list_takes_the_place_of_the_weights_that_stood_in_and_leaves_the_others_alone() {
        // given
        var before = lists().today();
        then(before.provisional(Profile.ADULT_SEXUAL)).isPositive();
        var weights = weightsOf(before);
        weights.put("EX-04", Weight.STRONG);
        weights.remove("EX-05");
        // when
        var entered = enter(before.version(), weights);
        // then
        var now = lists().today();
        then(now.version()).isEqualTo(entered.version());
        then(now.source()).isEqualTo(SOURCE);
        then(now.provisional(Profile.ADULT_SEXUAL)).isZero();
        then(weightsOf(now)).isEqualTo(weights);
        then(now.find("EX-04").orElseThrow().weights().get(Profile.ADULT_LABOUR))
                .isEqualTo(before.find("EX-04").orElseThrow().weights().get(Profile.ADULT_LABOUR));
        then(now.provisional(Profile.CHILD_SEXUAL)).isEqualTo(before.provisional(Profile.CHILD_SEXUAL));
        // and
        then(WORLD.ask("select count(*) from ledger_entry where action = 'ENTER_WEIGHTS' and outcome = 'PERMITTED'"))
                .isNotEqualTo("0");
    }

    @Test
    void one_that_holds_from_a_later_day_waits_until_then() {
        // given
        var before = lists().today();
        // when
        var entered = enter(
                WORLD.administrator, before.version(), Map.of("EX-01", Weight.STRONG), today.plusDays(20), SOURCE);
        // then
        then(lists().today().version()).isEqualTo(before.version());
        then(lists().last().version()).isEqualTo(entered.version());
        // and no other can slip in before it
        thenThrownBy(() -> enter(entered.version(), Map.of("EX-01", Weight.WEAK)))
                .isInstanceOfSatisfying(
                        NotPossible.class,
                        wrong -> then(wrong.messageKey()).isEqualTo("weights.error.day-before-last"));
    }

    @Test
    void who_held_it_against_an_older_version_is_told_and_nothing_is_entered() {
        // given
        var before = lists().today();
        enter(before.version(), Map.of("EX-01", Weight.STRONG));
        // when
        thenThrownBy(() -> enter(before.version(), Map.of("EX-01", Weight.WEAK)))
                .isInstanceOfSatisfying(
                        NotPossible.class,
                        wrong -> then(wrong.messageKey()).isEqualTo("weights.error.changed-meanwhile"));
        // then
        then(WORLD.ask("select count(*) from indicator_weights")).isEqualTo("1");
    }

    @Test
    void nobody_else_may_see_or_enter_them() {
        var version = lists().today().version();
        for (var who : new ActingProfessional[] {WORLD.coordinator, WORLD.registrar, WORLD.officer, WORLD.teacher}) {
            thenThrownBy(() -> WORLD.as(who, WORLD.weights::lists)).isInstanceOf(AccessDenied.class);
            thenThrownBy(() -> enter(who, version, Map.of("EX-01", Weight.STRONG), today, SOURCE))
                    .isInstanceOf(AccessDenied.class);
        }
        then(WORLD.ask("select count(*) from indicator_weights")).isEqualTo("0");
    }

    @Test
    void says_what_is_wrong_with_a_list() {
        var set = lists().today();
        var good = Map.of("EX-01", Weight.STRONG);
        refused("weights.error.source", set.version(), good, today, "ILO");
        refused("weights.error.day-past", set.version(), good, today.minusDays(1), SOURCE);
        refused("weights.error.day-past", set.version(), good, null, SOURCE);
        refused("weights.error.unknown", set.version(), Map.of(), today, SOURCE);
        refused("weights.error.unknown", set.version(), Map.of("NL-01", Weight.WEAK), today, SOURCE);
        var entered = enter(set.version(), good);
        refused("weights.error.nothing-changes", entered.version(), good, today, SOURCE);
    }

    private void refused(String key, int basedOn, Map<String, Weight> weights, LocalDate from, String source) {
        thenThrownBy(() -> enter(WORLD.administrator, basedOn, weights, from, source))
                .isInstanceOfSatisfying(
                        NotPossible.class, wrong -> then(wrong.messageKey()).isEqualTo(key));
    }

    @Test
    void a_row_that_was_changed_by_hand_counts_as_absent() {
        // given
        var before = lists().today();
        enter(before.version(), Map.of("EX-01", Weight.STRONG));
        // when
        WORLD.sql("update indicator_weights set weights = 'EX-01=W'");
        // then
        then(lists().today().version()).isEqualTo(before.version());
    }
}
