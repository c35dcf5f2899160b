package nl.samenzicht.domain.rights;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import nl.samenzicht.domain.consent.ConsentId;
import nl.samenzicht.domain.consent.ConsentView;
import nl.samenzicht.domain.consent.ConsentWithdrawn;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.security.directory.Notices;

/** Tells whoever received data on a consent that it was withdrawn, in the same transaction, and keeps what they confirm. */
@ApplicationScoped
public class ConsentNotices {
    private final RightsRequests told;
    private final Notices notices;

    protected ConsentNotices() {
        this(null, null);
    }

    @Inject
    public ConsentNotices(RightsRequests told, Notices notices) {
        this.told = told;
        this.notices = notices;
    }

    void consentWithdrawn(@Observes ConsentWithdrawn withdrawn) {
        var recipient = withdrawn.question().recipient();
        if (recipient.equals(withdrawn.agency())) {
            return;
        }
        var notice = new RecipientNotice(
                withdrawn.consent().value(),
                withdrawn.agency(),
                recipient,
                withdrawn.caseFile(),
                NoticeKind.CONSENT_WITHDRAWN,
                Set.of(withdrawn.question().category()),
                withdrawn.at());
        told.add(notice);
        notices.tell(recipient, Function.PRIVACY_OFFICER, "rights.told", notice.id());
    }

    /**
     * What the recipients of withdrawn consents confirmed, by consent; for somebody who was shown these consents. What they
     * wrote is for the officers of the two agencies, and not among it.
     */
    @Transactional
    public Map<ConsentId, ConsentNotice> of(Collection<ConsentView> shown) {
        var found = new HashMap<ConsentId, ConsentNotice>();
        shown.stream()
                .filter(consent -> consent.withdrawnAt().isPresent())
                .forEach(consent -> told.toldOf(consent.id().value())
                        .forEach(notice -> found.put(
                                consent.id(),
                                new ConsentNotice(notice.toldAt(), notice.outcome(), notice.confirmedAt()))));
        return found;
    }
}
