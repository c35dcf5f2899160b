package nl.samenzicht.domain.gap;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.samenzicht.domain.casefile.CaseName;

/**
 * A signal of a presumed victim that the asker's agency has not reported.
 *
 * @param number of the signal
 * @param signal the address of the signal
 * @param form of exploitation, as the field {@code exploitation} of a signal says it
 * @param caseName the case in which it was taken up; empty when there is none, or the agency takes no part in it any more
 * @param given why it is not reported yet, when somebody said so
 * @param mayReport whether the asker could prepare the report, and may say why not
 */
public record ToReport(
        String number,
        UUID signal,
        Optional<String> form,
        Standing standing,
        Optional<CaseName> caseName,
        Optional<Given> given,
        boolean mayReport) {

    /** How far it is. */
    public enum Standing {
        /** The signal is not taken up in a case. */
        NO_CASE,
        /** Nobody began a report. */
        NOT_BEGUN,
        /** A report was begun and not sent. */
        BEGUN
    }

    /**
     * Why not.
     *
     * @param code one of the list of reasons
     * @param by the name of who said so
     */
    public record Given(String code, String words, String by, Instant at) {}
}
