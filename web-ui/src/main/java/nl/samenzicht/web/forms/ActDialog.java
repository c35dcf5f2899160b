package nl.samenzicht.web.forms;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import nl.samenzicht.web.Terms;

/**
 * Asks for what one act needs and does it. The last button says what happens; when the act cannot be done the dialog stays
 * open with all that was typed, and says why.
 */
public class ActDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    private final FormMessage message = new FormMessage();
    private final Div content = new Div();
    private final Button act;

    /**
     * Makes a dialog; it is not open yet.
     *
     * @param title what is being done, in words
     * @param verb the last button: what happens when it is pressed
     * @param doing the act; when it throws a refusal or a fault in what was typed, the dialog stays
     * @param after what follows when it was done, with the dialog closed
     */
    public ActDialog(String title, String verb, Runnable doing, Runnable after) {
        setHeaderTitle(title);
        addClassName("act-dialog");
        setWidth("560px");
        setCloseOnOutsideClick(false);
        content.addClassName("act-dialog-content");
        add(content, message);
        act = new Button(verb, click -> {
            if (message.attempt(doing)) {
                close();
                after.run();
            }
        });
        act.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        act.setDisableOnClick(true);
        act.addClickListener(click -> act.setEnabled(true));
        getFooter().add(new Button(Terms.text("form.cancel"), click -> close()), act);
    }

    /** Adds what is asked. */
    public ActDialog asking(Component... fields) {
        content.add(fields);
        return this;
    }

    /** Where this dialog says what is wrong. */
    public FormMessage message() {
        return message;
    }

    /** The last button, for a verb that follows what is filled in. */
    public Button act() {
        return act;
    }
}
