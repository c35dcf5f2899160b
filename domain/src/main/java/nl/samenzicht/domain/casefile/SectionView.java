package nl.samenzicht.domain.casefile;

import java.time.Instant;
import java.util.List;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.security.ledger.EntryCode;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Purpose;

/** One category of a case as one asker sees it for one purpose, with the log entry of this look. */
public record SectionView(
        CaseFileId caseFile,
        DataCategory category,
        Purpose purpose,
        List<ItemView> items,
        boolean mayRecord,
        EntryCode entry,
        Instant seenAt) {
    public SectionView {
        items = List.copyOf(items);
    }
}
