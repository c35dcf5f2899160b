package nl.samenzicht.domain.officer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import nl.samenzicht.domain.casefile.CaseFiles;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.security.access.AccessGrant;
import nl.samenzicht.security.ledger.LogFilter;
import nl.samenzicht.security.ledger.Outcome;
import nl.samenzicht.security.oversight.AgencyLog;

/** Which cases an officer may hear of. */
@ApplicationScoped
public class AgencyCases {
    private final AgencyLog log;
    private final CaseFiles caseFiles;

    protected AgencyCases() {
        this(null, null);
    }

    @Inject
    public AgencyCases(AgencyLog log, CaseFiles caseFiles) {
        this.log = log;
        this.caseFiles = caseFiles;
    }

    /** The case with this number, when it concerns the agency of the grant. */
    public Optional<CaseFileId> known(AccessGrant grant, String number) {
        return caseFiles.byNumber(number).filter(caseFile -> concerns(grant, caseFile));
    }

    /**
     * Whether the agency ever had to do with a case. Somebody may have tried to open another one and been refused; the log
     * then speaks of it, and must not tell that it exists, or that it is about somebody whom the agency knows.
     */
    public boolean concerns(AccessGrant grant, CaseFileId caseFile) {
        return !log.page(grant, admittedTo(caseFile), Optional.empty(), 1).isEmpty();
    }

    /** The same for lines that are taken out, after the transaction in which that was granted. */
    boolean concerns(AgencyLog.Reading reading, CaseFileId caseFile) {
        return !reading.part(admittedTo(caseFile), Optional.empty(), 1).lines().isEmpty();
    }

    private static LogFilter admittedTo(CaseFileId caseFile) {
        return LogFilter.where()
                .caseId(caseFile.value())
                .outcome(Outcome.PERMITTED)
                .build();
    }
}
