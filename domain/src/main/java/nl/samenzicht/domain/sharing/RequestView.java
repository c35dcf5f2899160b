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
 * A request for access as the asked agency sees it.
 *
 * @param why what the asker wrote; empty for who could not read the category themselves
 */
public record RequestView(
        UUID id,
        CaseName caseName,
        DataCategory category,
        Purpose purpose,
        AgencyCard asker,
        ProfessionalCard askerProfessional,
        Optional<String> why,
        Instant askedAt) {}
