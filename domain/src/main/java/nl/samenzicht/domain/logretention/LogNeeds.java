package nl.samenzicht.domain.logretention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import nl.samenzicht.domain.retention.LegalHolds;
import nl.samenzicht.domain.rights.RightsRequests;
import nl.samenzicht.security.directory.Directory;
import nl.samenzicht.security.ledger.LogRemovals;
import nl.samenzicht.security.ledger.LogRemovals.Due;
import nl.samenzicht.verifier.Removal;

/**
 * What needs lines of the log that are due: a hold on a case of which they speak, and an open request of a person whose case
 * they speak of. Says for how many, never which.
 */
@ApplicationScoped
public class LogNeeds {
    private final LegalHolds holds;
    private final RightsRequests requests;
    private final LogRemovals removals;
    private final Directory directory;

    /** For CDI, which needs it to make a proxy. */
    protected LogNeeds() {
        this(null, null, null, null);
    }

    @Inject
    public LogNeeds(LegalHolds holds, RightsRequests requests, LogRemovals removals, Directory directory) {
        this.holds = holds;
        this.requests = requests;
        this.removals = removals;
        this.directory = directory;
    }

    /** How many holds and requests a removal waits for. */
    public record Waiting(int holds, int requests) {
        /** Whether it waits for nothing. */
        public boolean none() {
            return holds == 0 && requests == 0;
        }
    }

    /** What needs these lines at a moment. */
    Waiting of(Due due, Instant now) {
        var today = LocalDate.ofInstant(now, Removal.AMSTERDAM);
        int held = 0;
        int asked = 0;
        for (var agency : directory.activeAgencies()) {
            held += (int) holds.heldOn(today, agency.id()).stream()
                    .filter(dossier -> removals.speakOf(due, agency.id(), dossier.value()))
                    .count();
            asked += (int) requests.openOf(agency.id()).stream()
                    .filter(dossier -> removals.speakOf(due, agency.id(), dossier.value()))
                    .count();
        }
        return new Waiting(held, asked);
    }
}
