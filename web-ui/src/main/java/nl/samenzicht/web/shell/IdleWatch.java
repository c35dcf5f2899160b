package nl.samenzicht.web.shell;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import nl.samenzicht.web.signin.SessionActions;

/**
 * Watches in the browser whether somebody is there. It tells the server of keys and touches, warns a minute before the
 * session ends, and leaves the page when it has, so that nothing stays on a screen that nobody watches.
 */
@Tag("samenzicht-idle")
class IdleWatch extends com.vaadin.flow.component.Component {
    private static final long serialVersionUID = 1L;

    private final transient SessionActions actions;
    private Dialog warning;

    IdleWatch(SessionActions actions) {
        this.actions = actions;
    }

    void attachTo(MainLayout layout) {
        layout.addToDrawer(this);
        getElement().getStyle().set("display", "none");
        addAttachListener(attached -> {
            attached.getUI().getPage().addJavaScript("session.js");
            getElement()
                    .executeJs("const start = () => window.samenzichtSession"
                            + " ? window.samenzichtSession.watch(this) : setTimeout(start, 50); start();");
        });
    }

    @ClientCallable
    private void endsSoon() {
        if (warning != null && warning.isOpened()) {
            return;
        }
        warning = new Dialog();
        warning.setHeaderTitle(getTranslation("shell.idle.title"));
        warning.add(new Paragraph(getTranslation("shell.idle.text")));
        var stay = new Button(getTranslation("shell.idle.stay"), click -> warning.close());
        stay.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var leave = new Button(getTranslation("shell.sign-out.label"), click -> actions.signOut());
        warning.getFooter().add(leave, stay);
        warning.open();
        stay.focus();
    }

    @ClientCallable
    private void goesOn() {
        if (warning != null) {
            warning.close();
        }
    }
}
