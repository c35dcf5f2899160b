package nl.samenzicht.web.officer;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import nl.samenzicht.security.access.AccessDenied;

/** What the officer's pages have in common. */
public final class OfficerPages {
    private OfficerPages() {}

    /** A refusal in the place of what was asked for. */
    public static Component refused(LogWords words, AccessDenied refusal) {
        var panel = new Div(
                new H2(words.text("officer.refused.title")),
                new Paragraph(words.reason(refusal.told().name())));
        refusal.entry()
                .ifPresent(entry -> panel.add(recorded(words, entry.code().value())));
        panel.addClassName("panel");
        return panel;
    }

    /** Says that looking is on record as well. */
    public static Paragraph recorded(LogWords words, String code) {
        var hint = new Paragraph(words.text("log.look.recorded", code));
        hint.addClassName("hint");
        return hint;
    }

    /** Says that there is nothing to show, and what would be here. */
    public static Paragraph nothing(String text) {
        var nothing = new Paragraph(text);
        nothing.addClassName("empty-state");
        return nothing;
    }
}
