package nl.samenzicht.web.processing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Function;
import nl.samenzicht.domain.processing.ProcessingRegister;
import nl.samenzicht.domain.processing.ProcessingService;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.officer.FigureTables;
import nl.samenzicht.web.officer.FigureWords;
import nl.samenzicht.web.officer.OfficerPage;
import nl.samenzicht.web.officer.OfficerPages;
import nl.samenzicht.web.paper.FileLink;
import nl.samenzicht.web.paper.FileLink.Made;
import nl.samenzicht.web.paper.PaperPage.Fact;
import nl.samenzicht.web.shell.MainLayout;

/** The register of processing of the officer's agency, told from the rules in force and the log. */
@Route(value = "officer/processing", layout = MainLayout.class)
@StyleSheet("context://officer.css")
class ProcessingView extends OfficerPage {
    private static final long serialVersionUID = 1L;

    private final transient ProcessingService service;
    private final transient FigureWords figureWords;

    @Inject
    ProcessingView(ProcessingService service) {
        super("processing.page");
        this.service = service;
        figureWords = new FigureWords(UI.getCurrent().getLocale());
    }

    @Override
    protected void fill() {
        var register = service.register();
        result.add(
                downloads(),
                facts(ProcessingWords.controller(register)),
                processings(register),
                terms(register),
                section("processing.transfer.title", new Paragraph(Terms.text("processing.transfer.text"))),
                section("processing.measures.title", measures(register)),
                section(
                        "processing.figures.title",
                        new Paragraph(ProcessingPaper.period(register)),
                        new FigureTables(figureWords, ProcessingPaper.figures(register))),
                OfficerPages.recorded(words, register.entry().value()));
    }

    private Component downloads() {
        var files = new Div(
                file("register", "html", "text/html; charset=utf-8", ProcessingPaper::register),
                file("annex", "html", "text/html; charset=utf-8", all -> ProcessingPaper.annex(all, figureWords)),
                file("json", "json", "application/json", ProcessingJson::of));
        files.addClassName("row-actions");
        return files;
    }

    private Component file(String what, String ending, String type, Function<ProcessingRegister, byte[]> making) {
        return FileLink.to(
                Terms.text("processing.file." + what),
                "processing-" + what,
                () -> Made.of(
                        "samenzicht-%s.%s".formatted(Terms.text("processing.name." + what), ending),
                        type,
                        making.apply(service.takeOut())));
    }

    private static Component processings(ProcessingRegister register) {
        var all = new Div();
        all.addClassName("processings");
        register.processings().forEach(entry -> {
            var processing = new Details(
                    Terms.text(
                            "processing.summary",
                            Terms.of(entry.purpose()),
                            entry.processing().categories().size(),
                            entry.looks()),
                    facts(ProcessingWords.processing(entry)));
            processing.addClassName("processing");
            all.add(processing);
        });
        return section("processing.list.title", all);
    }

    private static Component terms(ProcessingRegister register) {
        if (register.terms().isEmpty()) {
            return section("processing.terms.title", new Paragraph(Terms.text("processing.terms.none")));
        }
        var table = new NativeTable();
        table.addClassNames("log-table", "processing-terms");
        var heads = new NativeTableRow();
        ProcessingWords.termHeads().forEach(head -> {
            var cell = new NativeTableHeaderCell(head);
            cell.getElement().setAttribute("scope", "col");
            heads.add(cell);
        });
        table.getHead().add(heads);
        register.terms().stream().map(ProcessingWords::term).forEach(term -> {
            var row = new NativeTableRow();
            term.stream().map(NativeTableCell::new).forEach(row::add);
            table.getBody().add(row);
        });
        var frame = new Div(table);
        frame.addClassName("wide-frame");
        return section("processing.terms.title", frame);
    }

    private static Component measures(ProcessingRegister register) {
        var list = new UnorderedList();
        list.addClassName("verify-checks");
        ProcessingWords.measures(register).stream().map(ListItem::new).forEach(list::add);
        return list;
    }

    private static Component facts(List<Fact> facts) {
        var list = new DescriptionList();
        list.addClassName("line-facts");
        facts.forEach(
                fact -> list.add(new DescriptionList.Term(fact.name()), new DescriptionList.Description(fact.value())));
        return list;
    }

    private static Component section(String title, Component... content) {
        var section = new Section(new H2(Terms.text(title)));
        section.add(content);
        section.addClassName("emergencies");
        return section;
    }
}
