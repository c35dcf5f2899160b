package nl.samenzicht.web.worklist;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.samenzicht.domain.plan.DueActions;
import nl.samenzicht.domain.plan.DueActions.Due;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Purpose;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.casefile.CaseFileNavigation;
import nl.samenzicht.web.shell.Badge;
import nl.samenzicht.web.shell.MainLayout;

/** The open actions of plans for one's own agency, first due first. What an action is stands in the plan. */
@Route(value = "actions", layout = MainLayout.class)
@StyleSheet("context://sharing.css")
class DueActionsView extends Div implements AfterNavigationObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final String DUE = "due";

    private final transient DueActions actions;
    private final transient WorkPurpose purpose;
    private final transient Clock clock;
    private final Div filters = new Div();
    private final Div result = new Div();

    @Inject
    DueActionsView(DueActions actions, WorkPurpose purpose, Clock clock) {
        this.actions = actions;
        this.purpose = purpose;
        this.clock = clock;
        addClassName("page");
        result.addClassName("coop-result");
        add(new H1(Terms.text("work.actions.title")), new Paragraph(Terms.text("work.actions.intro")), filters, result);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("work.actions.title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        filters.removeAll();
        result.removeAll();
        var chosen =
                event.getLocation().getQueryParameters().getSingleParameter(DUE).orElse("");
        var working = purpose.now();
        if (working.isEmpty()) {
            result.add(nothing());
            return;
        }
        try {
            show(actions.open(working.get()), chosen, working.get());
        } catch (AccessDenied refusal) {
            result.add(new RefusedPanel(refusal));
        }
    }

    private void show(List<Due> all, String chosen, Purpose working) {
        var today = LocalDate.ofInstant(clock.instant(), Terms.AMSTERDAM);
        var overdue = all.stream().filter(due -> due.dueOn().isBefore(today)).toList();
        var coming = all.stream().filter(due -> !due.dueOn().isBefore(today)).toList();
        filters.add(new FilterLinks(Terms.text("work.actions.filter"))
                .link("actions", Terms.text("work.actions.all"), all.size(), chosen.isEmpty())
                .link(
                        "actions?due=overdue",
                        Terms.text("work.actions.overdue"),
                        overdue.size(),
                        chosen.equals("overdue"))
                .link("actions?due=coming", Terms.text("work.actions.coming"), coming.size(), chosen.equals("coming")));
        var shown = switch (chosen) {
            case "overdue" -> overdue;
            case "coming" -> coming;
            default -> all;
        };
        if (shown.isEmpty()) {
            result.add(nothing());
            return;
        }
        var list = new UnorderedList();
        list.addClassNames("rows", "coop-list");
        shown.forEach(due -> list.add(row(due, due.dueOn().isBefore(today), working)));
        result.add(list);
    }

    private ListItem row(Due due, boolean late, Purpose working) {
        var link = new Anchor(
                CaseFileNavigation.to(due.caseName().id(), planPurpose(working), DataCategory.PLAN),
                due.caseName().number() + " " + due.caseName().codeName());
        link.addClassName("row-title");
        var whom = new Span(Terms.text(due.forMe() ? "work.actions.for-me" : "work.actions.for-agency"));
        whom.addClassName("row-detail");
        var words = new Div(link, whom);
        words.addClassName("row-words");
        var day = new Span(Terms.text("work.actions.due", Terms.day(due.dueOn())));
        var side = new Div(day);
        side.addClassName("row-actions");
        mark(late).ifPresent(side::add);
        var row = new ListItem(words, side);
        row.addClassName("row");
        return row;
    }

    /** A plan is worked on for support; where that is not for this function, the case opens for what is. */
    private Purpose planPurpose(Purpose working) {
        return purpose.orNow(Purpose.SUPPORT) == Purpose.SUPPORT ? Purpose.SUPPORT : working;
    }

    private static Optional<Component> mark(boolean late) {
        if (!late) {
            return Optional.empty();
        }
        var badge = new Badge(Terms.text("work.actions.late"), Badge.Tone.DANGER);
        return Optional.of(badge);
    }

    private static Paragraph nothing() {
        var nothing = new Paragraph(Terms.text("work.actions.nothing"));
        nothing.addClassName("empty-state");
        return nothing;
    }
}
