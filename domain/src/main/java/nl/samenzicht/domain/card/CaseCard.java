package nl.samenzicht.domain.card;

import java.time.Instant;
import java.util.List;
import nl.samenzicht.domain.casefile.CaseOverview;
import nl.samenzicht.domain.clock.CaseClock;
import nl.samenzicht.domain.plan.DueActions.Due;
import nl.samenzicht.domain.sharing.ShareView;
import nl.samenzicht.security.directory.AgencyCard;
import nl.samenzicht.security.ledger.EntryCode;
import nl.samenzicht.security.policy.DataCategory;

/**
 * A case as it stands for one asker and one purpose, without content.
 *
 * @param shares what one's own agency got and gave in it
 * @param actions what is to be done in it by one's own agency, first due first
 * @param clocks what ends when, as far as the asker may know of it, first ending first
 * @param looks who else looked lately at what one's own agency keeps, newest first; appears about a second after the look
 */
public record CaseCard(
        CaseOverview overview, List<ShareView> shares, List<Due> actions, List<CaseClock> clocks, List<Look> looks) {

    public CaseCard {
        shares = List.copyOf(shares);
        actions = List.copyOf(actions);
        clocks = List.copyOf(clocks);
        looks = List.copyOf(looks);
    }

    /** One look of another agency. */
    public record Look(Instant at, AgencyCard agency, DataCategory category, EntryCode entry) {}
}
