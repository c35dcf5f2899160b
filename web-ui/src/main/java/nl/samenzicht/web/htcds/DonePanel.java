package nl.samenzicht.web.htcds;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import nl.samenzicht.domain.htcds.ImportDone;
import nl.samenzicht.domain.htcds.ImportDone.ImportedCase;
import nl.samenzicht.security.policy.Purpose;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.casefile.CaseFileNavigation;

/** The cases that an import made, each by its number and drawn name, with the row that it came from. */
class DonePanel extends Div {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 100;

    DonePanel(ImportDone done, Purpose purpose, Runnable again) {
        addClassNames("panel", "import-done");
        var title = new H2(Terms.text("import.done.title", done.cases().size()));
        title.getElement().setAttribute("tabindex", "-1");
        title.setId("import-result");
        var cases = new UnorderedList();
        cases.addClassNames("rows", "import-cases");
        done.cases().stream().limit(SHOWN).forEach(each -> cases.add(line(each, purpose)));
        var entry = new Paragraph(Terms.text("import.done.entry", done.entry().value()));
        entry.addClassName("hint");
        add(title, new Paragraph(Terms.text("import.done.text")), cases);
        if (done.cases().size() > SHOWN) {
            add(new Paragraph(Terms.text("import.done.more", done.cases().size() - SHOWN)));
        }
        var more = new Button(Terms.text("import.done.again"), VaadinIcon.UPLOAD_ALT.create(), click -> again.run());
        var acts = new Div(new Anchor(CaseFileNavigation.list(), Terms.text("import.done.list")), more);
        acts.addClassName("row-actions");
        add(acts, entry);
    }

    private static ListItem line(ImportedCase each, Purpose purpose) {
        var number = new Span(each.name().number());
        number.addClassName("case-number");
        var link = new Anchor(
                CaseFileNavigation.to(each.name().id(), purpose),
                new Span(each.name().codeName()),
                number);
        link.addClassName("import-case");
        var row = new Span(Terms.text("import.done.row", Integer.toString(each.row())));
        row.addClassName("row-detail");
        var line = new ListItem(link, row);
        line.addClassName("row");
        return line;
    }
}
