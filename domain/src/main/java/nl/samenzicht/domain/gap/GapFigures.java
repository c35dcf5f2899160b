package nl.samenzicht.domain.gap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import nl.samenzicht.security.ledger.EntryCode;

/**
 * How many signals of presumed victims were reported.
 *
 * @param own of the asker's own agency, as it is; empty for an agency that assesses no signals
 * @param others of all other agencies together, made fit to be shown
 */
public record GapFigures(Optional<Own> own, Others others, EntryCode entry) {

    /**
     * Of one's own agency.
     *
     * @param byForm by form of exploitation; its code, or {@link GapService#UNKNOWN}
     * @param reasons why not, by reason: the standing or the code of the reason that was given
     */
    public record Own(List<Row> byForm, Map<String, Integer> reasons) {
        public Own {
            byForm = List.copyOf(byForm);
        }

        /** So many presumed victims, of whom so many were reported. */
        public record Row(String form, int positive, int reported) {
            /** How many were not. */
            public int gap() {
                return positive - reported;
            }
        }
    }

    /**
     * Of other agencies: who was not reported by anybody, by one thing at a time.
     *
     * @param byRegion by the code of the municipality where it was seen, or {@link GapService#UNKNOWN}
     * @param positive all presumed victims of signals, to the nearest five; empty when fewer than five
     */
    public record Others(SmallNumbers byForm, SmallNumbers byRegion, OptionalInt positive) {}
}
