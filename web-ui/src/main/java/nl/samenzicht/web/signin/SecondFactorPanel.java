package nl.samenzicht.web.signin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializablePredicate;
import java.util.List;
import nl.samenzicht.security.signin.Enrolment;

/** Shows a new second factor, as a picture and as letters, and asks for the first code. */
class SecondFactorPanel extends Div {
    private static final long serialVersionUID = 1L;

    private final TextField code = new TextField();

    /**
     * Makes the panel.
     *
     * @param confirm tries a code; false when it was wrong
     */
    SecondFactorPanel(Enrolment enrolment, SerializablePredicate<String> confirm) {
        addClassName("second-factor");
        var steps = new OrderedList(
                new ListItem(getTranslation("secondfactor.enrol.app")),
                new ListItem(
                        new Span(getTranslation("secondfactor.enrol.scan")),
                        QrCode.of(enrolment.uri(), getTranslation("secondfactor.enrol.picture")),
                        typed(enrolment)),
                new ListItem(getTranslation("secondfactor.enrol.type")));
        code.setLabel(getTranslation("signin.code.label"));
        code.getElement().setAttribute("autocomplete", "one-time-code");
        code.setMaxLength(7);
        code.setWidthFull();
        code.setId("code");
        code.addClassName("code-field");
        var go = new Button(getTranslation("secondfactor.enrol.confirm"), click -> {
            code.setInvalid(!confirm.test(code.getValue()));
            code.setErrorMessage(getTranslation("secondfactor.enrol.wrong"));
        });
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        go.addClickShortcut(Key.ENTER);
        go.setWidthFull();
        add(new Paragraph(getTranslation("secondfactor.enrol.text")), steps, code, go);
    }

    private Component typed(Enrolment enrolment) {
        var letters = new Span(enrolment.typed());
        letters.addClassName("secret-letters");
        return new Paragraph(new Span(getTranslation("secondfactor.enrol.letters") + " "), letters);
    }

    /** Shows the recovery codes, this once. */
    static Component recoveryCodes(List<String> codes) {
        var list = new Pre(String.join("\n", codes));
        list.addClassName("recovery-codes");
        return new Div(new Paragraph(UI.getCurrent().getTranslation("secondfactor.codes.text")), list);
    }
}
