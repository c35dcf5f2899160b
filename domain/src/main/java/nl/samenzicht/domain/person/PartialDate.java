package nl.samenzicht.domain.person;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * A date of which the day, or the month and the day, may be unknown, and which may be an estimate.
 *
 * <p>Written as {@code 2008}, {@code 2008-05}, {@code 2008-05-17}; an estimate has {@code ~} in front. Years run from
 * 1900 to 2199.
 *
 * @param month 1 to 12, or 0 when unknown
 * @param day 1 to 31, or 0 when unknown; never known without its month
 */
public record PartialDate(int year, int month, int day, boolean estimated) {

    private static final Pattern WRITTEN = Pattern.compile("(~?)(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?");

    public PartialDate {
        if (year < 1900 || year > 2199) {
            throw new DateTimeException("Year '%d' is not between 1900 and 2199".formatted(year));
        }
        if (month < 0 || month > 12) {
            throw new DateTimeException("Month '%d' is not between 1 and 12".formatted(month));
        }
        if (month == 0 && day != 0) {
            throw new DateTimeException("Day '%d' is known but its month is not".formatted(day));
        }
        if (day != 0) {
            LocalDate.of(year, month, day);
        }
    }

    /**
     * Reads a date as it is written above; Dutch {@code 17-05-2008} and {@code 05-2008} are read too.
     *
     * @return empty when the text is no such date, or no date that exists
     */
    public static Optional<PartialDate> parse(String text) {
        var written = text.strip();
        var estimated = written.startsWith("~");
        var bare = estimated ? written.substring(1).strip() : written;
        var parts = bare.split("[-/.]");
        if (parts.length > 1 && parts[parts.length - 1].length() == 4) {
            var iso = new StringBuilder(parts[parts.length - 1]);
            for (int i = parts.length - 2; i >= 0; i--) {
                iso.append('-').append(parts[i].length() == 1 ? "0" + parts[i] : parts[i]);
            }
            bare = iso.toString();
        }
        var matcher = WRITTEN.matcher(bare);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new PartialDate(
                    Integer.parseInt(matcher.group(2)), number(matcher.group(3)), number(matcher.group(4)), estimated));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    private static int number(String digits) {
        if (digits == null) {
            return 0;
        }
        var number = Integer.parseInt(digits);
        if (number == 0) {
            throw new DateTimeException("'00' is written; leave an unknown part out");
        }
        return number;
    }

    /** The earliest day that this date can be. */
    public LocalDate earliest() {
        return LocalDate.of(year, month == 0 ? 1 : month, day == 0 ? 1 : day);
    }

    /** The latest day that this date can be. */
    public LocalDate latest() {
        if (month == 0) {
            return LocalDate.of(year, 12, 31);
        }
        return day == 0 ? YearMonth.of(year, month).atEndOfMonth() : LocalDate.of(year, month, day);
    }

    /** The lowest age that a person born on this date can have on {@code on}; empty when not yet born. */
    public OptionalInt lowestAgeOn(LocalDate on) {
        return latest().isAfter(on)
                ? OptionalInt.empty()
                : OptionalInt.of(Period.between(latest(), on).getYears());
    }

    /** The date as it is stored, such as {@code ~2008-05}. */
    public String written() {
        var text = new StringBuilder(estimated ? "~" : "").append("%04d".formatted(year));
        if (month != 0) {
            text.append("-%02d".formatted(month));
        }
        if (day != 0) {
            text.append("-%02d".formatted(day));
        }
        return text.toString();
    }
}
