package nl.samenzicht.web.casefile;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.Collection;
import java.util.function.Consumer;
import nl.samenzicht.security.policy.Purpose;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.forms.ActDialog;

/** Chooses for which purpose is worked from here on: one conscious act, with what each purpose means. */
public final class PurposeDialog {
    private PurposeDialog() {}

    /** Returns the dialog, not open yet; it starts at the purpose of now and offers the possible ones. */
    public static ActDialog choose(Collection<Purpose> possible, Purpose now, Consumer<Purpose> chosen) {
        var purposes = new RadioButtonGroup<Purpose>();
        purposes.setLabel(Terms.text("case.purpose.ask"));
        purposes.setItems(possible.stream().sorted().toList());
        purposes.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        purposes.addClassName("purpose-choices");
        purposes.setRenderer(new ComponentRenderer<>(PurposeDialog::choice));
        purposes.setValue(now);
        var dialog = new ActDialog(
                Terms.text("case.purpose.title"), Terms.text("case.purpose.act", Terms.of(now)), () -> {}, () -> {
                    if (purposes.getValue() != now) {
                        chosen.accept(purposes.getValue());
                    }
                });
        purposes.addValueChangeListener(
                change -> dialog.act().setText(Terms.text("case.purpose.act", Terms.of(change.getValue()))));
        var record = new Paragraph(Terms.text("case.purpose.record"));
        record.addClassName("hint");
        return dialog.asking(purposes, record);
    }

    private static Div choice(Purpose purpose) {
        var name = new Span(Terms.of(purpose));
        name.addClassName("purpose-choice-name");
        var meaning = new Span(Terms.text("case.purpose." + purpose.name()));
        meaning.addClassName("hint");
        var choice = new Div(name, meaning);
        choice.addClassName("purpose-choice");
        choice.getElement().setAttribute("data-purpose", purpose.code().split("\\.")[0]);
        return choice;
    }
}
