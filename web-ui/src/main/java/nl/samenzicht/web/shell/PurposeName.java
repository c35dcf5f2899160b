package nl.samenzicht.web.shell;

import com.vaadin.flow.component.html.Span;
import nl.samenzicht.security.policy.Purpose;
import nl.samenzicht.web.Terms;

/** The name of a purpose in a row of facts, with the mark that it has everywhere. */
public class PurposeName extends Span {
    private static final long serialVersionUID = 1L;

    /** Names this purpose in the person's language. */
    public PurposeName(Purpose purpose) {
        super(Terms.of(purpose));
        addClassName("purpose-name");
        getElement().setAttribute("data-purpose", purpose.code());
    }
}
