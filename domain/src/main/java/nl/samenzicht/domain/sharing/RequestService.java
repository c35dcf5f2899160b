package nl.samenzicht.domain.sharing;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import nl.samenzicht.domain.casefile.CaseFiles;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.casefile.Participations;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.sharing.RequestForAccess.State;
import nl.samenzicht.domain.store.Casework;
import nl.samenzicht.security.TimeOrderedId;
import nl.samenzicht.security.access.AccessGate;
import nl.samenzicht.security.access.AccessRequest;
import nl.samenzicht.security.access.Counterpart;
import nl.samenzicht.security.access.ResourceRef;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.CurrentProfessional;
import nl.samenzicht.security.directory.Directory;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.security.directory.Notices;
import nl.samenzicht.security.keys.Sealer;
import nl.samenzicht.security.ledger.EntryCode;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.ParticipationState;
import nl.samenzicht.security.policy.Purpose;

/** Asking for what one was refused or did not find, and answering that. An answer of 'shared' follows a share. */
@ApplicationScoped
public class RequestService {

    private static final int SHORTEST_REASON = 20;

    private final AccessGate gate;
    private final CurrentProfessional current;
    private final EntityManager store;
    private final CaseFiles caseFiles;
    private final Participations participations;
    private final Directory directory;
    private final Notices notices;
    private final Sealer sealer;
    private final Clock clock;

    protected RequestService() {
        this(null, null, null, null, null, null, null, null, null);
    }

    @Inject
    public RequestService(
            AccessGate gate,
            CurrentProfessional current,
            @Casework EntityManager store,
            CaseFiles caseFiles,
            Participations participations,
            Directory directory,
            Notices notices,
            Sealer sealer,
            Clock clock) {
        this.gate = gate;
        this.current = current;
        this.store = store;
        this.caseFiles = caseFiles;
        this.participations = participations;
        this.directory = directory;
        this.notices = notices;
        this.sealer = sealer;
        this.clock = clock;
    }

    /** A request that was sent, with the log entry of it. */
    public record Asked(UUID id, EntryCode entry) {}

    /** Asks an agency that takes part in the case, as a rule the lead, for a category. */
    @Transactional
    public Asked ask(CaseFileId caseFile, DataCategory category, AgencyId askedOf, String why, Purpose purpose) {
        var words = why == null ? "" : why.strip();
        if (words.length() < SHORTEST_REASON) {
            throw new NotPossible("request.error.reason-short", SHORTEST_REASON);
        }
        var who = current.current();
        var at = clock.instant();
        var grant = gate.admit(AccessRequest.of(
                        who, Action.REQUEST_ACCESS, new ResourceRef.OfSection(caseFile.value(), category), purpose, at)
                .because(words)
                .with(Counterpart.of(askedOf, java.util.Optional.empty())));
        if (!participations.active(caseFile, askedOf, at) || askedOf.equals(who.agency())) {
            throw new NotPossible("request.error.takes-no-part");
        }
        var id = TimeOrderedId.next();
        store.persist(new RequestForAccess(
                id,
                caseFile,
                category,
                purpose,
                who.agency(),
                who.professional(),
                askedOf,
                sealer.seal(place(id), words.getBytes(UTF_8)),
                at));
        for (var function : Function.values()) {
            if (function.readsContent()) {
                notices.tell(askedOf, function, "request.asked", id);
            }
        }
        return new Asked(id, grant.entry().code());
    }

    /** The requests that wait for an answer of one's own agency, oldest first. */
    @Transactional
    public List<RequestView> waiting(Purpose purpose) {
        var who = current.current();
        var at = clock.instant();
        gate.admit(AccessRequest.of(
                who, Action.LIST_CASES, new ResourceRef.OfAgency(DataCategory.CASE_HEADER), purpose, at));
        return store
                .createQuery(
                        "select r from RequestForAccess r where r.askedOf = :agency and r.state = :state order by r.askedAt",
                        RequestForAccess.class)
                .setParameter("agency", who.agency())
                .setParameter("state", State.ASKED)
                .getResultList()
                .stream()
                .filter(row -> participations
                                .standingOf(row.caseFile(), who.agency(), who.professional(), at)
                                .state()
                        == ParticipationState.ACTIVE)
                .map(row -> new RequestView(
                        row.id(),
                        caseFiles.nameOf(row.caseFile()),
                        row.category(),
                        row.purpose(),
                        directory.agency(row.asker()),
                        directory.professional(row.askerProfessional()),
                        new String(sealer.open(place(row.id()), row.sealedWhy()), UTF_8),
                        row.askedAt()))
                .toList();
    }

    /** Answers a request: it was shared, or it will not be. The asker is told which, and no more. */
    @Transactional
    public void answer(UUID request, boolean shared, Purpose purpose) {
        var who = current.current();
        var at = clock.instant();
        var row = store.find(RequestForAccess.class, request);
        if (row == null || !row.askedOf().equals(who.agency()) || row.state() != State.ASKED) {
            throw new NotPossible("request.error.gone");
        }
        gate.admit(AccessRequest.of(
                        who,
                        Action.REQUEST_ACCESS,
                        new ResourceRef.OfSection(row.caseFile().value(), row.category()),
                        purpose,
                        at)
                .because(shared ? "SHARED" : "REFUSED")
                .with(Counterpart.of(row.asker(), java.util.Optional.of(row.askerProfessional()))));
        row.answer(shared ? State.SHARED : State.REFUSED, who.professional(), at);
        notices.tell(row.asker(), row.askerProfessional(), shared ? "request.shared" : "request.refused", request);
    }

    private static String place(UUID id) {
        return "access-request:" + id;
    }
}
