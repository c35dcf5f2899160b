package nl.samenzicht.domain.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.person.Leavings;
import nl.samenzicht.security.directory.AgencyId;

/** Why an agency keeps a parent out. That it does goes on to hold. */
@ApplicationScoped
public class BlocksOfParents implements Leavings {

    private final Consents consents;

    protected BlocksOfParents() {
        this(null);
    }

    @Inject
    public BlocksOfParents(Consents consents) {
        this.consents = consents;
    }

    @Override
    public void forget(CaseFileId caseFile, AgencyId agency, Instant at) {
        consents.forgetWhyBlocked(caseFile, agency);
    }
}
