package nl.samenzicht.domain.sharing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.samenzicht.domain.casefile.ItemView;
import nl.samenzicht.security.access.AccessGate.Prospect;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.security.policy.Obligation;

/**
 * What the recipient would get, rendered by the same code that will serve them.
 *
 * @param given the items as whoever sees most at the recipient would see them
 * @param notNeeded keys of fields with a value that the purpose does not need, proposed to be left out
 * @param needed keys of the other fields with a value
 * @param shownLess what is kept from functions at the recipient that would see less than this
 * @param refusal why it could not be given like this, and what would help; empty when it could
 */
public record SharePreview(
        List<ItemView> given,
        Set<String> notNeeded,
        Set<String> needed,
        Map<Function, Set<Obligation>> shownLess,
        Optional<Prospect> refusal) {
    public SharePreview {
        given = List.copyOf(given);
        notNeeded = Set.copyOf(notNeeded);
        needed = Set.copyOf(needed);
        shownLess = Map.copyOf(shownLess);
    }
}
