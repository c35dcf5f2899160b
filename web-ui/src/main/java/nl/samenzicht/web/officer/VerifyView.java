package nl.samenzicht.web.officer;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import nl.samenzicht.domain.officer.LedgerInspection;
import nl.samenzicht.domain.officer.LedgerInspection.Result;
import nl.samenzicht.domain.officer.LogBundles;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.security.ledger.Finding;
import nl.samenzicht.security.ledger.VerificationReport;
import nl.samenzicht.web.officer.LogQuery.Limit;
import nl.samenzicht.web.shell.MainLayout;

/** Proves that the log is whole, and says it in words that need no explanation. */
@Route(value = "officer/verify", layout = MainLayout.class)
@StyleSheet("context://officer.css")
class VerifyView extends Div implements AfterNavigationObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final int LOOK_AGAIN_MILLIS = 400;

    private final transient LedgerInspection inspection;
    private final transient LogBundles bundles;
    private final transient LogWords words;
    private final Button begin;
    private final Div outcome = new Div();
    private final WitnessPanel witnesses;
    private transient Future<Result> running;

    @Inject
    VerifyView(LedgerInspection inspection, LogBundles bundles) {
        this.inspection = inspection;
        this.bundles = bundles;
        words = new LogWords(UI.getCurrent().getLocale());
        witnesses = new WitnessPanel(words);
        addClassNames("page", "officer");
        begin = new Button(words.text("verify.begin.label"), VaadinIcon.CHECK_CIRCLE_O.create(), click -> begin());
        begin.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        begin.setDisableOnClick(true);
        begin.addClassName("verify-begin");
        outcome.addClassName("verify-outcome");
        outcome.getElement().setAttribute("role", "status");
        var checks = new OrderedList();
        checks.addClassName("verify-checks");
        for (var check : List.of("lines", "tree", "signed", "outside", "overview", "rows", "content")) {
            checks.add(new ListItem(words.text("verify.check." + check)));
        }
        var explanation = new Div(new H2(words.text("verify.checks.title")), checks, limit());
        explanation.addClassName("panel");
        add(
                new H1(words.text("verify.page.title")),
                new Paragraph(words.text("verify.page.intro")),
                begin,
                outcome,
                witnesses,
                new ForOthersPanel(words, bundles),
                explanation);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        witnesses.show(bundles::witnesses);
    }

    private Paragraph limit() {
        var limit = new Paragraph(words.text("verify.limit.text"));
        limit.addClassName("hint");
        return limit;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("verify.page.title");
    }

    private void begin() {
        outcome.removeAll();
        var done = new AtomicLong();
        var all = new AtomicLong(1);
        try {
            running = inspection.begin((read, total) -> {
                done.set(read);
                all.set(Math.max(1, total));
            });
        } catch (AccessDenied refusal) {
            begin.setEnabled(true);
            outcome.add(OfficerPages.refused(words, refusal));
            return;
        }
        var bar = new ProgressBar();
        var text = new Span(words.text("verify.progress.text", 0, 0));
        text.setId("verify-progress-text");
        bar.getElement().setAttribute("aria-labelledby", "verify-progress-text");
        var stop = new Button(words.text("verify.stop.label"), click -> running.cancel(true));
        var progress = new Div(text, bar, stop);
        progress.addClassName("verify-progress");
        outcome.add(progress);
        var ui = UI.getCurrent();
        ui.setPollInterval(LOOK_AGAIN_MILLIS);
        var polling = new Registration[1];
        polling[0] = ui.addPollListener(poll -> {
            bar.setValue(Math.min(1.0, done.doubleValue() / all.doubleValue()));
            text.setText(words.text("verify.progress.text", done.get(), all.get()));
            if (running.isDone()) {
                ui.setPollInterval(-1);
                polling[0].remove();
                end();
            }
        });
    }

    private void end() {
        begin.setEnabled(true);
        begin.setText(words.text("verify.again.label"));
        outcome.removeAll();
        try {
            var result = running.get();
            outcome.add(result.report().whole() ? whole(result) : broken(result));
        } catch (CancellationException stopped) {
            outcome.add(OfficerPages.nothing(words.text("verify.stopped.text")));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            var failed =
                    new Div(new H2(words.text("verify.failed.title")), new Paragraph(words.text("verify.failed.text")));
            failed.addClassNames("panel", "verify-broken");
            outcome.add(failed);
        }
    }

    private Component whole(Result result) {
        var icon = VaadinIcon.CHECK_CIRCLE.create();
        icon.addClassName("verify-icon");
        var panel = new Div(
                icon,
                new H2(words.text("verify.whole.title")),
                new Paragraph(words.text("verify.whole.text")),
                restored(result.report()),
                counted(result.report()),
                recorded(result));
        panel.addClassNames("panel", "verify-whole");
        return panel;
    }

    private Component broken(Result result) {
        var report = result.report();
        var icon = VaadinIcon.EXCLAMATION_CIRCLE.create();
        icon.addClassName("verify-icon");
        long count = report.findings().size() + report.omitted();
        var findings = new UnorderedList();
        findings.addClassName("verify-findings");
        report.findings().forEach(finding -> findings.add(found(finding)));
        if (report.omitted() > 0) {
            findings.add(new ListItem(words.text("verify.omitted.text", report.omitted())));
        }
        var panel = new Div(
                icon,
                new H2(words.text("verify.broken.title", count)),
                findings,
                new Paragraph(words.text("verify.broken.help")),
                restored(report),
                counted(report),
                recorded(result));
        panel.addClassNames("panel", "verify-broken");
        return panel;
    }

    /** What a backup that was put back says of itself, so that nobody takes a shorter log for a whole one. */
    private Component restored(VerificationReport report) {
        var told = new Div();
        for (var code : report.restores()) {
            told.add(new Paragraph(
                    new Span(words.text("verify.restored.text")),
                    new Span(" "),
                    new Anchor(
                            LogQuery.everything().with(Limit.CODE, code.value()).href(),
                            words.text("verify.finding.link"))));
        }
        told.setVisible(!report.restores().isEmpty());
        return told;
    }

    private ListItem found(Finding finding) {
        var item = new ListItem(
                new Span(words.text(finding.messageKey(), finding.args().toArray())));
        finding.code()
                .filter(code -> !code.equals("–"))
                .ifPresent(code -> item.add(
                        new Span(" "),
                        new Anchor(
                                LogQuery.everything().with(Limit.CODE, code).href(),
                                words.text("verify.finding.link"))));
        return item;
    }

    private Component counted(VerificationReport report) {
        var counted = words.text(
                "verify.counted.text",
                report.entries(),
                report.entries() - unsealed(report),
                report.checkpoints(),
                report.outside(),
                report.upTo().map(words::moment).orElse("–"));
        return new Paragraph(
                report.removed() == 0 ? counted : counted + " " + words.text("verify.removed.text", report.removed()));
    }

    private static long unsealed(VerificationReport report) {
        return Math.max(0, report.entries() + report.removed() - report.sealed());
    }

    private Component recorded(Result result) {
        var hint = new Paragraph(words.text(
                "verify.recorded.text",
                result.request().value(),
                result.outcome().value()));
        hint.addClassName("hint");
        return hint;
    }
}
