package nl.samenzicht.domain.clock;

import java.time.LocalDate;
import java.util.Optional;
import nl.samenzicht.domain.residence.RouteTerms;

/**
 * One clock of a case.
 *
 * @param lastDay the last day in Amsterdam on which it holds
 * @param daysLeft whole days until then: 0 on the last day, negative after it
 * @param with the other agency that it is about, for a share or a consent
 * @param given whether it is a share that one's own agency gives
 * @param more how many others of its kind end later; they stand behind the same link
 */
public record CaseClock(
        ClockKind kind,
        LocalDate lastDay,
        long daysLeft,
        ClockTone tone,
        Optional<String> with,
        boolean given,
        int more) {

    static CaseClock of(ClockKind kind, LocalDate today, LocalDate lastDay) {
        return of(kind, today, lastDay, Optional.empty(), false, 0);
    }

    static CaseClock of(
            ClockKind kind, LocalDate today, LocalDate lastDay, Optional<String> with, boolean given, int more) {
        return new CaseClock(
                kind, lastDay, RouteTerms.daysLeft(today, lastDay), ClockTone.of(today, lastDay), with, given, more);
    }
}
