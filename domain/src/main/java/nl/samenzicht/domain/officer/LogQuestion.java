package nl.samenzicht.domain.officer;

import java.util.Optional;
import nl.samenzicht.security.ledger.LogFilter;

/**
 * Which lines an officer asks for.
 *
 * @param caseNumber the number of a case as people write it; one that does not exist gives no lines, like one that does
 *     not concern the agency
 */
public record LogQuestion(LogFilter filter, Optional<String> caseNumber) {

    /** Everything that concerns the agency. */
    public static LogQuestion everything() {
        return new LogQuestion(LogFilter.all(), Optional.empty());
    }
}
