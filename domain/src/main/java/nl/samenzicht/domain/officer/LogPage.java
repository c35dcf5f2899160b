package nl.samenzicht.domain.officer;

import java.util.List;
import java.util.Optional;
import nl.samenzicht.security.ledger.EntryCode;
import nl.samenzicht.security.ledger.LedgerLines.Gone;
import nl.samenzicht.security.ledger.LogPosition;

/**
 * A page of the log, newest first.
 *
 * @param next where the next page goes on; empty when this is the last
 * @param gone what of the log is gone after its term, if anything
 * @param entry the line that records this look at the log
 */
public record LogPage(List<LogLine> lines, Optional<LogPosition> next, Optional<Gone> gone, EntryCode entry) {
    public LogPage {
        lines = List.copyOf(lines);
    }
}
