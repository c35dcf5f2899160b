package nl.samenzicht.domain.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.samenzicht.domain.casefile.ItemId;
import nl.samenzicht.domain.casefile.ItemView;
import nl.samenzicht.security.directory.AgencyCard;
import nl.samenzicht.security.directory.ProfessionalCard;
import nl.samenzicht.security.ledger.EntryCode;

/**
 * The support plan as one asker may see it.
 *
 * @param others what else lies in the category, such as notes
 */
public record PlanView(
        List<GoalView> goals, List<ScoreView> scores, List<ItemView> others, boolean mayWrite, EntryCode entry) {
    public PlanView {
        goals = List.copyOf(goals);
        scores = List.copyOf(scores);
        others = List.copyOf(others);
    }

    /**
     * One goal.
     *
     * @param version what a change starts from
     * @param agreedActionsOnly whether the reader sees no more than the goal itself and the actions agreed with them
     */
    public record GoalView(
            ItemId id,
            int version,
            AgencyCard owner,
            boolean own,
            GoalDraft goal,
            boolean agreedActionsOnly,
            List<ActionView> actions,
            List<Evaluation> evaluations,
            Instant changedAt) {
        public GoalView {
            actions = List.copyOf(actions);
            evaluations = List.copyOf(evaluations);
        }
    }

    /** One action of a goal. */
    public record ActionView(
            UUID id,
            String title,
            AgencyCard assigneeAgency,
            Optional<ProfessionalCard> assignee,
            LocalDate dueOn,
            ActionStatus status,
            boolean overdue,
            boolean maySetStatus) {}

    /** How a goal went, on a day. */
    public record Evaluation(LocalDate on, String outcome, String next) {}

    /**
     * Scores of the domains at one moment: 1 acute problems, 2 not, 3 limited, 4 sufficient, 5 fully self-reliant. A domain
     * that is absent was not scored. There is no total.
     */
    public record ScoreView(ItemId id, LocalDate on, AgencyCard owner, Map<LifeDomain, Integer> scores, String note) {}
}
