package nl.samenzicht.web.rights;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import java.io.OutputStream;
import java.util.Locale;
import java.util.function.Function;
import nl.samenzicht.domain.rights.StatementFormat;
import nl.samenzicht.domain.rights.StatementJson;
import nl.samenzicht.domain.rights.Statements;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.Words;
import nl.samenzicht.web.paper.FileLink;
import nl.samenzicht.web.paper.FileLink.Made;

/** Takes out the answer to who has seen the person's data, for people and for machines. */
class StatementPanel extends Div {
    private static final long serialVersionUID = 1L;

    private final transient Statements statements;
    private final String number;
    private final Checkbox staff = new Checkbox(Terms.text("statement.staff.label"));
    private final Select<Locale> language = new Select<>();

    StatementPanel(Statements statements, String number) {
        this.statements = statements;
        this.number = number;
        addClassNames("panel", "alert", "statement");
        staff.setHelperText(Terms.text("statement.staff.help"));
        language.setLabel(Terms.text("statement.language.label"));
        language.setItems(Words.DUTCH, Words.ENGLISH);
        language.setItemLabelGenerator(each -> Terms.text("statement.language." + each.getLanguage()));
        language.setValue("en".equals(Terms.locale().getLanguage()) ? Words.ENGLISH : Words.DUTCH);
        var downloads = new Div(
                download(
                        "statement.pdf.label",
                        "pdf",
                        "application/pdf",
                        out -> new StatementPdf(out, language.getValue())),
                download("statement.json.label", "json", "application/json", StatementJson::new));
        downloads.addClassName("row-actions");
        add(
                new H2(Terms.text("statement.title")),
                new Paragraph(Terms.text("statement.text")),
                language,
                staff,
                downloads);
    }

    /** The statement is written while it is read; it may be long. */
    private Anchor download(String label, String ending, String type, Function<OutputStream, StatementFormat> format) {
        return FileLink.to(
                Terms.text(label),
                "statement-" + ending,
                () -> new Made(
                        "samenzicht-" + number + "." + ending,
                        type,
                        statements.of(number, staff.getValue(), format)::writeTo));
    }
}
