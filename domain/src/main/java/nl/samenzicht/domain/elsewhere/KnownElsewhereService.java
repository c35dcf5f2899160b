package nl.samenzicht.domain.elsewhere;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static nl.samenzicht.security.directory.Function.caseworkerAt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import nl.samenzicht.domain.casefile.AllowedCases;
import nl.samenzicht.domain.casefile.CaseFiles;
import nl.samenzicht.domain.casefile.Items;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.elsewhere.AskedQuestion.Contact;
import nl.samenzicht.domain.elsewhere.AskedQuestion.ContactState;
import nl.samenzicht.domain.elsewhere.KnownHolder.State;
import nl.samenzicht.domain.linkage.Answer;
import nl.samenzicht.domain.linkage.FoundPerson;
import nl.samenzicht.domain.linkage.LinkageIndex;
import nl.samenzicht.domain.linkage.PersonQuestion;
import nl.samenzicht.domain.linkage.Weights;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.store.Casework;
import nl.samenzicht.security.TimeOrderedId;
import nl.samenzicht.security.access.AccessGate;
import nl.samenzicht.security.access.AccessGate.Known;
import nl.samenzicht.security.access.AccessRequest;
import nl.samenzicht.security.access.Counterpart;
import nl.samenzicht.security.access.ResourceRef;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.CurrentProfessional;
import nl.samenzicht.security.directory.Directory;
import nl.samenzicht.security.directory.Notices;
import nl.samenzicht.security.keys.RowMac;
import nl.samenzicht.security.keys.Sealer;
import nl.samenzicht.security.ledger.EntryCode;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.Purpose;

/**
 * Asks whether others know the person of one's own case, and brings both sides in touch once both agree.
 *
 * <p>Asking does the same work whoever is known where: as many statements, comparisons, decisions, lines of the log, rows and
 * notices. What there is too few of is made up with what is nobody's.
 */
@ApplicationScoped
public class KnownElsewhereService {

    /** Of how many agencies it is told that they know somebody; those that are surest come first. */
    static final int MOST_HOLDERS = 5;

    private static final int ITEMS_AT_ONCE = 32;
    private static final int SHORTEST_REASON = 20;
    private static final int MOST = 100;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final AccessGate gate;
    private final CurrentProfessional current;
    private final EntityManager store;
    private final Items items;
    private final LinkageIndex index;
    private final QuestionLimits limits;
    private final CaseFiles caseFiles;
    private final Directory directory;
    private final Notices notices;
    private final Sealer sealer;
    private final RowMac macs;
    private final Clock clock;
    private final Weights weights = Weights.standard();

    protected KnownElsewhereService() {
        this(null, null, null, null, null, null, null, null, null, null, null, null);
    }

    @Inject
    public KnownElsewhereService(
            AccessGate gate,
            CurrentProfessional current,
            @Casework EntityManager store,
            Items items,
            LinkageIndex index,
            QuestionLimits limits,
            CaseFiles caseFiles,
            Directory directory,
            Notices notices,
            Sealer sealer,
            RowMac macs,
            Clock clock) {
        this.gate = gate;
        this.current = current;
        this.store = store;
        this.items = items;
        this.index = index;
        this.limits = limits;
        this.caseFiles = caseFiles;
        this.directory = directory;
        this.notices = notices;
        this.sealer = sealer;
        this.macs = macs;
        this.clock = clock;
    }

    /**
     * Asks whether others know the person of a case, by what one's own agency recorded of them.
     *
     * @param why the reason, kept sealed in one's own log
     * @return known, maybe or not known; not who, nor how many
     * @throws NotPossible when the reason is too short, or too little is recorded to ask by
     * @throws nl.samenzicht.security.access.AccessDenied also when one asked too often
     */
    @Transactional
    public ToldAnswer ask(CaseFileId caseFile, String why, Purpose purpose) {
        var words = reason(why);
        var who = current.current();
        var at = clock.instant();
        limits.count(who, at);
        var grant = gate.admit(
                AccessRequest.of(who, Action.ASK_ELSEWHERE, new ResourceRef.OfPerson(caseFile.value()), purpose, at)
                        .because(words));
        var question = PersonQuestion.of(items.describing(grant), weights);
        if (question.isEmpty()) {
            throw new NotPossible("elsewhere.error.too-little");
        }
        var found = index.find(question).persons();
        var known = gate.known(grant, itemsOf(found)).stream().collect(toMap(Known::item, Function.identity()));
        var holders = holders(found, known);
        gate.recordTold(grant, holders.stream().map(Holding::by).toList(), MOST_HOLDERS);
        var answer = holders.isEmpty() ? Answer.NOT_KNOWN : holders.get(0).answer();
        var id = TimeOrderedId.next();
        store.persist(new KnownQuestion(id, caseFile, who, purpose, at, sealed(id, answer)).sign(macs));
        store.flush();
        for (int i = 0; i < MOST_HOLDERS; i++) {
            keep(id, i < holders.size() ? Optional.of(holders.get(i)) : Optional.empty(), who, at);
        }
        store.flush();
        return new ToldAnswer(id, answer, grant.entry().code());
    }

    /** Tells whether somebody could ask about a case now, without doing it; for drawing the page of the case. Is not recorded. */
    @Transactional
    public boolean mayAsk(CaseFileId caseFile, Purpose purpose) {
        return gate.wouldAdmit(AccessRequest.of(
                current.current(),
                Action.ASK_ELSEWHERE,
                new ResourceRef.OfPerson(caseFile.value()),
                purpose,
                clock.instant()));
    }

    private static String reason(String why) {
        var words = why == null ? "" : why.strip();
        if (words.length() < SHORTEST_REASON) {
            throw new NotPossible("elsewhere.error.reason-short", SHORTEST_REASON);
        }
        return words;
    }

    /** All items that something was found by, made up to a number that says nothing. */
    private static Set<UUID> itemsOf(List<FoundPerson> found) {
        var ids = new LinkedHashSet<UUID>();
        found.forEach(person -> ids.addAll(person.items()));
        while (ids.isEmpty() || ids.size() % ITEMS_AT_ONCE != 0) {
            ids.add(new UUID(RANDOM.nextLong(), RANDOM.nextLong()));
        }
        return ids;
    }

    /** An agency that knows the person, and the case and item by which it does so best. */
    private record Holding(Known by, double score, Answer answer) {}

    /** Who knows the person, the surest first, each agency once. */
    private List<Holding> holders(List<FoundPerson> found, Map<UUID, Known> known) {
        Map<AgencyId, Holding> byAgency = new LinkedHashMap<>();
        for (var person : found) {
            double score = person.score(weights, known::containsKey);
            var answer = weights.answer(score);
            if (answer != Answer.NOT_KNOWN) {
                person.items().stream()
                        .filter(known::containsKey)
                        .min(Comparator.naturalOrder())
                        .ifPresent(item -> byAgency.merge(
                                person.owner(),
                                new Holding(known.get(item), score, answer),
                                (one, other) -> one.score() >= other.score() ? one : other));
            }
        }
        return byAgency.values().stream()
                .sorted(Comparator.comparingDouble(Holding::score).reversed())
                .limit(MOST_HOLDERS)
                .toList();
    }

    private void keep(UUID question, Optional<Holding> holding, ActingProfessional who, Instant at) {
        var id = TimeOrderedId.next();
        var holder = holding.map(each -> each.by().owner()).orElseGet(() -> new AgencyId(TimeOrderedId.next()));
        var file = holding.map(each -> each.by().caseFile()).orElseGet(TimeOrderedId::next);
        var answer = holding.map(Holding::answer).orElse(Answer.NOT_KNOWN);
        store.persist(new KnownHolder(id, question, holder, new CaseFileId(file), sealed(id, answer), at).sign(macs));
        tell(holding.map(each -> each.by().owner()), "elsewhere.told", id, who);
    }

    /** Tells who works on cases at an agency; or writes as much for nobody. */
    private void tell(Optional<AgencyId> holder, String kind, UUID about, ActingProfessional asker) {
        var agency = holder.orElse(asker.agency());
        var function = caseworkerAt(directory.agency(agency).type()).orElse(asker.function());
        if (holder.isPresent()) {
            notices.tell(agency, function, kind, about);
        } else {
            notices.tellNobody(asker, kind, about);
        }
    }

    private byte[] sealed(UUID id, Answer answer) {
        return sealer.seal(place(id), new byte[] {(byte) answer.ordinal()});
    }

    private Answer opened(UUID id, byte[] sealed) {
        return opened(sealer, id, sealed);
    }

    static Answer opened(Sealer sealer, UUID id, byte[] sealed) {
        return Answer.values()[sealer.open(place(id), sealed)[0]];
    }

    private static String place(UUID id) {
        return "known-elsewhere:" + id;
    }

    /**
     * Asks whoever knows the person for contact. They are told what kind of agency asks and for which purpose, not who.
     *
     * @throws NotPossible when nobody is known, contact was asked already, or the question is not one's own agency's
     */
    @Transactional
    public EntryCode askContact(UUID question, String why) {
        var words = reason(why);
        var who = current.current();
        var at = clock.instant();
        var row = Optional.ofNullable(store.find(KnownQuestion.class, question, LockModeType.PESSIMISTIC_WRITE))
                .filter(each -> each.sound(macs) && each.asker().equals(who.agency()))
                .orElseThrow(() -> new NotPossible("elsewhere.error.gone"));
        var grant = gate.admit(AccessRequest.of(
                        who,
                        Action.ASK_CONTACT,
                        new ResourceRef.OfCase(row.caseFile().value()),
                        row.purpose(),
                        at)
                .because(words)
                .about(List.of(question)));
        if (opened(row.id(), row.sealedAnswer()) == Answer.NOT_KNOWN) {
            throw new NotPossible("elsewhere.error.nobody");
        }
        if (row.contactAskedAt().isPresent()) {
            throw new NotPossible("elsewhere.error.asked-before");
        }
        row.askContact(at);
        row.sign(macs);
        for (var holder : holdersOf(List.of(question))) {
            holder.askContact();
            holder.sign(macs);
            var real = opened(holder.id(), holder.sealedAnswer()) != Answer.NOT_KNOWN;
            tell(Optional.of(holder.holder()).filter(any -> real), "elsewhere.contact-asked", holder.id(), who);
        }
        return grant.entry().code();
    }

    private List<KnownHolder> holdersOf(Collection<UUID> questions) {
        if (questions.isEmpty()) {
            return List.of();
        }
        return store
                .createQuery(
                        "select h from KnownHolder h where h.question in :questions order by h.id", KnownHolder.class)
                .setParameter("questions", questions)
                .getResultList()
                .stream()
                .filter(row -> row.sound(macs))
                .toList();
    }

    /**
     * Agrees to contact or declines it, for one's own agency. When it agrees, both sides learn who the other is; when it
     * declines, the asker sees no other than if nobody had answered.
     *
     * @throws NotPossible when there is nothing to answer for one's own agency, any more or at all
     */
    @Transactional
    public EntryCode answerContact(UUID holder, boolean agree) {
        var who = current.current();
        var at = clock.instant();
        var row = Optional.ofNullable(store.find(KnownHolder.class, holder, LockModeType.PESSIMISTIC_WRITE))
                .filter(each -> each.sound(macs) && each.holder().equals(who.agency()) && each.state() == State.ASKED)
                .orElseThrow(() -> new NotPossible("elsewhere.error.gone"));
        var question = Optional.ofNullable(store.find(KnownQuestion.class, row.question()))
                .filter(each -> each.sound(macs) && each.waits(at))
                .orElseThrow(() -> new NotPossible("elsewhere.error.gone"));
        var answering = AccessRequest.of(
                        who,
                        Action.ANSWER_CONTACT,
                        new ResourceRef.OfCase(row.caseFile().value()),
                        question.purpose(),
                        at)
                .because(agree ? "AGREED" : "DECLINED")
                .about(List.of(holder));
        var grant = gate.admit(
                agree
                        ? answering.with(Counterpart.of(question.asker(), Optional.of(question.askerProfessional())))
                        : answering);
        row.answer(agree, who.professional(), at);
        row.sign(macs);
        if (agree) {
            notices.tell(question.asker(), question.askerProfessional(), "elsewhere.agreed", question.id());
        }
        return grant.entry().code();
    }

    /** The questions that concern one's own agency, of those that one may answer for. */
    @Transactional
    public Questions of(Purpose purpose) {
        var who = current.current();
        var at = clock.instant();
        gate.admit(AccessRequest.ofList(who, purpose, at));
        var mine = new AllowedCases(gate, who, Action.ANSWER_CONTACT, at);
        return new Questions(asked(who, mine, at), received(who, mine, at));
    }

    private List<AskedQuestion> asked(ActingProfessional who, AllowedCases mine, Instant at) {
        var rows = store
                .createQuery(
                        "select q from KnownQuestion q where q.asker = :agency order by q.askedAt desc",
                        KnownQuestion.class)
                .setParameter("agency", who.agency())
                .setMaxResults(MOST)
                .getResultList()
                .stream()
                .filter(row -> row.sound(macs) && mine.has(row.caseFile(), row.purpose()))
                .toList();
        var holders = holdersOf(rows.stream().map(KnownQuestion::id).toList()).stream()
                .collect(groupingBy(KnownHolder::question));
        return rows.stream()
                .map(row -> asked(row, holders.getOrDefault(row.id(), List.of()), at))
                .toList();
    }

    private AskedQuestion asked(KnownQuestion row, List<KnownHolder> holders, Instant at) {
        var contacts = holders.stream()
                .filter(holder -> holder.state() == State.AGREED)
                .map(holder -> new Contact(
                        directory.agency(holder.holder()),
                        directory.professional(holder.answeredBy().orElseThrow()),
                        holder.answeredAt().orElseThrow()))
                .toList();
        var answer = opened(row.id(), row.sealedAnswer());
        return new AskedQuestion(
                row.id(),
                caseFiles.nameOf(row.caseFile()),
                row.purpose(),
                directory.professional(row.askerProfessional()).displayName(),
                row.askedAt(),
                answer,
                contact(row, answer, !contacts.isEmpty(), at),
                contacts);
    }

    private static ContactState contact(KnownQuestion row, Answer answer, boolean agreed, Instant at) {
        if (answer == Answer.NOT_KNOWN) {
            return ContactState.NOBODY;
        }
        if (agreed) {
            return ContactState.AGREED;
        }
        if (row.contactAskedAt().isEmpty()) {
            return ContactState.POSSIBLE;
        }
        return row.waits(at) ? ContactState.WAITING : ContactState.NONE_CAME;
    }

    private List<ReceivedQuestion> received(ActingProfessional who, AllowedCases mine, Instant at) {
        var rows = store
                .createQuery(
                        "select h from KnownHolder h where h.holder = :agency order by h.toldAt desc, h.id desc",
                        KnownHolder.class)
                .setParameter("agency", who.agency())
                .setMaxResults(MOST)
                .getResultList()
                .stream()
                .filter(row -> row.sound(macs))
                .toList();
        var received = new ArrayList<ReceivedQuestion>();
        for (var row : rows) {
            Optional.ofNullable(store.find(KnownQuestion.class, row.question()))
                    .filter(question -> question.sound(macs) && mine.has(row.caseFile(), question.purpose()))
                    .ifPresent(question -> received.add(received(row, question, at)));
        }
        return received;
    }

    private ReceivedQuestion received(KnownHolder row, KnownQuestion question, Instant at) {
        return new ReceivedQuestion(
                row.id(),
                caseFiles.nameOf(row.caseFile()),
                question.purpose(),
                directory.agency(question.asker()).type(),
                opened(row.id(), row.sealedAnswer()),
                row.toldAt(),
                row.state(),
                row.state() == State.ASKED && question.waits(at),
                Optional.of(question)
                        .filter(any -> row.state() == State.AGREED)
                        .map(asked -> new Contact(
                                directory.agency(asked.asker()),
                                directory.professional(asked.askerProfessional()),
                                row.answeredAt().orElseThrow())));
    }
}
