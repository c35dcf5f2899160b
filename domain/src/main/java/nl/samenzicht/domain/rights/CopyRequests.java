package nl.samenzicht.domain.rights;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import nl.samenzicht.domain.casefile.Items;
import nl.samenzicht.domain.consent.Consents;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.rights.RightsRequests.File;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Regime;

/**
 * Which requests ask for a copy now: what the gate finds for itself before it lets data go out (AVG 15(3)). Nothing of this is
 * taken from whoever asks.
 */
@ApplicationScoped
public class CopyRequests {
    private final RightsRequests requests;
    private final Items items;
    private final Consents consents;

    protected CopyRequests() {
        this(null, null, null);
    }

    @Inject
    public CopyRequests(RightsRequests requests, Items items, Consents consents) {
        this.requests = requests;
        this.items = items;
        this.consents = consents;
    }

    /**
     * Whether the person of a case or signal asked this agency for access to a category, was identified, got it granted and waits for
     * the answer. What the decision withholds was not granted.
     */
    public boolean asks(AgencyId agency, CaseFileId dossier, DataCategory category) {
        return requests.of(agency).stream()
                .filter(file -> file.affected().contains(category))
                .filter(file -> requests.dossiers(file).contains(dossier))
                .anyMatch(file -> bar(file).isEmpty());
    }

    /** What stands in the way of a copy on this request, as the key of the words that say it; empty when nothing does. */
    Optional<String> bar(File file) {
        var handling = file.handling();
        if (handling.right() != SubjectRight.ACCESS) {
            return Optional.of("copy.error.no-access");
        }
        if (handling.regime() != Regime.AVG) {
            return Optional.of("copy.error.wpg");
        }
        if (handling.state().isClosed()) {
            return Optional.of("copy.error.closed");
        }
        if (file.last(HandlingStep.IDENTIFY).isEmpty() || !handling.granted()) {
            return Optional.of("copy.error.not-granted");
        }
        if (file.request().requester() == Requester.PARENT && parentBlocked(file)) {
            return Optional.of("copy.error.blocked-parent");
        }
        return Optional.empty();
    }

    /** Whether a parent is kept out of the case that the request names, or of one in which the agency recorded something. */
    private boolean parentBlocked(File file) {
        var named = file.request().caseFile();
        return requests.dossiers(file).stream()
                .filter(each -> named.filter(each::equals).isPresent()
                        || items.headers(each).stream()
                                .anyMatch(item ->
                                        item.owner().equals(file.request().agency())))
                .anyMatch(consents::parentBlocked);
    }
}
