package nl.samenzicht.web.logretention;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.List;
import nl.samenzicht.domain.logretention.LogRemovalState;
import nl.samenzicht.domain.logretention.LogRetentionOverview;
import nl.samenzicht.domain.logretention.LogRetentionOverview.Card;
import nl.samenzicht.domain.logretention.LogRetentionService;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.shell.Badge;
import nl.samenzicht.web.shell.Badge.Tone;
import nl.samenzicht.web.shell.MainLayout;
import nl.samenzicht.web.worklist.RefusedPanel;

/** How long the log is kept, what of it is due, and what was proposed, agreed on and removed. Counts only. */
@Route(value = "admin/log-retention", layout = MainLayout.class)
@StyleSheet("context://casefile.css")
@StyleSheet("context://admin.css")
class LogRetentionView extends Div implements AfterNavigationObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient LogRetentionService service;
    private final transient LogRetentionActs acts;
    private final Div content = new Div();

    @Inject
    LogRetentionView(LogRetentionService service) {
        this.service = service;
        this.acts = new LogRetentionActs(service, this::show);
        addClassNames("page", "admin", "log-retention-page");
        content.addClassName("admin-content");
        var words =
                new Div(new H1(Terms.text("log-retention.title")), new Paragraph(Terms.text("log-retention.intro")));
        words.addClassName("page-words");
        add(words, content);
    }

    @Override
    public String getPageTitle() {
        return Terms.text("log-retention.title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show();
    }

    private void show() {
        content.removeAll();
        try {
            show(service.look());
        } catch (AccessDenied refusal) {
            content.add(new RefusedPanel(refusal));
        }
    }

    private void show(LogRetentionOverview seen) {
        if (seen.mayPropose()) {
            content.add(due(seen));
        }
        content.add(removals(seen));
        var recorded = new Paragraph(Terms.text("admin.recorded", seen.entry().value()));
        recorded.addClassName("hint");
        content.add(recorded);
    }

    private Section due(LogRetentionOverview seen) {
        var section = section("log-retention.due.title");
        section.add(new Paragraph(Terms.text("log-retention.term", seen.termMonths())));
        if (!seen.possible()) {
            section.add(new Paragraph(Terms.text("log-retention.error.no-account")));
            return section;
        }
        if (seen.due().isEmpty()) {
            section.add(new Paragraph(Terms.text(
                    seen.removals().stream().anyMatch(each -> each.state().isOpen())
                            ? "log-retention.due.under-way"
                            : "log-retention.due.none")));
            return section;
        }
        var due = seen.due().get();
        section.add(new Paragraph(Terms.text(
                "log-retention.due.text",
                LogRetentionWords.months(due),
                due.lines(),
                LogRetentionWords.megabytes(due))));
        if (!seen.waiting().none()) {
            section.add(new Paragraph(Terms.text(
                    "log-retention.waiting",
                    seen.waiting().holds(),
                    seen.waiting().requests())));
        }
        var propose = new Button(Terms.text("log-retention.propose.label"), click -> acts.propose(due));
        propose.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        section.add(propose);
        return section;
    }

    private Section removals(LogRetentionOverview seen) {
        var section = section("log-retention.removals.title");
        if (seen.removals().isEmpty()) {
            section.add(new Paragraph(Terms.text("log-retention.removals.none")));
            return section;
        }
        var rows = new UnorderedList();
        rows.addClassNames("rows", "panel", "admin-list");
        seen.removals().forEach(each -> rows.add(row(each, seen)));
        section.add(rows);
        return section;
    }

    private ListItem row(Card card, LogRetentionOverview seen) {
        var name = new Span(LogRetentionWords.months(card));
        name.addClassName("row-title");
        var words = new Div(
                name,
                detail("log-retention.row.lines", card.lines()),
                detail("log-retention.row.proposed", card.proposedBy(), Terms.moment(card.proposedAt()), card.why()));
        words.addClassName("row-words");
        card.decidedBy()
                .ifPresent(by -> words.add(detail(
                        card.state() == LogRemovalState.REFUSED
                                ? "log-retention.row.refused"
                                : "log-retention.row.approved",
                        by)));
        card.earliest().ifPresent(at -> words.add(detail("log-retention.row.earliest", Terms.moment(at))));
        card.objectedBy()
                .ifPresent(by -> words.add(detail(
                        "log-retention.row.objected", by, card.objection().orElse(""))));
        var row = new ListItem(words, new Badge(Terms.text("log-retention.state." + card.state()), tone(card.state())));
        answers(card, seen).forEach(row::add);
        row.addClassName("row");
        return row;
    }

    private List<Component> answers(Card card, LogRetentionOverview seen) {
        if (card.state() == LogRemovalState.APPROVED && seen.mayObject()) {
            return List.of(new Button(Terms.text("log-retention.object.label"), click -> acts.object(card)));
        }
        if (card.state() != LogRemovalState.PROPOSED) {
            return List.of();
        }
        if (card.own() && seen.mayPropose()) {
            return List.of(new Button(Terms.text("retention.take-back.label"), click -> acts.takeBack(card)));
        }
        if (card.own() || !seen.mayApprove()) {
            return List.of();
        }
        var approve = new Button(Terms.text("retention.approve.label"), click -> acts.approve(card));
        approve.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_ERROR);
        return List.of(approve, new Button(Terms.text("log-retention.refuse.label"), click -> acts.refuse(card)));
    }

    private static Tone tone(LogRemovalState state) {
        return switch (state) {
            case PROPOSED, APPROVED, BEGUN -> Tone.WARN;
            case REMOVED -> Tone.GOOD;
            case REFUSED, OBJECTED, STOPPED -> Tone.QUIET;
        };
    }

    private static Span detail(String key, Object... arguments) {
        var detail = new Span(Terms.text(key, arguments));
        detail.addClassName("row-detail");
        return detail;
    }

    private static Section section(String title) {
        var section = new Section(new H2(Terms.text(title)));
        section.addClassName("admin-section");
        return section;
    }
}
