package nl.samenzicht.domain.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Three months of a year, in Amsterdam.
 *
 * @param number from 1 to 4
 */
public record Quarter(int year, int number) {
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final Pattern SHAPE = Pattern.compile("(2\\d{3})-([1-4])");

    public Quarter {
        if (number < 1 || number > 4) {
            throw new IllegalArgumentException("A year has no quarter '%d'".formatted(number));
        }
    }

    /** The quarter that a moment is in. */
    public static Quarter of(Instant at) {
        var day = LocalDate.ofInstant(at, AMSTERDAM);
        return new Quarter(day.getYear(), (day.getMonthValue() + 2) / 3);
    }

    /** Reads what {@link #toString} writes; empty for anything else. */
    public static Optional<Quarter> read(String text) {
        var read = SHAPE.matcher(text);
        return read.matches()
                ? Optional.of(new Quarter(Integer.parseInt(read.group(1)), Integer.parseInt(read.group(2))))
                : Optional.empty();
    }

    /** The quarter before this one. */
    public Quarter before() {
        return number == 1 ? new Quarter(year - 1, 4) : new Quarter(year, number - 1);
    }

    /** Its first moment. */
    public Instant from() {
        return startOf(YearMonth.of(year, 3 * number - 2));
    }

    /** The first moment after it. */
    public Instant until() {
        return startOf(YearMonth.of(year, 3 * number - 2).plusMonths(3));
    }

    private static Instant startOf(YearMonth month) {
        return month.atDay(1).atStartOfDay(AMSTERDAM).toInstant();
    }

    /** For instance {@code 2026-4}. */
    @Override
    public String toString() {
        return year + "-" + number;
    }
}
