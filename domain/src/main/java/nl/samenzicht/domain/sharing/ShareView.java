package nl.samenzicht.domain.sharing;

import java.time.Instant;
import java.util.Optional;
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
 * @param itemCount how many items are named; 0 for a standing share
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
        int itemCount,
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
                itemCount,
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
