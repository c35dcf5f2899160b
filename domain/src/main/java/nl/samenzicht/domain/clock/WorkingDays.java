package nl.samenzicht.domain.clock;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.Set;

/**
 * The days on which Dutch offices work: not Saturday, not Sunday, and none of the generally recognised holidays.
 *
 * @see <a href="https://wetten.overheid.nl/BWBR0002448">Algemene termijnenwet, art. 1 and 3</a>
 */
public final class WorkingDays {
    private static final Set<MonthDay> FIXED = Set.of(
            MonthDay.of(Month.JANUARY, 1),
            MonthDay.of(Month.MAY, 5),
            MonthDay.of(Month.DECEMBER, 25),
            MonthDay.of(Month.DECEMBER, 26));

    /** Days after Easter Sunday: Good Friday, Easter Monday, Ascension Day, Whit Monday. */
    private static final Set<Integer> AFTER_EASTER = Set.of(-2, 1, 39, 50);

    private WorkingDays() {}

    /** Whether it is one. */
    public static boolean is(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !FIXED.contains(MonthDay.from(day))
                && !day.equals(kingsDay(day.getYear()))
                && AFTER_EASTER.stream()
                        .noneMatch(after -> day.equals(easter(day.getYear()).plusDays(after)));
    }

    /** The same day, or the first working day after it: so long a term runs that would end on another. */
    public static LocalDate onOrAfter(LocalDate day) {
        var found = day;
        while (!is(found)) {
            found = found.plusDays(1);
        }
        return found;
    }

    /** The working day that is so many after a day. */
    public static LocalDate after(LocalDate day, int count) {
        var found = day;
        for (int left = count; left > 0; left--) {
            found = onOrAfter(found.plusDays(1));
        }
        return found;
    }

    private static LocalDate kingsDay(int year) {
        var day = LocalDate.of(year, Month.APRIL, 27);
        return day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.minusDays(1) : day;
    }

    /** Easter Sunday in the Gregorian calendar (Meeus, Astronomical Algorithms, chapter 8). */
    static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
        int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
        return LocalDate.of(year, f / 31, f % 31 + 1);
    }
}
