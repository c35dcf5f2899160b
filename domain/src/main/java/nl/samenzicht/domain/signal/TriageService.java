package nl.samenzicht.domain.signal;

import static java.util.stream.Collectors.toUnmodifiableSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.samenzicht.domain.casefile.CaseFileService;
import nl.samenzicht.domain.casefile.CaseFiles;
import nl.samenzicht.domain.casefile.CaseName;
import nl.samenzicht.domain.casefile.CaseSearchService;
import nl.samenzicht.domain.casefile.Cooperation;
import nl.samenzicht.domain.casefile.ItemContent;
import nl.samenzicht.domain.casefile.ItemHeader;
import nl.samenzicht.domain.casefile.ItemId;
import nl.samenzicht.domain.casefile.ItemKind;
import nl.samenzicht.domain.casefile.ItemReader;
import nl.samenzicht.domain.casefile.Items;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.casefile.OpenCase;
import nl.samenzicht.domain.casefile.Participations;
import nl.samenzicht.domain.indicator.Assessment;
import nl.samenzicht.domain.indicator.IndicatorSets;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.signal.SignalStep.Step;
import nl.samenzicht.domain.signal.SignalView.StepView;
import nl.samenzicht.security.access.AccessGate;
import nl.samenzicht.security.access.AccessGrant;
import nl.samenzicht.security.access.AccessRequest;
import nl.samenzicht.security.access.Counterpart;
import nl.samenzicht.security.access.ResourceRef;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.CurrentProfessional;
import nl.samenzicht.security.directory.Directory;
import nl.samenzicht.security.directory.Notices;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Purpose;

/**
 * What the agency that received a signal does: take it, ask for more, pass it on, weigh it, take it up in a case or close it.
 * Every decision rests on an assessment with a conclusion of a person, and the sender hears what may be told of it.
 */
@ApplicationScoped
public class TriageService {

    private static final Purpose PURPOSE = Purpose.SIGNAL_ASSESSMENT;
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final Set<SignalState> WAITING =
            EnumSet.of(SignalState.SENT, SignalState.TAKEN, SignalState.MORE_ASKED);

    private final AccessGate gate;
    private final CurrentProfessional current;
    private final Signals signals;
    private final Items items;
    private final ItemReader reader;
    private final CaseFileService caseFiles;
    private final CaseFiles names;
    private final Participations participations;
    private final CaseSearchService searches;
    private final IndicatorSets indicators;
    private final Directory directory;
    private final Notices notices;
    private final Clock clock;

    protected TriageService() {
        this(null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    @Inject
    public TriageService(
            AccessGate gate,
            CurrentProfessional current,
            Signals signals,
            Items items,
            ItemReader reader,
            CaseFileService caseFiles,
            CaseFiles names,
            Participations participations,
            CaseSearchService searches,
            IndicatorSets indicators,
            Directory directory,
            Notices notices,
            Clock clock) {
        this.gate = gate;
        this.current = current;
        this.signals = signals;
        this.items = items;
        this.reader = reader;
        this.caseFiles = caseFiles;
        this.names = names;
        this.participations = participations;
        this.searches = searches;
        this.indicators = indicators;
        this.directory = directory;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * The signals of the asker's agency.
     *
     * @param waiting those that still have to be decided on, urgent ones and those that wait longest first
     * @param decided those that were decided on, at most 500
     */
    public record Queue(List<SignalCard> waiting, List<SignalCard> decided) {
        public Queue {
            waiting = List.copyOf(waiting);
            decided = List.copyOf(decided);
        }
    }

    /** What came to the asker's agency, without content. */
    @Transactional
    public Queue queue() {
        var list = gate.admit(AccessRequest.of(
                current.current(),
                Action.LIST_SIGNALS,
                new ResourceRef.OfAgency(DataCategory.SIGNAL),
                PURPOSE,
                clock.instant()));
        return new Queue(cards(list, WAITING), cards(list, EnumSet.complementOf(EnumSet.copyOf(WAITING))));
    }

    private List<SignalCard> cards(AccessGrant list, Set<SignalState> states) {
        return signals.heldBy(list, states).stream()
                .map(signal -> SignalCards.card(signal, list.who(), directory))
                .toList();
    }

    /** Opens a signal: what its sender may read back, or what its assessor may read; one look, one line in the log. */
    @Transactional
    public SignalView open(SignalId id) {
        var grant = gate.admit(look(id), EnumSet.of(Action.TRIAGE_SIGNAL, Action.RECORD_ITEM));
        var who = grant.who();
        var signal = signals.find(id).orElseThrow();
        if (signal.state() == SignalState.DRAFT) {
            throw new NotPossible("signal.error.not-sent");
        }
        var ours = signal.isHeldBy(who.agency());
        return new SignalView(
                SignalCards.card(signal, who, directory),
                reader.read(grant),
                signals.steps(id).stream()
                        .filter(step -> ours || isTold(step.step()))
                        .map(step -> new StepView(
                                step.step(),
                                directory.agency(step.agency()),
                                step.toAgency().map(directory::agency),
                                step.at()))
                        .toList(),
                grant.possible(),
                signal.caseFile()
                        .filter(file -> participations.active(file, who.agency(), grant.at()))
                        .map(names::nameOf),
                grant.entry().code());
    }

    /** What a sender hears: that it arrived, was taken, was passed on, was asked about, and that it was taken up or closed. */
    private static boolean isTold(Step step) {
        return step != Step.ASSESSED;
    }

    private AccessRequest look(SignalId id) {
        return AccessRequest.of(
                current.current(), Action.VIEW_SECTION, new ResourceRef.OfSignal(id.value()), PURPOSE, clock.instant());
    }

    private AccessRequest deciding(SignalId id, Instant at) {
        return AccessRequest.of(
                current.current(), Action.TRIAGE_SIGNAL, new ResourceRef.OfSignal(id.value()), PURPOSE, at);
    }

    /** Takes a signal, or takes it over from a colleague. */
    @Transactional
    public void take(SignalId id) {
        var at = clock.instant();
        var held = signals.held(id);
        var grant = gate.admit(deciding(id, at));
        var signal = held.orElseThrow();
        signal.taken(grant.who().professional());
        signals.changed(signal);
        signals.note(signal, Step.TAKEN, grant.who(), Optional.empty(), at);
        tellSender(signal, "signal.taken");
    }

    /** Asks its sender for more; the sender reads the question. */
    @Transactional
    public void askMore(SignalId id, String question) {
        var at = clock.instant();
        var content = SignalService.note(question, at);
        var held = signals.held(id);
        var item = ItemId.next();
        var grant = gate.admit(toSender(deciding(id, at).about(List.of(item.value())), held));
        var signal = held.orElseThrow();
        signal.moreAsked();
        signals.changed(signal);
        signals.add(signal, item, DataCategory.SIGNAL, ItemKind.NOTE, content, Optional.of(signal.fromAgency()), grant);
        signals.note(signal, Step.MORE_ASKED, grant.who(), Optional.empty(), at);
        tellSender(signal, "signal.more-asked");
    }

    /** Names the sender as the other side, when that is another agency. */
    private static AccessRequest toSender(AccessRequest request, Optional<Signal> held) {
        return held.filter(signal -> !signal.fromAgency().equals(request.who().agency()))
                .map(signal ->
                        request.with(Counterpart.of(signal.fromAgency(), Optional.of(signal.fromProfessional()))))
                .orElse(request);
    }

    /**
     * Passes a signal on to another agency, with what its sender wrote and words of one's own. One's own agency reads no more of
     * it than what it wrote itself.
     */
    @Transactional
    public void refer(SignalId id, AgencyId to, String words) {
        var at = clock.instant();
        var content = SignalService.note(words, at);
        var who = current.current();
        var held = signals.held(id);
        if (to.equals(who.agency())) {
            throw new NotPossible("signal.error.refer-to-oneself");
        }
        var item = ItemId.next();
        var passing = held.map(this::ofTheSender).orElse(List.of());
        gate.admit(deciding(id, at));
        var grant = gate.admit(AccessRequest.of(
                        who,
                        Action.SEND_SIGNAL,
                        new ResourceRef.OfSignal(
                                id.value(), passing.stream().map(ItemId::value).collect(toUnmodifiableSet())),
                        PURPOSE,
                        at)
                .with(Counterpart.of(to, Optional.empty()))
                .about(List.of(item.value())));
        var signal = held.orElseThrow();
        signal.referred(to, at);
        signals.changed(signal);
        signals.add(signal, item, DataCategory.SIGNAL, ItemKind.NOTE, content, Optional.of(to), grant);
        if (!to.equals(signal.fromAgency())) {
            items.wrapFor(passing, to);
        }
        items.unwrapFrom(passing, who.agency());
        signals.note(signal, Step.REFERRED, who, Optional.of(to), at);
        notices.tellReaders(to, "signal.received", signal.id().value());
        tellSender(signal, "signal.passed-on");
    }

    private List<ItemId> ofTheSender(Signal signal) {
        return items.headers(signal.id().dossier()).stream()
                .filter(item -> item.owner().equals(signal.fromAgency()))
                .filter(item -> item.kind() == ItemKind.FIELDS || item.kind() == ItemKind.NOTE)
                .map(ItemHeader::id)
                .toList();
    }

    /**
     * Records an assessment with the conclusion of whoever makes it.
     *
     * @throws nl.samenzicht.domain.casefile.ContentNotValid when the reason is missing or an observation is not valid
     */
    @Transactional
    public void assess(SignalId id, Assessment assessment) {
        var at = clock.instant();
        var values = assessment.values(indicators.version(assessment.setVersion()), LocalDate.ofInstant(at, AMSTERDAM));
        var held = signals.held(id);
        var item = ItemId.next();
        var grant = gate.admit(deciding(id, at).about(List.of(item.value())));
        var signal = held.orElseThrow();
        signal.assessed(assessment.conclusion(), assessment.form());
        signals.changed(signal);
        signals.add(
                signal,
                item,
                DataCategory.SIGNAL,
                ItemKind.ASSESSMENT,
                new ItemContent(values),
                Optional.empty(),
                grant);
        signals.note(signal, Step.ASSESSED, grant.who(), Optional.empty(), at);
    }

    /** Cases of the asker's agency that may be about the same person, with why they may be; shows nothing of them. */
    @Transactional
    public List<CaseSearchService.Alike> alike(SignalId id) {
        return searches.alike(gate.admit(look(id)), Purpose.SUPPORT);
    }

    /** Takes a signal up in a new case, which the asker's agency leads. */
    @Transactional
    public CaseName accept(SignalId id, Cooperation cooperation) {
        var held = signals.held(id);
        var look = gate.admit(look(id));
        gate.admit(deciding(id, look.at()));
        var signal = held.orElseThrow();
        var opened = caseFiles.open(new OpenCase(cooperation), PURPOSE);
        decide(signal, SignalState.ACCEPTED, Step.ACCEPTED, Optional.of(opened.id()), look);
        caseFiles.takeUp(look, opened.id(), PURPOSE);
        tellSender(signal, "signal.taken-up");
        return opened;
    }

    /** Takes a signal up in a case in which the asker's agency takes part. */
    @Transactional
    public void link(SignalId id, CaseFileId into) {
        var held = signals.held(id);
        var look = gate.admit(look(id));
        gate.admit(deciding(id, look.at()));
        var signal = held.orElseThrow();
        caseFiles.takeUp(look, into, PURPOSE);
        decide(signal, SignalState.LINKED, Step.LINKED, Optional.of(into), look);
        tellSender(signal, "signal.taken-up");
    }

    /**
     * Closes a signal without a case. One that is unfounded is kept for the term of {@code signal/terms.tsv} and not used any more
     * after that.
     *
     * @param toSender what the sender may read about it; blank when nothing may be told
     */
    @Transactional
    public void close(SignalId id, String toSender) {
        var at = clock.instant();
        var held = signals.held(id);
        var told = Optional.ofNullable(toSender)
                .filter(words -> !words.isBlank())
                .map(words -> SignalService.note(words, at));
        var item = ItemId.next();
        var closing =
                deciding(id, at).about(told.map(words -> List.of(item.value())).orElse(List.of()));
        var grant = gate.admit(told.isPresent() ? toSender(closing, held) : closing);
        var signal = held.orElseThrow();
        decide(signal, SignalState.CLOSED, Step.CLOSED, Optional.empty(), grant);
        told.ifPresent(words -> signals.add(
                signal, item, DataCategory.SIGNAL, ItemKind.NOTE, words, Optional.of(signal.fromAgency()), grant));
        if (!signal.conclusion().orElseThrow().isPositive()) {
            var until = SignalTerms.unfoundedUntil(at);
            items.headers(id.dossier()).forEach(each -> items.keepUntil(each.id(), until));
        }
        tellSender(signal, "signal.closed");
    }

    private void decide(Signal signal, SignalState as, Step step, Optional<CaseFileId> in, AccessGrant grant) {
        signal.decided(as, in, grant.who().professional(), grant.at());
        signals.changed(signal);
        signals.note(signal, step, grant.who(), Optional.empty(), grant.at());
    }

    private void tellSender(Signal signal, String kind) {
        notices.tell(
                signal.fromAgency(),
                signal.fromProfessional(),
                kind,
                signal.id().value());
    }
}
