package nl.samenzicht.domain.officer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.samenzicht.domain.casefile.CaseName;
import nl.samenzicht.security.directory.AgencyCard;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.ledger.EntryCode;

/**
 * Who looked at a case, as far as it concerns the officer's agency.
 *
 * @param caseName empty when no line concerns the agency; whether there is such a case is then not said
 * @param lookers who looked, the last one first
 * @param complete whether every line was counted; very long logs are counted from the newest
 */
public record CaseLooks(Optional<CaseName> caseName, List<Looker> lookers, boolean complete, EntryCode entry) {
    public CaseLooks {
        lookers = List.copyOf(lookers);
    }

    /**
     * Somebody who looked, or tried to.
     *
     * @param who the name; empty where the log may not say it
     * @param categories codes of the categories that were opened
     * @param purposes codes of the purposes that were chosen
     */
    public record Looker(
            Optional<ProfessionalId> professional,
            Optional<String> who,
            Optional<String> function,
            Optional<AgencyCard> agency,
            int looks,
            int refusals,
            boolean emergency,
            Instant first,
            Instant last,
            Set<String> categories,
            Set<String> purposes) {
        public Looker {
            categories = Set.copyOf(categories);
            purposes = Set.copyOf(purposes);
        }
    }
}
