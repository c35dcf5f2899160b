package nl.samenzicht.domain.retention;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.samenzicht.domain.casefile.CaseFiles;
import nl.samenzicht.domain.casefile.ItemId;
import nl.samenzicht.domain.casefile.KeptItems;
import nl.samenzicht.domain.casefile.KeptItems.Kept;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.retention.RetentionOverview.Batch;
import nl.samenzicht.domain.retention.RetentionOverview.DueCase;
import nl.samenzicht.domain.retention.RetentionOverview.Hold;
import nl.samenzicht.domain.retention.RetentionOverview.Line;
import nl.samenzicht.domain.retention.RetentionTerms.Term;
import nl.samenzicht.domain.signal.Signals;
import nl.samenzicht.security.TimeOrderedId;
import nl.samenzicht.security.access.AccessGate;
import nl.samenzicht.security.access.AccessGrant;
import nl.samenzicht.security.access.AccessRequest;
import nl.samenzicht.security.access.ResourceRef;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.CurrentProfessional;
import nl.samenzicht.security.directory.Directory;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.security.directory.Notices;
import nl.samenzicht.security.keys.Sealer;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Purpose;
import nl.samenzicht.security.policy.Regime;

/**
 * What the officer does about keeping and destroying the items of their own agency: see what is due, hold it up, propose to
 * destroy it. Somebody else agrees; {@link DestructionJob} then carries it out. Shows numbers and kinds, never content.
 */
@ApplicationScoped
@Transactional
public class RetentionService {

    /** So many days ahead the list looks: half a year, and some. */
    public static final int DAYS_AHEAD = 200;

    /** The shortest reason that is accepted, in characters. */
    public static final int SHORTEST_REASON = 20;

    /** So many of the oldest items one look goes through. */
    static final int MOST = 20_000;

    /** So many items one destruction is about at most. */
    static final int MOST_AT_ONCE = 2_000;

    private static final int MOST_BATCHES = 50;

    private final AccessGate gate;
    private final CurrentProfessional current;
    private final KeptItems kept;
    private final CaseFiles caseFiles;
    private final Signals signals;
    private final LegalHolds holds;
    private final Destructions destructions;
    private final Directory directory;
    private final Notices notices;
    private final Sealer sealer;
    private final Clock clock;

    protected RetentionService() {
        this(null, null, null, null, null, null, null, null, null, null, null);
    }

    @Inject
    public RetentionService(
            AccessGate gate,
            CurrentProfessional current,
            KeptItems kept,
            CaseFiles caseFiles,
            Signals signals,
            LegalHolds holds,
            Destructions destructions,
            Directory directory,
            Notices notices,
            Sealer sealer,
            Clock clock) {
        this.gate = gate;
        this.current = current;
        this.kept = kept;
        this.caseFiles = caseFiles;
        this.signals = signals;
        this.holds = holds;
        this.destructions = destructions;
        this.directory = directory;
        this.notices = notices;
        this.sealer = sealer;
        this.clock = clock;
    }

    /** What is due, held and decided at the asker's agency; one look, with one line in the log. */
    public RetentionOverview look() {
        var grant = gate.admit(request(Action.VIEW_RETENTION));
        var who = grant.who();
        var until = today().plusDays(DAYS_AHEAD);
        var items = oldest(who, until);
        var due = DueItem.of(items, who.agencyType());
        return new RetentionOverview(
                dueCases(who, items, due, until),
                until,
                (int) due.stream().filter(each -> each.record().isEmpty()).count(),
                items.size() == MOST,
                holds(who),
                batches(who),
                gate.wouldAdmit(request(Action.PROPOSE_DESTRUCTION)),
                gate.wouldAdmit(request(Action.APPROVE_DESTRUCTION)),
                grant.entry().code());
    }

    /** What can be due on a day; nothing that was recorded later can be, unless its end was set by itself. */
    private List<Kept> oldest(ActingProfessional who, LocalDate until) {
        return kept.recordedOrEndedBefore(
                who.agency(), endOf(until.minus(RetentionTerms.shortest(who.agencyType()))), endOf(until), MOST);
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(DueItem.AMSTERDAM).toInstant();
    }

    private List<DueCase> dueCases(ActingProfessional who, List<Kept> items, List<DueItem> due, LocalDate until) {
        var numbers = numbers(items);
        var held = holds.heldOn(today(), who.agency());
        var underWay = destructions.underWay(who.agency());
        return due.stream()
                .filter(each -> each.isDue(until))
                .collect(groupingBy(DueItem::dossier, LinkedHashMap::new, toList()))
                .entrySet()
                .stream()
                .map(each -> new DueCase(
                        each.getKey(),
                        numbers.get(each.getKey()),
                        lines(who, each.getValue()),
                        held.contains(each.getKey()),
                        each.getValue().stream().map(DueItem::item).allMatch(underWay::contains)))
                .sorted(comparing(DueCase::firstDue).thenComparing(DueCase::number))
                .toList();
    }

    private static List<Line> lines(ActingProfessional who, List<DueItem> items) {
        record Same(LocalDate dueOn, DataCategory category, RecordKind record) {}
        return items.stream()
                .collect(groupingBy(
                        each -> new Same(
                                each.dueOn().orElseThrow(),
                                each.category(),
                                each.record().orElseThrow()),
                        counting()))
                .entrySet()
                .stream()
                .map(each -> {
                    var same = each.getKey();
                    var term = term(who, same.record());
                    return new Line(
                            same.category(),
                            same.record(),
                            same.dueOn(),
                            term.basis(),
                            term.standing(),
                            each.getValue().intValue());
                })
                .sorted(comparing(Line::dueOn).thenComparing(Line::category))
                .toList();
    }

    /** The term of what is due at somebody's agency; there is one, or it would not be due. */
    private static Term term(ActingProfessional who, RecordKind record) {
        return RetentionTerms.of(record, who.agencyType(), Regime.of(who.agencyType()))
                .orElseThrow();
    }

    private Map<CaseFileId, String> numbers(List<Kept> items) {
        var numbers = new LinkedHashMap<CaseFileId, String>();
        items.forEach(each -> numbers.computeIfAbsent(
                each.item().caseFile(),
                dossier -> each.caseFile().map(KeptItems.InCase::number).orElseGet(() -> number(dossier))));
        return numbers;
    }

    private String number(CaseFileId dossier) {
        return caseFiles
                .facts(dossier)
                .map(facts -> caseFiles.nameOf(dossier).number())
                .or(() -> signals.numberOf(dossier.value()))
                .orElse("–");
    }

    private List<Hold> holds(ActingProfessional who) {
        return holds.on(today(), who.agency()).stream()
                .map(hold -> new Hold(
                        hold.id(),
                        number(hold.dossier()),
                        hold.reason(),
                        opened(hold.id(), hold.sealedWhy()),
                        hold.lastDay(),
                        directory.professional(hold.placedBy()).displayName(),
                        hold.liftAskedBy().isPresent(),
                        hold.liftAskedBy().filter(who.professional()::equals).isPresent()))
                .toList();
    }

    private List<Batch> batches(ActingProfessional who) {
        return destructions.of(who.agency(), MOST_BATCHES).stream()
                .map(each -> batch(each, who))
                .toList();
    }

    private Batch batch(Destruction each, ActingProfessional who) {
        var list = destructions.itemsOf(each);
        return new Batch(
                each.id(),
                each.basis(),
                each.state(),
                list.dossiers().stream().map(this::number).sorted().toList(),
                list.counted(),
                directory.professional(each.proposedBy()).displayName(),
                each.proposedAt(),
                each.decidedBy().map(by -> directory.professional(by).displayName()),
                each.decidedAt(),
                each.sealedWhy().map(why -> opened(each.id(), why)),
                each.proposedBy().equals(who.professional()),
                each.certificate());
    }

    /**
     * Proposes to destroy all that is due today in these cases and signals and that nothing holds up.
     *
     * @throws NotPossible when there is nothing of that kind
     */
    public UUID propose(Collection<CaseFileId> chosen) {
        var id = TimeOrderedId.next();
        var grant = gate.admit(request(Action.PROPOSE_DESTRUCTION).about(List.of(id)));
        var today = today();
        var due = DueItem.of(oldest(grant.who(), today), grant.who().agencyType()).stream()
                .filter(each -> chosen.contains(each.dossier()) && each.isDue(today))
                .toList();
        return propose(grant, id, DestructionBasis.TERM, due, Optional.empty());
    }

    /**
     * Proposes to destroy all that one's own agency keeps in a case or signal, because the person asked for it and that was
     * granted, whether a term has passed or not.
     *
     * @param why on what ground it is granted
     */
    public UUID proposeErasure(String number, String why) {
        var words = checked(why);
        var id = TimeOrderedId.next();
        var grant = gate.admit(
                request(Action.PROPOSE_DESTRUCTION).about(List.of(id)).because(number + ": " + words));
        var dossier = ours(grant, number);
        return propose(
                grant,
                id,
                DestructionBasis.ERASURE,
                DueItem.of(kept.in(dossier, grant.who().agency()), grant.who().agencyType()),
                Optional.of(words));
    }

    private UUID propose(
            AccessGrant grant, UUID id, DestructionBasis basis, List<DueItem> wanted, Optional<String> why) {
        var who = grant.who();
        Set<ItemId> underWay = destructions.underWay(who.agency());
        var held = holds.heldOn(today(), who.agency());
        var items = wanted.stream()
                .filter(each -> !held.contains(each.dossier()) && !underWay.contains(each.item()))
                .toList();
        if (items.isEmpty()) {
            throw new NotPossible("retention.error.nothing-to-destroy");
        }
        if (items.size() > MOST_AT_ONCE) {
            throw new NotPossible("retention.error.too-many", MOST_AT_ONCE);
        }
        var list = new ProposedItems(items);
        destructions.add(
                new Destruction(
                        id, basis, list, why.map(words -> sealed(id, words)).orElse(null), who, grant.at()),
                list);
        notices.tell(who.agency(), Function.PRIVACY_OFFICER, "retention.proposed", id);
        notices.tell(who.agency(), Function.MANAGER, "retention.proposed", id);
        return id;
    }

    /** Agrees to a destruction that somebody else proposed; it is carried out within seconds. */
    public void approve(UUID id) {
        var grant = gate.admit(request(Action.APPROVE_DESTRUCTION).about(List.of(id)));
        var destruction = waiting(grant, id);
        if (!destruction.isOf(destructions.itemsOf(destruction))) {
            throw new NotPossible("retention.error.changed");
        }
        destruction.approve(grant.who().professional(), grant.at());
        destructions.changed(destruction);
    }

    /** Refuses a destruction; who may agree to it may do this. */
    public void refuse(UUID id, String why) {
        answer(Action.APPROVE_DESTRUCTION, id, checked(why));
    }

    /** Takes a destruction back that was proposed and not agreed to. */
    public void takeBack(UUID id) {
        answer(Action.PROPOSE_DESTRUCTION, id, "");
    }

    private void answer(Action action, UUID id, String words) {
        var request = request(action).about(List.of(id));
        var grant = gate.admit(words.isEmpty() ? request : request.because(words));
        var destruction = waiting(grant, id);
        destruction.refuse(grant.who().professional(), grant.at());
        destructions.changed(destruction);
    }

    private Destruction waiting(AccessGrant grant, UUID id) {
        return destructions
                .forChange(id, grant.who().agency())
                .orElseThrow(() -> new NotPossible("retention.error.gone"));
    }

    /**
     * Keeps all that one's own agency has in a case or signal from being destroyed, through a last day in Amsterdam. What was
     * agreed on and not carried out yet is stopped.
     */
    public UUID hold(String number, HoldReason reason, LocalDate lastDay, String why) {
        var words = checked(why);
        var id = TimeOrderedId.next();
        var grant =
                gate.admit(request(Action.HOLD_DESTRUCTION).about(List.of(id)).because(number + ": " + words));
        if (lastDay == null || lastDay.isBefore(today())) {
            throw new NotPossible("retention.error.last-day");
        }
        var dossier = ours(grant, number);
        // locked first: what is being carried out is waited for, and what is not will see the hold
        destructions.openForChange(grant.who().agency()).stream()
                .filter(each -> destructions.itemsOf(each).dossiers().contains(dossier))
                .forEach(each -> stop(each, grant));
        holds.add(new LegalHold(id, dossier, reason, sealed(id, words), lastDay, grant.who(), grant.at()));
        return id;
    }

    private void stop(Destruction each, AccessGrant grant) {
        if (each.state() == DestructionState.PROPOSED) {
            each.refuse(grant.who().professional(), grant.at());
        } else {
            each.stop();
        }
        destructions.changed(each);
    }

    /** Asks that a hold be lifted before its last day; somebody else must agree. */
    public void askToLift(UUID id, String why) {
        var grant =
                gate.admit(request(Action.HOLD_DESTRUCTION).about(List.of(id)).because(checked(why)));
        var hold = holdOf(grant, id);
        hold.askToLift(grant.who().professional());
        holds.changed(hold);
        notices.tell(grant.who().agency(), Function.PRIVACY_OFFICER, "retention.lift-asked", id);
        notices.tell(grant.who().agency(), Function.MANAGER, "retention.lift-asked", id);
    }

    /** Lifts a hold, as somebody else asked. */
    public void lift(UUID id) {
        var grant = gate.admit(request(Action.APPROVE_DESTRUCTION).about(List.of(id)));
        var hold = holdOf(grant, id);
        hold.lift(grant.who().professional(), grant.at());
        holds.changed(hold);
    }

    private LegalHold holdOf(AccessGrant grant, UUID id) {
        return holds.forChange(id, grant.who().agency()).orElseThrow(() -> new NotPossible("retention.error.gone"));
    }

    /** What was destroyed, on what basis and by whom, once it was; no content. */
    public Certificate certificate(UUID id) {
        var grant = gate.admit(request(Action.VIEW_RETENTION).about(List.of(id)));
        return destructions
                .find(id, grant.who().agency())
                .filter(each -> each.state() == DestructionState.CERTIFIED)
                .map(each -> Certificate.of(each, destructions.itemsOf(each), directory, this::number))
                .orElseThrow(() -> new NotPossible("retention.error.gone"));
    }

    /** A case or signal in which one's agency keeps something; any other looks as if it did not exist. */
    private CaseFileId ours(AccessGrant grant, String number) {
        return caseFiles
                .byNumber(number)
                .or(() -> signals.dossierOf(number))
                .filter(dossier -> !kept.in(dossier, grant.who().agency()).isEmpty())
                .orElseThrow(() -> new NotPossible("retention.error.no-case"));
    }

    private AccessRequest request(Action action) {
        return AccessRequest.of(
                current.current(),
                action,
                new ResourceRef.OfAgency(DataCategory.CASE_HEADER),
                Purpose.OVERSIGHT,
                now());
    }

    private Instant now() {
        return clock.instant();
    }

    private LocalDate today() {
        return DueItem.day(now());
    }

    private static String checked(String typed) {
        var words = typed == null ? "" : typed.strip();
        if (words.length() < SHORTEST_REASON) {
            throw new NotPossible("retention.error.reason-short", SHORTEST_REASON);
        }
        return words;
    }

    private byte[] sealed(UUID id, String words) {
        return sealer.seal(place(id), words.getBytes(UTF_8));
    }

    private String opened(UUID id, byte[] sealed) {
        return new String(sealer.open(place(id), sealed), UTF_8);
    }

    static String place(UUID id) {
        return "retention:" + id;
    }
}
