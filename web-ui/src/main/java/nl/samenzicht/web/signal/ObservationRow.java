package nl.samenzicht.web.signal;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import nl.samenzicht.domain.indicator.Indicator;
import nl.samenzicht.domain.indicator.Observation;
import nl.samenzicht.domain.indicator.Observation.Answer;
import nl.samenzicht.domain.indicator.Observation.Manner;
import nl.samenzicht.domain.indicator.Observation.Reliability;
import nl.samenzicht.domain.indicator.Profile;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.content.Days;
import nl.samenzicht.web.shell.Badge;
import nl.samenzicht.web.shell.Badge.Tone;

/**
 * One indicator: there, absent, or not asked about, which is none of the two. How it is known is asked once it is there, and
 * may stay open.
 */
class ObservationRow extends Div {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_SOURCE = 200;

    /** The three answers; only two of them are recorded. */
    private enum Choice {
        PRESENT,
        ABSENT,
        NOT_ASKED;

        static Choice of(Optional<Observation> observation) {
            return observation.map(known -> valueOf(known.answer().name())).orElse(NOT_ASKED);
        }
    }

    private final transient Indicator indicator;
    private final RadioButtonGroup<Choice> choice = new RadioButtonGroup<>();
    private final Select<Manner> manner = new Select<>();
    private final Select<Reliability> reliability = new Select<>();
    private final DatePicker on = Days.picker(Terms.text("assess.on"));
    private final TextField source = new TextField(Terms.text("assess.source"));
    private final Div known = new Div(manner, reliability, on, source);

    /**
     * Makes a row.
     *
     * @param changed gets what is known now; empty when it was not asked about
     */
    ObservationRow(
            Indicator indicator,
            Profile profile,
            Optional<Observation> before,
            Consumer<Optional<Observation>> changed) {
        this.indicator = indicator;
        addClassName("observation");
        getElement().setAttribute("data-indicator", indicator.code());
        var code = new Span(indicator.code());
        code.addClassName("observation-code");
        var words = new Span(indicator.in(Terms.locale().getLanguage()));
        words.setId("indicator-" + indicator.code());
        var told = new Div(words);
        told.addClassName("observation-words");
        var name = new Div(code, told);
        name.addClassName("observation-name");
        Optional.ofNullable(indicator.weights().get(profile)).ifPresent(weighed -> {
            var weight = new Badge(Terms.of(weighed.weight()), Tone.QUIET);
            told.add(weight);
            if (weighed.provisional()) {
                told.add(new Badge(Terms.text("assess.provisional"), Tone.WARN));
            }
        });
        choice.setItems(Choice.values());
        choice.setItemLabelGenerator(each -> Terms.text("assess.choice." + each));
        choice.setAriaLabelledBy(words.getId().orElseThrow());
        manner.setLabel(Terms.text("assess.manner"));
        manner.setItems(Manner.values());
        manner.setEmptySelectionAllowed(true);
        manner.setEmptySelectionCaption(Terms.text("choice.none"));
        manner.setItemLabelGenerator(each -> each == null ? Terms.text("choice.none") : Terms.of(each));
        reliability.setLabel(Terms.text("assess.reliability"));
        reliability.setItems(Reliability.values());
        reliability.setEmptySelectionAllowed(true);
        reliability.setEmptySelectionCaption(Terms.text("choice.none"));
        reliability.setItemLabelGenerator(each -> each == null ? Terms.text("choice.none") : Terms.of(each));
        on.setMax(LocalDate.now(Terms.AMSTERDAM));
        source.setMaxLength(LONGEST_SOURCE);
        known.addClassName("observation-known");
        fill(before);
        choice.addValueChangeListener(change -> {
            known.setVisible(change.getValue() == Choice.PRESENT);
            changed.accept(observation());
        });
        manner.addValueChangeListener(change -> changed.accept(observation()));
        reliability.addValueChangeListener(change -> changed.accept(observation()));
        on.addValueChangeListener(change -> changed.accept(observation()));
        source.addValueChangeListener(change -> changed.accept(observation()));
        add(name, choice, known);
    }

    private void fill(Optional<Observation> before) {
        choice.setValue(Choice.of(before));
        known.setVisible(choice.getValue() == Choice.PRESENT);
        before.ifPresent(observation -> {
            observation.manner().ifPresent(manner::setValue);
            observation.reliability().ifPresent(reliability::setValue);
            observation.on().ifPresent(on::setValue);
            source.setValue(observation.source());
        });
    }

    private Optional<Observation> observation() {
        return switch (choice.getValue()) {
            case NOT_ASKED -> Optional.empty();
            case ABSENT -> Optional.of(Observation.of(indicator.code(), Answer.ABSENT));
            case PRESENT ->
                Optional.of(new Observation(
                        indicator.code(),
                        Answer.PRESENT,
                        Optional.ofNullable(manner.getValue()),
                        Optional.ofNullable(reliability.getValue()),
                        Optional.ofNullable(on.getValue()),
                        source.getValue()));
        };
    }
}
