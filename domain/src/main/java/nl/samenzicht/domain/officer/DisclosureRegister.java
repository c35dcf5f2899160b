package nl.samenzicht.domain.officer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.samenzicht.domain.casefile.CaseName;
import nl.samenzicht.security.directory.AgencyCard;
import nl.samenzicht.security.ledger.EntryCode;

/**
 * Who received which categories of a person's data, when, for which purpose, and on which ground (AVG 15(1)(c), 19), as far
 * as it concerns the officer's agency.
 *
 * @param caseName the case in which this was last; empty when no line concerns the agency
 * @param disclosures the newest first
 * @param complete whether every line was read; very long logs are read from the newest
 */
public record DisclosureRegister(
        Optional<CaseName> caseName, List<Disclosure> disclosures, boolean complete, EntryCode entry) {
    public DisclosureRegister {
        disclosures = List.copyOf(disclosures);
    }

    /** How something was disclosed. */
    public enum Manner {
        /** It was put at somebody's disposal; whether they looked stands on lines of its own. */
        MADE_AVAILABLE,
        /** It was seen by an agency that does not own it. */
        VIEWED,
        /** It left the system, as a file or a report. */
        TAKEN_OUT,
        /** That the person is known, and nothing else, was told to whoever asked; the line names the asker. */
        TOLD_KNOWN
    }

    /**
     * One disclosure.
     *
     * @param category code of the category
     * @param purpose code of the purpose
     * @param ground code of the ground; for a look at what was shared, the ground of the share
     */
    public record Disclosure(
            Instant at,
            Manner manner,
            Optional<AgencyCard> recipient,
            Optional<String> function,
            Optional<String> category,
            Optional<String> purpose,
            Optional<String> ground,
            int items,
            boolean emergency,
            EntryCode code) {}
}
