package nl.samenzicht.web.forms;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import nl.samenzicht.domain.casefile.ContentNotValid;
import nl.samenzicht.domain.consent.ConsentNotValid;
import nl.samenzicht.security.CannotBeDone;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.security.directory.InvalidEntry;
import nl.samenzicht.web.Terms;

/**
 * Where a form says in words that something cannot be done and what would help. Empty and out of sight until then; a
 * screen reader hears it at once.
 */
public class FormMessage extends Div {
    private static final long serialVersionUID = 1L;

    public FormMessage() {
        addClassName("form-message");
        getElement().setAttribute("role", "alert");
    }

    /**
     * Does what a person asked; when it cannot be done, says why here. Faults of the product itself are not caught.
     *
     * @return whether it was done
     */
    public boolean attempt(Runnable act) {
        clear();
        try {
            act.run();
            return true;
        } catch (AccessDenied denied) {
            say(Terms.text("denied." + denied.told()));
            denied.entry().ifPresent(entry -> {
                var line = new Paragraph(Terms.text("form.recorded", entry.code()));
                line.addClassName("hint");
                add(line);
            });
        } catch (CannotBeDone cannot) {
            say(Terms.text(cannot.messageKey(), cannot.arguments().toArray()));
        } catch (ConsentNotValid wrong) {
            say(Terms.text(wrong.messageKey()));
        } catch (InvalidEntry wrong) {
            say(Terms.of(wrong.why()));
        } catch (ContentNotValid wrong) {
            wrong.errors()
                    .forEach(error ->
                            say(Terms.text(error.messageKey(), error.arguments().toArray())));
        }
        return false;
    }

    /** Says something that is wrong or missing. */
    public void say(String words) {
        addClassName("form-message-shown");
        var line = new Paragraph(new Span(words));
        add(line);
    }

    /** Says nothing. */
    public void clear() {
        removeClassName("form-message-shown");
        removeAll();
    }
}
