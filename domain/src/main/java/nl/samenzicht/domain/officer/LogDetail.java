package nl.samenzicht.domain.officer;

import java.util.Map;
import java.util.Optional;
import nl.samenzicht.security.directory.AgencyCard;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.ledger.EntryCode;

/**
 * One line with everything that this officer may know of the decision as it was taken then.
 *
 * @param typed what was typed with the act, where this officer may read it
 * @param owners the agencies that own the items that the line names
 * @param entry the line that records this look
 */
public record LogDetail(LogLine line, Optional<String> typed, Map<AgencyId, AgencyCard> owners, EntryCode entry) {
    public LogDetail {
        owners = Map.copyOf(owners);
    }
}
