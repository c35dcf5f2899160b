package nl.samenzicht.domain.sharing;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.samenzicht.domain.casefile.CaseName;
import nl.samenzicht.security.directory.AgencyCard;
import nl.samenzicht.security.directory.ProfessionalCard;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Ground;
import nl.samenzicht.security.policy.Purpose;

/**
 * One share as giver or recipient sees it, without content.
 *
 * @param outgoing whether one's own agency gives
 * @param items the numbers of the items that are named; empty for a standing share
 * @param message what the giver wrote with it; empty for who could not read the category themselves
 * @param answer what the recipient wrote back; likewise
 * @param current its state now; {@code ENDED} too when its last day has passed
 * @param mayAnswer whether this professional may accept or decline it now
 */
public record ShareView(
        ShareId id,
        CaseName caseName,
        boolean outgoing,
        AgencyCard giver,
        AgencyCard recipient,
        Optional<ProfessionalCard> recipientProfessional,
        DataCategory category,
        boolean standing,
        Set<UUID> items,
        Purpose purpose,
        Ground ground,
        Optional<String> message,
        Optional<String> answer,
        ShareState current,
        Instant offeredAt,
        Instant until,
        Optional<Instant> endedAt,
        Optional<EndReason> endedReason,
        boolean mayAnswer) {

    public ShareView {
        items = Set.copyOf(items);
    }

    /** How many items are named; 0 for a standing share. */
    public int itemCount() {
        return items.size();
    }

    /** Whether an item of the giver in this category is given by this share, or offered. */
    public boolean takesIn(DataCategory itsCategory, UUID item) {
        return category == itsCategory
                && (standing || items.contains(item))
                && (current == ShareState.ACCEPTED || current == ShareState.OFFERED);
    }

    /** The same share without what giver and recipient wrote to each other. */
    ShareView withoutWords() {
        return new ShareView(
                id,
                caseName,
                outgoing,
                giver,
                recipient,
                recipientProfessional,
                category,
                standing,
                items,
                purpose,
                ground,
                Optional.empty(),
                Optional.empty(),
                current,
                offeredAt,
                until,
                endedAt,
                endedReason,
                mayAnswer);
    }
}
