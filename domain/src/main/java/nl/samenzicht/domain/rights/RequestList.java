package nl.samenzicht.domain.rights;

import java.util.List;
import nl.samenzicht.security.ledger.EntryCode;
import nl.samenzicht.security.policy.Regime;

/**
 * The requests to one agency, as its officers see them.
 *
 * @param open those for which somebody waits, the first due first
 * @param closed the others, the newest first
 * @param told what other agencies told this one (AVG 19), what waits for an answer first
 * @param mayHandle whether the one who looks may handle requests, or only see them
 * @param entry the line in the log of this look
 */
public record RequestList(
        List<RequestCard> open,
        List<RequestCard> closed,
        List<NoticeView> told,
        Regime regime,
        boolean mayHandle,
        EntryCode entry) {
    public RequestList {
        open = List.copyOf(open);
        closed = List.copyOf(closed);
        told = List.copyOf(told);
    }
}
