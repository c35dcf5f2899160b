package nl.samenzicht.security.ledger;

import static org.assertj.core.api.BDDAssertions.then;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Which months may go, held against the plain words of the rule, for clocks that run as they like. */
class RemovableMonthsProperties {
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final Instant BEGIN = Instant.parse("2020-01-01T00:00:00Z");
    private static final YearMonth FIRST_YOUNG = YearMonth.of(2020, 5);

    /** Hours since the beginning; those from May 2020 on are too young. -1 stands for a line that is missing. */
    @Property(tries = 3_000)
    void what_goes_is_the_longest_run_of_whole_months_without_a_young_line(
            @ForAll @Size(max = 30) List<@IntRange(min = -1, max = 24 * 180) Integer> hours,
            @ForAll @IntRange(max = 5) int from,
            @ForAll @IntRange(min = 1, max = 6) int through) {
        // given
        var months = new LogRemovals.Months(from, FIRST_YOUNG);
        for (int i = 0; i < hours.size(); i++) {
            months.line(from + i, at(hours.get(i)));
        }
        // when
        var found = months.whole(YearMonth.of(2020, through)).map(LogRemovals.Due::last);
        // then it is the last line of the latest month of which every line, and every one before, is old
        var expected = IntStream.rangeClosed(1, through)
                .mapToObj(month -> YearMonth.of(2020, month))
                .map(month -> lastOf(hours, month))
                .flatMap(Optional::stream)
                .filter(last -> hours.subList(0, last + 1).stream().allMatch(RemovableMonthsProperties::old))
                .map(last -> (long) from + last + 1)
                .max(Long::compare);
        then(found).isEqualTo(expected);
    }

    @Property
    void nothing_goes_when_the_first_line_is_young(
            @ForAll @Size(min = 1, max = 20) List<@IntRange(max = 24 * 120) Integer> hours) {
        var months = new LogRemovals.Months(0, FIRST_YOUNG);
        months.line(0, Optional.of(Instant.parse("2020-04-30T22:00:00Z")));
        then(months.hopeless()).isTrue();
        for (int i = 0; i < hours.size(); i++) {
            months.line(i + 1L, at(hours.get(i)));
        }
        then(months.whole(YearMonth.of(2030, 1))).isEmpty();
    }

    private static Optional<Instant> at(int hour) {
        return hour < 0 ? Optional.empty() : Optional.of(BEGIN.plusSeconds(3600L * hour));
    }

    private static boolean old(int hour) {
        return at(hour).filter(moment -> moment.isBefore(Instant.parse("2020-04-30T22:00:00Z")))
                .isPresent();
    }

    private static Optional<Integer> lastOf(List<Integer> hours, YearMonth month) {
        return IntStream.range(0, hours.size())
                .filter(i -> at(hours.get(i))
                        .filter(moment ->
                                !YearMonth.from(moment.atZone(AMSTERDAM)).isAfter(month))
                        .isPresent())
                .boxed()
                .max(Integer::compare);
    }
}
