package nl.samenzicht.web.plan;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.plan.LifeDomain;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.content.Days;
import nl.samenzicht.web.forms.ActDialog;

/** Writes scores of the domains down, as found at one moment; a domain may stay unscored. */
class ScoreDialog extends ActDialog {
    private static final long serialVersionUID = 1L;
    private static final int HIGHEST = 5;
    private static final int NOT_SCORED = 0;
    private static final int LONGEST_NOTE = 2_000;

    /** Saves them. */
    @FunctionalInterface
    interface Saving {
        void save(LocalDate on, Map<LifeDomain, Integer> scores, String note);
    }

    /** The parts of the form. */
    private static final class Form {
        private final DatePicker on = Days.picker(Terms.text("plan.score.on"));
        private final Map<LifeDomain, Select<Integer>> scores = new EnumMap<>(LifeDomain.class);
        private final TextArea note = new TextArea(Terms.text("plan.score.note"));

        private Form(LocalDate today) {
            on.setMax(today);
            on.setValue(today);
            note.setMaxLength(LONGEST_NOTE);
            note.setWidthFull();
            Arrays.stream(LifeDomain.values()).filter(LifeDomain::scored).forEach(domain -> {
                var score = new Select<Integer>();
                score.setLabel(Terms.of(domain));
                score.setItems(choices());
                score.setItemLabelGenerator(ScoreWords::choice);
                score.setValue(NOT_SCORED);
                scores.put(domain, score);
            });
        }

        private static List<Integer> choices() {
            return Stream.concat(
                            Stream.of(NOT_SCORED),
                            IntStream.rangeClosed(1, HIGHEST).boxed())
                    .toList();
        }

        private void save(Saving saving) {
            if (on.isEmpty() || on.isInvalid()) {
                throw new NotPossible("plan.error.day");
            }
            var given = new EnumMap<LifeDomain, Integer>(LifeDomain.class);
            scores.forEach((domain, score) -> {
                if (score.getValue() != null && score.getValue() != NOT_SCORED) {
                    given.put(domain, score.getValue());
                }
            });
            saving.save(on.getValue(), given, note.getValue());
        }
    }

    ScoreDialog(LocalDate today, Saving saving, Runnable after) {
        this(new Form(today), saving, after);
    }

    private ScoreDialog(Form form, Saving saving, Runnable after) {
        super(Terms.text("plan.score.add.title"), Terms.text("plan.score.add.verb"), () -> form.save(saving), after);
        addClassName("score-dialog");
        var grid = new Div();
        grid.addClassName("score-grid");
        form.scores.values().forEach(grid::add);
        asking(new Paragraph(Terms.text("plan.score.add.text")), form.on, grid, form.note);
    }
}
