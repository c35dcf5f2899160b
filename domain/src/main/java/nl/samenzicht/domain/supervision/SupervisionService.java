package nl.samenzicht.domain.supervision;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.samenzicht.domain.breach.BreachCard;
import nl.samenzicht.domain.breach.BreachService;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.emergency.Verdict;
import nl.samenzicht.domain.officer.LogFigures;
import nl.samenzicht.domain.officer.LogNames;
import nl.samenzicht.domain.oversight.QuarterFigures;
import nl.samenzicht.domain.oversight.SampleService;
import nl.samenzicht.domain.rights.RightsService;
import nl.samenzicht.domain.supervision.Supervision.QuarterCard;
import nl.samenzicht.security.access.AccessGate;
import nl.samenzicht.security.access.AccessGrant;
import nl.samenzicht.security.access.AccessRequest;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.CurrentProfessional;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.security.directory.Notices;
import nl.samenzicht.security.keys.Sealer;
import nl.samenzicht.security.ledger.EntryCode;
import nl.samenzicht.security.ledger.LogFilter;
import nl.samenzicht.security.ledger.LoggedEntry;
import nl.samenzicht.security.ledger.Outcome;
import nl.samenzicht.security.oversight.AgencyLog;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.Purpose;

/**
 * What a data protection officer does: sees each decision at the agency with why it was taken, comments on lines of the log,
 * and reports on a quarter. Privacy officers see all of it and write none of it.
 */
@ApplicationScoped
@Transactional
public class SupervisionService {

    /** The shortest comment or report, in characters. */
    public static final int SHORTEST_WORDS = 20;

    /** The longest one. */
    public static final int LONGEST_WORDS = 8_000;

    /** How many decisions are shown. */
    static final int MOST = 50;

    private static final int QUARTERS = 4;
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    private final AccessGate gate;
    private final CurrentProfessional current;
    private final SupervisionNotes notes;
    private final AgencyLog log;
    private final LogNames logNames;
    private final SampleService samples;
    private final RightsService rights;
    private final BreachService breaches;
    private final Notices notices;
    private final Sealer sealer;
    private final Clock clock;

    protected SupervisionService() {
        this(null, null, null, null, null, null, null, null, null, null, null);
    }

    @Inject
    public SupervisionService(
            AccessGate gate,
            CurrentProfessional current,
            SupervisionNotes notes,
            AgencyLog log,
            LogNames logNames,
            SampleService samples,
            RightsService rights,
            BreachService breaches,
            Notices notices,
            Sealer sealer,
            Clock clock) {
        this.gate = gate;
        this.current = current;
        this.notes = notes;
        this.log = log;
        this.logNames = logNames;
        this.samples = samples;
        this.rights = rights;
        this.breaches = breaches;
        this.notices = notices;
        this.sealer = sealer;
        this.clock = clock;
    }

    /** The decisions at one's own agency, what was said of them and of other lines, and the quarters to report on. */
    public Supervision supervision() {
        var grant = look("supervision");
        var names = logNames.of(grant);
        var comments = notes.comments(grant.who().agency());
        var decisions = decisions(grant);
        var shown = decisions.stream().map(LoggedEntry::code).toList();
        return new Supervision(
                decisions.stream()
                        .map(entry -> supervised(grant, names, entry, comments))
                        .toList(),
                comments.keySet().stream()
                        .filter(code -> !shown.contains(code))
                        .map(code -> log.line(grant, code))
                        .flatMap(Optional::stream)
                        .map(entry -> supervised(grant, names, entry, comments))
                        .toList(),
                quarters(grant),
                maySupervise(),
                grant.entry().code());
    }

    private List<LoggedEntry> decisions(AccessGrant grant) {
        return Action.supervised().stream()
                .map(action -> LogFilter.where()
                        .agency(grant.who().agency())
                        .action(action.name())
                        .outcome(Outcome.PERMITTED)
                        .build())
                .flatMap(filter -> log.page(grant, filter, Optional.empty(), MOST).stream())
                .sorted(comparing(LoggedEntry::number).reversed())
                .limit(MOST)
                .toList();
    }

    private Supervised supervised(
            AccessGrant grant,
            LogNames.Names names,
            LoggedEntry entry,
            Map<EntryCode, List<SupervisionComment>> comments) {
        return new Supervised(
                names.line(entry),
                log.typed(grant, entry),
                comments.getOrDefault(entry.code(), List.of()).stream()
                        .map(row -> new Comment(
                                row.words(sealer), names.person(row.writtenBy()).orElse("–"), row.writtenAt()))
                        .toList(),
                isBy(grant.who(), entry));
    }

    private static boolean isBy(ActingProfessional who, LoggedEntry entry) {
        return who.professional().equals(entry.event().actor().professional());
    }

    private List<QuarterCard> quarters(AccessGrant grant) {
        var reports = notes.reports(grant.who().agency());
        var running = Quarter.of(grant.at());
        return recent(running)
                .map(quarter -> new QuarterCard(
                        quarter, reports.getOrDefault(quarter, List.of()).size(), quarter.equals(running)))
                .toList();
    }

    private static Stream<Quarter> recent(Quarter running) {
        return Stream.iterate(running, Quarter::before).limit(QUARTERS);
    }

    /**
     * Says something about a line of the log, or says it otherwise than before; what was said before stays on record.
     *
     * @param seen how many versions there were when the one who writes looked
     * @throws NotPossible when no such line concerns the agency, it is the writer's own act, somebody else was first, or the
     *     words are too few or too many
     */
    public EntryCode comment(EntryCode line, int seen, String words) {
        var said = words(words);
        var grant = supervise("%s: %s".formatted(line, said));
        var who = grant.who();
        var entry =
                log.line(look("comment on " + line), line).orElseThrow(() -> new NotPossible("supervision.error.gone"));
        if (isBy(who, entry)) {
            throw new NotPossible("supervision.error.own");
        }
        var before = notes.comments(who.agency()).getOrDefault(line, List.of());
        if (before.size() != seen) {
            throw new NotPossible("supervision.error.changed");
        }
        var comment = new SupervisionComment(who, line, seen + 1, said, grant.at(), sealer);
        notes.add(comment);
        notices.tell(who.agency(), Function.PRIVACY_OFFICER, "supervision.commented", comment.id());
        return grant.entry().code();
    }

    /**
     * The report on a quarter: the figures as they are now, and each version that was written.
     *
     * @throws NotPossible when it is none of the last four quarters and nothing was written about it
     */
    public QuarterReport report(Quarter quarter) {
        var grant = look("quarter=" + quarter);
        var names = logNames.of(grant);
        var agency = grant.who().agency();
        var written = notes.reports(agency).getOrDefault(quarter, List.of());
        boolean recent = recent(Quarter.of(grant.at())).anyMatch(quarter::equals);
        if (!recent && written.isEmpty()) {
            throw new NotPossible("supervision.error.no-quarter");
        }
        return new QuarterReport(
                quarter,
                names.agency(agency).orElseThrow().name(),
                figures(grant, quarter),
                written.stream()
                        .map(row -> new QuarterReport.Version(
                                row.serial(),
                                row.figures(sealer),
                                row.words(sealer),
                                names.person(row.writtenBy()).orElse("–"),
                                row.writtenAt()))
                        .toList(),
                recent && maySupervise(),
                grant.entry().code());
    }

    /**
     * Writes a version of the report on a quarter, with the figures as they are now.
     *
     * @param seen how many versions there were when the one who writes looked
     * @throws NotPossible when it is none of the last four quarters, the writer decided something in it themselves, somebody
     *     else was first, or the words are too few or too many
     */
    public EntryCode write(Quarter quarter, int seen, String words) {
        var said = words(words);
        var grant = supervise("%s: %s".formatted(quarter, said));
        var who = grant.who();
        if (recent(Quarter.of(grant.at())).noneMatch(quarter::equals)) {
            throw new NotPossible("supervision.error.no-quarter");
        }
        var looking = look("quarter=" + quarter);
        if (decidedIn(looking, quarter)) {
            throw new NotPossible("supervision.error.own");
        }
        var before = notes.reports(who.agency()).getOrDefault(quarter, List.of());
        if (before.size() != seen) {
            throw new NotPossible("supervision.error.changed");
        }
        notes.add(new SupervisionReport(who, quarter, seen + 1, figures(looking, quarter), said, grant.at(), sealer));
        return grant.entry().code();
    }

    /** Whether the one who asks took a decision in the quarter that they would supervise. */
    private boolean decidedIn(AccessGrant grant, Quarter quarter) {
        return Action.supervised().stream()
                .map(action -> LogFilter.where()
                        .professional(grant.who().professional())
                        .action(action.name())
                        .outcome(Outcome.PERMITTED)
                        .from(quarter.from())
                        .until(quarter.until())
                        .build())
                .anyMatch(
                        filter -> !log.page(grant, filter, Optional.empty(), 1).isEmpty());
    }

    /**
     * Puts on record that a version leaves the system as a file.
     *
     * @throws NotPossible when there is no such version
     */
    public QuarterReport.Version takeOut(Quarter quarter, int serial) {
        gate.admit(request(Action.EXPORT_LOG).because("quarter=%s; version=%d".formatted(quarter, serial)));
        return report(quarter).versions().stream()
                .filter(version -> version.serial() == serial)
                .findFirst()
                .orElseThrow(() -> new NotPossible("supervision.error.no-quarter"));
    }

    private Figures figures(AccessGrant grant, Quarter quarter) {
        var until = grant.at().isBefore(quarter.until()) ? grant.at() : quarter.until();
        var tables = new HashMap<String, SortedMap<String, Long>>();
        LogFigures.of(log.counts(grant, quarter.from(), quarter.until()))
                .forEach((table, counts) -> tables.put(table.name(), counts));
        samples.samples().quarters().stream()
                .filter(each -> each.year() == quarter.year() && each.quarter() == quarter.number())
                .forEach(each -> {
                    tables.put(Figures.SAMPLES, counts(each.samples()));
                    tables.put(Figures.ALERTS, counts(each.alerts()));
                    var reviews = counts(each.emergencies());
                    reviews.put(Figures.LATE, (long) each.late());
                    tables.put(Figures.REVIEWS, reviews);
                });
        tables.put(Figures.REQUESTS, requests(quarter, grant.at()));
        tables.put(Figures.BREACHES, breaches(quarter, grant.at()));
        return new Figures(until, gate.rulebook().reference(), tables);
    }

    private static SortedMap<String, Long> counts(QuarterFigures.Tally tally) {
        var counts = new TreeMap<String, Long>();
        for (var verdict : Verdict.values()) {
            counts.put(verdict.name(), tally.of(verdict));
        }
        counts.put(Figures.OPEN, tally.open());
        return counts;
    }

    private SortedMap<String, Long> requests(Quarter quarter, Instant now) {
        var list = rights.list();
        var received = Stream.concat(list.open().stream(), list.closed().stream())
                .map(card -> card.handling())
                .filter(handling -> within(quarter, handling.received()))
                .toList();
        var counts = received.stream()
                .collect(groupingBy(handling -> handling.right().name(), TreeMap::new, counting()));
        counts.put(
                Figures.LATE,
                received.stream().filter(handling -> handling.late(now)).count());
        return counts;
    }

    private SortedMap<String, Long> breaches(Quarter quarter, Instant now) {
        var list = breaches.list();
        var known = Stream.concat(list.open().stream(), list.closed().stream())
                .map(BreachCard::course)
                .filter(course -> Quarter.of(course.aware()).equals(quarter))
                .toList();
        var counts = known.stream().collect(groupingBy(course -> course.state().name(), TreeMap::new, counting()));
        counts.put(
                Figures.LATE,
                known.stream()
                        .filter(course -> course.clockRuns() && course.isLate(now))
                        .count());
        return counts;
    }

    private static boolean within(Quarter quarter, LocalDate day) {
        return Quarter.of(day.atStartOfDay(AMSTERDAM).toInstant()).equals(quarter);
    }

    private boolean maySupervise() {
        return gate.wouldAdmit(request(Action.SUPERVISE));
    }

    private AccessGrant supervise(String why) {
        return gate.admit(request(Action.SUPERVISE).because(why));
    }

    private AccessGrant look(String what) {
        return gate.admit(request(Action.VIEW_LOG).because(what));
    }

    private AccessRequest request(Action action) {
        return AccessRequest.ofLog(current.current(), action, Purpose.OVERSIGHT, clock.instant());
    }

    private static String words(String typed) {
        var words = typed == null ? "" : typed.strip();
        if (words.length() < SHORTEST_WORDS || words.length() > LONGEST_WORDS) {
            throw new NotPossible("supervision.error.words", SHORTEST_WORDS, LONGEST_WORDS);
        }
        return words;
    }
}
