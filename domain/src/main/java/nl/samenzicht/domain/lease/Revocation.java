package nl.samenzicht.domain.lease;

import java.util.Optional;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.policy.DataCategory;

/** Something that was taken back; what is empty stands for all. */
public record Revocation(
        CaseFileId caseFile,
        Optional<AgencyId> agency,
        Optional<ProfessionalId> professional,
        Optional<DataCategory> category) {

    /** Whether a page of this agency and professional that shows this category must be cleared. */
    public boolean touches(CaseFileId shown, AgencyId by, ProfessionalId person, DataCategory part) {
        return caseFile.equals(shown)
                && agency.map(by::equals).orElse(true)
                && professional.map(person::equals).orElse(true)
                && category.map(part::equals).orElse(true);
    }
}
