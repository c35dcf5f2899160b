package nl.samenzicht.domain.residence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How long the terms of the residence route last: data with a validity and a source, in {@code residence/terms.tsv}. The day
 * on which a term begins decides which row holds.
 *
 * <p>Months are calendar months: a term that begins on the 15th ends on the 15th, and where a month has no such day, on its
 * last day. The day on which it begins is not counted. Weekends and holidays do not lengthen a term: the Algemene
 * termijnenwet is not applied to it.
 */
public final class RouteTerms {

    private static final String FILE = "/residence/terms.tsv";
    private static final int CELLS = 7;
    private static final List<Term> TERMS = read();

    private RouteTerms() {}

    private enum Unit {
        HOURS,
        DAYS,
        MONTHS
    }

    private record Term(
            String code,
            String ground,
            int amount,
            Unit unit,
            LocalDate validFrom,
            Optional<LocalDate> validUntil,
            String source) {

        private boolean holdsOn(LocalDate day) {
            return !day.isBefore(validFrom) && validUntil.map(day::isBefore).orElse(true);
        }

        private LocalDate lastDayFrom(LocalDate day) {
            return switch (unit) {
                case HOURS -> day.plusDays((amount + 23) / 24);
                case DAYS -> day.plusDays(amount);
                case MONTHS -> day.plusMonths(amount);
            };
        }
    }

    /**
     * Returns the last day that a reflection period can have.
     *
     * @param from the first day, in Amsterdam
     * @throws NoSuchElementException when no term is known for that day
     */
    public static LocalDate lastDayOfReflection(ReflectionGround ground, LocalDate from) {
        return term("REFLECTION", ground.name(), from).lastDayFrom(from);
    }

    /** Whether a reflection period could begin on this day: whether a term is known for it. */
    public static boolean knownOn(LocalDate day) {
        return Stream.of(ReflectionGround.values())
                .allMatch(ground -> find("REFLECTION", ground.name(), day).isPresent());
    }

    /** Returns the day on which the Immigration Service means to have decided on model M55; only its day is recorded. */
    public static LocalDate targetOfM55(LocalDate sentOn) {
        return term("M55", "-", sentOn).lastDayFrom(sentOn);
    }

    /** Returns where the term of a reflection period that begins on this day comes from. */
    public static String sourceOfReflection(ReflectionGround ground, LocalDate from) {
        return term("REFLECTION", ground.name(), from).source();
    }

    /** Returns how many days before its end people are warned of a term, most first. */
    public static List<Integer> warnings(LocalDate today) {
        return Stream.of("SOON", "URGENT", "TODAY")
                .map(when -> term("WARN", when, today).amount())
                .toList();
    }

    /** Returns how many whole days are left until the end of this day; 0 on the day itself, negative after it. */
    public static long daysLeft(LocalDate today, LocalDate lastDay) {
        return ChronoUnit.DAYS.between(today, lastDay);
    }

    private static Term term(String code, String ground, LocalDate day) {
        return find(code, ground, day)
                .orElseThrow(() ->
                        new NoSuchElementException("no term '%s' for '%s' holds on %s".formatted(code, ground, day)));
    }

    private static Optional<Term> find(String code, String ground, LocalDate day) {
        return TERMS.stream()
                .filter(each -> each.code().equals(code) && each.ground().equals(ground) && each.holdsOn(day))
                .findFirst();
    }

    private static List<Term> read() {
        try (var in = RouteTerms.class.getResourceAsStream(FILE);
                var lines = new BufferedReader(new InputStreamReader(in, UTF_8))) {
            return lines.lines().skip(1).map(RouteTerms::term).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read", e);
        }
    }

    private static Term term(String line) {
        var cells = line.split("\t", -1);
        if (cells.length != CELLS) {
            throw new IllegalStateException("%s: '%s' has %d cells, not %d".formatted(FILE, line, cells.length, CELLS));
        }
        return new Term(
                cells[0],
                cells[1],
                Integer.parseInt(cells[2]),
                Unit.valueOf(cells[3]),
                LocalDate.parse(cells[4]),
                Optional.of(cells[5]).filter(until -> !until.isEmpty()).map(LocalDate::parse),
                cells[6]);
    }
}
