package nl.samenzicht.domain.duplicate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.samenzicht.domain.casefile.AllowedCases;
import nl.samenzicht.domain.casefile.CaseFileService;
import nl.samenzicht.domain.casefile.CaseFiles;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.duplicate.PairView.Decided;
import nl.samenzicht.domain.linkage.AlikePair;
import nl.samenzicht.domain.linkage.LinkageIndex;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.store.Casework;
import nl.samenzicht.security.TimeOrderedId;
import nl.samenzicht.security.access.AccessGate;
import nl.samenzicht.security.access.AccessRequest;
import nl.samenzicht.security.access.ResourceRef;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.CurrentProfessional;
import nl.samenzicht.security.directory.Directory;
import nl.samenzicht.security.keys.RowMac;
import nl.samenzicht.security.keys.Sealer;
import nl.samenzicht.security.ledger.EntryCode;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Purpose;

/**
 * Pairs of cases of one agency that may be about the same person, and what people decided about them. Nothing is merged: what
 * was decided is kept beside both cases, and can be taken back.
 */
@ApplicationScoped
public class DuplicateService {

    private static final int MOST = 100;
    private static final int SHORTEST_REASON = 10;
    private static final int LONGEST_REASON = 1_000;

    private final AccessGate gate;
    private final CurrentProfessional current;
    private final EntityManager store;
    private final LinkageIndex index;
    private final CaseFileService caseFileService;
    private final CaseFiles caseFiles;
    private final Directory directory;
    private final Sealer sealer;
    private final RowMac macs;
    private final Clock clock;

    protected DuplicateService() {
        this(null, null, null, null, null, null, null, null, null, null);
    }

    @Inject
    public DuplicateService(
            AccessGate gate,
            CurrentProfessional current,
            @Casework EntityManager store,
            LinkageIndex index,
            CaseFileService caseFileService,
            CaseFiles caseFiles,
            Directory directory,
            Sealer sealer,
            RowMac macs,
            Clock clock) {
        this.gate = gate;
        this.current = current;
        this.store = store;
        this.index = index;
        this.caseFileService = caseFileService;
        this.caseFiles = caseFiles;
        this.directory = directory;
        this.sealer = sealer;
        this.macs = macs;
        this.clock = clock;
    }

    /** The pairs of one's own agency of which one may decide on both cases, newest first, at most 100. */
    @Transactional
    public List<PairView> pairs(Purpose purpose) {
        var who = current.current();
        var at = clock.instant();
        gate.admit(AccessRequest.ofList(who, purpose, at));
        var decisions = decisions(who.agency());
        var mine = mine(who, at);
        return index.alike(who.agency(), MOST).stream()
                .filter(pair -> mine.has(pair.one(), purpose) && mine.has(pair.other(), purpose))
                .map(pair -> view(pair, decisions))
                .toList();
    }

    private Map<AlikePair, List<DuplicateDecision>> decisions(AgencyId agency) {
        return store
                .createQuery(
                        "select d from DuplicateDecision d where d.agency = :agency order by d.decidedAt desc, d.id desc",
                        DuplicateDecision.class)
                .setParameter("agency", agency)
                .getResultList()
                .stream()
                .filter(decision -> decision.sound(macs))
                .collect(groupingBy(DuplicateDecision::pair));
    }

    private PairView view(AlikePair pair, Map<AlikePair, List<DuplicateDecision>> decisions) {
        return new PairView(
                caseFiles.nameOf(pair.one()),
                caseFiles.nameOf(pair.other()),
                decisions.getOrDefault(pair, List.of()).stream()
                        .map(decision -> new Decided(
                                decision.verdict(),
                                directory.professional(decision.decidedBy()).displayName(),
                                decision.decidedAt(),
                                new String(sealer.open(place(decision.id()), decision.sealedWhy()), UTF_8)))
                        .toList());
    }

    private AllowedCases mine(ActingProfessional who, Instant at) {
        return new AllowedCases(gate, who, Action.JUDGE_DUPLICATE, at);
    }

    /**
     * Opens a pair, with what both cases say of who they are about.
     *
     * @throws NotPossible when these two are no pair of one's own agency
     */
    @Transactional
    public SideBySide open(CaseFileId one, CaseFileId other, Purpose purpose) {
        var who = current.current();
        var pair = found(one, other, purpose, who);
        return new SideBySide(
                view(pair, decisions(who.agency())),
                caseFileService.open(pair.one(), DataCategory.IDENTITY, purpose),
                caseFileService.open(pair.other(), DataCategory.IDENTITY, purpose));
    }

    private AlikePair found(CaseFileId one, CaseFileId other, Purpose purpose, ActingProfessional who) {
        var mine = mine(who, clock.instant());
        return index.alike(who.agency(), MOST).stream()
                .filter(pair -> !one.equals(other) && pair.equals(AlikePair.of(one, other)))
                .filter(pair -> mine.has(pair.one(), purpose) && mine.has(pair.other(), purpose))
                .findFirst()
                .orElseThrow(() -> new NotPossible("duplicate.error.gone"));
    }

    /**
     * Keeps what somebody decided about a pair, or that what was decided last is taken back.
     *
     * @throws NotPossible when the reason is too short or too long, or there is nothing to take back
     */
    @Transactional
    public EntryCode decide(CaseFileId one, CaseFileId other, Verdict verdict, String why, Purpose purpose) {
        var words = why == null ? "" : why.strip();
        if (words.length() < SHORTEST_REASON || words.length() > LONGEST_REASON) {
            throw new NotPossible("duplicate.error.reason", SHORTEST_REASON, LONGEST_REASON);
        }
        var who = current.current();
        var at = clock.instant();
        var pair = found(one, other, purpose, who);
        if (verdict == Verdict.TAKEN_BACK
                && view(pair, decisions(who.agency())).holds().isEmpty()) {
            throw new NotPossible("duplicate.error.nothing-decided");
        }
        var id = TimeOrderedId.next();
        var code = judge(pair.one(), id, verdict, words, purpose, who, at);
        judge(pair.other(), id, verdict, words, purpose, who, at);
        store.persist(new DuplicateDecision(id, pair, verdict, sealer.seal(place(id), words.getBytes(UTF_8)), who, at)
                .sign(macs));
        return code;
    }

    private EntryCode judge(
            CaseFileId file,
            UUID decision,
            Verdict verdict,
            String why,
            Purpose purpose,
            ActingProfessional who,
            Instant at) {
        return gate.admit(
                        AccessRequest.of(who, Action.JUDGE_DUPLICATE, new ResourceRef.OfCase(file.value()), purpose, at)
                                .because(verdict + ": " + why)
                                .about(List.of(decision)))
                .entry()
                .code();
    }

    private static String place(UUID id) {
        return "duplicate-decision:" + id;
    }
}
