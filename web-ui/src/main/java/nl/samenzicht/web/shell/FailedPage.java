package nl.samenzicht.web.shell;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import jakarta.servlet.http.HttpServletResponse;
import nl.samenzicht.security.database.Outage;
import nl.samenzicht.web.edge.FailureReference;
import nl.samenzicht.web.edge.OutageWords;
import nl.samenzicht.web.signin.OpenToAll;

/** A page that could not be opened: a sentence and a reference, and nothing else. */
@OpenToAll
@Tag(Tag.DIV)
public class FailedPage extends Div implements HasErrorParameter<Exception>, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    public FailedPage() {
        addClassName("page");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        var outage = Outage.behind(parameter.getCaughtException());
        var reference = new Paragraph(getTranslation("error.reference.label") + " ");
        reference.add(new Span(FailureReference.of(parameter.getCaughtException())));
        reference.addClassName("reference");
        add(
                new H1(getTranslation("error.failure.title")),
                new Paragraph(getTranslation(outage.map(OutageWords::key).orElse("error.failure.text"))),
                reference);
        return outage.isPresent()
                ? HttpServletResponse.SC_SERVICE_UNAVAILABLE
                : HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("error.failure.title");
    }
}
