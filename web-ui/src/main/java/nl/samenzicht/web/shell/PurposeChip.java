package nl.samenzicht.web.shell;

import com.vaadin.flow.component.button.Button;

/**
 * Says, always in sight, for which purpose somebody works in this case; one click to change it. Each purpose has its own
 * colour, which runs as a thin line along the page as well; the words carry the meaning, not the colour.
 */
public class PurposeChip extends Button {
    private static final long serialVersionUID = 1L;

    private final String code;

    /**
     * Makes a chip.
     *
     * @param code the purpose's code, such as {@code D2}; it decides the colour
     * @param label the purpose in words
     * @param change what happens when somebody wants another purpose
     */
    public PurposeChip(String code, String label, Runnable change) {
        super(label);
        this.code = code;
        addClassName("purpose-chip");
        getElement().setAttribute("data-purpose", topOf(code));
        setAriaLabel(getTranslation("shell.purpose.label", label));
        addClickListener(click -> change.run());
    }

    String code() {
        return topOf(code);
    }

    /** A part of a purpose has the colour of the whole. */
    private static String topOf(String code) {
        int dot = code.indexOf('.');
        return dot < 0 ? code : code.substring(0, dot);
    }
}
