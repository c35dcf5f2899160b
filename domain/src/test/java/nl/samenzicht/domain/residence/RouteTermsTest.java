package nl.samenzicht.domain.residence;

import static org.assertj.core.api.BDDAssertions.then;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteTermsTest {

    /** Counted by hand on a calendar. */
    @ParameterizedTest(name = "a {0} period from {1} ends on {2}")
    @CsvSource({
        "STANDARD, 2026-11-26, 2027-02-26",
        "STANDARD, 2026-01-15, 2026-04-15",
        "STANDARD, 2026-11-30, 2027-02-28",
        "STANDARD, 2027-11-30, 2028-02-29",
        "STANDARD, 2026-01-31, 2026-04-30",
        "STANDARD, 2026-12-31, 2027-03-31",
        // over both changes of the clock, which do not matter to days
        "STANDARD, 2026-03-01, 2026-06-01",
        "STANDARD, 2026-10-01, 2027-01-01",
        // last day is Christmas: no longer for it
        "STANDARD, 2026-09-25, 2026-12-25",
        "DUBLIN, 2026-11-26, 2026-12-26",
        "DUBLIN, 2027-01-30, 2027-03-01",
        "DUBLIN, 2028-01-30, 2028-02-29",
        "DUBLIN, 2023-05-18, 2023-06-17",
        "DUBLIN, 2023-05-17, 2023-08-17",
        "STANDARD, 2023-05-18, 2023-08-18"
    })
    void a_reflection_period_ends_on_the_day_that_the_law_says(
            ReflectionGround ground, LocalDate from, LocalDate last) {
        then(RouteTerms.lastDayOfReflection(ground, from)).isEqualTo(last);
    }

    @Test
    void the_target_of_m55_is_the_day_after_it_was_sent() {
        then(RouteTerms.targetOfM55(LocalDate.of(2026, 12, 31))).isEqualTo(LocalDate.of(2027, 1, 1));
    }

    @Test
    void a_period_of_before_the_law_has_no_term() {
        then(RouteTerms.knownOn(LocalDate.of(2005, 12, 31))).isFalse();
        then(RouteTerms.knownOn(LocalDate.of(2006, 1, 1))).isTrue();
    }

    @Test
    void people_are_warned_three_times() {
        then(RouteTerms.warnings(LocalDate.of(2026, 11, 26))).containsExactly(21, 7, 0);
    }

    @Test
    void each_term_says_where_it_comes_from() {
        then(RouteTerms.sourceOfReflection(ReflectionGround.DUBLIN, LocalDate.of(2026, 1, 1)))
                .contains("Stcrt. 2023, 13577");
        then(RouteTerms.sourceOfReflection(ReflectionGround.DUBLIN, LocalDate.of(2023, 5, 17)))
                .contains("18-05-2023");
    }

    @Property
    void the_day_on_which_a_period_begins_decides_what_dublin_means(@ForAll @IntRange(min = 0, max = 20_000) int day) {
        // given
        var from = LocalDate.of(2006, 1, 1).plusDays(day);
        var changed = LocalDate.of(2023, 5, 18);
        // then
        then(RouteTerms.lastDayOfReflection(ReflectionGround.DUBLIN, from))
                .isEqualTo(from.isBefore(changed) ? from.plusMonths(3) : from.plusDays(30));
        then(RouteTerms.lastDayOfReflection(ReflectionGround.STANDARD, from)).isEqualTo(from.plusMonths(3));
    }
}
