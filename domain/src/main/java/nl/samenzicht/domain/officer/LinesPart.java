package nl.samenzicht.domain.officer;

import java.util.List;
import java.util.Optional;
import nl.samenzicht.security.ledger.LogPosition;

/**
 * Some of the lines that are taken out, newest first.
 *
 * @param next where the next part goes on; empty when this is the last
 */
public record LinesPart(List<Line> lines, Optional<LogPosition> next) {
    public LinesPart {
        lines = List.copyOf(lines);
    }

    /**
     * A line as it is taken out.
     *
     * @param searched the words of a search, where this officer may read them; what else was typed with acts does not leave
     */
    public record Line(LogLine line, Optional<String> searched) {}
}
