package nl.samenzicht.domain.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.samenzicht.domain.consent.ConsentId;
import nl.samenzicht.domain.consent.Consents;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.person.PersonId;
import nl.samenzicht.domain.store.Casework;
import nl.samenzicht.domain.store.InstantConverter;
import nl.samenzicht.domain.store.Rows;
import nl.samenzicht.security.TimeOrderedId;
import nl.samenzicht.security.access.AccessGrant;
import nl.samenzicht.security.access.ItemFacts;
import nl.samenzicht.security.access.ResourceFacts;
import nl.samenzicht.security.access.ResourceRef;
import nl.samenzicht.security.access.RunningTransaction;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.keys.BlindToken;
import nl.samenzicht.security.keys.ItemIdentity;
import nl.samenzicht.security.keys.KeyHolder;
import nl.samenzicht.security.keys.RowMac;
import nl.samenzicht.security.keys.SealedContent;
import nl.samenzicht.security.keys.Vault;
import nl.samenzicht.security.keys.WrappedKey;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.ConsentState;
import nl.samenzicht.security.policy.Ground;
import nl.samenzicht.security.policy.Regime;
import nl.samenzicht.security.policy.Relation;

/** All reports and what they say; content leaves it for a grant only. */
@ApplicationScoped
public class Reports {

    private static final Set<Action> READING = EnumSet.of(Action.VIEW_REPORT, Action.REPORT, Action.PREPARE_REPORT);
    private static final UUID NONE = new UUID(0, 0);

    /** What a report says and nobody holds a key to; the report is the one parameter. */
    private static final List<String> HELD_BY_NOBODY = List.of(
            "update report_version v set v.sealed = repeat(char(0), length(v.sealed)) where v.report_id = ? and not exists"
                    + " (select 1 from report_key k where k.report_id = v.report_id and k.version = v.version)",
            "delete v from report_version v where v.report_id = ? and not exists"
                    + " (select 1 from report_key k where k.report_id = v.report_id and k.version = v.version)",
            "delete p from report_pseudonym p where p.report_id = ? and not exists"
                    + " (select 1 from report_key k where k.report_id = p.report_id)");

    private final EntityManager store;
    private final Vault vault;
    private final RowMac macs;
    private final Consents consents;
    private final RunningTransaction transaction;

    protected Reports() {
        this(null, null, null, null, null);
    }

    @Inject
    public Reports(
            @Casework EntityManager store,
            Vault vault,
            RowMac macs,
            Consents consents,
            RunningTransaction transaction) {
        this.store = store;
        this.vault = vault;
        this.macs = macs;
        this.consents = consents;
        this.transaction = transaction;
    }

    /** What a report is to who asks: their own agency's, sent to their agency, or nothing. */
    public Optional<ItemFacts> factsOf(ResourceRef.OfReport resource, ActingProfessional who, Instant at) {
        return find(resource.report())
                .filter(report -> report.task().category() == resource.category())
                .flatMap(report ->
                        resource.caseFile().isPresent() ? own(report, resource, who) : received(report, who, at));
    }

    private static Optional<ItemFacts> own(Report report, ResourceRef.OfReport resource, ActingProfessional who) {
        return report.sender().equals(who.agency())
                        && report.caseFile().value().equals(resource.caseFile().orElseThrow())
                ? Optional.of(facts(
                        report,
                        report.currentVersion(),
                        who.agency(),
                        Regime.of(who.agencyType()),
                        Relation.OWN,
                        Ground.STATUTORY_TASK,
                        ConsentState.NONE))
                : Optional.empty();
    }

    /** For the receiver only what has arrived is there; what the sender is still writing is not. */
    private Optional<ItemFacts> received(Report report, ActingProfessional who, Instant at) {
        if (!report.receiver().equals(who.agency()) || report.sentVersion() == 0) {
            return Optional.empty();
        }
        return arrived(report)
                .map(message -> facts(
                        report,
                        message.reportVersion(),
                        who.agency(),
                        Regime.AVG,
                        Relation.SHARED,
                        groundOf(report.sentBasis().orElseThrow()),
                        stateAfterwards(consentOf(message, at))));
    }

    /**
     * How the consents that a message rests on stand at an instant: as the worst of them does; {@code NONE} when it rests on
     * no consent.
     */
    ConsentState consentOf(ReportMessage message, Instant at) {
        var states = message.restsOn().stream()
                .map(given -> consents.stateOf(Optional.of(new ConsentId(given)), at))
                .toList();
        return states.stream()
                .filter(state -> state == ConsentState.WITHDRAWN)
                .findFirst()
                .or(() -> states.stream()
                        .filter(state -> state != ConsentState.GRANTED)
                        .findFirst())
                .orElse(states.isEmpty() ? ConsentState.NONE : ConsentState.GRANTED);
    }

    /** A consent that has run out carried what was sent while it held; one that was withdrawn carries nothing any more. */
    private static ConsentState stateAfterwards(ConsentState state) {
        return state == ConsentState.EXPIRED ? ConsentState.GRANTED : state;
    }

    static Ground groundOf(ReportBasis basis) {
        return switch (basis) {
            case POLICE_DUTY -> Ground.STATUTORY_TASK;
            case CONSENT -> Ground.CONSENT;
            case OTHER_GROUND, ANONYMOUS -> Ground.OTHER_DOCUMENTED;
        };
    }

    private static ItemFacts facts(
            Report report,
            int version,
            AgencyId keyHolder,
            Regime regime,
            Relation relation,
            Ground ground,
            ConsentState consent) {
        return new ItemFacts(
                report.id(),
                report.task().category(),
                version,
                report.sender(),
                keyHolder,
                regime,
                relation,
                ground,
                consent,
                ResourceFacts.BEGINNING,
                ResourceFacts.NO_END,
                Set.of(),
                Optional.empty(),
                report.sentConsent().filter(given -> relation == Relation.SHARED),
                Optional.empty(),
                Set.of());
    }

    /** The person whom a report names, for the log of who reads it; nobody for an anonymous one. */
    public Optional<PersonId> personOf(UUID report) {
        return find(report)
                .filter(row -> row.sentBasis()
                        .map(basis -> basis != ReportBasis.ANONYMOUS)
                        .orElse(false))
                .map(Report::person);
    }

    /** The message by which the receiver knows what a report says: the newest that was handed over. */
    Optional<ReportMessage> arrived(Report report) {
        return messagesOf(report.id()).stream()
                .filter(message -> message.kind() != MessageKind.WITHDRAWAL && message.handedOver())
                .reduce((older, newer) -> newer);
    }

    Optional<Report> find(UUID id) {
        return Optional.ofNullable(store.find(Report.class, id)).filter(report -> report.sound(macs));
    }

    /** A report that nobody else changes until this transaction ends. */
    Optional<Report> hold(UUID id) {
        return Optional.ofNullable(store.find(Report.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(report -> report.sound(macs));
    }

    /** That a registration was begun, and whether it ever left. */
    public record Registration(boolean sent) {}

    /** The registration of the person of a case by one agency; empty when none was begun, or it was taken back. */
    public Optional<Registration> registration(CaseFileId caseFile, AgencyId sender) {
        return of(caseFile, sender).stream()
                .filter(report -> report.task() == ReportTask.REGISTRATION && report.state() != ReportState.WITHDRAWN)
                .findFirst()
                .map(report -> new Registration(report.sentVersion() > 0));
    }

    /** Whether any agency registered this person; to be counted, and told of nobody. */
    public boolean anybodyRegistered(PersonId person) {
        return sound(store.createQuery(
                                "select r from Report r where r.person = :person and r.task = :task and r.sentVersion > 0",
                                Report.class)
                        .setParameter("person", person)
                        .setParameter("task", ReportTask.REGISTRATION)
                        .getResultList())
                .stream()
                .anyMatch(report -> report.state() != ReportState.WITHDRAWN);
    }

    List<Report> of(CaseFileId caseFile, AgencyId sender) {
        return sound(store.createQuery(
                        "select r from Report r where r.caseFile = :caseFile and r.sender = :sender order by r.composedAt desc",
                        Report.class)
                .setParameter("caseFile", caseFile)
                .setParameter("sender", sender)
                .getResultList());
    }

    /** What an agency has under way: not withdrawn, or not known to be withdrawn; newest change first, at most so many. */
    List<Report> underWay(AgencyId sender, int most) {
        return sound(store.createQuery(
                        "select r from Report r where r.sender = :sender and (r.live = true or exists"
                                + " (select m.id from ReportMessage m where m.report = r.id and m.number = r.messages"
                                + " and m.kind = :withdrawal and m.delivery <> :confirmed)) order by r.changedAt desc",
                        Report.class)
                .setParameter("sender", sender)
                .setParameter("withdrawal", MessageKind.WITHDRAWAL)
                .setParameter("confirmed", Delivery.CONFIRMED)
                .setMaxResults(most)
                .getResultList());
    }

    /** What was sent to an agency for a task, newest first. */
    List<Report> sentTo(AgencyId receiver, ReportTask task, int most) {
        return sound(store.createQuery(
                        "select r from Report r where r.receiver = :receiver and r.task = :task and r.sentVersion > 0"
                                + " order by r.sentAt desc",
                        Report.class)
                .setParameter("receiver", receiver)
                .setParameter("task", task)
                .setMaxResults(most)
                .getResultList());
    }

    private List<Report> sound(List<Report> rows) {
        return rows.stream().filter(report -> report.sound(macs)).toList();
    }

    /**
     * The number under which this agency speaks of this person to a receiver: the one that it used before in a report that
     * was not anonymous, or else a new one that says nothing.
     */
    UUID victimOf(PersonId person, AgencyId sender, AgencyId receiver) {
        return sound(store.createQuery(
                                "select r from Report r where r.person = :person and r.sender = :sender"
                                        + " and r.receiver = :receiver order by r.composedAt",
                                Report.class)
                        .setParameter("person", person)
                        .setParameter("sender", sender)
                        .setParameter("receiver", receiver)
                        .getResultList())
                .stream()
                .filter(report -> report.sentBasis().orElse(report.basis()) != ReportBasis.ANONYMOUS)
                .map(Report::victim)
                .findFirst()
                .orElseGet(TimeOrderedId::next);
    }

    void add(Report report) {
        store.persist(report.sign(macs));
        store.flush();
    }

    void changed(Report report) {
        report.sign(macs);
        store.flush();
    }

    /** Writes a version of what the report says, for the sender's eyes alone. */
    void write(Report report, int version, ReportContent content, Regime regime, ProfessionalId by, Instant at) {
        var sealed =
                vault.seal(identity(report, version), content.bytes(), Set.of(new KeyHolder(report.sender(), regime)));
        store.createNativeQuery(
                        "insert into report_version (report_id, version, sealed, written_by, written_at) values (?,?,?,?,?)")
                .setParameter(1, report.id().toString())
                .setParameter(2, version)
                .setParameter(3, sealed.ciphertext())
                .setParameter(4, by.value().toString())
                .setParameter(5, InstantConverter.column(at))
                .executeUpdate();
        sealed.keys().forEach(key -> addKey(report.id(), version, key));
    }

    /** Lets the receiver open this version: adds a wrap of its data key, without unsealing. */
    void wrapForReceiver(Report report, int version, Regime regime) {
        addKey(
                report.id(),
                version,
                vault.wrapFor(
                        sealed(report, version),
                        new KeyHolder(report.sender(), regime),
                        KeyHolder.recipient(report.receiver())));
    }

    /** Takes the receiver's wraps away: what was taken back is not read here any more. */
    void unwrapFromReceiver(Report report) {
        store.createNativeQuery("delete from report_key where report_id = ? and holder = ?")
                .setParameter(1, report.id().toString())
                .setParameter(2, report.receiver().value().toString())
                .executeUpdate();
    }

    /** Destroys what a report says where nobody can open it any more. */
    void forgetWhatNobodyHolds(Report report) {
        HELD_BY_NOBODY.forEach(sql -> Rows.change(store, sql, report.id()));
    }

    /** Reads a version of what a report says that the grant covers. */
    ReportContent read(AccessGrant grant, Report report, int version) {
        if (!READING.contains(grant.action())) {
            throw new IllegalStateException("Grant %s is for '%s', not for a report"
                    .formatted(grant.entry().code(), grant.action()));
        }
        grant.usedFor(grant.action(), transaction.key());
        if (report.isDestroyed() && report.sender().equals(grant.who().agency())) {
            return ReportContent.NOTHING;
        }
        return ReportContent.of(vault.open(grant, sealed(report, version)));
    }

    private SealedContent sealed(Report report, int version) {
        return find(report, version)
                .orElseThrow(
                        () -> new IllegalStateException("Report %s has no version %d".formatted(report.id(), version)));
    }

    private Optional<SealedContent> find(Report report, int version) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = store.createNativeQuery("select v.sealed, k.holder, k.regime, k.wrapped"
                        + " from report_version v join report_key k on k.report_id = v.report_id and k.version = v.version"
                        + " where v.report_id = ? and v.version = ?")
                .setParameter(1, report.id().toString())
                .setParameter(2, version)
                .getResultList();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new SealedContent(
                identity(report, version),
                (byte[]) rows.get(0)[0],
                rows.stream()
                        .map(row -> new WrappedKey(
                                new KeyHolder(new AgencyId(UUID.fromString(row[1].toString())), Regime.valueOf((String)
                                        row[2])),
                                (byte[]) row[3]))
                        .toList()));
    }

    private static ItemIdentity identity(Report report, int version) {
        return new ItemIdentity(
                report.id(),
                version,
                report.caseFile().value(),
                report.task().category().name(),
                report.sender());
    }

    private void addKey(UUID report, int version, WrappedKey key) {
        store.createNativeQuery(
                        "insert ignore into report_key (report_id, version, holder, regime, wrapped) values (?,?,?,?,?)")
                .setParameter(1, report.toString())
                .setParameter(2, version)
                .setParameter(3, key.holder().agency().value().toString())
                .setParameter(4, key.holder().regime().name())
                .setParameter(5, key.wrapped())
                .executeUpdate();
    }

    /** Replaces the pseudonyms under which a receiver compares this report with others. */
    void pseudonyms(Report report, Map<String, List<BlindToken>> tokens) {
        store.createNativeQuery("delete from report_pseudonym where report_id = ?")
                .setParameter(1, report.id().toString())
                .executeUpdate();
        tokens.forEach((kind, each) -> each.forEach(token -> store.createNativeQuery(
                        "insert ignore into report_pseudonym (report_id, receiver, kind, token) values (?,?,?,?)")
                .setParameter(1, report.id().toString())
                .setParameter(2, report.receiver().value().toString())
                .setParameter(3, kind)
                .setParameter(4, token.bytes())
                .executeUpdate()));
    }

    /** Two reports to one receiver that share a pseudonym of this kind. */
    record Overlap(UUID report, UUID other, String kind) {}

    /** Which of these reports share a pseudonym with another report to the same receiver of which the victim is another. */
    List<Overlap> overlaps(AgencyId receiver, Collection<UUID> reports) {
        if (reports.isEmpty()) {
            return List.of();
        }
        @SuppressWarnings("unchecked")
        List<Object[]> rows = store.createNativeQuery("select distinct p.report_id, o.report_id, p.kind"
                        + " from report_pseudonym p join report_pseudonym o on o.receiver = p.receiver and o.token = p.token"
                        + " join report a on a.id = p.report_id join report b on b.id = o.report_id"
                        + " where p.receiver = ? and a.victim <> b.victim and a.sent_version > 0 and b.sent_version > 0"
                        + " and a.state <> 'WITHDRAWN' and b.state <> 'WITHDRAWN' order by 1, 2, 3")
                .setParameter(1, receiver.value().toString())
                .getResultList();
        return rows.stream()
                .map(row -> new Overlap(
                        UUID.fromString(row[0].toString()), UUID.fromString(row[1].toString()), (String) row[2]))
                .filter(overlap -> reports.contains(overlap.report()))
                .toList();
    }

    void add(ReportMessage message) {
        store.persist(message.sign(macs));
        store.flush();
    }

    void changed(ReportMessage message) {
        message.sign(macs);
        store.flush();
    }

    /** The messages of a report in the order of their numbers. */
    List<ReportMessage> messagesOf(UUID report) {
        return store
                .createQuery(
                        "select m from ReportMessage m where m.report = :report order by m.number", ReportMessage.class)
                .setParameter("report", report)
                .getResultList()
                .stream()
                .filter(message -> message.sound(macs))
                .toList();
    }

    /** A message that nobody else changes until this transaction ends. */
    Optional<ReportMessage> holdMessage(UUID id) {
        return Optional.ofNullable(store.find(ReportMessage.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(message -> message.sound(macs));
    }

    /** The next messages to carry: each only when what its report sent before has been handed over. */
    List<UUID> due(Instant at, int most) {
        return store.createQuery(
                        "select m.id from ReportMessage m where m.delivery = :waiting and m.nextAttemptAt <= :at and not exists"
                                + " (select e.id from ReportMessage e where e.report = m.report and e.number < m.number"
                                + " and e.delivery = :waiting) order by m.nextAttemptAt",
                        UUID.class)
                .setParameter("waiting", Delivery.WAITING)
                .setParameter("at", at)
                .setMaxResults(most)
                .getResultList();
    }

    /** The next number of a receipt that is given on this platform. */
    long nextReference() {
        return ((Number) store.createNativeQuery("select next value for report_reference")
                        .getSingleResult())
                .longValue();
    }

    /** What a check of all reports of an agency finds. */
    public interface Findings {
        /** A report that is as we wrote it, with the number of its newest version. */
        void sound(UUID report, int version);

        /** A report, or a message of it, that is not as we wrote it. */
        void forged(UUID report, CaseFileId caseFile);

        /** A version of what a report says that does not open or is gone. */
        void damaged(UUID report, int version, CaseFileId caseFile);
    }

    /** Checks each report that an agency made, and whether each version of it would open. Shows no content. */
    public void inspect(AgencyId agency, Regime regime, Findings findings) {
        Rows.each(
                store,
                Report.class,
                "r.sender = :agency",
                Map.of("agency", agency),
                NONE,
                Report::id,
                report -> inspect(report, new KeyHolder(agency, regime), findings));
    }

    private void inspect(Report report, KeyHolder holder, Findings findings) {
        var messages = store.createQuery("select m from ReportMessage m where m.report = :report", ReportMessage.class)
                .setParameter("report", report.id())
                .getResultList();
        if (!report.sound(macs) || !messages.stream().allMatch(message -> message.sound(macs))) {
            findings.forged(report.id(), report.caseFile());
            return;
        }
        findings.sound(report.id(), report.currentVersion());
        for (int version = 1; version <= report.currentVersion() && !report.isDestroyed(); version++) {
            var sealed = find(report, version);
            if (sealed.isEmpty() || !vault.isIntact(holder, sealed.get())) {
                findings.damaged(report.id(), version, report.caseFile());
            }
        }
    }
}
