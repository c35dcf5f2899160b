package nl.samenzicht.web.report;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
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
import java.util.Optional;
import java.util.UUID;
import nl.samenzicht.domain.report.ReceivedReport;
import nl.samenzicht.domain.report.ReceivedReport.OverlapView;
import nl.samenzicht.domain.report.ReportInbox;
import nl.samenzicht.domain.report.ReportState;
import nl.samenzicht.domain.report.ReportTask;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.casefile.CaseFileNavigation;
import nl.samenzicht.web.forms.FormMessage;
import nl.samenzicht.web.shell.Badge;
import nl.samenzicht.web.shell.Badge.Tone;
import nl.samenzicht.web.shell.MainLayout;
import nl.samenzicht.web.shell.PurposeChip;
import nl.samenzicht.web.worklist.FilterLinks;
import nl.samenzicht.web.worklist.RefusedPanel;

/** For CoMensha: the reports that arrived, one of them open, which may be about one person, and confirming that they came. */
@Route(value = "received-reports", layout = MainLayout.class)
@StyleSheet("context://casefile.css")
@StyleSheet("context://sharing.css")
@StyleSheet("context://report.css")
class ReceivedReportsView extends Div implements AfterNavigationObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient ReportInbox inbox;
    private final Div told = new Div();
    private final FilterLinks links = new FilterLinks(Terms.text("report.task.label"));
    private final Div list = new Div();
    private final Div opened = new Div();
    private final FormMessage message = new FormMessage();
    private transient ReportTask task = ReportTask.REGISTRATION;

    @Inject
    ReceivedReportsView(ReportInbox inbox) {
        this.inbox = inbox;
        addClassNames("page", "received-page");
        told.addClassName("coop-told");
        told.getElement().setAttribute("role", "status");
        list.addClassName("received-list");
        opened.addClassName("received-opened");
        opened.getElement().setAttribute("aria-live", "polite");
        var columns = new Div(list, opened);
        columns.addClassName("received-columns");
        add(
                new H1(Terms.text("received.title")),
                new Paragraph(Terms.text("received.intro")),
                links,
                told,
                message,
                columns);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("received.title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        var parameters = event.getLocation().getQueryParameters();
        task = parameters
                .getSingleParameter(ReportNavigation.TASK)
                .flatMap(ReportView::taskOf)
                .orElse(ReportTask.REGISTRATION);
        told.removeAll();
        message.clear();
        MainLayout.around(this)
                .ifPresent(frame -> frame.showPurpose(
                        new PurposeChip(task.purpose().code(), Terms.of(task.purpose()), this::otherTask)));
        show(parameters.getSingleParameter("report").flatMap(ReceivedReportsView::number));
    }

    private void otherTask() {
        CaseFileNavigation.go(ReportNavigation.toReceived(
                task == ReportTask.REGISTRATION ? ReportTask.PLACEMENT : ReportTask.REGISTRATION));
    }

    private static Optional<UUID> number(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notANumber) {
            return Optional.empty();
        }
    }

    private void show(Optional<UUID> chosen) {
        links.removeAll();
        list.removeAll();
        opened.removeAll();
        inbox.tasks()
                .forEach(each -> links.link(
                        ReportNavigation.toReceived(each), Terms.text("received.task." + each), each == task));
        try {
            var all = inbox.received(task);
            list.add(rows(all, chosen));
            chosen.ifPresentOrElse(this::open, this::askToChoose);
        } catch (AccessDenied refusal) {
            opened.add(new RefusedPanel(refusal));
        }
    }

    private void askToChoose() {
        var choose = new Paragraph(Terms.text("received.choose"));
        choose.addClassName("empty-state");
        opened.add(choose);
    }

    private Component rows(List<ReceivedReport> all, Optional<UUID> chosen) {
        if (all.isEmpty()) {
            var nothing = new Paragraph(Terms.text("received.nothing"));
            nothing.addClassName("empty-state");
            return nothing;
        }
        var rows = new UnorderedList();
        rows.addClassNames("rows", "coop-list");
        all.forEach(report -> rows.add(row(report, chosen)));
        return rows;
    }

    private static ListItem row(ReceivedReport report, Optional<UUID> chosen) {
        var link = new Anchor(
                ReportNavigation.toReceived(report.id(), report.task()),
                report.reporter().name());
        link.addClassName("row-title");
        if (chosen.equals(Optional.of(report.id()))) {
            link.getElement().setAttribute("aria-current", "true");
        }
        var facts = new Div(new Span(Terms.day(report.sentAt())), new Span(Terms.of(report.basis())));
        facts.addClassName("share-facts");
        report.reference().ifPresent(reference -> facts.add(new Span(reference)));
        var badges = new Div();
        badges.addClassName("share-title");
        if (report.state() == ReportState.WITHDRAWN) {
            badges.add(new Badge(Terms.of(ReportState.WITHDRAWN), Tone.DANGER));
        } else if (report.corrected()) {
            badges.add(new Badge(Terms.text("received.corrected"), Tone.QUIET));
        }
        if (report.unconfirmed() > 0) {
            badges.add(new Badge(Terms.text("received.unconfirmed"), Tone.WARN));
        }
        if (!report.overlaps().isEmpty()) {
            badges.add(new Badge(
                    Terms.text("received.overlap.badge", report.overlaps().size()), Tone.QUIET));
        }
        var words = new Div(link, facts, badges);
        words.addClassName("row-words");
        var row = new ListItem(words);
        row.addClassName("row");
        return row;
    }

    private void open(UUID id) {
        try {
            show(inbox.open(id, task));
        } catch (AccessDenied refusal) {
            opened.add(new RefusedPanel(refusal));
            var confirm = confirm(id);
            opened.add(confirm);
        }
    }

    private Button confirm(UUID id) {
        var confirm = new Button(
                Terms.text("received.confirm.label"),
                click -> message.attempt(() -> {
                    var reference = inbox.confirm(id, task);
                    show(Optional.of(id));
                    told.setText(Terms.text("received.confirmed.told", reference));
                }));
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return confirm;
    }

    private void show(ReceivedReport.Opened read) {
        var report = read.report();
        var panel = new Div(new H2(Terms.text("received.from", report.reporter().name(), Terms.day(report.sentAt()))));
        panel.addClassNames("panel", "report-said");
        var victim = new Paragraph(Terms.text("received.victim", report.victim()));
        victim.addClassName("hint");
        panel.add(victim);
        if (read.parentsKeptOut()) {
            var notice = new Paragraph(Terms.text("received.parents-kept-out"));
            notice.addClassName("coop-notice");
            panel.add(notice);
        }
        if (!report.overlaps().isEmpty()) {
            panel.add(overlaps(report.overlaps()));
        }
        panel.add(
                report.state() == ReportState.WITHDRAWN
                        ? new Paragraph(Terms.text("received.withdrawn"))
                        : ReportWords.values(read.fields(), read.values()));
        if (report.destroyed()) {
            panel.add(new Paragraph(Terms.text("received.destroyed")));
        }
        if (report.unconfirmed() > 0) {
            var acts = new Div(confirm(report.id()));
            acts.addClassName("row-actions");
            panel.add(acts);
        }
        var line = new Paragraph(Terms.text("report.recorded", read.entry()));
        line.addClassName("hint");
        panel.add(line);
        opened.add(panel);
    }

    private Component overlaps(List<OverlapView> overlaps) {
        var rows = new UnorderedList();
        overlaps.forEach(overlap -> rows.add(new ListItem(
                new Anchor(
                        ReportNavigation.toReceived(overlap.report(), task),
                        overlap.reporter().name()
                                + overlap.reference()
                                        .map(reference -> " " + reference)
                                        .orElse("")),
                new Span(Terms.text(overlap.sure() ? "received.overlap.sure" : "received.overlap.maybe")))));
        var block = new Div(new Paragraph(Terms.text("received.overlap.title", overlaps.size())), rows);
        block.addClassNames("received-overlaps");
        return block;
    }
}
