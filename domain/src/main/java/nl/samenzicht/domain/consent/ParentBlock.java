package nl.samenzicht.domain.consent;

import java.time.Instant;
import nl.samenzicht.security.directory.ProfessionalCard;

/** Who of one's own agency keeps a parent out of a case, since when and why; what a colleague must know before lifting it. */
public record ParentBlock(ProfessionalCard by, Instant since, String reason) {}
