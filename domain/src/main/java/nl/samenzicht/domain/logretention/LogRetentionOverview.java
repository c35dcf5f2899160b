package nl.samenzicht.domain.logretention;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.samenzicht.security.ledger.EntryCode;
import nl.samenzicht.security.ledger.LogRemovals.Due;

/**
 * The retention of the log as somebody sees it: counts, nothing of a line.
 *
 * @param termMonths how long a line is kept at least
 * @param possible whether there is an account that can remove
 * @param due what may be proposed now; empty for who may not propose, and when there is nothing
 * @param waiting what needs the lines that are due
 * @param removals what was proposed, newest first
 * @param mayPropose whether the asker may propose
 * @param mayApprove whether the asker may agree
 * @param mayObject whether the asker may object
 * @param entry the line of the log that tells of this look
 */
public record LogRetentionOverview(
        int termMonths,
        boolean possible,
        Optional<Due> due,
        LogNeeds.Waiting waiting,
        List<Card> removals,
        boolean mayPropose,
        boolean mayApprove,
        boolean mayObject,
        EntryCode entry) {
    /** Freezes the list. */
    public LogRetentionOverview {
        removals = List.copyOf(removals);
    }

    /**
     * One removal.
     *
     * @param why why it was proposed
     * @param own whether the asker proposed it
     * @param earliest when it can be carried out at the earliest
     * @param objectedBy the agency whose privacy officer objected
     * @param objection why
     */
    public record Card(
            UUID id,
            LogRemovalState state,
            YearMonth firstMonth,
            YearMonth lastMonth,
            long lines,
            String why,
            String proposedBy,
            Instant proposedAt,
            boolean own,
            Optional<String> decidedBy,
            Optional<Instant> earliest,
            Optional<String> objectedBy,
            Optional<String> objection) {}
}
