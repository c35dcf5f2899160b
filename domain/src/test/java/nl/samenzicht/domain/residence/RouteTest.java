package nl.samenzicht.domain.residence;

import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.BDDAssertions.then;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.samenzicht.domain.residence.Route.Deadline;
import nl.samenzicht.domain.residence.Route.Term;
import nl.samenzicht.domain.residence.RouteStep.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class RouteTest {

    private static final LocalDate FROM = LocalDate.of(2026, 11, 2);
    private static final LocalDate UNTIL = LocalDate.of(2027, 2, 2);

    private static Route inReflection() {
        return Route.none().take(new RouteStep.Begin(FROM, UNTIL, ReflectionGround.STANDARD));
    }

    private static Map<String, String> fields(String written) {
        var fields = new LinkedHashMap<String, String>();
        if (written != null) {
            Arrays.stream(written.split(" "))
                    .map(pair -> pair.split("="))
                    .forEach(pair -> fields.put(pair[0], pair[1]));
        }
        return fields;
    }

    @ParameterizedTest(name = "{0}: {1} is {2} at {3}")
    @CsvFileSource(resources = "/residence/routes.csv", numLinesToSkip = 1)
    void what_is_recorded_keeps_to_the_law(String what, String recorded, String faultAt, String stage) {
        // when
        var route = Route.of(fields(recorded));
        // then
        if (faultAt == null) {
            then(route.faults()).as(what).isEmpty();
            then(route.stage()).as(what).isEqualTo(RouteStage.valueOf(stage));
        } else {
            then(route.faults()).as(what).extracting(Route.Fault::field).contains(faultAt);
        }
    }

    @Test
    void a_complaint_ends_the_reflection_period_on_its_day() {
        // when
        var route = inReflection().take(new RouteStep.Answer(FROM.plusDays(10), RouteAnswer.COMPLAINT));
        // then
        then(route.endedOn()).contains(FROM.plusDays(10));
        then(route.endedBy()).contains(EarlyEnd.COMPLAINT);
        then(route.deadlines()).isEmpty();
        then(route.next()).containsExactlyInAnyOrder(Kind.SEND_M55, Kind.PERMIT, Kind.SEQUEL);
    }

    @Test
    void a_complaint_after_the_last_day_ends_nothing_early() {
        // when
        var route = inReflection().take(new RouteStep.Answer(UNTIL.plusDays(3), RouteAnswer.COMPLAINT));
        // then
        then(route.endedOn()).isEmpty();
        then(route.faults()).isEmpty();
    }

    @Test
    void no_complaint_leaves_the_period_running() {
        // when
        var route = inReflection().take(new RouteStep.Answer(FROM.plusDays(10), RouteAnswer.NONE));
        // then
        then(route.deadlines()).containsExactly(new Deadline(Term.REFLECTION, UNTIL));
        then(route.next()).containsExactlyInAnyOrder(Kind.END_EARLY, Kind.SEQUEL);
    }

    @Test
    void the_term_of_the_law_counts_where_the_letter_is_not_known() {
        then(Route.of(Map.of("reflectionFrom", "2026-11-26", "reflectionGround", "DUBLIN"))
                        .deadlines())
                .containsExactly(new Deadline(Term.REFLECTION, LocalDate.of(2026, 12, 26)));
    }

    @Test
    void m55_is_to_be_decided_on_within_a_day_until_there_is_a_permit() {
        // given
        var applied = inReflection()
                .take(new RouteStep.Answer(FROM.plusDays(10), RouteAnswer.COOPERATION))
                .take(new RouteStep.SendM55(FROM.plusDays(11)));
        // then
        then(applied.deadlines()).containsExactly(new Deadline(Term.M55, FROM.plusDays(12)));
        // when
        var permit = applied.take(new RouteStep.Permit(FROM.plusDays(12), FROM.plusYears(1)));
        // then
        then(permit.deadlines()).containsExactly(new Deadline(Term.PERMIT, FROM.plusYears(1)));
    }

    @Test
    void a_permit_for_longer_keeps_its_first_day() {
        // given
        var permit = Route.none()
                .take(new RouteStep.Answer(FROM, RouteAnswer.UNABLE))
                .take(new RouteStep.Permit(FROM.plusDays(20), FROM.plusYears(1)));
        // when
        var longer = permit.take(new RouteStep.Permit(FROM.plusYears(1), FROM.plusYears(2)));
        // then
        then(longer.permitFrom()).contains(FROM.plusDays(20));
        then(longer.permitUntil()).contains(FROM.plusYears(2));
    }

    @Test
    void after_what_comes_after_there_is_nothing() {
        // given
        var ended = inReflection().take(new RouteStep.Sequel(FROM.plusDays(5), RouteSequel.RETURN));
        // then
        then(ended.next()).isEmpty();
        then(ended.deadlines()).isEmpty();
    }

    @Test
    void a_witness_has_no_reflection_period() {
        // given
        var period = inReflection();
        // when
        var refused = catchThrowableOfType(
                () -> period.take(new RouteStep.Answer(FROM.plusDays(1), RouteAnswer.WITNESS)), RouteNotLegal.class);
        // then
        then(refused.messageKey()).isEqualTo("route.error.witness");
    }

    @Test
    void a_step_that_is_not_next_is_refused() {
        // when
        var refused = catchThrowableOfType(() -> Route.none().take(new RouteStep.SendM55(FROM)), RouteNotLegal.class);
        // then
        then(refused.messageKey()).isEqualTo("route.error.not-now");
    }
}
