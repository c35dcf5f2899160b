package nl.samenzicht.domain.oversight;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.samenzicht.domain.emergency.Verdict;

/**
 * What oversight came to in one quarter.
 *
 * @param samples lines of samples, by the period that they are from
 * @param alerts alerts, by when they were found
 * @param emergencies uses of emergency access, by when they began
 * @param late uses of emergency access that were judged after their five working days, or not at all when these had passed
 */
public record QuarterFigures(int year, int quarter, Tally samples, Tally alerts, Tally emergencies, int late) {

    /** Whether there was anything in this quarter. */
    public boolean hasSomething() {
        return samples.all() + alerts.all() + emergencies.all() > 0;
    }

    /**
     * How many there were, and how the last judgement on each was.
     *
     * @param all how many there were
     */
    public record Tally(int all, Map<Verdict, Long> judged) {
        public Tally {
            judged = Map.copyOf(judged);
        }

        static Tally of(List<Optional<Verdict>> each) {
            return new Tally(
                    each.size(),
                    each.stream()
                            .flatMap(Optional::stream)
                            .collect(Collectors.groupingBy(verdict -> verdict, Collectors.counting())));
        }

        /** How many were judged so. */
        public long of(Verdict verdict) {
            return judged.getOrDefault(verdict, 0L);
        }

        /** How many nobody judged yet. */
        public long open() {
            return all - judged.values().stream().mapToLong(Long::longValue).sum();
        }
    }
}
