package nl.samenzicht.domain.breach;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.ledger.EntryCode;

/**
 * Which lines of the log a breach is about; what is empty does not limit. All limits hold together.
 *
 * @param professional who looked
 * @param caseNumber the number of a case as people write it
 * @param from the first moment that counts
 * @param until the first moment that does not count any more
 * @param lines these lines, by their codes
 */
public record AffectedQuestion(
        Optional<ProfessionalId> professional,
        Optional<String> caseNumber,
        Optional<Instant> from,
        Optional<Instant> until,
        Set<EntryCode> lines) {
    public AffectedQuestion {
        lines = Set.copyOf(lines);
    }

    /** Whether it limits nothing, and so says nothing about a breach. */
    boolean isEmpty() {
        return professional.isEmpty() && caseNumber.isEmpty() && from.isEmpty() && until.isEmpty() && lines.isEmpty();
    }
}
