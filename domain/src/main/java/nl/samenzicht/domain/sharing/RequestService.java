package nl.samenzicht.domain.sharing;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.samenzicht.domain.casefile.CaseFiles;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.casefile.Participations;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.sharing.RequestForAccess.State;
import nl.samenzicht.domain.store.Casework;
import nl.samenzicht.security.TimeOrderedId;
import nl.samenzicht.security.access.AccessGate;
import nl.samenzicht.security.access.AccessGrant;
import nl.samenzicht.security.access.AccessRequest;
import nl.samenzicht.security.access.Counterpart;
import nl.samenzicht.security.access.ResourceRef;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.CurrentProfessional;
import nl.samenzicht.security.directory.Directory;
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
    private static final int MOST = 200;

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
        notices.tellReaders(askedOf, "request.asked", id);
        return new Asked(id, grant.entry().code());
    }

    /**
     * The requests of one's own agency, both ways.
     *
     * @param waiting those that wait for an answer of one's own agency, oldest first
     * @param sent those that one's own agency sent, newest first, at most 200
     */
    public record Requests(List<RequestView> waiting, List<SentRequest> sent) {
        public Requests {
            waiting = List.copyOf(waiting);
            sent = List.copyOf(sent);
        }
    }

    /** The requests of one's own agency in cases that it takes part in. */
    @Transactional
    public Requests of(Purpose purpose) {
        var list = gate.admit(AccessRequest.ofList(current.current(), purpose, clock.instant()));
        return new Requests(waiting(list), sent(list));
    }

    /** The requests that wait, as a part of a list that was admitted once for all its parts. */
    public List<RequestView> waiting(AccessGrant list) {
        gate.check(list, Action.LIST_CASES);
        return rows(list, "r.askedOf = :agency and r.state in :states order by r.askedAt", EnumSet.of(State.ASKED))
                .map(row -> new RequestView(
                        row.id(),
                        caseFiles.nameOf(row.caseFile()),
                        row.category(),
                        row.purpose(),
                        directory.agency(row.asker()),
                        directory.professional(row.askerProfessional()),
                        words(row, list),
                        row.askedAt()))
                .toList();
    }

    private List<SentRequest> sent(AccessGrant list) {
        return rows(
                        list,
                        "r.asker = :agency and r.state in :states order by r.askedAt desc",
                        EnumSet.allOf(State.class))
                .map(row -> new SentRequest(
                        row.id(),
                        caseFiles.nameOf(row.caseFile()),
                        row.category(),
                        row.purpose(),
                        directory.agency(row.askedOf()),
                        directory.professional(row.askerProfessional()),
                        words(row, list),
                        row.state(),
                        row.askedAt()))
                .toList();
    }

    private Stream<RequestForAccess> rows(AccessGrant list, String where, Set<State> states) {
        return store
                .createQuery("select r from RequestForAccess r where " + where, RequestForAccess.class)
                .setParameter("agency", list.who().agency())
                .setParameter("states", states)
                .setMaxResults(MOST)
                .getResultList()
                .stream()
                .filter(row -> participations
                                .standingOf(
                                        row.caseFile(),
                                        list.who().agency(),
                                        list.who().professional(),
                                        list.at())
                                .state()
                        == ParticipationState.ACTIVE);
    }

    /** What the asker wrote, for the asker and for who could read the category themselves. */
    private Optional<String> words(RequestForAccess row, AccessGrant list) {
        var who = list.who();
        return row.askerProfessional().equals(who.professional())
                        || gate.couldRead(who, row.purpose(), row.category(), list.at())
                ? Optional.of(new String(sealer.open(place(row.id()), row.sealedWhy()), UTF_8))
                : Optional.empty();
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
