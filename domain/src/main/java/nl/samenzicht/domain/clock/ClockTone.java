package nl.samenzicht.domain.clock;

import java.time.LocalDate;
import nl.samenzicht.domain.residence.RouteTerms;

/** How soon a clock runs out; the screen says it in words as well as in colour. */
public enum ClockTone {
    /** Later than the first warning. */
    CALM,
    /** Within the first warning. */
    SOON,
    /** Within the second warning, or today. */
    URGENT,
    /** Its last day is past. */
    PASSED;

    static ClockTone of(LocalDate today, LocalDate lastDay) {
        var left = RouteTerms.daysLeft(today, lastDay);
        var warnings = RouteTerms.warnings(today);
        if (left < 0) {
            return PASSED;
        }
        if (left <= warnings.get(1)) {
            return URGENT;
        }
        return left <= warnings.get(0) ? SOON : CALM;
    }
}
