package nl.samenzicht.domain.consent;

import java.time.Instant;
import java.util.Optional;
import nl.samenzicht.security.directory.AgencyCard;
import nl.samenzicht.security.policy.ConsentState;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Purpose;

/** One consent or refusal as it is shown. */
public record ConsentView(
        ConsentId id,
        AgencyCard recipient,
        Purpose purpose,
        DataCategory category,
        ConsentState state,
        ConsentGiver giver,
        Instant until,
        String recordedBy,
        Instant recordedAt,
        Optional<Instant> withdrawnAt) {}
