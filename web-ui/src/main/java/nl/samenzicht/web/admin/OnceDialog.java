package nl.samenzicht.web.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.VaadinServletRequest;
import nl.samenzicht.security.administration.Invited;
import nl.samenzicht.web.Terms;

/** Shows a link or a code this once, to pass on by hand. After it is closed nobody can see it again. */
class OnceDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    private OnceDialog(String title, String explanation, String secret, Runnable after) {
        setHeaderTitle(title);
        addClassName("act-dialog");
        setWidth("560px");
        setCloseOnOutsideClick(false);
        setCloseOnEsc(false);
        var shown = new Span(secret);
        shown.addClassName("once");
        var copied = new Span();
        copied.addClassName("hint");
        copied.getElement().setAttribute("role", "status");
        var copy = new Button(Terms.text("admin.once.copy"), click -> {
            getElement().executeJs("navigator.clipboard && navigator.clipboard.writeText($0)", secret);
            copied.setText(Terms.text("admin.once.copied"));
        });
        var line = new Div(copy, copied);
        line.addClassName("row-actions");
        var once = new Paragraph(Terms.text("admin.once.text"));
        once.addClassName("hint");
        var content = new Div(new Paragraph(explanation), shown, line, once);
        content.addClassName("act-dialog-content");
        add(content);
        var done = new Button(Terms.text("admin.once.done"), click -> {
            close();
            after.run();
        });
        done.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(done);
    }

    /** Shows the link of an invitation. */
    static void invitation(Invited invited, Runnable after) {
        new OnceDialog(
                        Terms.text("admin.once.invitation.title", invited.name()),
                        Terms.text("admin.once.invitation.text", invited.name()),
                        address(invited.token()),
                        after)
                .open();
    }

    /** Shows the link of a new password; the code comes from the second person. */
    static void reset(Invited begun, Runnable after) {
        new OnceDialog(
                        Terms.text("admin.once.reset.title", begun.name()),
                        Terms.text("admin.once.reset.text", begun.name()),
                        address(begun.token()),
                        after)
                .open();
    }

    /** Shows the code that goes with a link that somebody else has. */
    static void code(String name, String code, Runnable after) {
        new OnceDialog(Terms.text("admin.once.code.title", name), Terms.text("admin.once.code.text", name), code, after)
                .open();
    }

    /** The address as the browser of this request knows the product. */
    private static String address(String token) {
        var request = VaadinServletRequest.getCurrent();
        var here = request.getHeader("Origin");
        var base = here != null && here.startsWith("http")
                ? here
                : request.getScheme() + "://" + request.getServerName() + ":" + request.getServerPort();
        return base + request.getContextPath() + "/choose-password/" + token;
    }
}
