package nl.samenzicht.domain.oversight;

import java.util.List;
import nl.samenzicht.domain.officer.LogLine;
import nl.samenzicht.security.ledger.EntryCode;

/**
 * One sample with its lines, the earliest first.
 *
 * @param entry the line in the log of this look
 */
public record SampleLines(SampleCard card, List<Drawn> lines, boolean mayJudge, EntryCode entry) {
    public SampleLines {
        lines = List.copyOf(lines);
    }

    /**
     * One line that was drawn.
     *
     * @param judged the last one first
     * @param ownAct whether it is of the one who asks, who then may not judge it
     */
    public record Drawn(LogLine line, List<Judged> judged, boolean ownAct) {
        public Drawn {
            judged = List.copyOf(judged);
        }

        /** Whether it still asks for a judgement. */
        public boolean waits() {
            return judged.isEmpty() || !judged.get(0).ends();
        }
    }
}
