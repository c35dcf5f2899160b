package nl.samenzicht.domain.rights;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.samenzicht.domain.casefile.ItemHeader;
import nl.samenzicht.domain.casefile.Items;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.consent.Consents;
import nl.samenzicht.domain.officer.AgencyCases;
import nl.samenzicht.domain.officer.Disclosing;
import nl.samenzicht.domain.officer.DisclosureRegister.Manner;
import nl.samenzicht.domain.officer.LogNames;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.rights.RightsRequests.File;
import nl.samenzicht.domain.rights.SubjectRight.Effect;
import nl.samenzicht.domain.signal.Signals;
import nl.samenzicht.security.access.AccessGate;
import nl.samenzicht.security.access.AccessGrant;
import nl.samenzicht.security.access.AccessRequest;
import nl.samenzicht.security.access.Counterpart;
import nl.samenzicht.security.access.ResourceRef;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.CurrentProfessional;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.security.directory.Notices;
import nl.samenzicht.security.keys.Sealer;
import nl.samenzicht.security.ledger.EntryCode;
import nl.samenzicht.security.ledger.LedgerLines.Gone;
import nl.samenzicht.security.ledger.LogFilter;
import nl.samenzicht.security.ledger.Outcome;
import nl.samenzicht.security.oversight.AgencyLog;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Purpose;
import nl.samenzicht.security.policy.Regime;

/**
 * What an agency does about requests of the person about whom data are kept. Each act is decided for the purpose of the
 * person's rights and stands in the log; what is carried out holds in the gate from the next question on.
 */
@ApplicationScoped
@Transactional
public class RightsService {

    /** The shortest words that say how or why, in characters. */
    public static final int SHORTEST_WORDS = 10;

    /** The longest ones. */
    public static final int LONGEST_WORDS = 4_000;

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    private final AccessGate gate;
    private final CurrentProfessional current;
    private final RightsRequests requests;
    private final AgencyCases agencyCases;
    private final PersonDossiers dossiers;
    private final Signals signals;
    private final Items items;
    private final Consents consents;
    private final AgencyLog log;
    private final LogNames logNames;
    private final Notices notices;
    private final Sealer sealer;
    private final Clock clock;

    protected RightsService() {
        this(null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    @Inject
    public RightsService(
            AccessGate gate,
            CurrentProfessional current,
            RightsRequests requests,
            AgencyCases agencyCases,
            PersonDossiers dossiers,
            Signals signals,
            Items items,
            Consents consents,
            AgencyLog log,
            LogNames logNames,
            Notices notices,
            Sealer sealer,
            Clock clock) {
        this.gate = gate;
        this.current = current;
        this.requests = requests;
        this.agencyCases = agencyCases;
        this.dossiers = dossiers;
        this.signals = signals;
        this.items = items;
        this.consents = consents;
        this.log = log;
        this.logNames = logNames;
        this.notices = notices;
        this.sealer = sealer;
        this.clock = clock;
    }

    // seeing

    /** The requests to one's own agency, and what others told it. */
    public RequestList list() {
        var grant = look("requests");
        var names = logNames.of(grant);
        var agency = grant.who().agency();
        var all = requests.of(agency);
        return new RequestList(
                all.stream()
                        .map(file -> card(file, names))
                        .filter(card -> !card.handling().state().isClosed())
                        .sorted(comparing(card -> card.handling().due()))
                        .toList(),
                all.stream()
                        .map(file -> card(file, names))
                        .filter(card -> card.handling().state().isClosed())
                        .toList(),
                requests.toldTo(agency).stream()
                        .map(notice -> view(notice, notice.sender(), names))
                        .sorted(comparing(NoticeView::waits).reversed())
                        .toList(),
                Regime.of(grant.who().agencyType()),
                mayHandle(),
                grant.entry().code());
    }

    /** One request to one's own agency. */
    public RequestPage request(String number) {
        var grant = look("request=" + number);
        var names = logNames.of(grant);
        var file = find(grant.who().agency(), number);
        var handling = file.handling();
        return new RequestPage(
                card(file, names),
                file.request().words(sealer),
                names.person(file.request().recordedBy()),
                file.request().recordedAt(),
                file.acts().stream()
                        .map(act ->
                                new RequestPage.ActView(act.doing(sealer), names.person(act.doneBy()), act.doneAt()))
                        .toList(),
                mayHandle() ? handling.next(grant.at()) : Set.of(),
                scope(file),
                withheld(file),
                requests.toldOf(file.request().id()).stream()
                        .map(notice -> view(notice, notice.recipient(), names))
                        .toList(),
                parentBlocked(file, casesOf(file, grant)),
                grant.entry().code());
    }

    private RequestCard card(File file, LogNames.Names names) {
        return new RequestCard(
                file.request().number(),
                file.request().requester(),
                file.request().caseFile().map(CaseFileId::value).flatMap(names::caseName),
                file.request().caseFile().map(CaseFileId::value).flatMap(names::signal),
                file.handling());
    }

    private NoticeView view(RecipientNotice notice, AgencyId other, LogNames.Names names) {
        return new NoticeView(
                notice.id(),
                names.agency(other),
                names.caseName(notice.caseFile().value()),
                names.signal(notice.caseFile().value()),
                notice.kind(),
                notice.categories(),
                notice.toldAt(),
                notice.outcome(),
                notice.answer(sealer),
                notice.confirmedAt());
    }

    private Optional<Doing> scope(File file) {
        return file.last(HandlingStep.SCOPE).map(act -> act.doing(sealer));
    }

    private static Set<DataCategory> withheld(File file) {
        return file.last(HandlingStep.DECIDE).map(RequestAct::categories).orElse(Set.of());
    }

    private boolean parentBlocked(File file, List<CaseFileId> cases) {
        return file.request().requester() == Requester.PARENT && cases.stream().anyMatch(consents::parentBlocked);
    }

    private File find(AgencyId agency, String number) {
        return requests.find(agency, number).orElseThrow(() -> new NotPossible("rights.error.gone"));
    }

    /** All cases and signals about the person that concern the agency. */
    private List<CaseFileId> casesOf(File file, AccessGrant reading) {
        return requests.dossiers(file).stream()
                .filter(each -> agencyCases.concerns(reading, each))
                .toList();
    }

    // receiving

    /**
     * Records a request that came in.
     *
     * @return its number
     * @throws NotPossible when no case or signal with the number concerns the agency, the day is to come, or the words are too few
     */
    public String receive(NewRequest asked) {
        var words = words(asked.words());
        var grant = admit("receive %s: %s".formatted(asked.right(), words), List.of());
        var who = grant.who();
        if (asked.right().article(Regime.of(who.agencyType())).isEmpty()) {
            throw new NotPossible("rights.error.no-right");
        }
        if (asked.receivedOn().isAfter(LocalDate.ofInstant(grant.at(), AMSTERDAM))) {
            throw new NotPossible("rights.error.future");
        }
        var caseFile = asked.caseNumber()
                .map(number -> agencyCases
                        .known(look("case=" + number), number)
                        .or(() -> signals.dossierFor(who.agency(), number))
                        .orElseThrow(() -> new NotPossible("rights.error.no-case")));
        var request = new RightsRequest(who, requests.nextNumber(), asked, caseFile, words, grant.at(), sealer);
        requests.add(request);
        return request.number();
    }

    // handling

    /**
     * Does the next thing about a request.
     *
     * @param seen how many things had been done when the one who asks looked
     * @return the line in the log
     * @throws NotPossible when somebody else was first, it cannot follow, or something that the law asks for is missing
     */
    public EntryCode act(String number, int seen, Doing doing) {
        var said = doing.saying(words(doing.words()));
        var file = find(current.current().agency(), number);
        var grant = admit(inWords(number, said), List.of(file.request().id()));
        var handling = file.handling();
        if (seen != file.acts().size()) {
            throw new NotPossible("rights.error.changed");
        }
        if (!handling.next(grant.at()).contains(said.step())) {
            throw new NotPossible("rights.error.step");
        }
        var reading = look("request=" + number);
        var cases = casesOf(file, reading);
        switch (said.step()) {
            case SCOPE -> checkScope(said);
            case DECIDE -> checkDecision(file, handling, said, parentBlocked(file, cases));
            case CARRY_OUT -> carryOut(file, cases, reading);
            case LIFT -> lift(file, cases, reading);
            default -> {}
        }
        try {
            requests.add(new RequestAct(
                    file.request().id(), seen + 1, said, grant.who().professional(), grant.at(), sealer));
        } catch (PersistenceException somebodyElse) {
            throw new NotPossible("rights.error.changed");
        }
        if (said.step() == HandlingStep.DECIDE
                && handling.right().effect() == Effect.CORRECTED
                && said.decision().orElseThrow() != RequestDecision.REFUSED) {
            cases.forEach(each -> notices.tellReaders(grant.who().agency(), "rights.correct", each.value()));
        }
        return grant.entry().code();
    }

    private static String inWords(String number, Doing doing) {
        return Stream.of(
                        Optional.of(number),
                        Optional.of(doing.step()),
                        doing.decision(),
                        doing.ground(),
                        Optional.of(CategoryCodes.text(doing.categories())).filter(text -> !text.isEmpty()),
                        Optional.of(doing.words()))
                .flatMap(Optional::stream)
                .map(Object::toString)
                .collect(joining(": "));
    }

    private static void checkScope(Doing scope) {
        if (scope.categories().isEmpty() || !scope.categories().stream().allMatch(DataCategory::isContent)) {
            throw new NotPossible("rights.error.scope-empty");
        }
        if (scope.from().isPresent()
                && scope.until()
                        .filter(last -> last.isBefore(scope.from().get()))
                        .isPresent()) {
            throw new NotPossible("rights.error.scope-period");
        }
    }

    private static void checkDecision(File file, Handling handling, Doing doing, boolean parentBlocked) {
        var decision = doing.decision().orElseThrow(() -> new NotPossible("rights.error.step"));
        if (!handling.decisions().contains(decision)) {
            throw new NotPossible("rights.error.scope-first");
        }
        boolean granted = decision != RequestDecision.REFUSED;
        if (granted && parentBlocked) {
            throw new NotPossible("rights.error.blocked-parent");
        }
        boolean grounded = doing.ground()
                .filter(WithholdingGround.under(handling.regime())::contains)
                .isPresent();
        if (grounded == (decision == RequestDecision.GRANTED)) {
            throw new NotPossible("rights.error.ground");
        }
        var scope = file.last(HandlingStep.SCOPE).map(RequestAct::categories).orElse(Set.of());
        boolean partly = decision == RequestDecision.PARTLY;
        if (partly == doing.categories().isEmpty()
                || !scope.containsAll(doing.categories())
                || (partly && doing.categories().containsAll(scope))) {
            throw new NotPossible("rights.error.withheld");
        }
    }

    private void carryOut(File file, List<CaseFileId> cases, AccessGrant reading) {
        var categories = file.affected();
        var ours = ours(cases, categories, reading.who().agency());
        switch (file.request().right().effect()) {
            case CORRECTED -> {
                var decided = file.last(HandlingStep.DECIDE).orElseThrow().doneAt();
                if (ours.values().stream()
                        .flatMap(List::stream)
                        .noneMatch(item -> item.changedAt().isAfter(decided))) {
                    throw new NotPossible("rights.error.not-corrected");
                }
            }
            case RESTRICTED ->
                ours.forEach((each, held) -> change(
                        file, each, held, (handling, item) -> items.restrictOnRequest(handling, item.id(), true)));
            case WITHDRAWN_FROM_USE ->
                ours.forEach((each, held) ->
                        change(file, each, held, (handling, item) -> items.withdrawOnRequest(handling, item.id())));
            case NONE -> {}
        }
        if (file.request().right().effect() != Effect.NONE) {
            tellRecipients(
                    file,
                    ours,
                    categories,
                    reading,
                    NoticeKind.of(file.request().right().effect()));
        }
    }

    private void lift(File file, List<CaseFileId> cases, AccessGrant reading) {
        var agency = reading.who().agency();
        var kept = EnumSet.noneOf(DataCategory.class);
        requests.of(agency).stream()
                .filter(other -> !other.request().id().equals(file.request().id()))
                .filter(other -> other.handling().restricts())
                .filter(other ->
                        other.request().caseFile().filter(cases::contains).isPresent())
                .forEach(other -> kept.addAll(other.affected()));
        var categories = new LinkedHashSet<>(file.affected());
        categories.removeAll(kept);
        var ours = ours(cases, categories, agency);
        ours.forEach((each, held) ->
                change(file, each, held, (handling, item) -> items.restrictOnRequest(handling, item.id(), false)));
        tellRecipients(file, ours, categories, reading, NoticeKind.RESTRICTION_LIFTED);
    }

    /** The items of the agency itself that a request takes effect on, by case; a case without any is left out. */
    private Map<CaseFileId, List<ItemHeader>> ours(
            List<CaseFileId> cases, Set<DataCategory> categories, AgencyId agency) {
        var found = new LinkedHashMap<CaseFileId, List<ItemHeader>>();
        for (var each : cases) {
            var held = items.headers(each).stream()
                    .filter(item -> item.owner().equals(agency) && categories.contains(item.category()))
                    .toList();
            if (!held.isEmpty()) {
                found.put(each, held);
            }
        }
        return found;
    }

    private interface Change {
        void make(AccessGrant handling, ItemHeader item);
    }

    private void change(File file, CaseFileId caseFile, List<ItemHeader> held, Change change) {
        var handling = gate.admit(onDossier(caseFile)
                .because("%s: %s"
                        .formatted(
                                file.request().number(), file.request().right().effect()))
                .about(held.stream().map(item -> item.id().value()).toList()));
        held.forEach(item -> change.make(handling, item));
    }

    private void tellRecipients(
            File file,
            Map<CaseFileId, List<ItemHeader>> ours,
            Set<DataCategory> categories,
            AccessGrant reading,
            NoticeKind kind) {
        ours.forEach((caseFile, held) -> {
            for (var recipient : recipients(caseFile, held, categories, reading)) {
                var notice = new RecipientNotice(
                        file.request().id(),
                        file.request().agency(),
                        recipient,
                        caseFile,
                        kind,
                        categories,
                        reading.at());
                requests.add(notice);
                gate.admit(onDossier(caseFile)
                        .because(file.request().number() + ": AVG 19")
                        .with(Counterpart.of(recipient, Optional.empty()))
                        .about(List.of(notice.id())));
                notices.tell(recipient, Function.PRIVACY_OFFICER, "rights.told", notice.id());
            }
        });
    }

    /** Every other agency that saw one of these items, got it, or can open it, as the log has it. */
    private Set<AgencyId> recipients(
            CaseFileId caseFile, List<ItemHeader> held, Set<DataCategory> categories, AccessGrant reading) {
        var own = reading.who().agency();
        var ids = held.stream().map(item -> item.id().value()).collect(toSet());
        var found = new LinkedHashSet<AgencyId>();
        var filter = LogFilter.where()
                .caseId(caseFile.value())
                .outcome(Outcome.PERMITTED)
                .build();
        log.reading(reading).forEach(filter, entry -> {
            var event = entry.event();
            var manner = Disclosing.manner(event).orElse(null);
            boolean ofThese = event.items().stream().anyMatch(item -> ids.contains(item.item()));
            boolean ofCategory = manner == Manner.MADE_AVAILABLE
                    && event.actor().agency().equals(own)
                    && event.category() != null
                    && categories.contains(DataCategory.valueOf(event.category()));
            if (manner != null && (ofThese || ofCategory)) {
                found.addAll(Disclosing.receivers(event, manner));
            }
        });
        found.remove(own);
        return found;
    }

    /** Who would be told when what was decided is carried out; nobody before it is settled what it is about. */
    public List<AgencyId> whoWouldBeTold(String number) {
        var reading = look("request=" + number);
        var file = find(reading.who().agency(), number);
        var found = new LinkedHashSet<AgencyId>();
        ours(casesOf(file, reading), file.affected(), reading.who().agency())
                .forEach((each, held) -> found.addAll(recipients(each, held, file.affected(), reading)));
        return new ArrayList<>(found);
    }

    // being told

    /**
     * Confirms what was done after another agency told what became of data, or of the consent for them.
     *
     * @throws NotPossible when it is gone, confirmed already, or the words are too few
     */
    public EntryCode confirm(UUID notice, NoticeOutcome outcome, String words) {
        var said = words(words);
        var told = requests.toldTo(current.current().agency(), notice)
                .orElseThrow(() -> new NotPossible("rights.error.notice-gone"));
        if (told.outcome().isPresent()) {
            throw new NotPossible("rights.error.confirmed");
        }
        var grant = gate.admit(ofAgency(Action.HANDLE_REQUEST, Purpose.SUBJECT_RIGHTS)
                .because("confirm: %s: %s".formatted(outcome, said))
                .with(Counterpart.of(told.sender(), Optional.empty()))
                .about(List.of(notice)));
        told.confirm(outcome, said, grant.who().professional(), grant.at(), sealer);
        requests.changed(told);
        notices.tell(told.sender(), Function.PRIVACY_OFFICER, "rights.confirmed", told.about());
        return grant.entry().code();
    }

    // answering who saw what

    /**
     * Admits a statement of who saw what, which {@link Statements} then writes outside this transaction.
     *
     * @param number of a request for access that was granted, as a whole or in part
     * @param staff whether it names who of the agencies looked
     */
    AdmittedStatement admitStatement(String number, boolean staff) {
        var file = find(current.current().agency(), number);
        if (file.request().right() != SubjectRight.ACCESS || !file.handling().granted()) {
            throw new NotPossible("rights.error.no-statement");
        }
        var grant = gate.admit(ofAgency(Action.EXPORT_LOG, Purpose.OVERSIGHT)
                .because("statement=%s; staff=%s".formatted(number, staff))
                .about(List.of(file.request().id())));
        var scope = scope(file).orElseThrow();
        var decided = file.last(HandlingStep.DECIDE).orElseThrow();
        var names = logNames.of(grant);
        var head = new StatementHead(
                number,
                names.agency(grant.who().agency()).orElseThrow().name(),
                file.request().regime(),
                file.request().receivedOn(),
                grant.at(),
                scope.categories(),
                scope.from(),
                scope.until(),
                log.gone(grant)
                        .map(Gone::before)
                        .filter(day ->
                                scope.from().filter(from -> !from.isBefore(day)).isEmpty()),
                withheld(file),
                decided.doing(sealer).ground(),
                staff);
        return new AdmittedStatement(head, log.reading(grant), linesAbout(file, scope), names, grant.who());
    }

    /** The lines about the person, the newest first: those of the cases, and before that of signals, which know no person. */
    private List<LogFilter> linesAbout(File file, Doing scope) {
        var from =
                scope.from().map(day -> day.atStartOfDay(AMSTERDAM).toInstant()).orElse(null);
        var until = scope.until()
                .map(day -> day.plusDays(1).atStartOfDay(AMSTERDAM).toInstant())
                .orElse(null);
        var ofSignals = requests.dossiers(file).stream()
                .filter(dossiers::isSignal)
                .map(signal -> LogFilter.where().caseId(signal.value()));
        var ofPerson = file
                .request()
                .caseFile()
                .flatMap(dossiers::person)
                .map(person -> LogFilter.where().person(person.value()))
                .stream();
        return Stream.concat(ofPerson, ofSignals)
                .map(where ->
                        where.outcome(Outcome.PERMITTED).from(from).until(until).build())
                .toList();
    }

    // the gate

    private boolean mayHandle() {
        return gate.wouldAdmit(ofAgency(Action.HANDLE_REQUEST, Purpose.SUBJECT_RIGHTS));
    }

    private AccessGrant admit(String why, List<UUID> rows) {
        return gate.admit(ofAgency(Action.HANDLE_REQUEST, Purpose.SUBJECT_RIGHTS)
                .because(why)
                .about(rows));
    }

    private AccessGrant look(String what) {
        return gate.admit(ofAgency(Action.VIEW_LOG, Purpose.OVERSIGHT).because(what));
    }

    private AccessRequest ofAgency(Action action, Purpose purpose) {
        return AccessRequest.ofLog(current.current(), action, purpose, clock.instant());
    }

    private AccessRequest onDossier(CaseFileId dossier) {
        return AccessRequest.of(
                current.current(),
                Action.HANDLE_REQUEST,
                dossiers.isSignal(dossier)
                        ? new ResourceRef.OfSignalCard(dossier.value())
                        : new ResourceRef.OfCase(dossier.value()),
                Purpose.SUBJECT_RIGHTS,
                clock.instant());
    }

    private static String words(String typed) {
        var words = typed == null ? "" : typed.strip();
        if (words.length() < SHORTEST_WORDS || words.length() > LONGEST_WORDS) {
            throw new NotPossible("rights.error.words", SHORTEST_WORDS, LONGEST_WORDS);
        }
        return words;
    }
}
