package nl.samenzicht.domain.casefile;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.samenzicht.security.access.SectionState;
import nl.samenzicht.security.directory.AgencyCard;
import nl.samenzicht.security.ledger.EntryCode;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Purpose;

/**
 * The card of a case for one asker and one purpose: header, parties, and how each category stands for them.
 *
 * @param acts which acts on the case as a whole would be admitted now; for drawing buttons, each asks again
 * @param entry the log entry of this look
 */
public record CaseOverview(
        CaseName name,
        Cooperation cooperation,
        CaseStatus status,
        AgencyCard lead,
        boolean weLead,
        Instant openedAt,
        Optional<Instant> closedAt,
        List<PartyView> parties,
        Map<DataCategory, SectionState> sections,
        Purpose purpose,
        boolean emergency,
        Set<Action> acts,
        EntryCode entry) {
    public CaseOverview {
        parties = List.copyOf(parties);
        acts = Set.copyOf(acts);
    }
}
