package nl.samenzicht.web.plan;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.util.List;
import nl.samenzicht.domain.plan.DueActions.Due;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.shell.Badge;

/** What one's own agency has to do next in this case; what it is stands in the plan. */
class CaseActions extends Div {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 5;

    /**
     * Shows the first of the open actions.
     *
     * @param today the day in Amsterdam
     * @param plan where the plan opens
     */
    CaseActions(List<Due> actions, LocalDate today, String plan) {
        addClassNames("side-block", "case-actions");
        add(new H2(Terms.text("plan.block.title")));
        if (actions.isEmpty()) {
            add(new Paragraph(Terms.text("plan.block.nothing")));
            return;
        }
        var list = new UnorderedList();
        list.addClassName("parties");
        actions.stream()
                .limit(SHOWN)
                .forEach(due -> list.add(row(due, due.dueOn().isBefore(today))));
        add(list, new Anchor(plan, Terms.text("plan.block.all", actions.size())));
    }

    private static ListItem row(Due due, boolean late) {
        var day = new Span(Terms.text("work.actions.due", Terms.day(due.dueOn())));
        day.addClassName("party-name");
        var head = new Div(day);
        head.addClassName("party-head");
        if (late) {
            var badge = new Badge(Terms.text("work.actions.late"), Badge.Tone.DANGER);
            head.add(badge);
        }
        var whom = new Span(Terms.text(due.forMe() ? "work.actions.for-me" : "work.actions.for-agency"));
        whom.addClassName("party-detail");
        return new ListItem(head, whom);
    }
}
