package nl.samenzicht.domain.officer;

import java.util.Optional;
import nl.samenzicht.security.ledger.LogFilter;

/**
 * Which lines an officer asks for.
 *
 * @param caseNumber the number of a case as people write it; one that does not exist gives no lines, like one that does
 *     not concern the agency
 * @param personOf the number of a case that concerns the agency, for all lines about its person in any case
 */
public record LogQuestion(LogFilter filter, Optional<String> caseNumber, Optional<String> personOf) {

    /** Everything that concerns the agency. */
    public static LogQuestion everything() {
        return about(LogFilter.all());
    }

    /** What a filter on numbers and codes lets through. */
    public static LogQuestion about(LogFilter filter) {
        return new LogQuestion(filter, Optional.empty(), Optional.empty());
    }
}
