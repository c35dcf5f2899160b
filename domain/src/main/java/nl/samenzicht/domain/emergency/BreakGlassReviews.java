package nl.samenzicht.domain.emergency;

import java.time.Instant;
import java.util.List;
import nl.samenzicht.security.ledger.EntryCode;

/**
 * The uses of break-glass at one agency, as its officers see them.
 *
 * @param waiting what nobody judged yet, the most urgent first; never the officer's own
 * @param judged what was judged, the last one first
 * @param mayJudge whether the one who asks may judge, or only see
 * @param entry the line in the log of this look
 */
public record BreakGlassReviews(List<BreakGlassView> waiting, List<Judged> judged, boolean mayJudge, EntryCode entry) {
    /** How many judged ones are shown. */
    static final int MOST = 100;

    public BreakGlassReviews {
        waiting = List.copyOf(waiting);
        judged = List.copyOf(judged);
    }

    /** One that was judged, by whom and why. */
    public record Judged(BreakGlassView use, Verdict verdict, String note, String by, Instant at) {}
}
