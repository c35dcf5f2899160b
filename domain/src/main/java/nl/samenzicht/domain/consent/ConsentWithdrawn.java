package nl.samenzicht.domain.consent;

import java.time.Instant;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.ProfessionalId;

/** A consent was withdrawn; whatever rested on it ends in the same transaction. */
public record ConsentWithdrawn(
        ConsentId consent,
        CaseFileId caseFile,
        ConsentQuestion question,
        ProfessionalId by,
        AgencyId agency,
        Instant at) {}
