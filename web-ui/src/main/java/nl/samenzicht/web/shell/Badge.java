package nl.samenzicht.web.shell;

import com.vaadin.flow.component.html.Span;

/** A word or two set apart, such as a state; its colour says no more than its words. */
public class Badge extends Span {
    private static final long serialVersionUID = 1L;

    /** How a badge looks. */
    public enum Tone {
        PLAIN,
        QUIET,
        GOOD,
        WARN,
        DANGER;

        private String style() {
            return this == PLAIN ? "badge" : "badge-" + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Makes a badge. */
    public Badge(String words, Tone tone) {
        super(words);
        addClassNames("badge", tone.style());
    }
}
