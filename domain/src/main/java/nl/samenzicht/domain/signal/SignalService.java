package nl.samenzicht.domain.signal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.samenzicht.domain.casefile.ContentCheck;
import nl.samenzicht.domain.casefile.ContentNotValid;
import nl.samenzicht.domain.casefile.FieldCatalogue;
import nl.samenzicht.domain.casefile.FieldError;
import nl.samenzicht.domain.casefile.ItemContent;
import nl.samenzicht.domain.casefile.ItemId;
import nl.samenzicht.domain.casefile.ItemKind;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.signal.SignalStep.Step;
import nl.samenzicht.security.access.AccessGate;
import nl.samenzicht.security.access.AccessGrant;
import nl.samenzicht.security.access.AccessRequest;
import nl.samenzicht.security.access.Counterpart;
import nl.samenzicht.security.access.ResourceRef;
import nl.samenzicht.security.directory.AgencyCard;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.AgencyType;
import nl.samenzicht.security.directory.CurrentProfessional;
import nl.samenzicht.security.directory.Directory;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.security.directory.Notices;
import nl.samenzicht.security.keys.Canonical;
import nl.samenzicht.security.keys.RowMac;
import nl.samenzicht.security.ledger.EntryCode;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Purpose;
import nl.samenzicht.security.policy.Regime;

/**
 * What somebody who notices something does: write it down without losing a word, send it to who can assess it, answer what is
 * asked, and hear what became of it.
 */
@ApplicationScoped
public class SignalService {

    private static final Purpose PURPOSE = Purpose.SIGNAL_ASSESSMENT;
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final Duration SAME_WORDS = Duration.ofDays(30);
    private static final int SHORTEST_WORDS = 5;
    private static final int FINGERPRINT = 16;
    private static final Set<AgencyType> ASSESSES =
            EnumSet.of(AgencyType.MUNICIPALITY, AgencyType.CARE_PROVIDER, AgencyType.YOUTH_CARE, AgencyType.POLICE);

    private final AccessGate gate;
    private final CurrentProfessional current;
    private final Signals signals;
    private final Directory directory;
    private final Notices notices;
    private final RowMac macs;
    private final Clock clock;

    protected SignalService() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    public SignalService(
            AccessGate gate,
            CurrentProfessional current,
            Signals signals,
            Directory directory,
            Notices notices,
            RowMac macs,
            Clock clock) {
        this.gate = gate;
        this.current = current;
        this.signals = signals;
        this.directory = directory;
        this.notices = notices;
        this.macs = macs;
        this.clock = clock;
    }

    /** Whether signals are work of the asker's function at all; nothing is looked at for it. */
    public boolean isWork() {
        return gate.wouldAdmit(listing());
    }

    private AccessRequest listing() {
        return AccessRequest.of(
                current.current(),
                Action.LIST_SIGNALS,
                new ResourceRef.OfAgency(DataCategory.SIGNAL),
                PURPOSE,
                clock.instant());
    }

    /** The signals that the asker wrote, newest first. */
    @Transactional
    public List<SignalCard> written() {
        var list = gate.admit(listing());
        return signals.writtenBy(list).stream()
                .map(signal -> SignalCards.card(signal, list.who(), directory))
                .toList();
    }

    /**
     * Begins a signal with what was typed so far; from now on it is kept.
     *
     * @param typed value by field key, as typed; nothing is checked but its size
     */
    @Transactional
    public SignalDraft begin(Map<String, String> typed) {
        var who = current.current();
        var content = ContentCheck.asTyped(typed);
        var at = clock.instant();
        var id = SignalId.next();
        var grant = gate.admit(
                AccessRequest.of(who, Action.RECORD_ITEM, new ResourceRef.OfAgency(DataCategory.SIGNAL), PURPOSE, at)
                        .about(List.of(id.value())));
        var signal = signals.begin(id, who, at);
        int saves = signals.saveDraft(grant, id, content, 0);
        return new SignalDraft(id, signal.number(), content.values(), saves, at);
    }

    /**
     * Keeps what was typed so far.
     *
     * @param seen how often the draft had been saved when this began
     * @return how often it is saved now
     * @throws NotPossible when another window saved it meanwhile, or it was sent; nothing was overwritten
     */
    @Transactional
    public int save(SignalId id, int seen, Map<String, String> typed) {
        var content = ContentCheck.asTyped(typed);
        return signals.saveDraft(admitDraft(id, Action.CHANGE_ITEM), id, content, seen);
    }

    private AccessGrant admitDraft(SignalId id, Action action) {
        return gate.admit(AccessRequest.of(
                current.current(), action, new ResourceRef.OfSignal(id.value()), PURPOSE, clock.instant()));
    }

    /** Opens one's own draft to go on with it. */
    @Transactional
    public SignalDraft resume(SignalId id) {
        var grant = admitDraft(id, Action.VIEW_SECTION);
        var signal = signals.find(id).orElseThrow();
        var draft = signals.draft(grant, id);
        return new SignalDraft(id, signal.number(), draft.content().values(), draft.saves(), draft.savedAt());
    }

    /** Throws a draft away; nothing of it is left but the lines of the log. */
    @Transactional
    public void discard(SignalId id) {
        var signal = signals.held(id);
        admitDraft(id, Action.CHANGE_ITEM);
        if (signal.orElseThrow().state() != SignalState.DRAFT) {
            throw new NotPossible("signal.error.already-sent");
        }
        signals.discard(signal.get());
    }

    /**
     * The agencies to which the asker could send a signal: one's own first, then municipalities, by name. One in which nobody
     * reads content is left out, and the police keep theirs among themselves. Sending asks the rulebook again.
     */
    @Transactional
    public List<AgencyCard> receivers() {
        var who = current.current();
        return directory.activeAgencies().stream()
                .filter(agency -> ASSESSES.contains(agency.type()))
                .filter(agency -> directory.professionalsOf(agency.id()).stream()
                        .anyMatch(person -> person.functions().stream().anyMatch(Function::readsContent)))
                .filter(agency -> agency.id().equals(who.agency()) || Regime.of(who.agencyType()) != Regime.WPG)
                .sorted(Comparator.comparing((AgencyCard agency) -> !agency.id().equals(who.agency()))
                        .thenComparing(agency -> agency.type() != AgencyType.MUNICIPALITY)
                        .thenComparing(AgencyCard::name))
                .toList();
    }

    /**
     * Sends a signal to the agency that will assess it. Sent twice, it is sent once.
     *
     * @param seen how often the draft had been saved when this began
     * @param urgent whether somebody is in danger now
     * @param again whether to send it although the same words were sent before
     * @throws ContentNotValid with everything that is missing or wrong; the draft stays
     * @throws SentBefore when the same words were sent in the last thirty days and {@code again} is not said
     */
    @Transactional
    public EntryCode send(
            SignalId id, int seen, Map<String, String> typed, AgencyId to, boolean urgent, boolean again) {
        var who = current.current();
        var at = clock.instant();
        var form = SignalForm.of(typed);
        var found = signals.held(id);
        var words = fingerprint(form);
        found.filter(signal -> signal.isFrom(who.agency(), who.professional())).ifPresent(own -> {
            if (own.state() != SignalState.DRAFT) {
                throw new NotPossible("signal.error.already-sent");
            }
            if (!again) {
                signals.sameWords(who, words, at.minus(SAME_WORDS)).ifPresent(number -> {
                    throw new SentBefore(number);
                });
            }
        });
        var seenItem = ItemId.next();
        var aboutItem = form.about().map(about -> ItemId.next());
        var made = Stream.concat(Stream.of(seenItem), aboutItem.stream())
                .map(ItemId::value)
                .toList();
        var within = to.equals(who.agency());
        var sending = AccessRequest.of(
                        who,
                        within ? Action.CHANGE_ITEM : Action.SEND_SIGNAL,
                        new ResourceRef.OfSignal(id.value()),
                        PURPOSE,
                        at)
                .about(made);
        var grant = gate.admit(within ? sending : sending.with(Counterpart.of(to, Optional.empty())));
        var signal = found.orElseThrow();
        signals.endDraft(id, seen);
        signals.add(signal, seenItem, DataCategory.SIGNAL, ItemKind.FIELDS, form.seen(), Optional.of(to), grant);
        aboutItem.ifPresent(item -> signals.add(
                signal,
                item,
                DataCategory.IDENTITY,
                ItemKind.FIELDS,
                form.about().orElseThrow(),
                Optional.of(to),
                grant));
        signal.sent(to, urgent, Optional.ofNullable(form.seen().values().get("seenIn")), words, at);
        signals.changed(signal);
        signals.note(signal, Step.SENT, who, Optional.of(to), at);
        notices.tellReaders(to, "signal.received", id.value());
        return grant.entry().code();
    }

    /** What is missing or wrong in a signal as it is typed; nothing when its words could be sent. */
    public List<FieldError> faults(Map<String, String> typed) {
        try {
            SignalForm.of(typed);
            return List.of();
        } catch (ContentNotValid wrong) {
            return wrong.errors();
        }
    }

    private byte[] fingerprint(SignalForm form) {
        var mac = macs.of(Canonical.of("signal-words").text(form.plainWords()));
        return Arrays.copyOfRange(mac, mac.length - FINGERPRINT, mac.length);
    }

    /**
     * Adds to a signal that one sent: the answer to a question, or something that came up since.
     *
     * @throws NotPossible when somebody else sent it, it was decided on already, or the words are too few
     */
    @Transactional
    public EntryCode tellMore(SignalId id, String words) {
        var who = current.current();
        var at = clock.instant();
        var content = note(words, at);
        var found = signals.held(id);
        var item = ItemId.next();
        if (found.filter(signal -> signal.isHeldBy(who.agency()) && !signal.isFrom(who.agency(), who.professional()))
                .isPresent()) {
            throw new NotPossible("signal.error.not-yours");
        }
        var holder = found.flatMap(Signal::holder);
        var adding = AccessRequest.of(who, Action.RECORD_ITEM, new ResourceRef.OfSignal(id.value()), PURPOSE, at)
                .about(List.of(item.value()));
        var grant = gate.admit(holder.filter(to -> !to.equals(who.agency()))
                .map(to -> adding.with(Counterpart.of(to, Optional.empty())))
                .orElse(adding));
        var signal = found.orElseThrow();
        signal.moreTold();
        signals.add(signal, item, DataCategory.SIGNAL, ItemKind.NOTE, content, holder, grant);
        signals.changed(signal);
        signals.note(signal, Step.MORE_TOLD, who, Optional.empty(), at);
        tellWhoAsked(signal);
        return grant.entry().code();
    }

    private void tellWhoAsked(Signal signal) {
        var holder = signal.holder().orElseThrow();
        signal.assignee()
                .ifPresentOrElse(
                        person -> notices.tell(
                                holder, person, "signal.answered", signal.id().value()),
                        () -> notices.tellReaders(
                                holder, "signal.answered", signal.id().value()));
    }

    /**
     * Records the steps of the Meldcode that one took or skipped with this signal; kept for one's own agency.
     *
     * @throws ContentNotValid when a step that was skipped has no reason, or a day is yet to come
     */
    @Transactional
    public void recordMeldcode(SignalId id, Meldcode steps) {
        var who = current.current();
        var at = clock.instant();
        var values = steps.values(LocalDate.ofInstant(at, AMSTERDAM));
        var item = ItemId.next();
        var grant =
                gate.admit(AccessRequest.of(who, Action.RECORD_ITEM, new ResourceRef.OfSignal(id.value()), PURPOSE, at)
                        .about(List.of(item.value())));
        signals.add(
                signals.find(id).orElseThrow(),
                item,
                DataCategory.SIGNAL,
                ItemKind.MELDCODE,
                new ItemContent(values),
                Optional.empty(),
                grant);
    }

    static ItemContent note(String words, Instant at) {
        var said = words == null ? "" : words.strip();
        if (said.length() < SHORTEST_WORDS) {
            throw new NotPossible("signal.error.words-short", SHORTEST_WORDS);
        }
        return ContentCheck.check(
                FieldCatalogue.standard(),
                DataCategory.SIGNAL,
                ItemKind.NOTE,
                Map.of(
                        ItemContent.NOTE_DATE,
                        LocalDate.ofInstant(at, AMSTERDAM).toString(),
                        ItemContent.NOTE_TEXT,
                        said));
    }

    /** The same words were sent not long ago: asking again is kinder than a second signal of one thing. */
    public static final class SentBefore extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String number;

        SentBefore(String number) {
            super("the same words were sent as signal " + number);
            this.number = number;
        }

        /** The number of the earlier signal. */
        public String number() {
            return number;
        }
    }
}
