package nl.samenzicht.domain.sharing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.samenzicht.domain.casefile.ItemView;
import nl.samenzicht.security.access.AccessGate.Prospect;

/**
 * What the recipient would get, rendered by the same code that will serve them.
 *
 * @param given the items as the recipient would see them
 * @param notNeeded keys of fields with a value that the purpose does not need, proposed to be left out
 * @param needed keys of the other fields with a value
 * @param refusal why it could not be given like this, and what would help; empty when it could
 */
public record SharePreview(
        List<ItemView> given, Set<String> notNeeded, Set<String> needed, Optional<Prospect> refusal) {
    public SharePreview {
        given = List.copyOf(given);
        notNeeded = Set.copyOf(notNeeded);
        needed = Set.copyOf(needed);
    }
}
