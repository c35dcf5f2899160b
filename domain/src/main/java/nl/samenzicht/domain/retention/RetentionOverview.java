package nl.samenzicht.domain.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.security.ledger.EntryCode;
import nl.samenzicht.security.policy.DataCategory;

/**
 * What an agency has to destroy, what holds that up and what was decided, without content.
 *
 * @param due the cases and signals in which something is due on or before {@code until}, the first due first
 * @param until the last day that was looked at
 * @param unsettled how many of the oldest items have no term that we know, so that they are never due by themselves
 * @param more whether there are older items than one look goes through
 * @param mayPropose whether the asker may propose and hold
 * @param mayApprove whether the asker may agree to what others proposed
 * @param entry the line of the log that records this look
 */
public record RetentionOverview(
        List<DueCase> due,
        LocalDate until,
        int unsettled,
        boolean more,
        List<Hold> holds,
        List<Batch> batches,
        boolean mayPropose,
        boolean mayApprove,
        EntryCode entry) {

    /**
     * What is due in one case or signal.
     *
     * @param number as people write it
     * @param held whether something holds it up
     * @param underWay whether all of it was proposed already
     */
    public record DueCase(CaseFileId dossier, String number, List<Line> lines, boolean held, boolean underWay) {
        public DueCase {
            lines = List.copyOf(lines);
        }

        /** The first day on which something of it is due. */
        public LocalDate firstDue() {
            return lines.get(0).dueOn();
        }
    }

    /** Items of one category that are due on one day for one reason. */
    public record Line(
            DataCategory category,
            RecordKind record,
            LocalDate dueOn,
            String basis,
            RetentionTerms.Standing standing,
            int items) {}

    /**
     * What keeps a case from being destroyed.
     *
     * @param liftAsked whether somebody asked to lift it
     * @param ownAsk whether that was the asker
     */
    public record Hold(
            UUID id,
            String number,
            HoldReason reason,
            String why,
            LocalDate lastDay,
            String placedBy,
            boolean liftAsked,
            boolean ownAsk) {}

    /**
     * A destruction that was proposed, and what came of it.
     *
     * @param numbers the cases and signals that it is about
     * @param own whether the asker proposed it, so that somebody else must agree
     * @param why what was written with it; there always is, when the person asked for it
     */
    public record Batch(
            UUID id,
            DestructionBasis basis,
            DestructionState state,
            List<String> numbers,
            List<Counted> counts,
            String proposedBy,
            Instant proposedAt,
            Optional<String> decidedBy,
            Optional<Instant> decidedAt,
            Optional<String> why,
            boolean own,
            Optional<EntryCode> certificate) {}

    /** How many items of one category and record a destruction is about. */
    public record Counted(DataCategory category, Optional<RecordKind> record, int items) {}
}
