package nl.samenzicht.domain.rights;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.samenzicht.domain.casefile.CaseName;
import nl.samenzicht.security.directory.AgencyCard;
import nl.samenzicht.security.policy.DataCategory;

/**
 * That a recipient was told, seen by either side.
 *
 * @param other the agency on the other side
 * @param signal the number of the signal that it is about, when it is about no case
 * @param answer what the recipient wrote; empty while they have not confirmed
 */
public record NoticeView(
        UUID id,
        Optional<AgencyCard> other,
        Optional<CaseName> caseName,
        Optional<String> signal,
        NoticeKind kind,
        Set<DataCategory> categories,
        Instant toldAt,
        Optional<NoticeOutcome> outcome,
        Optional<String> answer,
        Optional<Instant> confirmedAt) {
    /** Whether the recipient has not confirmed. */
    public boolean waits() {
        return confirmedAt.isEmpty();
    }
}
