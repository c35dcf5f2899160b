package nl.samenzicht.domain.oversight;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import nl.samenzicht.security.ledger.EntryCode;

/**
 * The samples of one agency with the figures of its quarters, as its officers see them.
 *
 * @param due the month before this one when there is something in it and nothing was drawn from it to its end; else empty
 * @param dueUntil until when that month should have been drawn and judged: the end of the month after it
 * @param samples the last period first
 * @param quarters this quarter and the three before it, the last one first
 * @param mayDraw whether the one who asks may draw and judge, or only see
 * @param entry the line in the log of this look
 */
public record SampleList(
        Optional<YearMonth> due,
        Instant dueUntil,
        List<SampleCard> samples,
        List<QuarterFigures> quarters,
        boolean mayDraw,
        EntryCode entry) {
    public SampleList {
        samples = List.copyOf(samples);
        quarters = List.copyOf(quarters);
    }
}
