package nl.samenzicht.domain.oversight;

import static nl.samenzicht.domain.oversight.LogFixture.id;
import static nl.samenzicht.domain.oversight.LogFixture.person;
import static org.assertj.core.api.BDDAssertions.then;

import java.time.LocalDate;
import java.util.Optional;
import nl.samenzicht.domain.linkage.Answer;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.ParticipationState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each rule tells and what it leaves be, worked out by hand with the product's own thresholds. */
class AnomalyRulesTest {
    private static final String MONDAY = "2026-11-23";

    private final LogFixture log = new LogFixture();

    @ParameterizedTest(name = "a look by {1} at a case marked {0} for noor is told by {2}")
    @CsvSource({
        "FAMILY, noor, OWN_CIRCLE",
        "FAMILY, bram, ",
        "COLLEAGUE, noor, OWN_CIRCLE",
        "COLLEAGUE, bram, COLLEAGUE"
    })
    void a_marked_case_is_told_by_the_rule_for_who_looks(MarkKind kind, String who, AnomalyRule expected) {
        // given
        log.marked("SZ-1", kind, "noor").looked(who, MONDAY + "T10:00", "SZ-1").looked(who, MONDAY + "T10:01", "SZ-2");
        // then
        for (var rule : new AnomalyRule[] {AnomalyRule.OWN_CIRCLE, AnomalyRule.COLLEAGUE, AnomalyRule.WELL_KNOWN}) {
            then(log.found(rule, MONDAY)).as("%s", rule).hasSize(rule == expected ? 1 : 0);
        }
    }

    @Test
    void looks_at_one_well_known_case_on_one_day_are_one_alert_with_the_refused_ones() {
        // given
        log.marked("SZ-1", MarkKind.WELL_KNOWN, null)
                .looked("noor", MONDAY + "T10:00", "SZ-1")
                .refused("noor", MONDAY + "T10:05", "SZ-1")
                .looked("bram", MONDAY + "T11:00", "SZ-1")
                .looked("noor", "2026-11-24T10:00", "SZ-1");
        // when
        var found = log.found(AnomalyRule.WELL_KNOWN, MONDAY);
        // then
        then(found)
                .extracting(Anomaly::professional)
                .containsExactly(Optional.of(person("noor")), Optional.of(person("bram")), Optional.of(person("noor")));
        then(found.get(0).figures()).containsExactly(2L);
        then(found.get(0).caseId()).contains(id("SZ-1"));
    }

    @ParameterizedTest(name = "a look at {0} is told: {1}")
    @CsvSource({
        "2026-11-23T06:59:59, true",
        "2026-11-23T07:00, false",
        "2026-11-23T19:59:59, false",
        "2026-11-23T20:00, true",
        "2026-11-28T12:00, true",
        "2026-11-29T12:00, true",
        // summer time: Amsterdam is two hours before UTC
        "2026-07-01T07:00, false",
        "2026-07-01T06:30, true"
    })
    void the_usual_hours_are_from_seven_to_eight_on_working_days_in_amsterdam(String at, boolean told) {
        log.looked("noor", at, "SZ-1");
        then(log.found(AnomalyRule.OUTSIDE_HOURS, "2026-07-01")).hasSize(told ? 1 : 0);
    }

    @Test
    void an_emergency_at_night_is_judged_as_an_emergency() {
        log.brokeGlass("kim", MONDAY + "T03:00", "SZ-1").inEmergency("kim", MONDAY + "T03:01", "SZ-1");
        then(log.found(AnomalyRule.OUTSIDE_HOURS, MONDAY)).isEmpty();
    }

    @Test
    void what_was_refused_at_night_was_no_look() {
        log.refused("kim", MONDAY + "T03:00", "SZ-1");
        then(log.found(AnomalyRule.OUTSIDE_HOURS, MONDAY)).isEmpty();
    }

    @ParameterizedTest(name = "{0} cases on one day are told: {1}")
    @CsvSource({"50, false", "51, true"})
    void more_than_fifty_cases_on_one_day_are_told(int cases, boolean told) {
        log.lookedAtMany("noor", MONDAY + "T09:00", cases);
        then(log.found(AnomalyRule.VOLUME, MONDAY)).hasSize(told ? 1 : 0);
    }

    @Test
    void looking_often_at_one_case_is_one_case() {
        for (int i = 0; i < 59; i++) {
            log.looked("noor", MONDAY + "T10:%02d".formatted(i), "SZ-1");
        }
        then(log.found(AnomalyRule.VOLUME, MONDAY)).isEmpty();
    }

    @ParameterizedTest(name = "{0} cases after days of {1} are told: {2}")
    @CsvSource({
        // three times a median of four is twelve
        "12, 4 4 4 4 4, false",
        "13, 4 4 4 4 4, true",
        // the median does not mind one busy day
        "13, 4 4 4 4 40, true",
        // of an even number the lower of the two in the middle
        "13, 3 3 4 5 5 5, true",
        "16, 3 3 3 5 5 5, true",
        // too few days to know what is usual
        "40, 1 1 1 1, false",
        // below ten nothing is much
        "9, 1 1 1 1 1, false",
        "10, 1 1 1 1 1, true"
    })
    void much_is_more_than_three_times_ones_own_median(int cases, String before, boolean told) {
        // given
        var day = LocalDate.parse("2026-11-02");
        for (var count : before.split(" ")) {
            log.lookedAtMany("noor", day + "T09:00", Integer.parseInt(count));
            day = day.plusDays(1);
        }
        // when
        log.lookedAtMany("noor", MONDAY + "T09:00", cases);
        // then
        then(log.found(AnomalyRule.VOLUME_OWN, MONDAY)).hasSize(told ? 1 : 0);
    }

    @Test
    void the_figures_say_how_many_and_what_is_usual() {
        for (int day = 2; day <= 6; day++) {
            log.lookedAtMany("noor", "2026-11-0%dT09:00".formatted(day), 4);
        }
        log.lookedAtMany("noor", MONDAY + "T09:00", 13);
        then(log.found(AnomalyRule.VOLUME_OWN, MONDAY)).singleElement().satisfies(found -> {
            then(found.figures()).containsExactly(13L, 4L);
            then(found.lines()).hasSize(13);
        });
    }

    @Test
    void much_is_more_than_three_times_the_median_of_colleagues_in_the_same_function() {
        // given three colleagues with 2, 4 and 5, and one in another function with 100
        log.lookedAtMany("anna", MONDAY + "T09:00", 2)
                .lookedAtMany("bram", MONDAY + "T09:00", 4)
                .lookedAtMany("cees", MONDAY + "T09:00", 5)
                .as("ATTENTION_OFFICER")
                .lookedAtMany("dirk", MONDAY + "T09:00", 40)
                .as("CARE_COORDINATOR")
                .lookedAtMany("noor", MONDAY + "T09:00", 13);
        // then
        then(log.found(AnomalyRule.VOLUME_PEERS, MONDAY)).singleElement().satisfies(found -> {
            then(found.professional()).contains(person("noor"));
            then(found.figures()).containsExactly(13L, 4L);
        });
    }

    @Test
    void two_colleagues_are_too_few_to_compare_with() {
        log.lookedAtMany("anna", MONDAY + "T09:00", 1)
                .lookedAtMany("bram", MONDAY + "T09:00", 1)
                .lookedAtMany("noor", MONDAY + "T09:00", 40);
        then(log.found(AnomalyRule.VOLUME_PEERS, MONDAY)).isEmpty();
    }

    @ParameterizedTest(name = "{0} searches without a look and a look after the last: {1}, told: {2}")
    @CsvSource({"5, , true", "4, , false", "5, 10:20, false", "6, 10:20, true", "5, 10:34, true"})
    void five_searches_without_opening_anything_within_half_an_hour_are_told(int searches, String look, boolean told) {
        // given searches an hour apart, the last one at four minutes past ten
        for (int i = 0; i < searches; i++) {
            log.did("noor", MONDAY + "T%02d:04".formatted(10 - i), Action.SEARCH);
        }
        if (look != null) {
            log.looked("noor", MONDAY + "T" + look, "SZ-1");
        }
        // then
        then(log.found(AnomalyRule.SEARCH_ONLY, MONDAY)).hasSize(told ? 1 : 0);
    }

    @Test
    void what_a_colleague_opened_does_not_count_for_who_searched() {
        for (int i = 0; i < 5; i++) {
            log.did("noor", MONDAY + "T10:0%d".formatted(i), Action.SEARCH);
        }
        log.looked("bram", MONDAY + "T10:10", "SZ-1");
        then(log.found(AnomalyRule.SEARCH_ONLY, MONDAY)).hasSize(1);
    }

    @ParameterizedTest(name = "a try while the agency takes part {0} is told by {1}")
    @CsvSource({"NONE, NOT_ASSIGNED", "ENDED, AFTER_LEAVING", "ACTIVE, "})
    void a_try_at_a_case_of_others_is_told_and_after_leaving_apart(ParticipationState standing, AnomalyRule expected) {
        // given
        log.takesPart("SZ-9", standing).refused("noor", MONDAY + "T10:00", "SZ-9");
        // then
        for (var rule : new AnomalyRule[] {AnomalyRule.NOT_ASSIGNED, AnomalyRule.AFTER_LEAVING}) {
            then(log.found(rule, MONDAY)).as("%s", rule).hasSize(rule == expected ? 1 : 0);
        }
    }

    @Test
    void who_breaks_the_glass_of_a_case_of_others_is_judged_for_that() {
        log.takesPart("SZ-9", ParticipationState.NONE)
                .brokeGlass("noor", MONDAY + "T10:00", "SZ-9")
                .inEmergency("noor", MONDAY + "T10:01", "SZ-9");
        then(log.found(AnomalyRule.NOT_ASSIGNED, MONDAY)).isEmpty();
    }

    @ParameterizedTest(name = "refusals {0} minutes apart are told: {1}")
    @CsvSource({"1, true", "14, true", "15, false", "60, false"})
    void five_refusals_within_an_hour_are_told(int apart, boolean told) {
        var at = java.time.LocalDateTime.parse(MONDAY + "T08:00");
        for (int i = 0; i < 5; i++) {
            log.refused("noor", at.plusMinutes((long) i * apart).toString(), "SZ-" + i);
        }
        then(log.found(AnomalyRule.REFUSALS, MONDAY)).hasSize(told ? 1 : 0);
    }

    @Test
    void a_refusal_far_from_the_others_is_not_among_the_lines() {
        for (int i = 0; i < 6; i++) {
            log.refused("noor", MONDAY + "T10:0%d".formatted(i), "SZ-" + i);
        }
        log.refused("noor", MONDAY + "T16:00", "SZ-7");
        then(log.found(AnomalyRule.REFUSALS, MONDAY)).singleElement().satisfies(found -> {
            then(found.lines()).hasSize(6);
            then(found.lines()).doesNotContain(log.last().code());
        });
    }

    @ParameterizedTest(name = "of five answers {0} not known: hits {1}, misses {2}")
    @CsvSource({
        "0, true, false",
        "1, true, false",
        "2, false, false",
        "3, false, false",
        "4, false, true",
        "5, false, true"
    })
    void four_of_five_answers_of_one_kind_in_a_week_are_told(int unknown, boolean hits, boolean misses) {
        // given
        for (int i = 0; i < 5; i++) {
            var answer = i < unknown ? Answer.NOT_KNOWN : i % 2 == 0 ? Answer.KNOWN : Answer.MAYBE;
            log.asked("noor", "2026-11-2%dT10:00".formatted(3 + i), answer);
        }
        // then
        then(log.found(AnomalyRule.MANY_HITS, MONDAY)).hasSize(hits ? 1 : 0);
        then(log.found(AnomalyRule.MANY_MISSES, MONDAY)).hasSize(misses ? 1 : 0);
    }

    @Test
    void questions_of_two_weeks_are_not_counted_together() {
        for (int i = 0; i < 5; i++) {
            log.asked("noor", LocalDate.parse("2026-11-20").plusDays(i) + "T10:00", Answer.NOT_KNOWN);
        }
        then(log.found(AnomalyRule.MANY_MISSES, "2026-11-16")).isEmpty();
    }

    @ParameterizedTest(name = "{0} emergencies within an hour are told: {1}")
    @CsvSource({"49, false", "50, true"})
    void fifty_emergencies_within_an_hour_are_told_of_the_agency_as_a_whole(int uses, boolean told) {
        var at = java.time.LocalDateTime.parse(MONDAY + "T10:00");
        for (int i = 0; i < uses; i++) {
            log.brokeGlass(i % 2 == 0 ? "kim" : "noor", at.plusMinutes(i).toString(), "SZ-" + i);
        }
        var found = log.found(AnomalyRule.EMERGENCIES, MONDAY);
        then(found).hasSize(told ? 1 : 0);
        then(found).allSatisfy(each -> {
            then(each.professional()).isEmpty();
            then(each.people()).containsExactlyInAnyOrder(person("kim"), person("noor"));
        });
    }

    @Test
    void an_officer_who_looks_up_their_own_acts_is_told() {
        log.askedTheLog("fatima", MONDAY + "T10:00", "professional=" + person("fatima") + "; from=2026-11-01")
                .askedTheLog("fatima", MONDAY + "T11:00", "professional=" + person("noor"))
                .askedTheLog("fatima", MONDAY + "T12:00", "case=SZ-1");
        then(log.found(AnomalyRule.OFFICER_ON_OWN, MONDAY)).singleElement().satisfies(found -> {
            then(found.professional()).contains(person("fatima"));
            then(found.lines()).hasSize(1);
        });
    }

    @Test
    void an_officer_who_opens_a_line_about_themselves_is_told() {
        // given
        log.did("fatima", MONDAY + "T09:00", Action.VIEW_CASE);
        var own = log.last().code();
        log.did("noor", MONDAY + "T09:10", Action.VIEW_CASE);
        var other = log.last().code();
        // when
        log.askedTheLog("fatima", MONDAY + "T10:00", "code=" + own)
                .askedTheLog("fatima", MONDAY + "T11:00", "code=" + other);
        // then
        then(log.found(AnomalyRule.OFFICER_ON_OWN, MONDAY))
                .singleElement()
                .satisfies(found -> then(found.lines()).hasSize(1));
    }

    @Test
    void what_was_before_the_first_day_is_told_by_no_rule() {
        // given
        log.marked("SZ-1", MarkKind.WELL_KNOWN, null)
                .takesPart("SZ-2", ParticipationState.NONE)
                .looked("noor", "2026-11-22T03:00", "SZ-1")
                .lookedAtMany("noor", "2026-11-22T09:00", 60);
        for (int i = 0; i < 5; i++) {
            log.refused("noor", "2026-11-22T15:0%d".formatted(i), "SZ-2")
                    .did("noor", "2026-11-22T16:0%d".formatted(i), Action.SEARCH)
                    .asked("noor", "2026-11-22T17:0%d".formatted(i), Answer.NOT_KNOWN);
        }
        // then
        for (var rule : AnomalyRule.values()) {
            then(log.found(rule, MONDAY)).as("%s", rule).isEmpty();
        }
    }
}
