package nl.samenzicht.web.report;

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
import nl.samenzicht.domain.report.ReportCard;
import nl.samenzicht.domain.report.ReportService;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.shell.MainLayout;
import nl.samenzicht.web.worklist.RefusedPanel;
import nl.samenzicht.web.worklist.WorkPurpose;

/** The reports of one's own agency that somebody should look at: refused, not confirmed, begun long ago, without ground. */
@Route(value = "reports", layout = MainLayout.class)
@StyleSheet("context://sharing.css")
@StyleSheet("context://report.css")
class WaitingReportsView extends Div implements AfterNavigationObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient ReportService reports;
    private final transient WorkPurpose purpose;
    private final Div result = new Div();

    @Inject
    WaitingReportsView(ReportService reports, WorkPurpose purpose) {
        this.reports = reports;
        this.purpose = purpose;
        addClassName("page");
        result.addClassName("coop-result");
        add(new H1(Terms.text("report.list.title")), new Paragraph(Terms.text("report.list.intro")), result);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("report.list.title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        result.removeAll();
        var working = purpose.now();
        if (working.isEmpty()) {
            result.add(nothing());
            return;
        }
        try {
            var waiting = reports.waiting(working.get());
            if (waiting.isEmpty()) {
                result.add(nothing());
                return;
            }
            var list = new UnorderedList();
            list.addClassNames("rows", "coop-list");
            waiting.forEach(card -> list.add(row(card)));
            result.add(list);
        } catch (AccessDenied refusal) {
            result.add(new RefusedPanel(refusal));
        }
    }

    private static ListItem row(ReportCard card) {
        var link = new Anchor(
                ReportNavigation.to(card.caseName().id(), card.task()),
                card.caseName().number() + " " + card.caseName().codeName());
        link.addClassName("row-title");
        var what = new Span(Terms.of(card.task()) + ". "
                + card.waiting().map(why -> Terms.text("report.waiting." + why)).orElse(""));
        what.addClassName("row-detail");
        var words = new Div(link, what);
        words.addClassName("row-words");
        var side = new Div(ReportWords.badge(card.state()));
        side.addClassName("row-actions");
        var row = new ListItem(words, side);
        row.addClassName("row");
        return row;
    }

    private static Paragraph nothing() {
        var nothing = new Paragraph(Terms.text("report.list.nothing"));
        nothing.addClassName("empty-state");
        return nothing;
    }
}
