package nl.samenzicht.web.rulebook;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import nl.samenzicht.security.CannotBeDone;
import nl.samenzicht.security.agreement.RulebookReading.Version;
import nl.samenzicht.security.agreement.RulebookService;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.forms.ActDialog;

/** Binds an agency to a version of the rulebook. */
class SignDialog extends ActDialog {
    private static final long serialVersionUID = 1L;

    SignDialog(Version version, RulebookService rulebooks, Runnable after) {
        this(version, rulebooks, after, new Checkbox(Terms.text("rulebook.sign.mandate")));
    }

    private SignDialog(Version version, RulebookService rulebooks, Runnable after, Checkbox mandate) {
        super(
                Terms.text("rulebook.sign.title", version.rulebook().reference()),
                Terms.text("rulebook.sign.confirm"),
                () -> {
                    if (!mandate.getValue()) {
                        throw new CannotBeDone("rulebook.error.mandate");
                    }
                    rulebooks.sign(version.rulebook().reference());
                },
                after);
        var fingerprint = new Span(version.rulebook().fingerprint());
        fingerprint.addClassName("fingerprint");
        asking(
                new Paragraph(Terms.text("rulebook.sign.text")),
                new Paragraph(new Span(Terms.text("rulebook.version.fingerprint") + " "), fingerprint),
                mandate);
    }
}
