package nl.samenzicht.web.report;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.samenzicht.domain.casefile.CaseFileService;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.report.Delivery;
import nl.samenzicht.domain.report.ReportCard;
import nl.samenzicht.domain.report.ReportService;
import nl.samenzicht.domain.report.ReportState;
import nl.samenzicht.domain.report.ReportTask;
import nl.samenzicht.domain.report.ReportView.SentMessage;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.security.policy.Reason;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.casefile.CaseFileNavigation;
import nl.samenzicht.web.consent.ConsentNavigation;
import nl.samenzicht.web.forms.ActDialog;
import nl.samenzicht.web.forms.FormMessage;
import nl.samenzicht.web.shell.Badge;
import nl.samenzicht.web.shell.Badge.Tone;
import nl.samenzicht.web.shell.MainLayout;
import nl.samenzicht.web.shell.PurposeChip;
import nl.samenzicht.web.worklist.CaseAddress;
import nl.samenzicht.web.worklist.CasePageTop;
import nl.samenzicht.web.worklist.FilterLinks;
import nl.samenzicht.web.worklist.RefusedPanel;

/** The report of one case for one task: written, checked, sent, confirmed, corrected or taken back. */
@Route(value = "cases/:caseFile/report", layout = MainLayout.class)
@StyleSheet("context://casefile.css")
@StyleSheet("context://sharing.css")
@StyleSheet("context://report.css")
class ReportView extends Div implements BeforeEnterObserver, AfterNavigationObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient ReportService reports;
    private final transient CaseFileService caseFiles;
    private final Div told = new Div();
    private final Div body = new Div();
    private final FormMessage message = new FormMessage();
    private transient CaseFileId caseFile;
    private transient ReportTask task = ReportTask.REGISTRATION;
    private transient List<ReportTask> tasks = List.of();

    @Inject
    ReportView(ReportService reports, CaseFileService caseFiles) {
        this.reports = reports;
        this.caseFiles = caseFiles;
        addClassNames("page", "report-page");
        told.addClassName("coop-told");
        told.getElement().setAttribute("role", "status");
        body.addClassName("report-body");
    }

    @Override
    public String getPageTitle() {
        return getTranslation("report.page.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var address = new CaseAddress(event);
        caseFile = address.caseFile();
        task = address.value(ReportNavigation.TASK).flatMap(ReportView::taskOf).orElse(ReportTask.REGISTRATION);
    }

    static Optional<ReportTask> taskOf(String code) {
        return Arrays.stream(ReportTask.values())
                .filter(each -> each.name().equals(code))
                .findFirst();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        MainLayout.around(this)
                .ifPresent(frame -> frame.showPurpose(
                        new PurposeChip(task.purpose().code(), Terms.of(task.purpose()), this::backToCase)));
        told.removeAll();
        removeAll();
        try {
            var card = caseFiles.view(caseFile, task.purpose());
            tasks = reports.tasks(caseFile);
            add(
                    new CasePageTop(
                            CaseFileNavigation.to(caseFile, task.purpose()),
                            Terms.text("consent.page.back"),
                            Terms.text("report.page.title"),
                            card.name().number() + " " + card.name().codeName()),
                    new Paragraph(Terms.text("report.page.intro")),
                    taskLinks(),
                    told,
                    message,
                    body);
            show();
        } catch (AccessDenied refusal) {
            refused(refusal);
        }
    }

    private void refused(AccessDenied refusal) {
        if (refusal.told() == Reason.NOTHING_HERE || refusal.told() == Reason.NOT_PARTICIPATING) {
            throw new NotFoundException();
        }
        body.removeAll();
        if (body.getParent().isEmpty()) {
            add(body);
        }
        body.add(new RefusedPanel(refusal));
    }

    private void backToCase() {
        CaseFileNavigation.go(CaseFileNavigation.to(caseFile, task.purpose()));
    }

    /** Registration and placement are two tasks; whoever may do only one is told why. */
    private Component taskLinks() {
        var links = new FilterLinks(Terms.text("report.task.label"));
        tasks.forEach(each -> links.link(ReportNavigation.to(caseFile, each), Terms.of(each), each == task));
        return links;
    }

    private void show() {
        body.removeAll();
        message.clear();
        var all = reports.of(caseFile, task);
        var live = all.stream()
                .filter(card -> card.state() != ReportState.WITHDRAWN)
                .findFirst();
        live.ifPresentOrElse(card -> showReport(reports.open(caseFile, card.id())), this::showBeginning);
        var past = all.stream()
                .filter(card -> card.state() == ReportState.WITHDRAWN)
                .toList();
        if (!past.isEmpty()) {
            body.add(past(past));
        }
    }

    private void showBeginning() {
        var begin = new Button(Terms.text("report.begin." + task), click -> message.attempt(this::begin));
        begin.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        begin.addClassName("report-begin");
        var none = new Div(
                new H2(Terms.text("report.none." + task)),
                new Paragraph(Terms.text("report.none.text." + task)),
                begin);
        none.addClassNames("panel", "report-none");
        body.add(none);
    }

    private void begin() {
        var start = reports.begin(caseFile, task);
        body.removeAll();
        var from = new Paragraph(
                start.readFrom().isEmpty()
                        ? Terms.text("report.filled.nothing")
                        : Terms.text("report.filled.from", Terms.of(start.readFrom())));
        from.addClassName("hint");
        body.add(
                from,
                new ReportEditor(
                        task,
                        start.fields(),
                        start.grounds(),
                        Optional.empty(),
                        start.filled(),
                        ConsentNavigation.to(caseFile, task.purpose()),
                        Terms.text("report.save.concept"),
                        (basis, typed) -> {
                            reports.compose(caseFile, task, basis, typed);
                            tell("report.told.saved");
                        },
                        this::show));
    }

    private void tell(String key, Object... arguments) {
        show();
        told.setText(Terms.text(key, arguments));
    }

    private void showReport(nl.samenzicht.domain.report.ReportView report) {
        var card = report.card();
        body.add(steps(report));
        if (report.destroyed()) {
            body.add(notice("report.destroyed.text"));
            card.waiting().ifPresent(why -> body.add(notice("report.waiting." + why)));
            body.add(acts(report), beside(report));
            return;
        }
        card.waiting().ifPresent(why -> body.add(notice("report.waiting." + why)));
        var columns = new Div(said(report), beside(report));
        columns.addClassName("report-columns");
        body.add(columns);
    }

    private static Paragraph notice(String key) {
        var notice = new Paragraph(Terms.text(key));
        notice.addClassName("coop-notice");
        return notice;
    }

    private static Component steps(nl.samenzicht.domain.report.ReportView report) {
        var state = report.card().state();
        var steps = new OrderedList();
        steps.addClassName("report-steps");
        steps.getElement().setAttribute("aria-label", Terms.text("report.steps.label"));
        for (var each : List.of(ReportState.CONCEPT, ReportState.CHECKED, ReportState.SENT, ReportState.RECEIVED)) {
            var step = new ListItem(new Span(Terms.of(each)));
            if (each == ReportState.RECEIVED) {
                report.card().reference().ifPresent(reference -> {
                    var number = new Span(reference);
                    number.addClassName("report-reference");
                    step.add(number);
                });
            }
            if (each.ordinal() < state.ordinal() || each == state && each == ReportState.RECEIVED) {
                step.addClassName("done");
            }
            if (each == state) {
                step.getElement().setAttribute("aria-current", "step");
            }
            steps.add(step);
        }
        if (state == ReportState.CORRECTED) {
            var step = new ListItem(Terms.of(state));
            step.getElement().setAttribute("aria-current", "step");
            steps.add(step);
        }
        return steps;
    }

    private Component said(nl.samenzicht.domain.report.ReportView report) {
        var head = new H2(Terms.text("report.content.title"));
        var badges = new Div(
                ReportWords.badge(report.card().state()),
                new Badge(Terms.of(report.card().basis()), Tone.QUIET));
        badges.add(new Badge(Terms.text(report.identified() ? "report.named.yes" : "report.named.no"), Tone.QUIET));
        badges.addClassName("share-title");
        var panel = new Div(head, badges);
        panel.addClassNames("panel", "report-said");
        if (!report.missing().isEmpty()) {
            var missing = new Paragraph(
                    Terms.text("report.missing.some", report.missing().size(), ReportWords.names(report.missing())));
            missing.addClassName("report-missing");
            panel.add(missing);
        }
        if (report.card().draft() && report.card().reference().isPresent()) {
            var draft = new Paragraph(Terms.text("report.draft.correction"));
            draft.addClassName("coop-notice");
            panel.add(draft);
        }
        panel.add(ReportWords.values(report.fields(), report.values()), acts(report), recorded(report));
        return panel;
    }

    private static Paragraph recorded(nl.samenzicht.domain.report.ReportView report) {
        var line = new Paragraph(Terms.text("report.recorded", report.entry()));
        line.addClassName("hint");
        return line;
    }

    private Div acts(nl.samenzicht.domain.report.ReportView report) {
        var acts = new Div();
        acts.addClassName("row-actions");
        var card = report.card();
        var registered = card.state() == ReportState.RECEIVED || card.state() == ReportState.CORRECTED;
        var unsent = card.state().isUnsent();
        var draft = !report.destroyed() && (unsent || registered && card.draft());
        if (draft && report.checked()) {
            acts.add(primary(Terms.text(unsent ? "report.send.label" : "report.correct.send"), () -> askSend(report)));
        } else if (draft) {
            acts.add(primary(
                    Terms.text("report.check.label"),
                    () -> message.attempt(() -> {
                        reports.check(caseFile, card.id(), report.version());
                        tell("report.told.checked");
                    })));
        }
        if (!report.destroyed() && (unsent || registered)) {
            acts.add(new Button(
                    Terms.text(registered && !card.draft() ? "report.correct.label" : "report.change.label"),
                    click -> edit(report)));
        }
        acts.add(new Button(
                Terms.text(unsent ? "report.discard.label" : "report.withdraw.label"), click -> askWithdraw(report)));
        return acts;
    }

    private static Button primary(String label, Runnable act) {
        var button = new Button(label, click -> act.run());
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return button;
    }

    private void edit(nl.samenzicht.domain.report.ReportView report) {
        told.removeAll();
        body.removeAll();
        body.add(new ReportEditor(
                task,
                report.fields(),
                report.grounds(),
                Optional.of(report.card().basis()),
                report.values(),
                ConsentNavigation.to(caseFile, task.purpose()),
                Terms.text("report.save.change"),
                (basis, typed) -> {
                    reports.change(caseFile, report.card().id(), report.version(), basis, typed);
                    tell("report.told.saved");
                },
                this::show));
    }

    private void askSend(nl.samenzicht.domain.report.ReportView report) {
        var what = new Paragraph(Terms.text(
                "report.send.what",
                report.card().receiver().name(),
                report.values().size(),
                Terms.of(report.card().basis())));
        var name = new Paragraph(Terms.text(report.identified() ? "report.send.named" : "report.send.unnamed"));
        name.addClassName(report.identified() ? "coop-notice" : "hint");
        new ActDialog(
                        Terms.text("report.send.title"),
                        Terms.text("report.send.verb", report.card().receiver().name()),
                        () -> reports.send(caseFile, report.card().id(), report.version()),
                        () -> tell("report.told.sent", report.card().receiver().name()))
                .asking(what, name)
                .open();
    }

    private void askWithdraw(nl.samenzicht.domain.report.ReportView report) {
        var sent = !report.messages().isEmpty();
        var why = new TextArea(Terms.text("report.withdraw.why"));
        why.setHelperText(Terms.text("report.withdraw.why.help"));
        why.setWidthFull();
        var what = Terms.text(sent ? "report.withdraw.what" : "report.discard.what")
                + (sent && report.destroyed() ? " " + Terms.text("report.withdraw.destroyed") : "");
        new ActDialog(
                        Terms.text(sent ? "report.withdraw.title" : "report.discard.title"),
                        Terms.text(sent ? "report.withdraw.verb" : "report.discard.verb"),
                        () -> reports.withdraw(caseFile, report.card().id(), report.version(), why.getValue()),
                        () -> tell("report.told.withdrawn"))
                .asking(new Paragraph(what), why)
                .open();
    }

    private Component beside(nl.samenzicht.domain.report.ReportView report) {
        var list = new OrderedList();
        list.addClassName("report-messages");
        report.messages().forEach(sent -> list.add(message(report, sent)));
        var panel = new Div(new H2(Terms.text("report.messages.title")));
        panel.addClassNames("panel", "report-sent");
        if (report.messages().isEmpty()) {
            var nothing = new Paragraph(Terms.text("report.messages.nothing"));
            nothing.addClassName("hint");
            panel.add(nothing);
        } else {
            panel.add(list);
        }
        return panel;
    }

    private static ListItem message(nl.samenzicht.domain.report.ReportView report, SentMessage sent) {
        var kind = new Span(Terms.of(sent.kind()));
        kind.addClassName("row-title");
        var state = new Badge(
                Terms.of(sent.delivery()),
                switch (sent.delivery()) {
                    case CONFIRMED -> Tone.GOOD;
                    case REFUSED, STOPPED -> Tone.DANGER;
                    default -> Tone.WARN;
                });
        var head = new Div(kind, state);
        head.addClassName("share-title");
        var facts = new Div(new Span(Terms.text("report.message.written", Terms.moment(sent.writtenAt()))));
        facts.addClassName("share-facts");
        sent.deliveredAt()
                .ifPresent(at -> facts.add(new Span(Terms.text("report.message.delivered", Terms.moment(at)))));
        sent.confirmedAt()
                .ifPresent(at -> facts.add(new Span(Terms.text("report.message.confirmed", Terms.moment(at)))));
        var row = new ListItem(head, facts);
        sent.problem().ifPresent(code -> {
            var problem = new Paragraph(ReportWords.problem(code));
            problem.addClassName("report-problem");
            row.add(problem);
        });
        if (sent.delivery() == Delivery.WAITING && sent.attempts() > 0) {
            var again = new Paragraph(Terms.text("report.message.again", sent.attempts()));
            again.addClassName("hint");
            row.add(again);
        }
        if (!sent.said().isEmpty()) {
            row.add(new Details(
                    Terms.text("report.message.said", sent.said().size()),
                    ReportWords.values(report.fields(), sent.said())));
        }
        return row;
    }

    private Component past(List<ReportCard> past) {
        var list = new UnorderedList();
        list.addClassName("report-past");
        past.forEach(card -> {
            var row = new ListItem(
                    ReportWords.badge(card.state()),
                    new Span(Terms.text("report.past.row", Terms.day(card.changedAt()), card.composedBy())));
            card.reference().ifPresent(reference -> row.add(new Span(reference)));
            card.waiting().ifPresent(why -> row.add(notice("report.waiting." + why)));
            if (card.waiting().equals(Optional.of(ReportCard.Waiting.WITHDRAWAL_REFUSED))) {
                row.add(new Button(
                        Terms.text("report.withdraw.again"),
                        click -> message.attempt(() -> {
                            reports.withdrawAgain(caseFile, card.id());
                            tell("report.told.withdrawn-again");
                        })));
            }
            list.add(row);
        });
        var section = new Div(new H2(Terms.text("report.past.title")), list);
        section.addClassName("report-past-block");
        return section;
    }
}
