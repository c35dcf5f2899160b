package nl.samenzicht.web.casefile;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.Optional;
import java.util.Set;
import nl.samenzicht.domain.casefile.Cooperation;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.security.policy.Framework;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.content.Days;

/** Under which cooperation framework a case is worked on, with its protocol and last day; each explained in a sentence. */
public class CooperationForm extends Div {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_PROTOCOL = 200;

    private final RadioButtonGroup<Framework> framework = new RadioButtonGroup<>(Terms.text("framework.label"));
    private final TextField protocol = new TextField(Terms.text("framework.protocol"));
    private final DatePicker lastDay = Days.picker(Terms.text("framework.last-day"));

    /** Shows what holds now. */
    public CooperationForm(Cooperation now) {
        addClassName("cooperation-form");
        framework.setItems(Framework.ENKEL, Framework.BILATERAAL, Framework.CONVENANT, Framework.WGS_ZVH);
        framework.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        framework.setRenderer(new ComponentRenderer<>(CooperationForm::choice));
        protocol.setMaxLength(LONGEST_PROTOCOL);
        protocol.setHelperText(Terms.text("framework.protocol.help"));
        protocol.setWidthFull();
        lastDay.setHelperText(Terms.text("framework.last-day.help"));
        framework.addValueChangeListener(change -> {
            var alone = change.getValue() == Framework.ENKEL;
            protocol.setRequiredIndicatorVisible(!alone);
            lastDay.setRequiredIndicatorVisible(!alone);
        });
        framework.setValue(now.framework());
        protocol.setValue(now.protocol());
        now.until().map(Terms::lastDate).ifPresent(lastDay::setValue);
        add(framework, protocol, lastDay);
    }

    /** Offers only these frameworks; the first of them is chosen when the one that was chosen is not among them. */
    public void offer(Set<Framework> possible) {
        var before = framework.getValue();
        var offered = possible.stream().sorted().toList();
        framework.setItems(offered);
        framework.setValue(possible.contains(before) ? before : offered.get(0));
    }

    private static Div choice(Framework framework) {
        var name = new Span(Terms.of(framework));
        name.addClassName("purpose-choice-name");
        var meaning = new Span(Terms.text("framework.meaning." + framework));
        meaning.addClassName("hint");
        var choice = new Div(name, meaning);
        choice.addClassName("purpose-choice");
        return choice;
    }

    /**
     * What was filled in.
     *
     * @throws NotPossible when something is missing; the fields say which
     */
    public Cooperation cooperation() {
        var chosen = framework.getValue();
        var alone = chosen == Framework.ENKEL;
        protocol.setInvalid(!alone && protocol.isEmpty());
        protocol.setErrorMessage(Terms.text("framework.error.protocol"));
        lastDay.setInvalid(!alone && lastDay.isEmpty());
        lastDay.setErrorMessage(Terms.text("framework.error.last-day"));
        if (protocol.isInvalid() || lastDay.isInvalid()) {
            throw new NotPossible("framework.error.incomplete");
        }
        return new Cooperation(
                chosen,
                protocol.getValue(),
                Optional.ofNullable(lastDay.getValue()).map(Terms::through));
    }
}
