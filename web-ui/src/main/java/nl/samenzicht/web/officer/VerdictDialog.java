package nl.samenzicht.web.officer;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.BiConsumer;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.emergency.Verdict;
import nl.samenzicht.domain.oversight.Judged;
import nl.samenzicht.domain.oversight.Judgements;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.forms.ActDialog;
import nl.samenzicht.web.shell.Badge;

/** Asks how an access is judged, and why. */
final class VerdictDialog {
    private VerdictDialog() {}

    /**
     * Opens it.
     *
     * @param judging records the verdict with its note
     * @param after what follows when it was recorded
     */
    static void open(LogWords words, String title, BiConsumer<Verdict, String> judging, Runnable after) {
        var verdict = new RadioButtonGroup<Verdict>(words.text("emergencies.verdict.label"));
        verdict.setItems(Verdict.values());
        verdict.setItemLabelGenerator(value -> words.text("judgement.verdict." + value));
        verdict.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        var note = new TextArea(words.text("emergencies.note.label"));
        note.setHelperText(words.text("emergencies.note.help", Judgements.SHORTEST_NOTE));
        note.setMaxLength(Judgements.LONGEST_NOTE);
        note.setMinHeight("120px");
        note.setWidthFull();
        note.setValueChangeMode(ValueChangeMode.ON_BLUR);
        new ActDialog(
                        title,
                        words.text("emergencies.judge.confirm"),
                        () -> {
                            if (verdict.getValue() == null) {
                                throw new NotPossible("emergencies.verdict.missing");
                            }
                            judging.accept(verdict.getValue(), note.getValue());
                        },
                        after)
                .asking(verdict, note)
                .open();
    }

    /** How somebody judged, with the reason, as a badge with its words. */
    static Badge badge(Verdict verdict) {
        return new Badge(
                Terms.of(verdict),
                switch (verdict) {
                    case LAWFUL -> Badge.Tone.GOOD;
                    case INVESTIGATE -> Badge.Tone.WARN;
                    case UNLAWFUL -> Badge.Tone.DANGER;
                });
    }

    /** What was said with a judgement, and by whom. */
    static Component said(LogWords words, Judged judged) {
        var note = new Span(words.text("emergencies.reason.quote", judged.note()));
        var by = new Span(words.text("emergencies.judged.by", judged.by(), Terms.moment(judged.at())));
        by.addClassName("row-detail");
        var said = new Div(badge(judged.verdict()), note, by);
        said.addClassName("judgement");
        return said;
    }
}
