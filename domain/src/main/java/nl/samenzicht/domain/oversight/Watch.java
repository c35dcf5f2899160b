package nl.samenzicht.domain.oversight;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.ledger.LoggedEntry;
import nl.samenzicht.security.ledger.Outcome;
import nl.samenzicht.security.policy.Action;

/**
 * What the rules look at.
 *
 * @param lines what people of the agency did, the earliest first, with some weeks before the first day for what is usual
 * @param firstDay from which day in Amsterdam something is told
 * @param until when the lines were read
 */
record Watch(List<LoggedEntry> lines, ThresholdSet thresholds, LocalDate firstDay, Instant until, Circumstances known) {

    static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    private static final Set<String> LOOKS = EnumSet.of(
                    Action.VIEW_CASE,
                    Action.VIEW_SECTION,
                    Action.VIEW_REPORT,
                    Action.EXPORT,
                    Action.GIVE_COPY,
                    Action.BREAK_GLASS)
            .stream()
            .map(Action::name)
            .collect(Collectors.toUnmodifiableSet());

    Watch {
        lines = lines.stream()
                .filter(line -> line.event().actor().professional() != null)
                .toList();
    }

    /** What one person did on one day that was asked for, the earliest first. */
    record PersonDay(ProfessionalId who, LocalDate day, List<LoggedEntry> lines) {
        /** How many cases these lines are about. */
        long cases() {
            return lines.stream()
                    .map(line -> line.event().caseId())
                    .filter(Objects::nonNull)
                    .distinct()
                    .count();
        }
    }

    int limit(Threshold threshold) {
        return thresholds.of(threshold);
    }

    /** The lines that are asked for, by person and day; also those before the first day. */
    Stream<PersonDay> everyDay(Predicate<LoggedEntry> which) {
        return lines.stream()
                .filter(which)
                .collect(groupingBy(line -> List.of(who(line), day(line)), LinkedHashMap::new, toList()))
                .values()
                .stream()
                .map(some -> new PersonDay(who(some.get(0)), day(some.get(0)), some));
    }

    /** The lines that are asked for, by person and day, from the first day on. */
    Stream<PersonDay> days(Predicate<LoggedEntry> which) {
        return everyDay(which).filter(each -> isTold(each.day()));
    }

    boolean isTold(LocalDate day) {
        return !day.isBefore(firstDay);
    }

    static ProfessionalId who(LoggedEntry line) {
        return line.event().actor().professional();
    }

    static LocalDate day(LoggedEntry line) {
        return LocalDate.ofInstant(line.event().at(), AMSTERDAM);
    }

    /** Whether somebody looked at a case or what is in it, or tried to. */
    static boolean isLook(LoggedEntry line) {
        return LOOKS.contains(line.event().action());
    }

    static boolean was(LoggedEntry line, Action action) {
        return line.event().action().equals(action.name());
    }

    static boolean permitted(LoggedEntry line) {
        return line.event().outcome() == Outcome.PERMITTED;
    }

    static boolean refused(LoggedEntry line) {
        return line.event().outcome() == Outcome.REFUSED;
    }
}
