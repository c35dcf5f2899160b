package nl.samenzicht.domain.person;

import java.time.Instant;
import nl.samenzicht.security.directory.AgencyId;

/** What an agency wrote around its items in a case, and that tells of the person as they do. */
public interface Leavings {

    /** Takes it away, because nothing of the agency is left in the case; in the transaction of the caller. */
    void forget(CaseFileId caseFile, AgencyId agency, Instant at);
}
