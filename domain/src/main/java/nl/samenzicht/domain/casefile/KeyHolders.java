package nl.samenzicht.domain.casefile;

import java.time.Instant;
import java.util.Set;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.security.keys.KeyHolder;
import nl.samenzicht.security.policy.DataCategory;

/**
 * Says who gets a key to what is written now: the owner, and those with whom the owner shares the item, or the category
 * including later items. Sharing answers it; case files do not know shares.
 */
public interface KeyHolders {

    /** Who gets a key to a new item of {@code owner}. */
    Set<KeyHolder> forNewItem(CaseFileId caseFile, DataCategory category, KeyHolder owner, Instant at);

    /** Who gets a key to a new version of {@code item}. */
    Set<KeyHolder> forNewVersion(ItemId item, CaseFileId caseFile, DataCategory category, KeyHolder owner, Instant at);
}
