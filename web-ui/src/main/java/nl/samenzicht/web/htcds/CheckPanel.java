package nl.samenzicht.web.htcds;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.stream.Collectors;
import nl.samenzicht.domain.htcds.ColumnUse;
import nl.samenzicht.domain.htcds.ColumnUse.Destination;
import nl.samenzicht.domain.htcds.ImportCheck;
import nl.samenzicht.domain.htcds.ImportProblem;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.content.FieldWords;

/** What a dry run found: what would happen, where each column goes, and what is wrong. */
class CheckPanel extends Div {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 200;

    CheckPanel(ImportCheck check, Runnable run) {
        addClassNames("panel", "import-check");
        add(check.faultless() ? ready(check, run) : notReady(check));
        if (!check.columns().isEmpty()) {
            add(columns(check, check.faultless()));
        }
    }

    private static Component ready(ImportCheck check, Runnable run) {
        var act =
                new Button(Terms.text("import.run", check.rows()), VaadinIcon.UPLOAD_ALT.create(), click -> run.run());
        act.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        act.setDisableOnClick(true);
        act.setId("import-run");
        var block = new Div(
                title(Terms.text("import.ready.title", check.rows())),
                new Paragraph(Terms.text("import.ready.text")),
                act);
        block.addClassName("import-block");
        return block;
    }

    private static Component notReady(ImportCheck check) {
        var block = new Div(
                title(Terms.text("import.problems.title", check.problemsInAll())),
                new Paragraph(Terms.text("import.problems.text")),
                problems(check.problems()));
        if (check.problemsInAll() > SHOWN) {
            block.add(new Paragraph(Terms.text("import.problems.more", SHOWN, check.problemsInAll())));
        }
        block.add(download(check.problems()));
        block.addClassName("import-block");
        return block;
    }

    private static H2 title(String words) {
        var title = new H2(words);
        title.getElement().setAttribute("tabindex", "-1");
        title.setId("import-result");
        return title;
    }

    private static Component problems(List<ImportProblem> problems) {
        var table = new PlainTable(
                Terms.text("import.problems.caption"),
                List.of(
                        Terms.text("import.problems.row"),
                        Terms.text("import.problems.column"),
                        Terms.text("import.problems.wrong"),
                        Terms.text("import.problems.help")));
        table.addClassName("import-problems");
        problems.stream()
                .limit(SHOWN)
                .forEach(problem -> table.row(List.of(
                        ProblemWords.row(problem),
                        ProblemWords.column(problem),
                        ProblemWords.wrong(problem),
                        ProblemWords.help(problem))));
        return table;
    }

    /** The words are made now, in the language of this page; the request for the file knows no page. */
    private static Component download(List<ImportProblem> problems) {
        var content = ProblemWords.csv(problems);
        var file = new Anchor(
                DownloadHandler.fromInputStream(event -> new DownloadResponse(
                        new ByteArrayInputStream(content),
                        "samenzicht-import.csv",
                        "text/csv;charset=utf-8",
                        content.length)),
                Terms.text("import.problems.download"));
        file.addClassName("import-download");
        file.getElement().setAttribute("router-ignore", true);
        file.addComponentAsFirst(VaadinIcon.DOWNLOAD_ALT.create());
        return file;
    }

    private static Component columns(ImportCheck check, boolean open) {
        var table = new PlainTable(
                Terms.text("import.columns.caption"),
                List.of(
                        Terms.text("import.columns.column"),
                        Terms.text("import.columns.heading"),
                        Terms.text("import.columns.filled"),
                        Terms.text("import.columns.goes")));
        table.addClassName("import-columns");
        check.columns().stream().filter(use -> use.filled() > 0).forEach(use -> table.row(cells(use)));
        var empty = check.columns().stream().filter(use -> use.filled() == 0).count();
        var block = new Div(new Paragraph(Terms.text("import.columns.text")), table);
        block.addClassName("import-block");
        if (check.columns().stream().anyMatch(ColumnUse::contradicted)) {
            block.add(new Paragraph(Terms.text("import.columns.contradicted")));
        }
        if (empty > 0) {
            block.add(new Paragraph(Terms.text("import.columns.empty", empty)));
        }
        var title = new H3(Terms.text("import.columns.title"));
        var details = new Details(title, block);
        details.setOpened(open);
        details.addClassName("import-details");
        return details;
    }

    private static List<String> cells(ColumnUse use) {
        var goes = use.destinations().isEmpty()
                ? Terms.text("import.goes.nowhere")
                : use.destinations().stream()
                        .map(destination -> goes(destination, use.filled()))
                        .collect(Collectors.joining("; "));
        return List.of(
                use.column(),
                use.heading().orElseGet(() -> Terms.text("import.columns.number")),
                Terms.text("import.columns.rows", use.filled()),
                goes);
    }

    private static String goes(Destination destination, int filled) {
        var category = Terms.of(destination.category());
        var where = destination
                .field()
                .map(field ->
                        Terms.text("import.goes.field", FieldWords.label(destination.category(), field), category))
                .orElseGet(() -> Terms.text("import.goes.note", category));
        return destination.rows() >= filled ? where : Terms.text("import.goes.some", where, destination.rows());
    }
}
