package nl.samenzicht.domain.supervision;

import java.util.List;
import java.util.Optional;
import nl.samenzicht.domain.officer.LogLine;

/**
 * A line of the log that is supervised.
 *
 * @param typed what was typed with the act: of a decision, how and why
 * @param comments every version of what was said about it, the last one first
 * @param own whether it is an act of the one who looks, who then may not comment
 */
public record Supervised(LogLine line, Optional<String> typed, List<Comment> comments, boolean own) {
    public Supervised {
        comments = List.copyOf(comments);
    }
}
