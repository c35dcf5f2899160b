package nl.samenzicht.domain.sharing;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.samenzicht.domain.casefile.CaseName;
import nl.samenzicht.security.directory.AgencyCard;
import nl.samenzicht.security.directory.ProfessionalCard;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Purpose;

/**
 * A request for access as the asking agency sees it.
 *
 * @param why what was asked for, in the asker's words; empty for a colleague who could not read the category themselves
 * @param state whether it waits, and what came of it; nothing of whether there was anything
 */
public record SentRequest(
        UUID id,
        CaseName caseName,
        DataCategory category,
        Purpose purpose,
        AgencyCard askedOf,
        ProfessionalCard asker,
        Optional<String> why,
        RequestForAccess.State state,
        Instant askedAt) {}
