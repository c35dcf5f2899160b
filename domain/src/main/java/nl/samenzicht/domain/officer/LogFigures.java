package nl.samenzicht.domain.officer;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import nl.samenzicht.security.ledger.LogCount;
import nl.samenzicht.security.ledger.Outcome;
import nl.samenzicht.security.policy.Action;

/** What the acts of an agency's own people in a period come to, counted from its log. */
public final class LogFigures {
    private static final Set<String> LEAVING = Set.of(
            Action.EXPORT.name(),
            Action.GIVE_COPY.name(),
            Action.EXPORT_LOG.name(),
            Action.REPORT.name(),
            Action.SHARE_ITEM.name());

    private LogFigures() {}

    /** What is counted. */
    public enum Table {
        /** Looks at content, by purpose. */
        ACCESSES,
        /** Refusals, by the reason as far as the agency may know it. */
        REFUSALS,
        /** Times that emergency access was begun, by purpose. */
        EMERGENCIES,
        /** Times that data left the agency, by what was done. */
        EXPORTS,
        /** Decisions that a data protection officer supervises, by what was decided on. */
        DECISIONS
    }

    /** Counts them; in each table by code. */
    public static Map<Table, SortedMap<String, Long>> of(List<LogCount> counts) {
        var supervised = Action.supervised().stream().map(Action::name).toList();
        var figures = new EnumMap<Table, SortedMap<String, Long>>(Table.class);
        figures.put(
                Table.ACCESSES,
                sum(counts, done(Action.VIEW_SECTION), count -> count.purpose().orElse("")));
        figures.put(
                Table.REFUSALS,
                sum(
                        counts,
                        count -> count.outcome() == Outcome.REFUSED,
                        count -> count.reason().orElse("")));
        figures.put(
                Table.EMERGENCIES,
                sum(counts, done(Action.BREAK_GLASS), count -> count.purpose().orElse("")));
        figures.put(Table.EXPORTS, sum(counts, done(LEAVING), LogCount::action));
        figures.put(Table.DECISIONS, sum(counts, done(Set.copyOf(supervised)), LogCount::action));
        return figures;
    }

    private static Predicate<LogCount> done(Action action) {
        return done(Set.of(action.name()));
    }

    private static Predicate<LogCount> done(Set<String> actions) {
        return count -> count.outcome() == Outcome.PERMITTED && actions.contains(count.action());
    }

    private static SortedMap<String, Long> sum(
            List<LogCount> counts, Predicate<LogCount> which, Function<LogCount, String> by) {
        return counts.stream().filter(which).collect(groupingBy(by, TreeMap::new, summingLong(LogCount::lines)));
    }
}
