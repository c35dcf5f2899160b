package nl.samenzicht.domain.breach;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.samenzicht.security.directory.AgencyCard;
import nl.samenzicht.security.directory.ProfessionalCard;
import nl.samenzicht.security.ledger.EntryCode;

/**
 * One breach with all that is known of it and was done about it.
 *
 * @param versions what was known, the first first; there is at least one
 * @param acts what was done, the first first
 * @param next what can be done now; nothing for who may not
 * @param counts what was counted from the log, the first first
 * @param told the other agencies that were told by this one
 * @param canBeTold the others that could be
 * @param colleagues whose looks can be counted
 * @param mayHandle whether the one who looks may handle it, or only see it
 * @param entry the line in the log of this look
 */
public record BreachPage(
        BreachCard card,
        List<VersionView> versions,
        List<ActView> acts,
        Set<BreachStep> next,
        List<CountView> counts,
        List<ToldView> told,
        List<AgencyCard> canBeTold,
        List<ProfessionalCard> colleagues,
        boolean mayHandle,
        EntryCode entry) {
    public BreachPage {
        versions = List.copyOf(versions);
        acts = List.copyOf(acts);
        next = Set.copyOf(next);
        counts = List.copyOf(counts);
        told = List.copyOf(told);
        canBeTold = List.copyOf(canBeTold);
        colleagues = List.copyOf(colleagues);
    }

    /**
     * What was known at a moment.
     *
     * @param by the name of who wrote it; of another agency's people, the name of the agency
     */
    public record VersionView(int serial, Account account, Optional<String> by, Instant at) {}

    /** One thing that was done. */
    public record ActView(BreachDoing doing, Optional<String> by, Instant at) {}

    /**
     * What was counted.
     *
     * @param professional the name of whose looks were counted
     * @param others the other agencies whose data the same lines touch
     */
    public record CountView(
            AffectedQuestion asked,
            Optional<String> professional,
            Affected found,
            List<AgencyCard> others,
            Optional<String> by,
            Instant at) {
        public CountView {
            others = List.copyOf(others);
        }
    }

    /** An agency that was told, and when. How it handles its own part is its own. */
    public record ToldView(Optional<AgencyCard> agency, Instant at) {}

    /** What is known now. */
    public Account account() {
        return versions.get(versions.size() - 1).account();
    }

    /** Which state of the breach the reader saw; whoever changes it says so, and is told when somebody else was first. */
    public int seen() {
        return versions.size() + acts.size() + counts.size();
    }
}
