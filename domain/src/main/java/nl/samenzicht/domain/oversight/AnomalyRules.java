package nl.samenzicht.domain.oversight;

import static nl.samenzicht.domain.oversight.Watch.AMSTERDAM;
import static nl.samenzicht.domain.oversight.Watch.day;
import static nl.samenzicht.domain.oversight.Watch.isLook;
import static nl.samenzicht.domain.oversight.Watch.permitted;
import static nl.samenzicht.domain.oversight.Watch.was;
import static nl.samenzicht.domain.oversight.Watch.who;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenzicht.domain.linkage.Answer;
import nl.samenzicht.domain.oversight.Circumstances.Answered;
import nl.samenzicht.domain.oversight.Circumstances.Marked;
import nl.samenzicht.domain.oversight.Watch.PersonDay;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.ledger.LoggedEntry;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.ParticipationState;

/**
 * The rules, each from what it is given alone, so that the same lines always give the same alerts.
 *
 * <p>An alert is a question and not a finding: whoever judges it reads the lines.
 */
final class AnomalyRules {

    private AnomalyRules() {}

    // what the agency knows of a case: needs a mark on it

    /** Needs a mark that names the colleague: the case is about them, or about somebody close to them. */
    static List<Anomaly> ownCircle(Watch watch) {
        return looksAtMarked(
                watch, AnomalyRule.OWN_CIRCLE, (mark, who) -> mark.kind() != MarkKind.WELL_KNOWN && mark.isAbout(who));
    }

    /** Needs a mark that names the colleague whom the case is about. */
    static List<Anomaly> colleague(Watch watch) {
        return looksAtMarked(
                watch, AnomalyRule.COLLEAGUE, (mark, who) -> mark.kind() == MarkKind.COLLEAGUE && !mark.isAbout(who));
    }

    /** Needs a mark. */
    static List<Anomaly> wellKnown(Watch watch) {
        return looksAtMarked(watch, AnomalyRule.WELL_KNOWN, (mark, who) -> mark.kind() == MarkKind.WELL_KNOWN);
    }

    private static List<Anomaly> looksAtMarked(
            Watch watch, AnomalyRule rule, BiPredicate<Marked, ProfessionalId> counts) {
        return perCase(
                watch,
                rule,
                line -> watch.known().marks(line.event().caseId()).stream()
                        .anyMatch(mark -> counts.test(mark, who(line))),
                1);
    }

    /** Looks at one case by one person on one day. */
    private static List<Anomaly> perCase(Watch watch, AnomalyRule rule, Predicate<LoggedEntry> counts, int least) {
        return watch.days(line -> isLook(line) && line.event().caseId() != null && counts.test(line))
                .flatMap(day -> byCase(day)
                        .filter(some -> some.size() >= least)
                        .map(some -> Anomaly.of(
                                rule,
                                day.who(),
                                day.day(),
                                Optional.of(some.get(0).event().caseId()),
                                some,
                                some.size())))
                .toList();
    }

    private static Stream<List<LoggedEntry>> byCase(PersonDay day) {
        var cases = new LinkedHashMap<UUID, List<LoggedEntry>>();
        day.lines()
                .forEach(line -> cases.computeIfAbsent(line.event().caseId(), any -> new ArrayList<>())
                        .add(line));
        return cases.values().stream();
    }

    // when: needs the time of the line

    /** Needs nothing but the line. What was read in an emergency is left out, because it is judged already. */
    static List<Anomaly> outsideHours(Watch watch) {
        int from = watch.limit(Threshold.HOURS_FROM);
        int until = watch.limit(Threshold.HOURS_UNTIL);
        return watch.days(line -> isLook(line)
                        && permitted(line)
                        && !line.event().emergency()
                        && !was(line, Action.BREAK_GLASS)
                        && isOutside(line.event().at(), from, until))
                .filter(day -> day.lines().size() >= watch.limit(Threshold.OUTSIDE_LEAST))
                .map(day -> Anomaly.of(
                        AnomalyRule.OUTSIDE_HOURS,
                        day.who(),
                        day.day(),
                        Optional.empty(),
                        day.lines(),
                        day.lines().size(),
                        from,
                        until))
                .toList();
    }

    private static boolean isOutside(Instant at, int from, int until) {
        var time = at.atZone(AMSTERDAM);
        var weekend = time.getDayOfWeek() == DayOfWeek.SATURDAY || time.getDayOfWeek() == DayOfWeek.SUNDAY;
        return weekend || time.getHour() < from || time.getHour() >= until;
    }

    // how much: counts cases with permitted looks

    /** Needs nothing but the lines. */
    static List<Anomaly> volume(Watch watch) {
        int most = watch.limit(Threshold.VOLUME_DAY);
        return watch.days(AnomalyRules::opens)
                .filter(day -> day.cases() > most)
                .map(day -> much(AnomalyRule.VOLUME, day, most))
                .toList();
    }

    /** Needs enough days on which the same person worked before, within the weeks that are read. */
    static List<Anomaly> volumeAgainstOwn(Watch watch) {
        var days = watch.everyDay(AnomalyRules::opens).toList();
        return against(
                watch,
                AnomalyRule.VOLUME_OWN,
                watch.limit(Threshold.VOLUME_TIMES_OWN),
                watch.limit(Threshold.HISTORY_LEAST),
                day -> days.stream()
                        .filter(other ->
                                other.who().equals(day.who()) && other.day().isBefore(day.day()))
                        .map(PersonDay::cases));
    }

    /** Needs enough colleagues who worked under the same function on the same day. */
    static List<Anomaly> volumeAgainstPeers(Watch watch) {
        var days = watch.everyDay(AnomalyRules::opens).toList();
        return against(
                watch,
                AnomalyRule.VOLUME_PEERS,
                watch.limit(Threshold.VOLUME_TIMES_PEERS),
                watch.limit(Threshold.PEERS_LEAST),
                day -> days.stream()
                        .filter(other ->
                                !other.who().equals(day.who()) && other.day().equals(day.day()))
                        .filter(other -> Objects.equals(function(other), function(day)))
                        .map(PersonDay::cases));
    }

    private static String function(PersonDay day) {
        return day.lines().get(0).event().actor().function();
    }

    private static List<Anomaly> against(
            Watch watch,
            AnomalyRule rule,
            int times,
            int needed,
            java.util.function.Function<PersonDay, Stream<Long>> usual) {
        return watch.days(AnomalyRules::opens)
                .filter(day -> day.cases() >= watch.limit(Threshold.VOLUME_LEAST))
                .flatMap(day -> {
                    var others = usual.apply(day).sorted().toList();
                    return others.size() >= needed && day.cases() > times * median(others)
                            ? Stream.of(much(rule, day, median(others)))
                            : Stream.empty();
                })
                .toList();
    }

    /** The middle one; of two in the middle the lower, so that it is a number of cases that there was. */
    private static long median(List<Long> sorted) {
        return sorted.get((sorted.size() - 1) / 2);
    }

    private static boolean opens(LoggedEntry line) {
        return isLook(line) && permitted(line) && line.event().caseId() != null;
    }

    private static Anomaly much(AnomalyRule rule, PersonDay day, long held) {
        return Anomaly.of(rule, day.who(), day.day(), Optional.empty(), day.lines(), day.cases(), held);
    }

    // in which order: needs searches and looks of the same person

    /** Needs nothing but the lines. A search is counted once its time to open something has passed. */
    static List<Anomaly> searchWithoutOpening(Watch watch) {
        var patience = Duration.ofMinutes(watch.limit(Threshold.SEARCH_MINUTES));
        var opened = watch.lines().stream()
                .filter(line -> permitted(line) && (isLook(line) || was(line, Action.OPEN_CASE)))
                .collect(Collectors.groupingBy(
                        Watch::who, Collectors.mapping(line -> line.event().at(), Collectors.toList())));
        Predicate<LoggedEntry> cameToNothing = search -> {
            var from = search.event().at();
            var until = from.plus(patience);
            return !until.isAfter(watch.until())
                    && opened.getOrDefault(who(search), List.of()).stream()
                            .noneMatch(at -> !at.isBefore(from) && at.isBefore(until));
        };
        return watch.days(line -> was(line, Action.SEARCH) && permitted(line) && cameToNothing.test(line))
                .filter(day -> day.lines().size() >= watch.limit(Threshold.SEARCH_LEAST))
                .map(day -> Anomaly.of(
                        AnomalyRule.SEARCH_ONLY,
                        day.who(),
                        day.day(),
                        Optional.empty(),
                        day.lines(),
                        day.lines().size(),
                        patience.toMinutes()))
                .toList();
    }

    // where: needs how the agency took part in the case

    /** Needs the participations of the agency. */
    static List<Anomaly> withoutAssignment(Watch watch) {
        return triedWhile(watch, AnomalyRule.NOT_ASSIGNED, ParticipationState.NONE);
    }

    /** Needs the participations of the agency. */
    static List<Anomaly> afterLeaving(Watch watch) {
        return triedWhile(watch, AnomalyRule.AFTER_LEAVING, ParticipationState.ENDED);
    }

    private static List<Anomaly> triedWhile(Watch watch, AnomalyRule rule, ParticipationState standing) {
        return perCase(
                watch,
                rule,
                line -> !line.event().emergency()
                        && !was(line, Action.BREAK_GLASS)
                        && watch.known().standing(line) == standing,
                watch.limit(Threshold.UNASSIGNED_LEAST));
    }

    /** Needs nothing but the lines. */
    static List<Anomaly> repeatedRefusals(Watch watch) {
        int least = watch.limit(Threshold.REFUSALS_LEAST);
        var within = Duration.ofMinutes(watch.limit(Threshold.REFUSALS_MINUTES));
        return watch.days(Watch::refused)
                .map(day -> new PersonDay(day.who(), day.day(), crowded(day.lines(), least, within)))
                .filter(day -> !day.lines().isEmpty())
                .map(day -> Anomaly.of(
                        AnomalyRule.REFUSALS,
                        day.who(),
                        day.day(),
                        Optional.empty(),
                        day.lines(),
                        day.lines().size(),
                        within.toMinutes()))
                .toList();
    }

    /** The lines of which at least so many lie within this time of each other. */
    private static List<LoggedEntry> crowded(List<LoggedEntry> lines, int least, Duration within) {
        var crowded = new ArrayList<LoggedEntry>();
        int taken = 0;
        for (int first = 0; first + least <= lines.size(); first++) {
            int last = first + least - 1;
            if (lines.get(last)
                    .event()
                    .at()
                    .isBefore(lines.get(first).event().at().plus(within))) {
                crowded.addAll(lines.subList(Math.max(first, taken), last + 1));
                taken = last + 1;
            }
        }
        return crowded;
    }

    // what came of it: needs the answers to questions that were put to others

    /** Needs the answers. */
    static List<Anomaly> manyHits(Watch watch) {
        return answers(watch, AnomalyRule.MANY_HITS, answer -> answer != Answer.NOT_KNOWN);
    }

    /** Needs the answers. */
    static List<Anomaly> manyMisses(Watch watch) {
        return answers(watch, AnomalyRule.MANY_MISSES, answer -> answer == Answer.NOT_KNOWN);
    }

    private static List<Anomaly> answers(Watch watch, AnomalyRule rule, Predicate<Answer> counts) {
        var weeks = watch.known().answers().stream()
                .collect(Collectors.groupingBy(
                        answered -> List.of(answered.asker(), monday(answered.at())),
                        LinkedHashMap::new,
                        Collectors.toList()));
        ToIntFunction<List<Answered>> counted = answered ->
                (int) answered.stream().map(Answered::answer).filter(counts).count();
        return weeks.values().stream()
                .filter(answered -> answered.size() >= watch.limit(Threshold.QUESTIONS_LEAST))
                .filter(answered -> 100 * counted.applyAsInt(answered)
                        >= watch.limit(Threshold.QUESTIONS_PERCENT) * answered.size())
                .map(answered -> Anomaly.of(
                        rule,
                        answered.get(0).asker(),
                        monday(answered.get(0).at()),
                        Optional.empty(),
                        questionsOf(watch, answered.get(0)),
                        answered.size(),
                        counted.applyAsInt(answered)))
                .filter(anomaly ->
                        watch.isTold(anomaly.day()) && !anomaly.lines().isEmpty())
                .toList();
    }

    private static List<LoggedEntry> questionsOf(Watch watch, Answered any) {
        return watch.lines().stream()
                .filter(line -> was(line, Action.ASK_ELSEWHERE) && permitted(line))
                .filter(line -> who(line).equals(any.asker())
                        && monday(line.event().at()).equals(monday(any.at())))
                .toList();
    }

    private static LocalDate monday(Instant at) {
        return LocalDate.ofInstant(at, AMSTERDAM).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** Needs nothing but the lines; counts everybody at the agency together. */
    static List<Anomaly> manyEmergencies(Watch watch) {
        var uses = watch.lines().stream()
                .filter(line -> was(line, Action.BREAK_GLASS) && permitted(line))
                .toList();
        return crowded(uses, watch.limit(Threshold.EMERGENCIES_LEAST), Duration.ofHours(1)).stream()
                .filter(line -> watch.isTold(day(line)))
                .collect(Collectors.groupingBy(Watch::day, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(day -> Anomaly.ofAgency(
                        AnomalyRule.EMERGENCIES,
                        day.getKey(),
                        day.getValue(),
                        day.getValue().size()))
                .toList();
    }

    // who: needs what officers asked the log

    /** Needs what was typed with a look at the log: the person or the line that was asked for. */
    static List<Anomaly> officerOnOwn(Watch watch) {
        var asking = List.of(Action.VIEW_LOG.name(), Action.EXPORT_LOG.name());
        return watch.days(line -> asking.contains(line.event().action())
                        && permitted(line)
                        && watch.known()
                                .typed(line)
                                .filter(typed -> asksForSelf(watch, who(line), typed))
                                .isPresent())
                .map(day -> Anomaly.of(
                        AnomalyRule.OFFICER_ON_OWN,
                        day.who(),
                        day.day(),
                        Optional.empty(),
                        day.lines(),
                        day.lines().size()))
                .toList();
    }

    private static boolean asksForSelf(Watch watch, ProfessionalId officer, String typed) {
        return Stream.of(typed.split("; "))
                .anyMatch(said -> said.equals("professional=" + officer)
                        || (said.startsWith("code=") && isOf(watch, officer, said.substring("code=".length()))));
    }

    private static boolean isOf(Watch watch, ProfessionalId officer, String code) {
        return watch.lines().stream()
                .anyMatch(line -> line.code().value().equals(code) && who(line).equals(officer));
    }
}
