package nl.samenzicht.domain.emergency;

import java.time.Instant;
import java.util.UUID;
import nl.samenzicht.domain.casefile.CaseName;
import nl.samenzicht.security.directory.ProfessionalCard;

/** A use of break-glass that waits for a review, as the reviewer sees it: who, which case, when and why, no content. */
public record BreakGlassView(
        UUID id,
        CaseName caseName,
        ProfessionalCard professional,
        String reason,
        Instant from,
        Instant until,
        Instant reviewDue) {}
