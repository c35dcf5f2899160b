package nl.samenzicht.domain.clock;

import static org.assertj.core.api.BDDAssertions.then;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {

    @ParameterizedTest(name = "Easter of {0} is on {1}")
    @CsvSource({
        "2000,2000-04-23",
        "2019,2019-04-21",
        "2024,2024-03-31",
        "2025,2025-04-20",
        "2026,2026-04-05",
        "2027,2027-03-28",
        "2038,2038-04-25"
    })
    void easterIsWhereTheCalendarHasIt(int year, LocalDate day) {
        then(WorkingDays.easter(year)).isEqualTo(day);
    }

    @ParameterizedTest(name = "{0} is no working day")
    @CsvSource({
        "2026-01-01",
        "2026-04-03",
        "2026-04-06",
        "2026-04-27",
        "2026-05-05",
        "2026-05-14",
        "2026-05-25",
        "2026-12-25",
        "2025-04-26",
        "2026-11-28",
        "2026-11-29"
    })
    void aHolidayOrAWeekendIsNoWorkingDay(LocalDate day) {
        then(WorkingDays.is(day)).isFalse();
    }

    @Test
    void aTermThatWouldEndAtChristmasEndsOnTheNextWorkingDay() {
        then(WorkingDays.onOrAfter(LocalDate.parse("2026-12-25"))).isEqualTo("2026-12-28");
        then(WorkingDays.onOrAfter(LocalDate.parse("2026-12-24"))).isEqualTo("2026-12-24");
    }

    @Test
    void fiveWorkingDaysAfterTheWednesdayBeforeEasterPassGoodFridayAndEasterMonday() {
        then(WorkingDays.after(LocalDate.parse("2026-04-01"), 5)).isEqualTo("2026-04-10");
    }
}
