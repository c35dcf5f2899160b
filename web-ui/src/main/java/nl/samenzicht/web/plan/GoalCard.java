package nl.samenzicht.web.plan;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Optional;
import nl.samenzicht.domain.plan.ActionStatus;
import nl.samenzicht.domain.plan.PlanView.ActionView;
import nl.samenzicht.domain.plan.PlanView.Evaluation;
import nl.samenzicht.domain.plan.PlanView.GoalView;
import nl.samenzicht.security.directory.ProfessionalCard;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.shell.Badge;

/** One goal as people read it; with what can be done when there is something to do. The same card shows what a recipient gets. */
public class GoalCard extends Article {
    private static final long serialVersionUID = 1L;

    /** What somebody can do with a goal. */
    interface Acts {
        Component share();

        void change();

        void addAction();

        void evaluate();

        void setStatus(ActionView action, ActionStatus status);
    }

    /**
     * Shows the goal to read.
     *
     * @param level the level of its heading, so that the headings of the page around it stay in order
     */
    public GoalCard(GoalView goal, int level) {
        this(goal, level, Optional.empty());
    }

    GoalCard(GoalView goal, int level, Optional<Acts> acts) {
        addClassNames("item", "goal");
        getElement().setAttribute("data-own", goal.own());
        add(heading(level, "goal-title", goal.goal().goal()), accountability(goal));
        if (!goal.agreedActionsOnly()) {
            add(facts(goal));
        }
        if (!goal.actions().isEmpty()) {
            add(heading(level + 1, "goal-part", Terms.text("plan.actions.title")), actions(goal, acts));
        }
        if (!goal.evaluations().isEmpty()) {
            add(heading(level + 1, "goal-part", Terms.text("plan.evaluations.title")), evaluations(goal));
        }
        acts.filter(able -> goal.own()).ifPresent(able -> add(bar(able)));
    }

    private static Component heading(int level, String style, String words) {
        var heading = new HtmlContainer("h" + level);
        heading.setText(words);
        heading.addClassName(style);
        return heading;
    }

    private static Component accountability(GoalView goal) {
        var line = new UnorderedList(
                new ListItem(Terms.text(
                        goal.own() ? "plan.goal.own" : "plan.goal.shared",
                        goal.owner().name())),
                new ListItem(Terms.text("plan.goal.changed", Terms.moment(goal.changedAt()))),
                new ListItem(Terms.text("plan.goal.version", goal.version())));
        line.addClassName("accountability");
        return line;
    }

    private static Component facts(GoalView goal) {
        var draft = goal.goal();
        var list = new DescriptionList();
        list.addClassName("content-fields");
        fact(list, "plan.field.situation", draft.situation());
        fact(list, "plan.field.measure", draft.measure());
        draft.targetOn().ifPresent(day -> fact(list, "plan.field.target", Terms.day(day)));
        if (!draft.ownWords().isBlank()) {
            var words = new Paragraph(draft.ownWords());
            words.addClassName("goal-own-words");
            list.add(
                    new DescriptionList.Term(Terms.text("plan.field.own-words")),
                    new DescriptionList.Description(words));
        }
        fact(list, "plan.field.agreed", Terms.text(draft.agreed() ? "plan.agreed.yes" : "plan.agreed.no"));
        return list;
    }

    private static void fact(DescriptionList list, String key, String value) {
        if (!value.isBlank()) {
            var words = new Paragraph(value);
            words.addClassName("content-words");
            list.add(new DescriptionList.Term(Terms.text(key)), new DescriptionList.Description(words));
        }
    }

    private static Component actions(GoalView goal, Optional<Acts> acts) {
        var list = new UnorderedList();
        list.addClassNames("rows", "goal-actions");
        goal.actions().forEach(action -> list.add(action(action, acts)));
        return list;
    }

    private static ListItem action(ActionView action, Optional<Acts> acts) {
        var state = new Badge(
                Terms.text(
                        action.overdue()
                                ? "plan.action.overdue"
                                : "action-status." + action.status().name()),
                tone(action));
        var title = new Span(action.title());
        title.addClassName("row-title");
        var whom = new Span(action.assignee()
                .map(ProfessionalCard::displayName)
                .map(name -> Terms.text(
                        "plan.action.for-person", name, action.assigneeAgency().name()))
                .orElseGet(() -> action.assigneeAgency().name()));
        var due = new Span(Terms.text("plan.action.due", Terms.day(action.dueOn())));
        var facts = new Div(state, whom, due);
        facts.addClassName("action-facts");
        var words = new Div(title, facts);
        words.addClassName("row-words");
        var row = new ListItem(words);
        row.addClassName("row");
        acts.filter(able -> action.maySetStatus()).ifPresent(able -> row.add(statusButtons(action, able)));
        return row;
    }

    private static Badge.Tone tone(ActionView action) {
        if (action.overdue()) {
            return Badge.Tone.DANGER;
        }
        return switch (action.status()) {
            case OPEN -> Badge.Tone.WARN;
            case DONE -> Badge.Tone.GOOD;
            case DROPPED -> Badge.Tone.QUIET;
        };
    }

    private static Component statusButtons(ActionView action, Acts acts) {
        var buttons = new Div();
        buttons.addClassName("row-actions");
        if (action.status() == ActionStatus.OPEN) {
            buttons.add(
                    status(action, acts, ActionStatus.DONE, "plan.action.done"),
                    status(action, acts, ActionStatus.DROPPED, "plan.action.drop"));
        } else {
            buttons.add(status(action, acts, ActionStatus.OPEN, "plan.action.reopen"));
        }
        return buttons;
    }

    private static Button status(ActionView action, Acts acts, ActionStatus next, String key) {
        var button = new Button(Terms.text(key), click -> acts.setStatus(action, next));
        button.setAriaLabel(Terms.text(key) + ": " + action.title());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        button.setDisableOnClick(true);
        button.addClickListener(click -> button.setEnabled(true));
        return button;
    }

    private static Component evaluations(GoalView goal) {
        var list = new UnorderedList();
        list.addClassNames("rows", "goal-evaluations");
        for (int i = goal.evaluations().size() - 1; i >= 0; i--) {
            list.add(evaluation(goal.evaluations().get(i)));
        }
        return list;
    }

    private static ListItem evaluation(Evaluation evaluation) {
        var on = new Span(Terms.day(evaluation.on()));
        on.addClassName("row-title");
        var words = new Div(on, new Paragraph(evaluation.outcome()));
        words.addClassName("row-words");
        if (!evaluation.next().isBlank()) {
            var next = new Paragraph(Terms.text("plan.evaluation.next", evaluation.next()));
            next.addClassName("row-detail");
            words.add(next);
        }
        var row = new ListItem(words);
        row.addClassName("row");
        return row;
    }

    private static Component bar(Acts acts) {
        var bar = new Div(
                new Button(Terms.text("plan.goal.change"), click -> acts.change()),
                new Button(Terms.text("plan.action.add"), click -> acts.addAction()),
                new Button(Terms.text("plan.evaluation.add"), click -> acts.evaluate()),
                acts.share());
        bar.addClassNames("item-acts", "row-actions");
        return bar;
    }
}
