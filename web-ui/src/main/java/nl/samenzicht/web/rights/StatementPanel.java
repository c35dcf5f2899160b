package nl.samenzicht.web.rights;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.function.Function;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.rights.StatementFormat;
import nl.samenzicht.domain.rights.StatementJson;
import nl.samenzicht.domain.rights.Statements;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.Words;

/** Takes out the answer to who has seen the person's data, for people and for machines. */
class StatementPanel extends Div {
    private static final long serialVersionUID = 1L;
    private static final int FORBIDDEN = 403;
    private static final int GONE = 410;

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

    private Anchor download(String label, String ending, String type, Function<OutputStream, StatementFormat> format) {
        DownloadHandler handler = event -> send(event, ending, type, format);
        var anchor = new Anchor(handler, Terms.text(label));
        anchor.addClassNames("log-export", "statement-" + ending);
        anchor.getElement().setAttribute("router-ignore", true);
        anchor.addComponentAsFirst(VaadinIcon.DOWNLOAD_ALT.create());
        return anchor;
    }

    /** Writes the statement while it is read; it may be long. */
    private void send(DownloadEvent event, String ending, String type, Function<OutputStream, StatementFormat> format)
            throws IOException {
        try {
            var statement = statements.of(number, staff.getValue(), format);
            event.setFileName("samenzicht-" + number + "." + ending);
            event.setContentType(type);
            statement.writeTo(event.getOutputStream());
        } catch (AccessDenied refusal) {
            event.getResponse().setStatus(FORBIDDEN);
        } catch (NotPossible gone) {
            event.getResponse().setStatus(GONE);
        }
    }
}
