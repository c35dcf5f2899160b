package nl.samenzicht.web.plan;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.samenzicht.domain.casefile.PartyView;
import nl.samenzicht.domain.plan.ActionStatus;
import nl.samenzicht.domain.plan.GoalDraft;
import nl.samenzicht.domain.plan.LifeDomain;
import nl.samenzicht.domain.plan.PlanService;
import nl.samenzicht.domain.plan.PlanView;
import nl.samenzicht.domain.plan.PlanView.ActionView;
import nl.samenzicht.domain.plan.PlanView.GoalView;
import nl.samenzicht.domain.plan.PlanView.ScoreView;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.security.directory.AgencyCard;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.Directory;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.casefile.CasePlace;
import nl.samenzicht.web.casefile.ItemCard;
import nl.samenzicht.web.forms.FormMessage;
import nl.samenzicht.web.sharing.ShareNavigation;

/** The plan of one case as this reader sees it, and what they can do about it. */
@StyleSheet("context://plan.css")
class PlanPanel extends Div {
    private static final long serialVersionUID = 1L;

    private final transient PlanService plans;
    private final transient Directory directory;
    private final transient AgencyId own;
    private final transient Clock clock;
    private final transient CasePlace place;
    private final FormMessage message = new FormMessage();

    /** Opens the plan and shows it. */
    PlanPanel(PlanService plans, Directory directory, AgencyId own, Clock clock, CasePlace place) {
        this.plans = plans;
        this.directory = directory;
        this.own = own;
        this.clock = clock;
        this.place = place;
        addClassName("plan");
        show(read());
    }

    private PlanView read() {
        return plans.view(place.caseFile(), place.purpose());
    }

    private void again() {
        PlanView plan;
        try {
            plan = read();
        } catch (AccessDenied notAnyMore) {
            place.refresh();
            return;
        }
        show(plan);
    }

    private void show(PlanView plan) {
        removeAll();
        add(acts(plan), message);
        if (plan.goals().isEmpty() && plan.scores().isEmpty() && plan.others().isEmpty()) {
            var nothing = new Paragraph(Terms.text("plan.nothing.text"));
            nothing.addClassName("empty-state");
            add(nothing);
        }
        byDomain(plan.goals()).forEach((domain, goals) -> add(domain(domain, goals, plan.mayWrite())));
        scoresByOwner(plan.scores()).forEach((owner, scores) -> add(new ScoresTable(owner, scores)));
        plan.others().forEach(item -> add(new ItemCard(DataCategory.PLAN, item, (key, value) -> null, List.of())));
        var seen = new Paragraph(Terms.text("plan.seen", Terms.of(place.purpose()), plan.entry()));
        seen.addClassNames("hint", "section-foot");
        add(seen);
    }

    /** Goals of which the domain may not be told come under no domain, last. */
    private static LinkedHashMap<Optional<LifeDomain>, List<GoalView>> byDomain(List<GoalView> goals) {
        var known = new EnumMap<LifeDomain, List<GoalView>>(goals.stream()
                .filter(goal -> !goal.agreedActionsOnly())
                .collect(Collectors.groupingBy(
                        goal -> goal.goal().domain(), () -> new EnumMap<>(LifeDomain.class), Collectors.toList())));
        var all = new LinkedHashMap<Optional<LifeDomain>, List<GoalView>>();
        known.forEach((domain, those) -> all.put(Optional.of(domain), those));
        var untold = goals.stream().filter(GoalView::agreedActionsOnly).toList();
        if (!untold.isEmpty()) {
            all.put(Optional.empty(), untold);
        }
        return all;
    }

    private static LinkedHashMap<AgencyCard, List<ScoreView>> scoresByOwner(List<ScoreView> scores) {
        return scores.stream()
                .collect(Collectors.groupingBy(ScoreView::owner, LinkedHashMap::new, Collectors.toList()));
    }

    private Div acts(PlanView plan) {
        var acts = new Div();
        acts.addClassNames("section-actions", "row-actions");
        if (plan.mayWrite()) {
            var goal = new Button(Terms.text("plan.goal.add"), click -> addGoal());
            goal.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            acts.add(goal, new Button(Terms.text("plan.score.add"), click -> score()));
        }
        if (plan.goals().stream().anyMatch(GoalView::own)) {
            acts.add(new Anchor(
                    ShareNavigation.compose(place.caseFile(), place.purpose(), DataCategory.PLAN),
                    Terms.text("plan.share.all")));
        }
        return acts;
    }

    private Section domain(Optional<LifeDomain> domain, List<GoalView> goals, boolean mayWrite) {
        var section = new Section(new H3(domain.map(Terms::of).orElseGet(() -> Terms.text("plan.agreed-actions"))));
        section.addClassName("plan-domain");
        goals.forEach(
                goal -> section.add(new GoalCard(goal, 4, mayWrite ? Optional.of(new Acts(goal)) : Optional.empty())));
        return section;
    }

    /** What can be done with one goal. */
    private final class Acts implements GoalCard.Acts {
        private final GoalView goal;

        private Acts(GoalView goal) {
            this.goal = goal;
        }

        @Override
        public Component share() {
            return new Anchor(
                    ShareNavigation.compose(place.caseFile(), place.purpose(), DataCategory.PLAN, List.of(goal.id())),
                    Terms.text("plan.goal.share"));
        }

        @Override
        public void change() {
            changeGoal(goal);
        }

        @Override
        public void addAction() {
            PlanPanel.this.addAction(goal);
        }

        @Override
        public void evaluate() {
            PlanPanel.this.evaluate(goal);
        }

        @Override
        public void setStatus(ActionView action, ActionStatus status) {
            if (message.attempt(() -> plans.setStatus(place.caseFile(), action.id(), status, place.purpose()))) {
                again();
            }
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Terms.AMSTERDAM);
    }

    private void addGoal() {
        new GoalDialog(
                        Optional.empty(),
                        today(),
                        (seen, draft) -> plans.addGoal(place.caseFile(), draft, place.purpose()),
                        goal -> Optional.empty(),
                        place::refresh)
                .open();
    }

    private void changeGoal(GoalView goal) {
        new GoalDialog(
                        Optional.of(goal),
                        today(),
                        (seen, draft) -> plans.changeGoal(place.caseFile(), goal.id(), seen, draft, place.purpose()),
                        this::current,
                        this::again)
                .open();
    }

    /** The goal as it is now, for somebody whose change came second. */
    private Optional<GoalView> current(GoalView goal) {
        return read().goals().stream().filter(now -> now.id().equals(goal.id())).findFirst();
    }

    private void addAction(GoalView goal) {
        var agencies = place.overview().parties().stream()
                .filter(PartyView::active)
                .map(PartyView::agency)
                .distinct()
                .toList();
        new ActionDialog(
                        goal,
                        agencies,
                        agencies.stream()
                                .filter(agency -> agency.id().equals(own))
                                .findFirst(),
                        agency -> directory.professionalsOf(agency).stream()
                                .filter(person ->
                                        person.functions().stream().anyMatch(function -> function.worksOnCases()))
                                .toList(),
                        today(),
                        (seen, what) -> plans.addAction(
                                place.caseFile(),
                                goal.id(),
                                seen,
                                what.title(),
                                what.agency(),
                                what.person(),
                                what.dueOn(),
                                place.purpose()),
                        this::again)
                .open();
    }

    private void evaluate(GoalView goal) {
        new EvaluationDialog(
                        goal,
                        today(),
                        (seen, what) -> plans.evaluate(
                                place.caseFile(),
                                goal.id(),
                                seen,
                                what.on(),
                                what.outcome(),
                                what.next(),
                                place.purpose()),
                        this::again)
                .open();
    }

    private void score() {
        new ScoreDialog(
                        today(),
                        (on, scores, note) -> plans.score(place.caseFile(), on, scores, note, place.purpose()),
                        place::refresh)
                .open();
    }

    /** Saves a goal; {@code seen} is the version that the change started from. */
    @FunctionalInterface
    interface Saving {
        void save(int seen, GoalDraft draft);
    }
}
