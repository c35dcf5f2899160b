package nl.samenzicht.verifier;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What the line of a removal says: which lines went after their term, and who decided so. It stands in the field
 * {@code rules} of a line whose action is {@link #ACTION}, and each agency may read it.
 *
 * @param first the number of the first line that went, from 1
 * @param last the number of the last one
 * @param firstMonth the first month in Amsterdam
 * @param lastMonth the last month in Amsterdam
 * @param termMonths how many months each line was kept at least, never under {@link #SHORTEST_TERM}
 * @param proposedBy who proposed it
 * @param approvedBy who agreed, somebody else
 */
public record Removal(
        long first,
        long last,
        YearMonth firstMonth,
        YearMonth lastMonth,
        int termMonths,
        UUID proposedBy,
        UUID approvedBy) {
    /** The action of the line that is written before anything goes. */
    public static final String ACTION = "REMOVE_LOG";

    /** Five years from writing. */
    public static final int SHORTEST_TERM = 60;

    /** Months are those of this zone. */
    public static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    private static final String[] NAMES = {"first:", "last:", "months:", "term:", "proposed:", "approved:"};

    /** Refuses what cannot be. */
    public Removal {
        if (first < 1 || last < first || firstMonth.isAfter(lastMonth)) {
            throw new IllegalArgumentException("Lines %d to %d cannot be removed".formatted(first, last));
        }
        if (termMonths < SHORTEST_TERM) {
            throw new IllegalArgumentException(
                    "The log is kept for at least %d months, so not for '%d'".formatted(SHORTEST_TERM, termMonths));
        }
        if (proposedBy.equals(approvedBy)) {
            throw new IllegalArgumentException("A removal from the log takes two people");
        }
    }

    /** As the words of the field {@code rules}. */
    public List<String> rules() {
        return List.of(
                NAMES[0] + first,
                NAMES[1] + last,
                NAMES[2] + firstMonth + "/" + lastMonth,
                NAMES[3] + termMonths,
                NAMES[4] + proposedBy,
                NAMES[5] + approvedBy);
    }

    /** Reads the field {@code rules}; empty when it does not describe a removal. */
    public static Optional<Removal> parse(String rules) {
        var words = rules.split(" ", -1);
        if (words.length != NAMES.length) {
            return Optional.empty();
        }
        for (int i = 0; i < words.length; i++) {
            if (!words[i].startsWith(NAMES[i])) {
                return Optional.empty();
            }
            words[i] = words[i].substring(NAMES[i].length());
        }
        try {
            var months = words[2].split("/", 2);
            return Optional.of(new Removal(
                    Long.parseLong(words[0]),
                    Long.parseLong(words[1]),
                    YearMonth.parse(months[0]),
                    YearMonth.parse(months[1]),
                    Integer.parseInt(words[3]),
                    UUID.fromString(words[4]),
                    UUID.fromString(words[5])));
        } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException notOne) {
            return Optional.empty();
        }
    }

    /** The first moment after the last month. */
    public Instant end() {
        return lastMonth.plusMonths(1).atDay(1).atStartOfDay(AMSTERDAM).toInstant();
    }

    /** Whether its term had passed for whole months at a moment. */
    public boolean isDueAt(Instant at) {
        return !YearMonth.from(at.atZone(AMSTERDAM)).minusMonths(termMonths).isBefore(lastMonth.plusMonths(1));
    }
}
