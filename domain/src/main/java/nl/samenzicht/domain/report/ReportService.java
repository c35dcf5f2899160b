package nl.samenzicht.domain.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.samenzicht.domain.casefile.CaseFileService;
import nl.samenzicht.domain.casefile.CaseFiles;
import nl.samenzicht.domain.casefile.ContentCheck;
import nl.samenzicht.domain.casefile.ItemView;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.casefile.Participations;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.person.PartialDate;
import nl.samenzicht.domain.person.PersonId;
import nl.samenzicht.security.TimeOrderedId;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.security.access.AccessGate;
import nl.samenzicht.security.access.AccessGrant;
import nl.samenzicht.security.access.AccessRequest;
import nl.samenzicht.security.access.Counterpart;
import nl.samenzicht.security.access.ResourceRef;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.AgencyCard;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.AgencyType;
import nl.samenzicht.security.directory.CurrentProfessional;
import nl.samenzicht.security.directory.Directory;
import nl.samenzicht.security.keys.BlindIndex;
import nl.samenzicht.security.keys.BlindIndex.Kind;
import nl.samenzicht.security.keys.BlindToken;
import nl.samenzicht.security.keys.OutgoingSeal;
import nl.samenzicht.security.ledger.EntryCode;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.ConsentState;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Flag;
import nl.samenzicht.security.policy.ParticipationState;
import nl.samenzicht.security.policy.Purpose;
import nl.samenzicht.security.policy.Reason;
import nl.samenzicht.security.policy.Regime;

/**
 * Writing, sending, correcting and taking back reports to CoMensha.
 *
 * <p>Writing is one's own work and gives nothing away; sending is the disclosure, and asks anew for the ground as it stands
 * then. Sending writes the state and the sealed message in one transaction; who carries the message is another matter.
 */
@ApplicationScoped
public class ReportService {

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final int SHORTEST_GROUND = 20;
    private static final int MOST = 200;
    private static final Duration CONCEPT_IS_OLD = Duration.ofDays(7);
    private static final Duration RECEIPT_IS_LATE = Duration.ofDays(3);
    private static final Set<DataCategory> READ_FOR_REGISTRATION =
            EnumSet.of(DataCategory.IDENTITY, DataCategory.SIGNAL, DataCategory.RESIDENCE, DataCategory.CHILDREN);
    private static final Set<DataCategory> READ_FOR_PLACEMENT =
            EnumSet.of(DataCategory.IDENTITY, DataCategory.RISK, DataCategory.HEALTH);

    private final AccessGate gate;
    private final CurrentProfessional current;
    private final Reports reports;
    private final ReportRegisters registers;
    private final CaseFileService caseFiles;
    private final CaseFiles files;
    private final Participations participations;
    private final Directory directory;
    private final BlindIndex index;
    private final OutgoingSeal seal;
    private final ReportPost post;
    private final Clock clock;
    private final ReportFields catalogue = ReportFields.standard();

    protected ReportService() {
        this(null, null, null, null, null, null, null, null, null, null, null, null);
    }

    @Inject
    public ReportService(
            AccessGate gate,
            CurrentProfessional current,
            Reports reports,
            ReportRegisters registers,
            CaseFileService caseFiles,
            CaseFiles files,
            Participations participations,
            Directory directory,
            BlindIndex index,
            OutgoingSeal seal,
            ReportPost post,
            Clock clock) {
        this.gate = gate;
        this.current = current;
        this.reports = reports;
        this.registers = registers;
        this.caseFiles = caseFiles;
        this.files = files;
        this.participations = participations;
        this.directory = directory;
        this.index = index;
        this.seal = seal;
        this.post = post;
        this.clock = clock;
    }

    /** The tasks for which the asker could write a report in this case, without doing it; for drawing the buttons. */
    @Transactional
    public List<ReportTask> tasks(CaseFileId caseFile) {
        return receiver().isEmpty()
                ? List.of()
                : List.of(ReportTask.values()).stream()
                        .filter(task -> gate.wouldAdmit(section(caseFile, task, Action.PREPARE_REPORT)))
                        .toList();
    }

    private AccessRequest section(CaseFileId caseFile, ReportTask task, Action action) {
        return AccessRequest.of(
                current.current(),
                action,
                new ResourceRef.OfSection(caseFile.value(), task.category()),
                task.purpose(),
                clock.instant());
    }

    /** The one agency that registers and places; empty when it takes no part. */
    private Optional<AgencyCard> receiver() {
        return directory.activeAgencies().stream()
                .filter(agency -> agency.type() == AgencyType.COMENSHA)
                .findFirst();
    }

    private AgencyCard requireReceiver() {
        return receiver().orElseThrow(() -> new NotPossible("report.error.no-receiver"));
    }

    /**
     * Begins a report: reads what one's own agency recorded that the task may be filled from. Each category is read through
     * the gate for the purpose of the task and is on record; one that may not be read is asked for instead.
     */
    @Transactional
    public ReportStart begin(CaseFileId caseFile, ReportTask task) {
        gate.admit(section(caseFile, task, Action.PREPARE_REPORT));
        var receiver = requireReceiver();
        var today = today();
        var fields = catalogue.of(task, today);
        var own = own(caseFile, task, task == ReportTask.REGISTRATION ? READ_FOR_REGISTRATION : READ_FOR_PLACEMENT);
        var filled = filled(fields, own, task, today);
        var grounds = registers.grounds(caseFile, task, receiver.id());
        return new ReportStart(
                task,
                receiver,
                fields,
                filled.values(),
                own.keySet(),
                filled.missing(task, fields, ReportBasis.OTHER_GROUND, grounds.mayName()),
                grounds);
    }

    private Map<DataCategory, Map<String, String>> own(
            CaseFileId caseFile, ReportTask task, Set<DataCategory> categories) {
        var found = new LinkedHashMap<DataCategory, Map<String, String>>();
        for (var category : categories) {
            if (gate.wouldAdmit(AccessRequest.of(
                    current.current(),
                    Action.VIEW_SECTION,
                    new ResourceRef.OfSection(caseFile.value(), category),
                    task.purpose(),
                    clock.instant()))) {
                var values = ItemView.said(caseFiles.open(caseFile, category, task.purpose()).items().stream()
                        .filter(ItemView::own)
                        .toList());
                if (!values.isEmpty()) {
                    found.put(category, values);
                }
            }
        }
        return found;
    }

    private ReportContent filled(
            List<ReportField> fields, Map<DataCategory, Map<String, String>> own, ReportTask task, LocalDate today) {
        var values = new LinkedHashMap<String, String>();
        for (var field : fields) {
            field.from().ifPresent(source -> {
                var value = own.getOrDefault(source.category(), Map.of()).get(source.key());
                if (value != null) {
                    values.put(field.key(), value);
                }
            });
        }
        if (task == ReportTask.REGISTRATION) {
            reflection(own.getOrDefault(DataCategory.RESIDENCE, Map.of()), today)
                    .ifPresent(answer -> values.put("reflection", answer));
        }
        return new ReportContent(values).only(fields, field -> true).withAge(today);
    }

    private static Optional<String> reflection(Map<String, String> residence, LocalDate today) {
        if (!residence.containsKey("reflectionFrom")) {
            return Optional.empty();
        }
        var until = Optional.ofNullable(residence.get("reflectionUntil")).map(LocalDate::parse);
        return Optional.of(until.map(today::isBefore).orElse(true) ? "RUNNING" : "OVER");
    }

    /**
     * Writes a report down as a concept.
     *
     * @param typed value by field key, as typed; fields that its basis does not carry are left out
     * @throws NotPossible when this agency has a report for this task under way on this person: it is changed instead
     */
    @Transactional
    public UUID compose(CaseFileId caseFile, ReportTask task, ReportBasis basis, Map<String, String> typed) {
        var who = current.current();
        var at = clock.instant();
        var id = TimeOrderedId.next();
        gate.admit(section(caseFile, task, Action.PREPARE_REPORT).about(List.of(id)));
        var receiver = requireReceiver();
        requireOffered(caseFile, task, basis, receiver.id());
        if (reports.of(caseFile, who.agency()).stream()
                .anyMatch(report -> report.task() == task && report.state() != ReportState.WITHDRAWN)) {
            throw new NotPossible("report.error.under-way");
        }
        var content = content(caseFile, task, basis, typed, receiver.id());
        var person = files.of(caseFile).orElseThrow();
        var report = new Report(
                id,
                caseFile,
                person,
                victim(basis, person, who.agency(), receiver.id()),
                task,
                who.agency(),
                receiver.id(),
                basis,
                parts(task, content),
                who.professional(),
                at);
        reports.add(report);
        reports.write(report, 1, content, Regime.of(who.agencyType()), who.professional(), at);
        return id;
    }

    private void requireOffered(CaseFileId caseFile, ReportTask task, ReportBasis basis, AgencyId receiver) {
        if (!registers.grounds(caseFile, task, receiver).possible().contains(basis)) {
            throw new NotPossible("report.error.basis-not-for-you");
        }
    }

    /** An anonymous report speaks of the person under a number of its own, by which nothing can be joined to it. */
    private UUID victim(ReportBasis basis, PersonId person, AgencyId sender, AgencyId receiver) {
        return basis == ReportBasis.ANONYMOUS ? TimeOrderedId.next() : reports.victimOf(person, sender, receiver);
    }

    /** The categories that leave only on a ground of their own, as far as the report says something of them. */
    private Set<DataCategory> parts(ReportTask task, ReportContent content) {
        var parts = EnumSet.noneOf(DataCategory.class);
        catalogue.of(task, today()).stream()
                .filter(field -> content.values().containsKey(field.key()))
                .forEach(field -> field.level().category().ifPresent(parts::add));
        return parts;
    }

    /** What of the typed values this basis carries. */
    private ReportContent content(
            CaseFileId caseFile, ReportTask task, ReportBasis basis, Map<String, String> typed, AgencyId receiver) {
        var today = today();
        var fields = catalogue.of(task, today);
        var definitions = fields.stream().map(ReportField::definition).toList();
        var stored = new ReportContent(ContentCheck.check(definitions, typed)).withAge(today);
        if (basis == ReportBasis.ANONYMOUS) {
            return stored.anonymous(fields);
        }
        var named = registers.mayName(caseFile, task, receiver)
                && (basis != ReportBasis.CONSENT
                        || registers.grounds(caseFile, task, receiver).consentFor(DataCategory.IDENTITY));
        return stored.only(fields, field -> named || field.level() != ReportLevel.IDENTITY)
                .without(basis == ReportBasis.OTHER_GROUND ? List.of() : List.of("groundText"));
    }

    /**
     * Changes what a report says or rests on; of one that was received this begins a correction.
     *
     * @param seen the version that the change started from
     * @throws NotPossible when somebody else changed it meanwhile; nothing was overwritten
     */
    @Transactional
    public void change(CaseFileId caseFile, UUID id, int seen, ReportBasis basis, Map<String, String> typed) {
        var report = held(caseFile, id, Action.PREPARE_REPORT);
        var grant = gate.admit(about(report, Action.PREPARE_REPORT));
        requireOffered(caseFile, report.task(), basis, report.receiver());
        var content = content(caseFile, report.task(), basis, typed, report.receiver());
        var regrounded = report.sentBasis().isEmpty()
                && (basis == ReportBasis.ANONYMOUS) != (report.basis() == ReportBasis.ANONYMOUS);
        var version = report.changedFrom(seen, basis, parts(report.task(), content), grant.at());
        if (regrounded) {
            report.speakOf(victim(basis, report.person(), report.sender(), report.receiver()));
        }
        reports.changed(report);
        reports.write(
                report,
                version,
                content,
                Regime.of(grant.who().agencyType()),
                grant.who().professional(),
                grant.at());
    }

    /**
     * Says that the report was looked over and is right as it stands.
     *
     * @throws NotPossible when something is missing that the task cannot do without, or the other ground is not written out
     */
    @Transactional
    public void check(CaseFileId caseFile, UUID id, int seen) {
        var report = held(caseFile, id, Action.PREPARE_REPORT);
        var grant = gate.admit(about(report, Action.PREPARE_REPORT));
        requireWhole(report, reports.read(grant, report, report.currentVersion()));
        report.check(seen, grant.at());
        reports.changed(report);
    }

    private void requireWhole(Report report, ReportContent content) {
        var missing = content.missing(
                report.task(), catalogue.of(report.task(), today()), report.basis(), report.identified());
        if (!missing.isEmpty()) {
            throw new NotPossible("report.error.missing", missing.size());
        }
        if (report.basis() == ReportBasis.OTHER_GROUND
                && content.value("groundText").orElse("").length() < SHORTEST_GROUND) {
            throw new NotPossible("report.error.ground-short", SHORTEST_GROUND);
        }
    }

    /** What was sent: under which number, and the log entry of it. */
    public record Sent(int number, EntryCode entry) {}

    /**
     * Sends a checked report, or a checked correction. The ground is asked for as it stands now, with each consent that the
     * report needs for what it says: a consent that was withdrawn since is refused here, and the report stays as it was.
     *
     * @throws AccessDenied when the ground does not hold, with the reason that may be told
     */
    @Transactional
    public Sent send(CaseFileId caseFile, UUID id, int seen) {
        var report = held(caseFile, id, Action.REPORT);
        report.requireSendable(seen);
        var key = requireKey();
        var at = clock.instant();
        var asked = disclosures(report, at);
        asked.stream()
                .filter(request -> !gate.wouldAdmit(request))
                .findFirst()
                .ifPresent(request -> refuse(report, request));
        var grants = asked.stream().map(gate::admit).toList();
        var grant = grants.get(0);
        var content = reports.read(grant, report, report.currentVersion());
        requireWhole(report, content);
        requireOfferedCodes(report, content);
        var restsOn = registers.restsOn(report, at);
        var kind = report.sentVersion() == 0 ? MessageKind.REPORT : MessageKind.CORRECTION;
        var number = report.send(seen, asked.get(0).counterpart().orElseThrow().consentId(), at);
        var tokens = report.basis() == ReportBasis.ANONYMOUS
                ? Map.<String, List<BlindToken>>of()
                : pseudonyms(report, content);
        reports.pseudonyms(report, tokens);
        reports.wrapForReceiver(
                report, report.currentVersion(), Regime.of(grant.who().agencyType()));
        reports.changed(report);
        post(report, number, kind, restsOn, tokens, Optional.of(content), key, at);
        return new Sent(number, grant.entry().code());
    }

    private String requireKey() {
        return post.receiverKeyset().orElseThrow(() -> new NotPossible("report.error.no-key"));
    }

    /**
     * What sending asks for: the report itself, on every consent that it needs at once, and the name apart, because a rule of
     * its own says who may name somebody.
     */
    private List<AccessRequest> disclosures(Report report, Instant at) {
        var task = report.task();
        var needed = EnumSet.of(task.category());
        needed.addAll(report.parts());
        var apart = needed.contains(DataCategory.IDENTITY) && task.category() != DataCategory.IDENTITY;
        if (apart) {
            needed.remove(DataCategory.IDENTITY);
        }
        var whole = about(report, Action.REPORT).with(registers.towards(report, needed, at));
        var named = AccessRequest.of(
                        current.current(),
                        Action.REPORT,
                        new ResourceRef.OfSection(report.caseFile().value(), DataCategory.IDENTITY),
                        task.purpose(),
                        at)
                .about(List.of(report.id()))
                .with(registers.towards(report, EnumSet.of(DataCategory.IDENTITY), at));
        return apart ? List.of(whole, named) : List.of(whole);
    }

    /**
     * Has the gate refuse, which records it: one line, before any says that something was disclosed. Some reasons that it
     * tells nobody, or not precisely, are no secret to who keeps this report: what is missing is their own to do.
     */
    private void refuse(Report report, AccessRequest request) {
        try {
            gate.admit(request);
        } catch (AccessDenied refusal) {
            var flags = request.counterpart().orElseThrow().flags();
            if (refusal.told() == Reason.NOTHING_HERE && flags.contains(Flag.BLOCKED_PARENT)) {
                throw new NotPossible("report.error.parent-kept-out");
            }
            if (refusal.told() == Reason.NOTHING_HERE
                    && report.basis() == ReportBasis.POLICE_DUTY
                    && !flags.contains(Flag.PROVISION_RECORDED)) {
                throw new NotPossible("report.error.no-provision");
            }
            if (refusal.told() == Reason.CONSENT_MISSING || refusal.told() == Reason.CONSENT_WITHDRAWN) {
                registers.partWithoutConsent(report, request.at()).ifPresent(part -> {
                    throw new NotPossible("report.error.no-consent." + part);
                });
            }
            throw refusal;
        }
    }

    /** An anonymous report is made of closed lists whenever it is sent, also where a list became shorter since. */
    private void requireOfferedCodes(Report report, ReportContent content) {
        if (report.basis() == ReportBasis.ANONYMOUS
                && !content.anonymous(catalogue.of(report.task(), today())).equals(content)) {
            throw new NotPossible("report.error.codes-over");
        }
    }

    /** By what the receiver may see that two reports are about one person; never made from a citizen service number. */
    private Map<String, List<BlindToken>> pseudonyms(Report report, ReportContent content) {
        var known = report.identified() ? content.values() : identityOf(report);
        var receiver = report.receiver().value();
        var tokens = new LinkedHashMap<String, List<BlindToken>>();
        Optional.ofNullable(known.get("vNumber"))
                .ifPresent(number -> tokens.put("V_NUMBER", index.pseudonyms(receiver, Kind.V_NUMBER, number)));
        var name = (known.getOrDefault("givenNames", "") + " " + known.getOrDefault("familyName", "")).strip();
        Optional.ofNullable(known.get("birthDate"))
                .flatMap(PartialDate::parse)
                .filter(birth -> birth.day() != 0 && !birth.estimated())
                .filter(birth -> known.containsKey("familyName")
                        && !BlindIndex.nameParts(name).isEmpty())
                .ifPresent(
                        birth -> tokens.put("NAME_AND_BIRTH_DATE", index.pseudonyms(receiver, name, birth.earliest())));
        return tokens;
    }

    private Map<String, String> identityOf(Report report) {
        return own(report.caseFile(), report.task(), EnumSet.of(DataCategory.IDENTITY))
                .getOrDefault(DataCategory.IDENTITY, Map.of());
    }

    private void post(
            Report report,
            int number,
            MessageKind kind,
            Set<UUID> restsOn,
            Map<String, List<BlindToken>> tokens,
            Optional<ReportContent> content,
            String key,
            Instant at) {
        var message = TimeOrderedId.next();
        var sender = directory.agency(report.sender());
        var letter = new Envelope.Letter(
                message,
                kind,
                number,
                report.id(),
                report.victim(),
                report.task(),
                report.basis(),
                sender.type().code(),
                sender.name(),
                LocalDate.ofInstant(at, AMSTERDAM),
                registers.parentsKeptOut(report.caseFile()),
                tokens.values().stream().flatMap(List::stream).toList(),
                content,
                report.isDestroyed());
        reports.add(new ReportMessage(
                message,
                report.id(),
                number,
                report.sentVersion(),
                kind,
                restsOn,
                new Envelope(seal).of(letter, key),
                at));
    }

    /**
     * Takes a report back. What was sent is followed by a message that says so, whatever became of the ground; a concept is
     * just ended. The receiver does not read it here any more.
     *
     * <p>Also one whose content was destroyed: that it was made is kept for years, and may turn out to be a mistake. The message
     * then says that the reporter has destroyed it, and what the receiver could still read here is destroyed as well.
     */
    @Transactional
    public void withdraw(CaseFileId caseFile, UUID id, int seen, String why) {
        var words = why == null ? "" : why.strip();
        if (words.length() < SHORTEST_GROUND) {
            throw new NotPossible("report.error.reason-short", SHORTEST_GROUND);
        }
        var report = ours(reports.hold(id), caseFile, id, Action.PREPARE_REPORT);
        var grant = gate.admit(about(report, Action.PREPARE_REPORT)
                .because(words)
                .with(Counterpart.of(report.receiver(), Optional.empty())));
        var message = report.withdraw(seen, grant.at());
        reports.changed(report);
        if (message.isPresent()) {
            reports.unwrapFromReceiver(report);
            reports.pseudonyms(report, Map.of());
            if (report.isDestroyed()) {
                reports.forgetWhatNobodyHolds(report);
            }
            postWithdrawal(report, message.get(), grant.at());
        }
    }

    private void postWithdrawal(Report report, int number, Instant at) {
        post(report, number, MessageKind.WITHDRAWAL, Set.of(), Map.of(), Optional.empty(), requireKey(), at);
    }

    /**
     * Says once more that a report was taken back, when the receiver did not take that.
     *
     * @throws NotPossible when there is nothing to say again
     */
    @Transactional
    public void withdrawAgain(CaseFileId caseFile, UUID id) {
        var report = ours(reports.hold(id), caseFile, id, Action.PREPARE_REPORT);
        var grant = gate.admit(
                about(report, Action.PREPARE_REPORT).with(Counterpart.of(report.receiver(), Optional.empty())));
        if (!waiting(report, reports.messagesOf(id), grant.at())
                .equals(Optional.of(ReportCard.Waiting.WITHDRAWAL_REFUSED))) {
            throw new NotPossible("report.error.not-now." + report.state());
        }
        var number = report.withdrawAgain();
        reports.changed(report);
        postWithdrawal(report, number, grant.at());
    }

    /** A report of one's own agency whose content can still change. */
    private Report held(CaseFileId caseFile, UUID id, Action action) {
        var report = ours(reports.hold(id), caseFile, id, action);
        // who may not do this at all is refused by the gate, and learns nothing here
        if (report.isDestroyed() && gate.wouldAdmit(about(report, action))) {
            throw new NotPossible("report.error.destroyed");
        }
        return report;
    }

    /** Whoever tries a number that is not theirs is refused by the gate, so that it is on record; it finds nothing there. */
    private Report ours(Optional<Report> found, CaseFileId caseFile, UUID id, Action action) {
        return found.filter(report -> isOurs(report, caseFile)).orElseThrow(() -> {
            gate.admit(AccessRequest.of(
                    current.current(),
                    action,
                    new ResourceRef.OfReport(Optional.of(caseFile.value()), id, ReportTask.REGISTRATION.category()),
                    ReportTask.REGISTRATION.purpose(),
                    clock.instant()));
            return new IllegalStateException("Report %s was admitted and is not there".formatted(id));
        });
    }

    private boolean isOurs(Report report, CaseFileId caseFile) {
        return report.caseFile().equals(caseFile)
                && report.sender().equals(current.current().agency());
    }

    private AccessRequest about(Report report, Action action) {
        return AccessRequest.of(
                current.current(),
                action,
                new ResourceRef.OfReport(
                        Optional.of(report.caseFile().value()),
                        report.id(),
                        report.task().category()),
                report.task().purpose(),
                clock.instant());
    }

    /** Opens a report of one's own agency: what it says, what was sent of it exactly as it was sent, and what is missing. */
    @Transactional
    public ReportView open(CaseFileId caseFile, UUID id) {
        var report = ours(reports.find(id), caseFile, id, Action.VIEW_REPORT);
        var grant = gate.admit(about(report, Action.VIEW_REPORT));
        var fields = catalogue.of(report.task(), today());
        var content = reports.read(grant, report, report.currentVersion());
        var messages = reports.messagesOf(id);
        return new ReportView(
                card(report, messages, grant.at()),
                report.victim(),
                report.currentVersion(),
                report.checked(),
                report.identified(),
                report.isDestroyed(),
                fields,
                content.values(),
                report.isDestroyed()
                        ? List.of()
                        : content.missing(report.task(), fields, report.basis(), report.identified()),
                messages.stream().map(message -> sent(grant, report, message)).toList(),
                registers.grounds(caseFile, report.task(), report.receiver()),
                grant.entry().code());
    }

    private ReportView.SentMessage sent(AccessGrant grant, Report report, ReportMessage message) {
        return new ReportView.SentMessage(
                message.id(),
                message.number(),
                message.kind(),
                message.delivery(),
                message.attempts(),
                message.problem(),
                message.writtenAt(),
                message.deliveredAt(),
                message.confirmedAt(),
                message.kind() == MessageKind.WITHDRAWAL
                        ? Map.of()
                        : reports.read(grant, report, message.reportVersion()).values());
    }

    /** The reports of one's own agency in a case for a task, newest first, without what they say. */
    @Transactional
    public List<ReportCard> of(CaseFileId caseFile, ReportTask task) {
        var grant = gate.admit(section(caseFile, task, Action.VIEW_REPORT));
        return reports.of(caseFile, grant.who().agency()).stream()
                .filter(report -> report.task() == task)
                .map(report -> card(report, reports.messagesOf(report.id()), grant.at()))
                .toList();
    }

    /** The reports of one's own agency that wait for somebody, as a part of a list that was admitted once for all its parts. */
    public List<ReportCard> waiting(AccessGrant list) {
        gate.check(list, Action.LIST_CASES);
        var who = list.who();
        return reports.underWay(who.agency(), MOST).stream()
                .filter(report ->
                        takesPart(report, who, list.at()) && gate.wouldAdmit(about(report, Action.VIEW_REPORT)))
                .map(report -> card(report, reports.messagesOf(report.id()), list.at()))
                .filter(card -> card.waiting().isPresent())
                .toList();
    }

    /** The reports of one's own agency that wait for somebody: refused, not confirmed, begun long ago, or without ground. */
    @Transactional
    public List<ReportCard> waiting(Purpose purpose) {
        return waiting(gate.admit(AccessRequest.ofList(current.current(), purpose, clock.instant())));
    }

    private boolean takesPart(Report report, ActingProfessional who, Instant at) {
        return participations
                        .standingOf(report.caseFile(), who.agency(), who.professional(), at)
                        .state()
                == ParticipationState.ACTIVE;
    }

    private ReportCard card(Report report, List<ReportMessage> messages, Instant at) {
        var last =
                messages.isEmpty() ? Optional.<ReportMessage>empty() : Optional.of(messages.get(messages.size() - 1));
        return new ReportCard(
                report.id(),
                files.nameOf(report.caseFile()),
                report.task(),
                report.state(),
                report.basis(),
                directory.agency(report.receiver()),
                report.reference(),
                report.currentVersion() > report.sentVersion(),
                last.flatMap(ReportMessage::problem),
                waiting(report, messages, at),
                directory.professional(report.composedBy()).displayName(),
                report.changedAt());
    }

    private Optional<ReportCard.Waiting> waiting(Report report, List<ReportMessage> messages, Instant at) {
        var delivery = messages.isEmpty()
                ? Optional.<Delivery>empty()
                : Optional.of(messages.get(messages.size() - 1).delivery());
        var refused = delivery.equals(Optional.of(Delivery.REFUSED));
        var withdrawn = report.state() == ReportState.WITHDRAWN;
        if (refused && !withdrawn) {
            return Optional.of(ReportCard.Waiting.REFUSED);
        }
        if (refused && messages.stream().anyMatch(ReportMessage::handedOver)) {
            return Optional.of(ReportCard.Waiting.WITHDRAWAL_REFUSED);
        }
        var unsent = report.state().isUnsent();
        if (unsent && delivery.equals(Optional.of(Delivery.STOPPED))) {
            return Optional.of(ReportCard.Waiting.STOPPED);
        }
        if (!unsent && !withdrawn && groundGone(messages, at)) {
            return Optional.of(ReportCard.Waiting.GROUND_GONE);
        }
        if (unsent && report.changedAt().plus(CONCEPT_IS_OLD).isBefore(at)) {
            return Optional.of(ReportCard.Waiting.OLD_CONCEPT);
        }
        var open = delivery.filter(where -> where == Delivery.WAITING || where == Delivery.DELIVERED)
                .isPresent();
        return open
                        && messages.get(messages.size() - 1)
                                .writtenAt()
                                .plus(RECEIPT_IS_LATE)
                                .isBefore(at)
                ? Optional.of(ReportCard.Waiting.UNCONFIRMED)
                : Optional.empty();
    }

    private boolean groundGone(List<ReportMessage> messages, Instant at) {
        return messages.stream()
                .reduce((older, newer) -> newer)
                .filter(last ->
                        last.delivery() == Delivery.STOPPED || reports.consentOf(last, at) == ConsentState.WITHDRAWN)
                .isPresent();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), AMSTERDAM);
    }
}
