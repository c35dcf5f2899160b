package nl.samenzicht.web.clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import nl.samenzicht.domain.casefile.CaseFileService;
import nl.samenzicht.security.policy.Purpose;
import nl.samenzicht.web.worklist.WorkPurpose;

/** The purpose for which terms that end are listed: support where somebody works for that, else residence. */
@ApplicationScoped
class TermsPurpose {
    private final CaseFileService caseFiles;
    private final WorkPurpose usual;

    protected TermsPurpose() {
        this(null, null);
    }

    @Inject
    TermsPurpose(CaseFileService caseFiles, WorkPurpose usual) {
        this.caseFiles = caseFiles;
        this.usual = usual;
    }

    /** Returns it; nothing for a function that works on no case. */
    Optional<Purpose> now() {
        var possible = caseFiles.purposes();
        return possible.contains(Purpose.SUPPORT)
                ? Optional.of(Purpose.SUPPORT)
                : Optional.of(Purpose.RESIDENCE).filter(possible::contains).or(usual::now);
    }
}
