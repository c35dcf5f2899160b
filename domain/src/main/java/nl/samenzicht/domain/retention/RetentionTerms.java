package nl.samenzicht.domain.retention;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.samenzicht.security.directory.AgencyType;
import nl.samenzicht.security.policy.Regime;

/**
 * How long records are kept, by record, controller and law: data with a source, in {@code retention/terms-1.tsv}. A changed
 * term is a new file with the next number, so that it can be told under which one something was destroyed.
 */
public final class RetentionTerms {

    /** The version of the terms in force. */
    public static final int VERSION = 1;

    private static final String FILE = "/retention/terms-" + VERSION + ".tsv";
    private static final List<Term> TERMS = read();

    private RetentionTerms() {}

    /** The event from which a term runs. */
    public enum From {
        /** It was received or made. */
        RECORDED,
        /** It was changed last. */
        CHANGED,
        /** Its case was closed. */
        CLOSED,
        /** The end that was set when it was decided on. */
        KEPT_UNTIL
    }

    /** What we know of a term. */
    public enum Standing {
        /** Read in the law. */
        READ,
        /** A law says it; we could not verify its present text. */
        UNVERIFIED,
        /** A default of the product; agree on it in the protocol. */
        DEFAULT
    }

    /**
     * A term.
     *
     * @param basis the article that it rests on
     */
    public record Term(
            RecordKind record,
            Set<AgencyType> controllers,
            Regime regime,
            Period length,
            From from,
            Standing standing,
            String basis) {
        public Term {
            controllers = Set.copyOf(controllers);
        }

        private boolean isFor(RecordKind kind, AgencyType controller, Regime law) {
            return record == kind && regime == law && controllers.contains(controller);
        }
    }

    /**
     * The days in Amsterdam that a term can run from.
     *
     * @param keptUntil the first day on which it is kept no longer, where somebody decided on that
     */
    public record Dates(
            LocalDate recorded, LocalDate changed, Optional<LocalDate> closed, Optional<LocalDate> keptUntil) {

        private Optional<LocalDate> of(From event) {
            return switch (event) {
                case RECORDED -> Optional.of(recorded);
                case CHANGED -> Optional.of(changed);
                case CLOSED -> closed;
                case KEPT_UNTIL -> keptUntil;
            };
        }
    }

    /** The term of a record at this controller under this law; empty when there is none. */
    public static Optional<Term> of(RecordKind kind, AgencyType controller, Regime regime) {
        return TERMS.stream()
                .filter(term -> term.isFor(kind, controller, regime))
                .findFirst();
    }

    /** The terms that hold for a controller, in the order of the list. */
    public static List<Term> of(AgencyType controller) {
        return TERMS.stream()
                .filter(term -> term.controllers().contains(controller))
                .toList();
    }

    /** The shortest time after which something of this controller can be due, unless its end was set by itself. */
    static Period shortest(AgencyType controller) {
        return TERMS.stream()
                .filter(term -> term.controllers().contains(controller) && term.from() != From.KEPT_UNTIL)
                .map(Term::length)
                .min(Comparator.comparing(Period::toTotalMonths))
                .orElse(Period.ZERO);
    }

    /**
     * The first day in Amsterdam on which a record is kept no longer, so that it is to be destroyed. The day on which the term
     * begins is not counted. Empty while the term does not run, as of a case that is open, and where there is no term.
     */
    public static Optional<LocalDate> dueOn(RecordKind kind, AgencyType controller, Regime regime, Dates dates) {
        return of(kind, controller, regime)
                .flatMap(term -> dates.of(term.from())
                        .map(day -> term.from() == From.KEPT_UNTIL
                                ? day
                                : day.plus(term.length()).plusDays(1)));
    }

    private static List<Term> read() {
        try (var in = RetentionTerms.class.getResourceAsStream(FILE);
                var lines = new BufferedReader(new InputStreamReader(in, UTF_8))) {
            return lines.lines().skip(1).map(line -> term(line.split("\t", -1))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read", e);
        }
    }

    private static Term term(String[] cells) {
        int amount = Integer.parseInt(cells[3]);
        return new Term(
                RecordKind.valueOf(cells[0]),
                Arrays.stream(cells[1].split(" "))
                        .map(code -> AgencyType.ofCode(code)
                                .orElseThrow(() -> new IllegalStateException(
                                        "'%s' in %s is no type of agency".formatted(code, FILE))))
                        .collect(Collectors.toSet()),
                Regime.valueOf(cells[2]),
                cells[4].equals("YEARS") ? Period.ofYears(amount) : Period.ofMonths(amount),
                From.valueOf(cells[5]),
                Standing.valueOf(cells[6]),
                cells[7]);
    }
}
