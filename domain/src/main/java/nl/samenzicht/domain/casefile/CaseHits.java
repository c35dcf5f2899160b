package nl.samenzicht.domain.casefile;

import java.util.List;
import java.util.Set;
import nl.samenzicht.security.ledger.EntryCode;
import nl.samenzicht.security.policy.DataCategory;

/**
 * What a search found: cases, never content.
 *
 * @param more whether there is more than is shown, so that a narrower question helps
 * @param entry the log entry of the search
 */
public record CaseHits(List<Hit> hits, boolean more, EntryCode entry) {
    public CaseHits {
        hits = List.copyOf(hits);
    }

    /** One case, and the categories in which what was searched for stands. */
    public record Hit(CaseName name, Set<DataCategory> categories) {
        public Hit {
            categories = Set.copyOf(categories);
        }
    }
}
