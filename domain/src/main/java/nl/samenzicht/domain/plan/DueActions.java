package nl.samenzicht.domain.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.samenzicht.domain.casefile.CaseFiles;
import nl.samenzicht.domain.casefile.CaseName;
import nl.samenzicht.domain.casefile.Participations;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.store.Casework;
import nl.samenzicht.security.access.AccessGate;
import nl.samenzicht.security.access.AccessGrant;
import nl.samenzicht.security.access.AccessRequest;
import nl.samenzicht.security.directory.CurrentProfessional;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.ParticipationState;
import nl.samenzicht.security.policy.Purpose;

/** Open actions of plans, by due day; without what they are. */
@ApplicationScoped
public class DueActions {

    private static final int MOST = 200;

    private final EntityManager store;
    private final CaseFiles caseFiles;
    private final Participations participations;
    private final AccessGate gate;
    private final CurrentProfessional current;
    private final Clock clock;

    protected DueActions() {
        this(null, null, null, null, null, null);
    }

    @Inject
    public DueActions(
            @Casework EntityManager store,
            CaseFiles caseFiles,
            Participations participations,
            AccessGate gate,
            CurrentProfessional current,
            Clock clock) {
        this.store = store;
        this.caseFiles = caseFiles;
        this.participations = participations;
        this.gate = gate;
        this.current = current;
        this.clock = clock;
    }

    /** One open action. */
    public record Due(UUID id, CaseName caseName, LocalDate dueOn, boolean forMe) {}

    /** The open actions for one's own agency in cases that it takes part in, first due first, at most 200. */
    @Transactional
    public List<Due> open(Purpose purpose) {
        return open(gate.admit(AccessRequest.ofList(current.current(), purpose, clock.instant())));
    }

    /** The same as a part of a list, or of the card of one case, that was admitted once for all its parts. */
    public List<Due> open(AccessGrant grant) {
        gate.check(grant, grant.caseFile().isPresent() ? Action.VIEW_CASE : Action.LIST_CASES);
        var who = grant.who();
        var at = grant.at();
        var query = store.createQuery(
                        "select a from PlanAction a where a.assigneeAgency = :agency and a.status = :open"
                                + (grant.caseFile().isPresent() ? " and a.caseFile = :caseFile" : "")
                                + " order by a.dueOn",
                        PlanAction.class)
                .setParameter("agency", who.agency())
                .setParameter("open", ActionStatus.OPEN)
                .setMaxResults(MOST);
        grant.caseFile().ifPresent(number -> query.setParameter("caseFile", new CaseFileId(number)));
        return query.getResultList().stream()
                .filter(action ->
                        action.assignee().map(who.professional()::equals).orElse(true))
                .filter(action -> participations
                                .standingOf(action.caseFile(), who.agency(), who.professional(), at)
                                .state()
                        == ParticipationState.ACTIVE)
                .map(action -> new Due(
                        action.id(),
                        caseFiles.nameOf(action.caseFile()),
                        action.dueOn(),
                        action.assignee().isPresent()))
                .toList();
    }
}
