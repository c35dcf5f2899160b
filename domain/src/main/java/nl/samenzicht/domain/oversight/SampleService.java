package nl.samenzicht.domain.oversight;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.emergency.BreakGlasses;
import nl.samenzicht.domain.emergency.BreakGlasses.Counted;
import nl.samenzicht.domain.emergency.Verdict;
import nl.samenzicht.domain.officer.LogNames;
import nl.samenzicht.domain.oversight.QuarterFigures.Tally;
import nl.samenzicht.domain.oversight.SampleLines.Drawn;
import nl.samenzicht.domain.store.Casework;
import nl.samenzicht.security.access.AccessGate;
import nl.samenzicht.security.access.AccessGrant;
import nl.samenzicht.security.access.AccessRequest;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.CurrentProfessional;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.keys.RowMac;
import nl.samenzicht.security.ledger.EntryCode;
import nl.samenzicht.security.ledger.LoggedEntry;
import nl.samenzicht.security.oversight.AgencyLog;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.Purpose;

/**
 * Samples of accesses by the agency's own people, drawn by a seed that nobody chooses, and judged by somebody else than whose
 * access it was. A period is drawn from once, so that nobody draws until it suits.
 */
@ApplicationScoped
@Transactional
public class SampleService {
    /** A line reaches the log within about a second; nothing later than this ago is drawn from. */
    private static final Duration SETTLED = Duration.ofSeconds(5);

    private static final int QUARTERS = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final AccessGate gate;
    private final CurrentProfessional current;
    private final EntityManager store;
    private final OwnActs acts;
    private final AgencyLog log;
    private final LogNames logNames;
    private final OversightSettingsService settings;
    private final Judgements judgements;
    private final BreakGlasses emergencies;
    private final RowMac macs;
    private final Clock clock;

    protected SampleService() {
        this(null, null, null, null, null, null, null, null, null, null, null);
    }

    @Inject
    public SampleService(
            AccessGate gate,
            CurrentProfessional current,
            @Casework EntityManager store,
            OwnActs acts,
            AgencyLog log,
            LogNames logNames,
            OversightSettingsService settings,
            Judgements judgements,
            BreakGlasses emergencies,
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
        this.emergencies = emergencies;
        this.macs = macs;
        this.clock = clock;
    }

    /** The samples of one's own agency, and the figures of its quarters. */
    public SampleList samples() {
        var grant = look("samples");
        var agency = grant.who().agency();
        var names = logNames.of(grant);
        var samples = sound(agency);
        var judged = judgements.of(agency, samples.stream().map(Sample::id).toList());
        var last = YearMonth.from(day(grant.at())).minusMonths(1);
        var drawn = samples.stream()
                .anyMatch(sample -> !sample.until().isBefore(startOf(last.plusMonths(1)))
                        && sample.from().isBefore(startOf(last.plusMonths(1))));
        return new SampleList(
                Optional.of(last).filter(month -> !drawn && hasAccesses(grant, month)),
                startOf(last.plusMonths(2)),
                samples.stream()
                        .map(sample -> card(sample, judged.getOrDefault(sample.id(), List.of()), names))
                        .toList(),
                quarters(grant, samples, judged),
                judgements.mayJudge(grant.who()),
                grant.entry().code());
    }

    private boolean hasAccesses(AccessGrant grant, YearMonth month) {
        var any = new Draw(0, 1);
        acts.each(grant, startOf(month), startOf(month.plusMonths(1)), line -> {
            any.offer(line);
            return any.accesses() == 0;
        });
        return any.accesses() > 0;
    }

    /**
     * Draws from a month, as far as nothing was drawn from it yet; of the month that runs, from what is past.
     *
     * @return the number of the sample
     * @throws NotPossible when there is nothing left of the month to draw from
     */
    public UUID draw(YearMonth month) {
        var grant = look("draw=" + month);
        var who = grant.who();
        var from = sound(who.agency()).stream()
                .map(Sample::until)
                .filter(until -> until.isAfter(startOf(month)) && until.isBefore(startOf(month.plusMonths(1))))
                .max(Instant::compareTo)
                .orElse(startOf(month));
        var settled = grant.at().minus(SETTLED);
        var end = startOf(month.plusMonths(1));
        var until = settled.isBefore(end) ? settled : end;
        var whole =
                sound(who.agency()).stream().anyMatch(sample -> sample.until().equals(end));
        if (whole || !from.isBefore(until)) {
            throw new NotPossible("samples.error.nothing-left");
        }
        var seed = RANDOM.nextLong() >>> 1;
        judgements.admit(who, "draw %s seed=%d".formatted(month, seed));
        int size = settings.inForce(who.agency()).of(Threshold.SAMPLE_SIZE);
        var draw = drawn(grant, from, until, seed, size);
        var sample = new Sample(who, from, until, seed, size, draw, grant.at()).sign(macs);
        store.persist(sample);
        store.flush();
        return sample.id();
    }

    private Draw drawn(AccessGrant grant, Instant from, Instant until, long seed, int size) {
        var draw = new Draw(seed, size);
        acts.each(grant, from, until, line -> {
            draw.offer(line);
            return true;
        });
        return draw;
    }

    /** Whether drawing again by the same seed from the same period gives the same lines. */
    public boolean drawsTheSame(UUID id) {
        var grant = look("draw again=" + id);
        var sample = find(grant.who().agency(), id);
        var again = drawn(grant, sample.from(), sample.until(), sample.seed(), sample.size());
        return again.accesses() == sample.accesses()
                && again.drawn().stream().map(LoggedEntry::code).toList().equals(sample.codes());
    }

    /** One sample with its lines. */
    public SampleLines sample(UUID id) {
        var grant = look("sample=" + id);
        var who = grant.who();
        var names = logNames.of(grant);
        var sample = find(who.agency(), id);
        var judged = judgements.of(who.agency(), List.of(id)).getOrDefault(id, List.of());
        var lines = sample.codes().stream()
                .map(code -> log.line(grant, code))
                .flatMap(Optional::stream)
                .map(entry -> new Drawn(
                        names.line(entry),
                        judged.stream()
                                .filter(each ->
                                        each.line().filter(entry.code()::equals).isPresent())
                                .map(judgements::view)
                                .toList(),
                        who.professional().equals(Watch.who(entry))))
                .toList();
        return new SampleLines(
                card(sample, judged, names),
                lines,
                judgements.mayJudge(who),
                grant.entry().code());
    }

    /**
     * Judges one line of a sample, by somebody else than whose access it was.
     *
     * @throws NotPossible when it is gone or judged already, the note is too short or too long, or it is the judge's own
     */
    public EntryCode judge(UUID id, EntryCode line, Verdict verdict, String note) {
        var grant = look("sample=" + id);
        var who = grant.who();
        var sample = find(who.agency(), id);
        var entry = log.line(grant, line)
                .filter(any -> sample.codes().contains(line))
                .orElseThrow(() -> new NotPossible("samples.error.gone"));
        var ended = judgements.of(who.agency(), List.of(id)).getOrDefault(id, List.of()).stream()
                .filter(each -> each.line().filter(line::equals).isPresent())
                .findFirst()
                .filter(last -> last.verdict() != Verdict.INVESTIGATE)
                .isPresent();
        if (ended) {
            throw new NotPossible("alert.error.closed");
        }
        return judgements.judge(who, id, Optional.of(line), Set.<ProfessionalId>of(Watch.who(entry)), verdict, note);
    }

    private SampleCard card(Sample sample, List<Judgement> judged, LogNames.Names names) {
        var lasts = lastOf(sample, judged);
        return new SampleCard(
                sample.id(),
                sample.from(),
                sample.until(),
                sample.seed(),
                sample.accesses(),
                sample.codes().size(),
                (int) lasts.stream()
                        .flatMap(Optional::stream)
                        .filter(verdict -> verdict != Verdict.INVESTIGATE)
                        .count(),
                names.person(sample.drawnBy()).orElse("–"),
                sample.drawnAt());
    }

    /** The last verdict on each line of a sample. */
    private static List<Optional<Verdict>> lastOf(Sample sample, List<Judgement> judged) {
        return sample.codes().stream()
                .map(code -> judged.stream()
                        .filter(each -> each.line().filter(code::equals).isPresent())
                        .findFirst()
                        .map(Judgement::verdict))
                .toList();
    }

    private List<QuarterFigures> quarters(AccessGrant grant, List<Sample> samples, Map<UUID, List<Judgement>> judged) {
        var agency = grant.who().agency();
        var now = YearMonth.from(day(grant.at()));
        var running = now.minusMonths((now.getMonthValue() - 1) % 3);
        var since = startOf(running.minusMonths(3L * (QUARTERS - 1)));
        var alerts = alertsSince(agency, since);
        var onAlerts = judgements.of(agency, alerts.stream().map(Alert::id).toList());
        var uses = emergencies.since(agency, since);
        return Stream.iterate(running, quarter -> quarter.minusMonths(3))
                .limit(QUARTERS)
                .map(quarter -> {
                    Predicate<Instant> within =
                            at -> !at.isBefore(startOf(quarter)) && at.isBefore(startOf(quarter.plusMonths(3)));
                    var used =
                            uses.stream().filter(use -> within.test(use.from())).toList();
                    return new QuarterFigures(
                            quarter.getYear(),
                            (quarter.getMonthValue() + 2) / 3,
                            Tally.of(samples.stream()
                                    .filter(sample -> within.test(sample.from()))
                                    .flatMap(sample ->
                                            lastOf(sample, judged.getOrDefault(sample.id(), List.of())).stream())
                                    .toList()),
                            Tally.of(alerts.stream()
                                    .filter(alert -> within.test(alert.foundAt()))
                                    .map(alert -> onAlerts.getOrDefault(alert.id(), List.of()).stream()
                                            .findFirst()
                                            .map(Judgement::verdict))
                                    .toList()),
                            Tally.of(used.stream().map(Counted::verdict).toList()),
                            (int) used.stream()
                                    .filter(use -> use.late(grant.at()))
                                    .count());
                })
                .toList();
    }

    private List<Alert> alertsSince(AgencyId agency, Instant since) {
        return store
                .createQuery("select a from Alert a where a.agency = :agency and a.foundAt >= :since", Alert.class)
                .setParameter("agency", agency)
                .setParameter("since", since)
                .getResultList()
                .stream()
                .filter(alert -> alert.sound(macs))
                .toList();
    }

    private List<Sample> sound(AgencyId agency) {
        return store
                .createQuery("select s from Sample s where s.agency = :agency order by s.from desc", Sample.class)
                .setParameter("agency", agency)
                .getResultList()
                .stream()
                .filter(sample -> sample.sound(macs))
                .toList();
    }

    private Sample find(AgencyId agency, UUID id) {
        return Optional.ofNullable(store.find(Sample.class, id))
                .filter(sample -> sample.agency().equals(agency) && sample.sound(macs))
                .orElseThrow(() -> new NotPossible("samples.error.gone"));
    }

    private AccessGrant look(String why) {
        return gate.admit(AccessRequest.ofLog(current.current(), Action.VIEW_LOG, Purpose.OVERSIGHT, clock.instant())
                .because(why));
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, Watch.AMSTERDAM);
    }

    private static Instant startOf(YearMonth month) {
        return month.atDay(1).atStartOfDay(Watch.AMSTERDAM).toInstant();
    }
}
