package nl.samenzicht.domain.oversight;

import java.util.List;
import nl.samenzicht.security.ledger.EntryCode;

/**
 * The alerts of one agency, as its officers see them.
 *
 * @param waiting what asks for a judgement, the earliest day first
 * @param closed what was judged, the last one first
 * @param thresholds the version of the thresholds in force
 * @param complete whether all lines of the weeks that count were gone through; of very many, the latest
 * @param mayJudge whether the one who asks may judge, or only see
 * @param entry the line in the log of this look
 */
public record AlertList(
        List<AlertView> waiting,
        List<AlertView> closed,
        ThresholdSet thresholds,
        boolean complete,
        boolean mayJudge,
        EntryCode entry) {
    /** How many closed ones are shown. */
    static final int MOST = 100;

    public AlertList {
        waiting = List.copyOf(waiting);
        closed = List.copyOf(closed);
    }
}
