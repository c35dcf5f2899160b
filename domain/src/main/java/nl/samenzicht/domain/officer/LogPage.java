package nl.samenzicht.domain.officer;

import java.util.List;
import java.util.Optional;
import nl.samenzicht.security.ledger.EntryCode;
import nl.samenzicht.security.ledger.LogPosition;

/**
 * A page of the log, newest first.
 *
 * @param next where the next page goes on; empty when this is the last
 * @param entry the line that records this look at the log
 */
public record LogPage(List<LogLine> lines, Optional<LogPosition> next, EntryCode entry) {
    public LogPage {
        lines = List.copyOf(lines);
    }
}
