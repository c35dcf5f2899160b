package nl.samenzicht.web.signal;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.FieldSet;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenzicht.domain.casefile.ContentNotValid;
import nl.samenzicht.domain.casefile.FieldError;
import nl.samenzicht.domain.signal.Meldcode;
import nl.samenzicht.domain.signal.Meldcode.Step;
import nl.samenzicht.domain.signal.Meldcode.Taken;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.content.Days;

/** The five steps of the Meldcode: taken, skipped because, or not come to yet. */
class MeldcodeForm extends Div {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 2_000;

    private enum Choice {
        NOT_YET,
        DONE,
        SKIPPED
    }

    private final transient Map<Step, StepFields> steps = new EnumMap<>(Step.class);

    MeldcodeForm(Meldcode before) {
        addClassName("meldcode");
        for (var step : Step.values()) {
            var fields = new StepFields(Optional.ofNullable(before.steps().get(step)));
            steps.put(step, fields);
            var set = new FieldSet(Terms.text("meldcode.step." + step));
            set.addClassName("meldcode-step");
            var help = new Paragraph(Terms.text("meldcode.step." + step + ".help"));
            help.addClassName("hint");
            set.add(help, fields.choice, fields.on, fields.words);
            add(set);
        }
    }

    private static final class StepFields {
        private final RadioButtonGroup<Choice> choice = new RadioButtonGroup<>();
        private final DatePicker on = Days.picker(Terms.text("meldcode.on"));
        private final TextArea words = new TextArea();

        StepFields(Optional<Taken> before) {
            choice.setItems(Choice.values());
            choice.setItemLabelGenerator(each -> Terms.text("meldcode.choice." + each));
            choice.setAriaLabel(Terms.text("meldcode.choice"));
            on.setMax(LocalDate.now(Terms.AMSTERDAM));
            words.setMaxLength(LONGEST);
            words.setWidthFull();
            choice.addValueChangeListener(change -> follow(change.getValue()));
            choice.setValue(before.map(taken -> taken.done() ? Choice.DONE : Choice.SKIPPED)
                    .orElse(Choice.NOT_YET));
            on.setValue(before.map(Taken::on).orElseGet(() -> LocalDate.now(Terms.AMSTERDAM)));
            words.setValue(before.map(Taken::words).orElse(""));
            follow(choice.getValue());
        }

        private void follow(Choice chosen) {
            on.setVisible(chosen != Choice.NOT_YET);
            words.setVisible(chosen != Choice.NOT_YET);
            words.setLabel(Terms.text(chosen == Choice.SKIPPED ? "meldcode.skipped-because" : "meldcode.result"));
        }
    }

    /**
     * What was filled in.
     *
     * @throws ContentNotValid when a day cannot be read
     */
    Meldcode taken() {
        var taken = new EnumMap<Step, Taken>(Step.class);
        steps.forEach((step, fields) -> {
            if (fields.choice.getValue() == Choice.NOT_YET) {
                return;
            }
            if (fields.on.getValue() == null) {
                throw new ContentNotValid(List.of(new FieldError(step.name(), "field.error.date", List.of())));
            }
            taken.put(
                    step,
                    new Taken(fields.choice.getValue() == Choice.DONE, fields.on.getValue(), fields.words.getValue()));
        });
        return new Meldcode(taken);
    }
}
