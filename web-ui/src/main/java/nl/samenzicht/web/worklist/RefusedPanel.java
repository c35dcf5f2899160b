package nl.samenzicht.web.worklist;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.web.Terms;

/** A refusal in the place of what was asked for: why not, and that the look is on record. */
public class RefusedPanel extends Div {
    private static final long serialVersionUID = 1L;

    public RefusedPanel(AccessDenied refusal) {
        addClassNames("panel", "coop-refused");
        add(new H2(Terms.text("share.refused.title")), new Paragraph(Terms.text("denied." + refusal.told())));
        refusal.entry().ifPresent(entry -> {
            var line = new Paragraph(Terms.text("form.recorded", entry.code()));
            line.addClassName("hint");
            add(line);
        });
    }
}
