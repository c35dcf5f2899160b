package nl.samenzicht.domain.rights;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.samenzicht.security.ledger.EntryCode;
import nl.samenzicht.security.policy.DataCategory;

/**
 * One request with all that was done about it.
 *
 * @param words what was asked, and how it came in
 * @param acts what was done, the first first
 * @param next what can be done now; nothing for who may not
 * @param scope what it is about; empty before that was settled
 * @param withheld the categories that the decision withholds
 * @param told who was told (AVG 19)
 * @param parentBlocked whether a parent is kept out of a case of the person, so that nothing can be granted to one
 * @param entry the line in the log of this look
 */
public record RequestPage(
        RequestCard card,
        String words,
        Optional<String> recordedBy,
        Instant recordedAt,
        List<ActView> acts,
        Set<HandlingStep> next,
        Optional<Doing> scope,
        Set<DataCategory> withheld,
        List<NoticeView> told,
        boolean parentBlocked,
        EntryCode entry) {
    public RequestPage {
        acts = List.copyOf(acts);
        next = Set.copyOf(next);
        withheld = Set.copyOf(withheld);
        told = List.copyOf(told);
    }

    /** One thing that was done. */
    public record ActView(Doing doing, Optional<String> by, Instant at) {}

    /** How many things were done; whoever does the next one says so, and is told when somebody else was first. */
    public int seen() {
        return acts.size();
    }
}
