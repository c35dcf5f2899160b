package nl.samenzicht.domain.supervision;

import java.util.List;
import java.util.stream.Stream;
import nl.samenzicht.security.ledger.EntryCode;

/**
 * What a data protection officer supervises.
 *
 * @param decisions the latest decisions at the agency, the last one first
 * @param others other lines that were commented on, the last comment first
 * @param quarters the last four quarters, the one that runs first
 * @param maySupervise whether the one who looks may comment and report, or only see
 * @param entry the line in the log of this look
 */
public record Supervision(
        List<Supervised> decisions,
        List<Supervised> others,
        List<QuarterCard> quarters,
        boolean maySupervise,
        EntryCode entry) {
    public Supervision {
        decisions = List.copyOf(decisions);
        others = List.copyOf(others);
        quarters = List.copyOf(quarters);
    }

    /** How many versions of a comment on a line there are, as far as this shows. */
    public int commentsOn(EntryCode line) {
        return Stream.concat(decisions.stream(), others.stream())
                .filter(each -> each.line().code().equals(line))
                .mapToInt(each -> each.comments().size())
                .sum();
    }

    /**
     * A quarter in a list.
     *
     * @param versions how many versions of the report on it there are
     * @param runs whether it has not ended
     */
    public record QuarterCard(Quarter quarter, int versions, boolean runs) {}
}
