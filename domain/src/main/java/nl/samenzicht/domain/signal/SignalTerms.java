package nl.samenzicht.domain.signal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;

/**
 * How soon a signal is looked at and decided on, and how long an unfounded one is kept: data with a validity and a source, in
 * {@code signal/terms.tsv}. Working days are Amsterdam days that are no Saturday, Sunday or generally recognised holiday
 * (Algemene termijnenwet art. 3).
 */
final class SignalTerms {

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final String FILE = "/signal/terms.tsv";
    private static final List<Term> TERMS = read();

    private SignalTerms() {}

    private enum Unit {
        HOURS,
        WORKING_DAYS,
        MONTHS
    }

    private record Term(String code, int amount, Unit unit, LocalDate validFrom, Optional<LocalDate> validUntil) {}

    /**
     * The clocks of one signal.
     *
     * @param respondBy first instant at which somebody should have taken it
     * @param decideBy first instant at which it should have been decided on
     */
    record Clocks(Instant respondBy, Instant decideBy) {}

    /** The clocks of a signal that arrives now. */
    static Clocks clocks(boolean urgent, Instant at) {
        return new Clocks(after(urgent ? "RESPOND_URGENT" : "RESPOND", at), after("DECIDE", at));
    }

    /** The first instant at which an unfounded signal is kept no longer. */
    static Instant unfoundedUntil(Instant at) {
        return after("KEEP_UNFOUNDED", at);
    }

    private static Instant after(String code, Instant at) {
        var day = LocalDate.ofInstant(at, AMSTERDAM);
        var term = TERMS.stream()
                .filter(each -> each.code().equals(code) && !day.isBefore(each.validFrom()))
                .filter(each -> each.validUntil().map(day::isBefore).orElse(true))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no term '%s' holds on %s".formatted(code, day)));
        return switch (term.unit()) {
            case HOURS -> at.plus(term.amount(), ChronoUnit.HOURS);
            case WORKING_DAYS -> endOf(workingDayAfter(day, term.amount()));
            case MONTHS -> endOf(day.plusMonths(term.amount()));
        };
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(AMSTERDAM).toInstant();
    }

    static LocalDate workingDayAfter(LocalDate day, int amount) {
        var found = day;
        for (int left = amount; left > 0; left--) {
            do {
                found = found.plusDays(1);
            } while (!isWorkingDay(found));
        }
        return found;
    }

    private static boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !holidays(day.getYear()).contains(day);
    }

    private static Set<LocalDate> holidays(int year) {
        var easter = easter(year);
        var kingsDay = LocalDate.of(year, 4, 27);
        // a list first: Liberation Day can fall on Ascension Day
        return new HashSet<>(List.of(
                LocalDate.of(year, 1, 1),
                easter.minusDays(2),
                easter.plusDays(1),
                kingsDay.getDayOfWeek() == DayOfWeek.SUNDAY ? kingsDay.minusDays(1) : kingsDay,
                LocalDate.of(year, 5, 5),
                easter.plusDays(39),
                easter.plusDays(50),
                LocalDate.of(year, 12, 25),
                LocalDate.of(year, 12, 26)));
    }

    /** Easter Sunday of the Gregorian calendar (Meeus, Astronomical Algorithms, chapter 8). */
    static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int d = b / 4;
        int e = b % 4;
        int f = (b + 8) / 25;
        int g = (b - f + 1) / 3;
        int h = (19 * a + b - d - g + 15) % 30;
        int i = c / 4;
        int k = c % 4;
        int l = (32 + 2 * e + 2 * i - h - k) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int monthAndDay = h + l - 7 * m + 114;
        return LocalDate.of(year, monthAndDay / 31, monthAndDay % 31 + 1);
    }

    private static List<Term> read() {
        try (var in = SignalTerms.class.getResourceAsStream(FILE);
                var lines = new BufferedReader(new InputStreamReader(in, UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .map(cells -> new Term(
                            cells[0],
                            Integer.parseInt(cells[1]),
                            Unit.valueOf(cells[2]),
                            LocalDate.parse(cells[3]),
                            Optional.of(cells[4])
                                    .filter(until -> !until.isEmpty())
                                    .map(LocalDate::parse)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read", e);
        }
    }
}
