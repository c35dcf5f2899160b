package nl.samenzicht.security.signin;

import static nl.samenzicht.security.ledger.FindingKind.ACCOUNT_FORGED;
import static nl.samenzicht.security.ledger.FindingKind.FUNCTION_FORGED;
import static nl.samenzicht.security.ledger.FindingKind.FUNCTION_OLDER;
import static nl.samenzicht.security.ledger.FindingKind.LINK_FORGED;
import static nl.samenzicht.security.ledger.FindingKind.SESSION_FORGED;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.Directory;
import nl.samenzicht.security.directory.HoldingInspection;
import nl.samenzicht.security.directory.ProfessionalCard;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.keys.RowMac;
import nl.samenzicht.security.ledger.Acts;
import nl.samenzicht.security.ledger.Finding;
import nl.samenzicht.security.ledger.FindingKind;
import nl.samenzicht.security.ledger.ItemRef;
import nl.samenzicht.security.policy.Action;

/**
 * Checks the rows that say who acts at an agency: functions, accounts, links and open sessions. Whether we wrote each as it
 * is, and whether a function still holds of which the log says that it ended.
 *
 * <p>Decides nothing; who asks for it is admitted and put on record elsewhere.
 */
@ApplicationScoped
public class PeopleInspection {
    private static final Set<String> ENDINGS = Set.of(Action.MANAGE_PROFESSIONAL.name(), Action.CONFIRM_MANAGER.name());

    @PersistenceContext(unitName = "directory")
    private EntityManager entities;

    private final HoldingInspection holdings;
    private final Directory directory;
    private final Sessions sessions;
    private final RowMac macs;
    private final Acts acts;

    /** For CDI, which needs it to make a proxy. */
    protected PeopleInspection() {
        this(null, null, null, null, null);
    }

    @Inject
    PeopleInspection(HoldingInspection holdings, Directory directory, Sessions sessions, RowMac macs, Acts acts) {
        this.holdings = holdings;
        this.directory = directory;
        this.sessions = sessions;
        this.macs = macs;
        this.acts = acts;
    }

    /**
     * What was found.
     *
     * @param rows how many rows were checked
     */
    public record Outcome(List<Finding> findings, long rows) {}

    /** Checks all rows about the people of an agency. Changes nothing. */
    @Transactional
    public Outcome inspect(AgencyId agency) {
        var inspection = new Inspection(agency);
        inspection.functions();
        inspection.accounts();
        inspection.links();
        sessions.inspect(agency, inspection::count, (id, who) -> inspection.found(SESSION_FORGED, id, who));
        return new Outcome(inspection.findings, inspection.rows);
    }

    private final class Inspection {
        private final AgencyId agency;
        private final List<Finding> findings = new ArrayList<>();
        private long rows;

        private Inspection(AgencyId agency) {
            this.agency = agency;
        }

        private void count() {
            rows++;
        }

        private void found(FindingKind kind, UUID row, ProfessionalId who, Object... more) {
            var args = new ArrayList<Object>(List.of(row, nameOf(who)));
            args.addAll(List.of(more));
            findings.add(Finding.row(kind, args.toArray()));
        }

        private void functions() {
            Map<UUID, String> ended = new HashMap<>();
            acts.each(
                    agency,
                    ENDINGS,
                    (event, code) -> event.items().stream()
                            .filter(row -> !row.content())
                            .map(ItemRef::item)
                            .forEach(row -> ended.put(row, code.value())));
            holdings.each(
                    agency,
                    holding -> {
                        count();
                        if (holding.open() && ended.containsKey(holding.id())) {
                            found(FUNCTION_OLDER, holding.id(), holding.professional(), ended.get(holding.id()));
                        }
                    },
                    (id, who) -> found(FUNCTION_FORGED, id, who));
        }

        private void accounts() {
            entities.createQuery(
                            "select a from Account a, Professional p where a.professional = p.id and p.agency = :agency",
                            Account.class)
                    .setParameter("agency", agency)
                    .getResultStream()
                    .forEach(account -> {
                        count();
                        if (!account.sound(macs)) {
                            found(ACCOUNT_FORGED, account.professional().value(), account.professional());
                        }
                    });
        }

        private void links() {
            entities.createQuery(
                            "select l from SingleUseLink l, Professional p where l.professional = p.id and p.agency = :agency",
                            SingleUseLink.class)
                    .setParameter("agency", agency)
                    .getResultStream()
                    .forEach(link -> {
                        count();
                        if (!link.sound(macs)) {
                            found(LINK_FORGED, link.id(), link.professional());
                        }
                    });
        }

        private String nameOf(ProfessionalId who) {
            return directory
                    .knownProfessional(who)
                    .map(ProfessionalCard::displayName)
                    .orElse("–");
        }
    }
}
