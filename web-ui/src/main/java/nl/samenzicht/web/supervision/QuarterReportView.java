package nl.samenzicht.web.supervision;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.supervision.Figures;
import nl.samenzicht.domain.supervision.Quarter;
import nl.samenzicht.domain.supervision.QuarterReport;
import nl.samenzicht.domain.supervision.QuarterReport.Version;
import nl.samenzicht.domain.supervision.SupervisionService;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.forms.ActDialog;
import nl.samenzicht.web.officer.FigureTables;
import nl.samenzicht.web.officer.FigureWords;
import nl.samenzicht.web.officer.LogWords;
import nl.samenzicht.web.officer.OfficerPages;
import nl.samenzicht.web.paper.FileLink;
import nl.samenzicht.web.paper.FileLink.Made;
import nl.samenzicht.web.shell.MainLayout;

/** One quarter: the figures as they are now, and each version of the report with its figures as they were. */
@Route(value = "officer/supervision/:quarter", layout = MainLayout.class)
@StyleSheet("context://officer.css")
class QuarterReportView extends Div implements AfterNavigationObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient SupervisionService supervision;
    private final transient LogWords words;
    private final transient FigureWords figureWords;
    private final Div result = new Div();
    private String title = "";

    @Inject
    QuarterReportView(SupervisionService supervision) {
        this.supervision = supervision;
        words = new LogWords(UI.getCurrent().getLocale());
        figureWords = new FigureWords(UI.getCurrent().getLocale());
        addClassNames("page", "officer");
        result.addClassName("log-result");
        add(new Anchor("officer/supervision", Terms.text("supervision.back.link")), result);
    }

    @Override
    public String getPageTitle() {
        return title.isEmpty() ? Terms.text("supervision.page.title") : title;
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        var wanted = event.getRouteParameters().get("quarter").flatMap(Quarter::read);
        wanted.ifPresentOrElse(
                this::show, () -> result.add(OfficerPages.nothing(Terms.text("supervision.error.no-quarter"))));
    }

    private void show(Quarter quarter) {
        result.removeAll();
        try {
            show(supervision.report(quarter));
        } catch (AccessDenied refusal) {
            result.add(OfficerPages.refused(words, refusal));
        } catch (NotPossible gone) {
            result.add(OfficerPages.nothing(Terms.text(gone.messageKey())));
        }
    }

    private void show(QuarterReport report) {
        title = Terms.text("supervision.report.title", QuarterPages.name(report.quarter(), Terms.locale()));
        var head = new Div(new H1(title), new Paragraph(report.agency()));
        head.addClassName("page-words");
        result.add(head);
        report.versions().forEach(version -> result.add(version(report, version)));
        var now = section(Terms.text("supervision.now.title"));
        now.add(figures(report.now()));
        if (report.maySupervise()) {
            var write = new Button(
                    Terms.text(report.versions().isEmpty() ? "supervision.write.label" : "supervision.rewrite.label"),
                    click -> write(report));
            write.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            write.addClassName("supervision-write");
            now.add(write);
        }
        result.add(now, OfficerPages.recorded(words, report.entry().value()));
    }

    private Component version(QuarterReport report, Version version) {
        var section = section(Terms.text("supervision.version.title", version.serial()));
        section.addClassName("report-version");
        var by = new Paragraph(Terms.text("emergencies.judged.by", version.by(), Terms.moment(version.at())));
        by.addClassName("row-detail");
        var said = new Paragraph(version.words());
        said.addClassNames("alert-reason", "as-written");
        var downloads = new Div(
                download("supervision.paper.label", "html", "text/html; charset=utf-8", report, version.serial()),
                download("supervision.json.label", "json", "application/json", report, version.serial()));
        downloads.addClassName("row-actions");
        section.add(by, said, figures(version.figures()), downloads);
        return section;
    }

    private Component figures(Figures figures) {
        var until = new Paragraph(
                Terms.text("supervision.figures.until", Terms.moment(figures.until()), figures.rulebook()));
        until.addClassName("hint");
        return new Div(new FigureTables(figureWords, figures.tables()), until);
    }

    private void write(QuarterReport report) {
        var said = QuarterPages.words(Terms.text("supervision.write.words"));
        report.versions().stream().findFirst().ifPresent(last -> said.setValue(last.words()));
        new ActDialog(
                        Terms.text("supervision.report.title", QuarterPages.name(report.quarter(), Terms.locale())),
                        Terms.text("supervision.write.verb"),
                        () -> supervision.write(
                                report.quarter(), report.versions().size(), said.getValue()),
                        () -> show(report.quarter()))
                .asking(new Paragraph(Terms.text("supervision.write.help")), said)
                .open();
    }

    private Anchor download(String label, String ending, String type, QuarterReport report, int serial) {
        return FileLink.to(Terms.text(label), "report-" + ending, () -> {
            var version = supervision.takeOut(report.quarter(), serial);
            return Made.of(
                    "samenzicht-fg-%s-v%d.%s".formatted(report.quarter(), serial, ending),
                    type,
                    ending.equals("html")
                            ? ReportPaper.of(report, version, figureWords)
                            : ReportJson.of(report, version));
        });
    }

    private static Section section(String title) {
        var section = new Section(new H2(title));
        section.addClassName("emergencies");
        return section;
    }
}
