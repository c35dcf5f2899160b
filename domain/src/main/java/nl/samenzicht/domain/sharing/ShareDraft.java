package nl.samenzicht.domain.sharing;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.samenzicht.domain.casefile.ItemId;
import nl.samenzicht.domain.consent.ConsentId;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Ground;
import nl.samenzicht.security.policy.Purpose;

/**
 * A share as it is being composed; the preview shows what it would give, and offering makes it real.
 *
 * @param standing whether it takes in all of the giver's own items of the category, later ones too
 * @param items the items that are named; empty when standing
 * @param withheld keys of the fields that are left out
 * @param consent required when the ground is consent
 * @param provision required for police data
 * @param message what the giver tells the recipient; at most 2,000 characters
 * @param until first instant at which it no longer holds
 */
public record ShareDraft(
        CaseFileId caseFile,
        DataCategory category,
        boolean standing,
        Set<ItemId> items,
        Set<String> withheld,
        AgencyId recipient,
        Optional<ProfessionalId> recipientProfessional,
        Purpose purpose,
        Ground ground,
        Optional<ConsentId> consent,
        Optional<UUID> provision,
        Optional<String> message,
        Instant until) {

    public ShareDraft {
        requireNonNull(caseFile, "case file");
        requireNonNull(category, "category");
        requireNonNull(recipient, "recipient");
        requireNonNull(purpose, "purpose");
        requireNonNull(ground, "ground");
        requireNonNull(until, "until");
        items = Set.copyOf(items);
        withheld = Set.copyOf(withheld);
        if (standing != items.isEmpty()) {
            throw new IllegalArgumentException(
                    "A share names items, or takes in the whole category; not both, not neither");
        }
        if (message.map(String::length).orElse(0) > 2_000) {
            throw new IllegalArgumentException("Message has more than 2,000 characters");
        }
    }
}
