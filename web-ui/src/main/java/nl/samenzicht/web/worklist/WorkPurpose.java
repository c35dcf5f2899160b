package nl.samenzicht.web.worklist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import nl.samenzicht.domain.casefile.CaseFileService;
import nl.samenzicht.security.policy.Purpose;

/** The purpose for which somebody looks at lists over all cases: what their function is mainly there for. */
@ApplicationScoped
public class WorkPurpose {
    private static final List<Purpose> MAINLY = List.of(
            Purpose.SUPPORT,
            Purpose.INVESTIGATION,
            Purpose.CASE_CONFERENCE,
            Purpose.REGISTRATION,
            Purpose.SIGNAL_ASSESSMENT);

    private final CaseFileService caseFiles;

    protected WorkPurpose() {
        this(null);
    }

    @Inject
    WorkPurpose(CaseFileService caseFiles) {
        this.caseFiles = caseFiles;
    }

    /** Returns it; nothing for a function that works on no case. */
    public Optional<Purpose> now() {
        var possible = caseFiles.purposes();
        return MAINLY.stream()
                .filter(possible::contains)
                .findFirst()
                .or(() -> possible.stream().sorted().findFirst());
    }

    /** Returns this purpose when the function can work for it, and else the one it is mainly there for. */
    public Purpose orNow(Purpose wanted) {
        return caseFiles.purposes().contains(wanted) ? wanted : now().orElse(wanted);
    }
}
