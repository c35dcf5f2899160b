package nl.samenzicht.domain.emergency;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.samenzicht.domain.casefile.CaseName;
import nl.samenzicht.security.directory.ProfessionalCard;

/**
 * A use of break-glass that waits for a review, as the reviewer sees it: who, which case, when and why, no content.
 *
 * @param reason empty once it was destroyed
 * @param destroyedAt when the reason was destroyed with the data of the case
 */
public record BreakGlassView(
        UUID id,
        CaseName caseName,
        ProfessionalCard professional,
        String reason,
        Instant from,
        Instant until,
        Instant reviewDue,
        Optional<Instant> destroyedAt) {}
