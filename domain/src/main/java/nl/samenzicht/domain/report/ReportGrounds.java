package nl.samenzicht.domain.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.samenzicht.security.policy.ConsentState;
import nl.samenzicht.security.policy.DataCategory;

/**
 * On what a report could rest as things stand, for choosing; sending asks again.
 *
 * @param possible the bases that this agency may choose for this task
 * @param consents how consent towards the receiver stands, for each category that a report may rest on
 * @param parentKeptOut whether a parent is kept out of consent and notices in this case
 * @param keptOutBecause why, where one's own agency wrote it down
 * @param mayName whether the rulebook lets this reporter name the person at all
 * @param provided whether a decision under the Wpg covers a report of the police
 */
public record ReportGrounds(
        List<ReportBasis> possible,
        List<AskedConsent> consents,
        boolean parentKeptOut,
        Optional<String> keptOutBecause,
        boolean mayName,
        boolean provided) {

    public ReportGrounds {
        possible = List.copyOf(possible);
        consents = List.copyOf(consents);
    }

    /**
     * One question to the person and how it was answered.
     *
     * @param until until when it holds; empty when it was not asked
     * @param byKeptOutParent whether it was given by a parent who is kept out since, so that it carries nothing
     */
    public record AskedConsent(
            DataCategory category, ConsentState state, Optional<Instant> until, boolean byKeptOutParent) {
        /** Whether a report can rest on it now. */
        public boolean holds() {
            return state == ConsentState.GRANTED && !byKeptOutParent;
        }
    }

    /** Whether consent for this category holds. */
    public boolean consentFor(DataCategory category) {
        return consents.stream().anyMatch(each -> each.category() == category && each.holds());
    }
}
