package nl.samenzicht.domain.oversight;

import java.util.List;
import nl.samenzicht.domain.officer.LogLine;
import nl.samenzicht.security.ledger.EntryCode;

/**
 * The lines of the log that an alert rests on, the earliest first, at most 200.
 *
 * @param entry the line in the log of this look
 */
public record AlertLines(List<LogLine> lines, EntryCode entry) {
    public AlertLines {
        lines = List.copyOf(lines);
    }
}
