package nl.samenzicht.web.clock;

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
import java.util.List;
import java.util.function.Predicate;
import nl.samenzicht.domain.clock.ClockService;
import nl.samenzicht.domain.clock.ClockTone;
import nl.samenzicht.domain.clock.EndingTerm;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Purpose;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.casefile.CaseFileNavigation;
import nl.samenzicht.web.casefile.ClockWords;
import nl.samenzicht.web.shell.MainLayout;
import nl.samenzicht.web.worklist.FilterLinks;
import nl.samenzicht.web.worklist.RefusedPanel;

/** What ends within three weeks in the cases that somebody works on, first ending first. The address keeps the part. */
@Route(value = "terms", layout = MainLayout.class)
@StyleSheet("context://sharing.css")
@StyleSheet("context://casefile.css")
class TermsView extends Div implements AfterNavigationObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final String SHOW = "show";

    private final transient ClockService clocks;
    private final transient TermsPurpose purpose;
    private final Div filters = new Div();
    private final Div result = new Div();

    @Inject
    TermsView(ClockService clocks, TermsPurpose purpose) {
        this.clocks = clocks;
        this.purpose = purpose;
        addClassName("page");
        result.addClassName("coop-result");
        add(new H1(Terms.text("terms.title")), new Paragraph(Terms.text("terms.intro")), filters, result);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("terms.title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        filters.removeAll();
        result.removeAll();
        var chosen = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(SHOW)
                .orElse("");
        var now = purpose.now();
        if (now.isEmpty()) {
            result.add(nothing());
            return;
        }
        try {
            show(clocks.ending(now.get()), chosen, now.get());
        } catch (AccessDenied refusal) {
            result.add(new RefusedPanel(refusal));
        }
    }

    private void show(List<EndingTerm> all, String chosen, Purpose now) {
        filters.add(new FilterLinks(Terms.text("terms.filter"))
                .link("terms", Terms.text("terms.all"), all.size(), part(chosen).isEmpty())
                .link("terms?show=urgent", Terms.text("terms.urgent"), count(all, "urgent"), chosen.equals("urgent"))
                .link("terms?show=passed", Terms.text("terms.passed"), count(all, "passed"), chosen.equals("passed")));
        var shown = all.stream().filter(in(chosen)).toList();
        if (shown.isEmpty()) {
            result.add(nothing());
            return;
        }
        var list = new UnorderedList();
        list.addClassNames("rows", "coop-list");
        shown.forEach(term -> list.add(row(term, now)));
        result.add(list);
    }

    private static long count(List<EndingTerm> all, String part) {
        return all.stream().filter(in(part)).count();
    }

    private static String part(String chosen) {
        return chosen.equals("urgent") || chosen.equals("passed") ? chosen : "";
    }

    private static Predicate<EndingTerm> in(String chosen) {
        return switch (part(chosen)) {
            case "urgent" -> term -> term.clock().tone() == ClockTone.URGENT;
            case "passed" -> term -> term.clock().tone() == ClockTone.PASSED;
            default -> term -> true;
        };
    }

    private static ListItem row(EndingTerm term, Purpose now) {
        var name = term.caseName();
        var clock = term.clock();
        var link = new Anchor(
                clock.kind().ofResidence()
                        ? CaseFileNavigation.to(name.id(), now, DataCategory.RESIDENCE)
                        : CaseFileNavigation.to(name.id(), now),
                name.number() + " " + name.codeName());
        link.addClassName("row-title");
        var what = new Span(ClockWords.what(clock) + " " + ClockWords.lastDay(clock));
        what.addClassName("row-detail");
        var words = new Div(link, what);
        words.addClassName("row-words");
        var side = new Div(ClockWords.mark(clock));
        side.addClassNames("row-actions", ClockWords.tone(clock));
        var row = new ListItem(words, side);
        row.addClassName("row");
        return row;
    }

    private static Paragraph nothing() {
        var nothing = new Paragraph(Terms.text("terms.nothing"));
        nothing.addClassName("empty-state");
        return nothing;
    }
}
