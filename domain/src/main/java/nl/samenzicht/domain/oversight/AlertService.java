package nl.samenzicht.domain.oversight;

import static java.util.Comparator.comparing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.casefile.Participations;
import nl.samenzicht.domain.elsewhere.AnswersGiven;
import nl.samenzicht.domain.emergency.Verdict;
import nl.samenzicht.domain.officer.LogNames;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.store.Casework;
import nl.samenzicht.domain.store.InstantConverter;
import nl.samenzicht.security.access.AccessGate;
import nl.samenzicht.security.access.AccessGrant;
import nl.samenzicht.security.access.AccessRequest;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.CurrentProfessional;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.keys.RowMac;
import nl.samenzicht.security.keys.Sealer;
import nl.samenzicht.security.ledger.EntryCode;
import nl.samenzicht.security.ledger.LoggedEntry;
import nl.samenzicht.security.oversight.AgencyLog;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.ParticipationState;
import nl.samenzicht.security.policy.Purpose;

/**
 * Anomalies in the log of an agency, for its officers: found by the rules when an officer comes to look, kept until judged.
 * What is found is about the acts of the agency's own people; finding it, seeing its lines and judging it are on record.
 */
@ApplicationScoped
@Transactional
public class AlertService {
    /** For how many days back something new is told. */
    static final int WATCHED_DAYS = 14;

    /** How many days more are read, for what is usual. */
    static final int HISTORY_DAYS = 28;

    /** How many lines are gone through at most. */
    static final int MOST_LINES = 50_000;

    private static final int MOST_SHOWN = 200;

    private final AccessGate gate;
    private final CurrentProfessional current;
    private final EntityManager store;
    private final OwnActs acts;
    private final AgencyLog log;
    private final LogNames logNames;
    private final OversightSettingsService settings;
    private final Judgements judgements;
    private final Participations participations;
    private final AnswersGiven answers;
    private final Sealer sealer;
    private final RowMac macs;
    private final Clock clock;

    protected AlertService() {
        this(null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    @Inject
    public AlertService(
            AccessGate gate,
            CurrentProfessional current,
            @Casework EntityManager store,
            OwnActs acts,
            AgencyLog log,
            LogNames logNames,
            OversightSettingsService settings,
            Judgements judgements,
            Participations participations,
            AnswersGiven answers,
            Sealer sealer,
            RowMac macs,
            Clock clock) {
        this.gate = gate;
        this.current = current;
        this.store = store;
        this.acts = acts;
        this.log = log;
        this.logNames = logNames;
        this.settings = settings;
        this.judgements = judgements;
        this.participations = participations;
        this.answers = answers;
        this.sealer = sealer;
        this.macs = macs;
        this.clock = clock;
    }

    /** Goes through the log of one's own agency, and shows what was found now and before. */
    public AlertList alerts() {
        var grant = look("alerts");
        var agency = grant.who().agency();
        waitForOthers(agency, grant.at());
        var from = LocalDate.ofInstant(grant.at(), Watch.AMSTERDAM).minusDays(WATCHED_DAYS);
        var lines = acts.between(grant, startOf(from.minusDays(HISTORY_DAYS)), grant.at(), MOST_LINES);
        var thresholds = settings.inForce(agency);
        var watch = new Watch(lines, thresholds, from, grant.at(), known(grant, from));
        Stream.of(AnomalyRule.values())
                .flatMap(rule -> rule.in(watch).stream())
                .forEach(anomaly -> keep(agency, anomaly, thresholds.version(), grant.at()));
        store.flush();
        return view(grant, thresholds, lines.size() < MOST_LINES);
    }

    /** Two officers who come at once go through the log one after the other, so that nothing is told twice. */
    private void waitForOthers(AgencyId agency, Instant at) {
        store.createNativeQuery("insert into oversight_round (agency, gone_through_at) values (?, ?)"
                        + " on duplicate key update gone_through_at = values(gone_through_at)")
                .setParameter(1, agency.value().toString())
                .setParameter(2, InstantConverter.column(at))
                .executeUpdate();
    }

    private Circumstances known(AccessGrant grant, LocalDate from) {
        var marks = settings.watched(grant);
        var answered = answers.since(grant, startOf(from)).stream()
                .map(given -> new Circumstances.Answered(given.asker(), given.at(), given.answer()))
                .toList();
        return new Circumstances() {
            @Override
            public List<Marked> marks(UUID caseId) {
                return marks.getOrDefault(caseId, List.of());
            }

            @Override
            public ParticipationState standing(LoggedEntry line) {
                return participations
                        .standingOf(
                                new CaseFileId(line.event().caseId()),
                                grant.who().agency(),
                                Watch.who(line),
                                line.event().at())
                        .state();
            }

            @Override
            public Optional<String> typed(LoggedEntry line) {
                return log.typed(grant, line);
            }

            @Override
            public List<Answered> answers() {
                return answered;
            }
        };
    }

    /** Keeps what is new; what was judged already comes back only for lines that came after. */
    private void keep(AgencyId agency, Anomaly anomaly, int thresholds, Instant at) {
        var fingerprint = Alert.fingerprint(agency, anomaly, macs);
        var before = store.createQuery(
                        "select a from Alert a where a.agency = :agency and a.fingerprint = :fingerprint"
                                + " order by a.serial",
                        Alert.class)
                .setParameter("agency", agency)
                .setParameter("fingerprint", fingerprint)
                .getResultList();
        var judged = judgements.of(agency, before.stream().map(Alert::id).toList());
        var told = new HashSet<EntryCode>();
        before.stream()
                .filter(alert -> judged.containsKey(alert.id()))
                .forEach(alert -> told.addAll(alert.anomaly(sealer).lines()));
        var fresh = anomaly.restingOn(
                anomaly.lines().stream().filter(line -> !told.contains(line)).toList());
        if (fresh.lines().isEmpty()) {
            return;
        }
        var open =
                before.stream().filter(alert -> !judged.containsKey(alert.id())).findFirst();
        if (open.isEmpty()) {
            store.persist(new Alert(agency, fresh, fingerprint, before.size() + 1, thresholds, at, sealer).sign(macs));
        } else if (!open.get().anomaly(sealer).lines().equals(fresh.lines())) {
            open.get().rest(fresh, thresholds, sealer);
            open.get().sign(macs);
        }
    }

    private AlertList view(AccessGrant grant, ThresholdSet thresholds, boolean complete) {
        var who = grant.who();
        var names = logNames.of(grant);
        var alerts = sound(who.agency());
        var judged = judgements.of(who.agency(), alerts.stream().map(Alert::id).toList());
        var all = alerts.stream()
                .map(alert -> view(alert, judged, names, who.professional()))
                .toList();
        return new AlertList(
                all.stream()
                        .filter(AlertView::waits)
                        .sorted(comparing(AlertView::day).thenComparing(AlertView::foundAt))
                        .toList(),
                all.stream()
                        .filter(alert -> !alert.waits())
                        .sorted(comparing((AlertView alert) ->
                                        alert.judged().get(0).at())
                                .reversed())
                        .limit(AlertList.MOST)
                        .toList(),
                thresholds,
                complete,
                judgements.mayJudge(who),
                grant.entry().code());
    }

    private List<Alert> sound(AgencyId agency) {
        return store
                .createQuery(
                        "select a from Alert a where a.agency = :agency order by a.foundAt desc, a.id desc",
                        Alert.class)
                .setParameter("agency", agency)
                .getResultList()
                .stream()
                .filter(alert -> alert.sound(macs))
                .toList();
    }

    private AlertView view(
            Alert alert, Map<UUID, List<Judgement>> judged, LogNames.Names names, ProfessionalId looking) {
        var anomaly = alert.anomaly(sealer);
        return new AlertView(
                alert.id(),
                anomaly.rule(),
                anomaly.professional().flatMap(names::person),
                anomaly.day(),
                anomaly.caseId().flatMap(names::caseName),
                anomaly.figures(),
                anomaly.lines().size(),
                alert.thresholds(),
                alert.foundAt(),
                views(judged.getOrDefault(alert.id(), List.of())),
                anomaly.people().contains(looking));
    }

    private List<Judged> views(Collection<Judgement> rows) {
        return rows.stream().map(judgements::view).toList();
    }

    /** The lines that an alert of one's own agency rests on. */
    public AlertLines lines(UUID id) {
        var grant = look("alert=" + id);
        var names = logNames.of(grant);
        var alert = kept(grant.who().agency(), id).orElseThrow(() -> new NotPossible("alert.error.gone"));
        return new AlertLines(
                alert.anomaly(sealer).lines().stream()
                        .limit(MOST_SHOWN)
                        .map(code -> log.line(grant, code))
                        .flatMap(Optional::stream)
                        .map(names::line)
                        .toList(),
                grant.entry().code());
    }

    /**
     * Judges an alert, by somebody else than whom it is about. What is being investigated waits for another judgement.
     *
     * @throws NotPossible when it is gone or closed, the note is too short or too long, or it is about the judge
     */
    public EntryCode judge(UUID id, Verdict verdict, String note) {
        var who = current.current();
        var alert = kept(who.agency(), id);
        var before = judgements.of(who.agency(), List.of(id)).getOrDefault(id, List.of());
        var people = alert.map(found -> found.anomaly(sealer).people()).orElse(Set.of());
        var code = judgements.judge(who, id, Optional.empty(), people, verdict, note);
        if (alert.isEmpty()) {
            throw new NotPossible("alert.error.gone");
        }
        if (before.stream()
                .findFirst()
                .filter(last -> last.verdict() != Verdict.INVESTIGATE)
                .isPresent()) {
            throw new NotPossible("alert.error.closed");
        }
        return code;
    }

    private Optional<Alert> kept(AgencyId agency, UUID id) {
        return Optional.ofNullable(store.find(Alert.class, id))
                .filter(alert -> alert.agency().equals(agency) && alert.sound(macs));
    }

    private AccessGrant look(String why) {
        return gate.admit(AccessRequest.ofLog(current.current(), Action.VIEW_LOG, Purpose.OVERSIGHT, clock.instant())
                .because(why));
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(Watch.AMSTERDAM).toInstant();
    }
}
