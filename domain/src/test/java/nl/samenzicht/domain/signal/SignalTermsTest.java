package nl.samenzicht.domain.signal;

import static org.assertj.core.api.BDDAssertions.then;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clocks of signals, with the calendar of the Netherlands as it is printed. */
class SignalTermsTest {

    @ParameterizedTest(name = "Easter of {0} falls on {0}")
    @CsvSource({"2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2038-04-25"})
    void easter_is_where_the_calendar_has_it(LocalDate sunday) {
        then(SignalTerms.easter(sunday.getYear())).isEqualTo(sunday);
    }

    @ParameterizedTest(name = "{1} working days after {0} is {2}")
    @CsvSource({
        "2026-11-26, 1, 2026-11-27",
        "2026-11-27, 1, 2026-11-30",
        "2026-12-24, 1, 2026-12-28",
        "2026-04-02, 1, 2026-04-07",
        "2026-05-13, 1, 2026-05-15",
        "2026-05-22, 1, 2026-05-26",
        "2025-04-25, 1, 2025-04-28",
        "2027-05-04, 1, 2027-05-07"
    })
    void working_days_pass_over_weekends_and_holidays(LocalDate day, int amount, LocalDate expected) {
        then(SignalTerms.workingDayAfter(day, amount)).isEqualTo(expected);
    }

    @Test
    void an_urgent_signal_is_looked_at_within_four_hours_and_any_other_by_the_end_of_the_next_working_day() {
        var friday = Instant.parse("2026-11-27T15:30:00Z");
        then(SignalTerms.clocks(true, friday).respondBy()).isEqualTo(Instant.parse("2026-11-27T19:30:00Z"));
        then(SignalTerms.clocks(false, friday).respondBy()).isEqualTo(Instant.parse("2026-11-30T23:00:00Z"));
        then(SignalTerms.clocks(false, friday).decideBy()).isEqualTo(Instant.parse("2026-12-04T23:00:00Z"));
    }

    @Test
    void an_unfounded_signal_is_kept_through_the_same_day_six_months_later() {
        then(SignalTerms.unfoundedUntil(Instant.parse("2026-11-27T15:30:00Z")))
                .isEqualTo(Instant.parse("2027-05-27T22:00:00Z"));
    }
}
