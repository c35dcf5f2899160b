package nl.samenzicht.domain.breach;

import java.util.List;
import nl.samenzicht.security.ledger.EntryCode;

/**
 * The register of one agency.
 *
 * @param open those that are not closed, the first due first
 * @param closed the others, the newest first
 * @param mayHandle whether the one who looks may handle breaches, or only see them
 * @param entry the line in the log of this look
 */
public record BreachList(List<BreachCard> open, List<BreachCard> closed, boolean mayHandle, EntryCode entry) {
    public BreachList {
        open = List.copyOf(open);
        closed = List.copyOf(closed);
    }
}
