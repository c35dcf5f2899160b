package nl.samenzicht.web.casefile;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import nl.samenzicht.web.Terms;

/** Which of the three columns is in sight where the screen has room for one; on a wide screen all are, and this is not. */
class CaseTabs extends Div {
    private static final long serialVersionUID = 1L;

    /** The columns. */
    enum Part {
        PARTS,
        CONTENT,
        PARTIES
    }

    private final Map<Part, NativeButton> buttons = new EnumMap<>(Part.class);
    private final Div columns;

    CaseTabs(Div columns) {
        this.columns = columns;
        addClassName("case-tabs");
        getElement().setAttribute("role", "group").setAttribute("aria-label", Terms.text("case.tabs.label"));
        for (var part : Part.values()) {
            var button = new NativeButton(Terms.text("case.tabs." + part), click -> show(part));
            button.addClassName("case-tab");
            buttons.put(part, button);
            add(button);
        }
    }

    void show(Part shown) {
        columns.getElement().setAttribute("data-shown", shown.name().toLowerCase(Locale.ROOT));
        buttons.forEach(
                (part, button) -> button.getElement().setAttribute("aria-pressed", Boolean.toString(part == shown)));
    }
}
