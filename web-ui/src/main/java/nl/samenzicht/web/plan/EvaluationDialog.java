package nl.samenzicht.web.plan;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.LocalDate;
import nl.samenzicht.domain.casefile.ItemChangedMeanwhile;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.plan.PlanView.GoalView;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.content.Days;
import nl.samenzicht.web.forms.ActDialog;

/** Writes down how a goal went on a day, and what comes next. */
class EvaluationDialog extends ActDialog {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 5_000;

    /** What was filled in. */
    record Filled(LocalDate on, String outcome, String next) {}

    /** Saves it; {@code seen} is the version of the goal that it starts from. */
    @FunctionalInterface
    interface Saving {
        void save(int seen, Filled what);
    }

    /** The parts of the form. */
    private static final class Form {
        private final DatePicker on = Days.picker(Terms.text("plan.evaluation.on"));
        private final TextArea outcome = new TextArea(Terms.text("plan.evaluation.outcome"));
        private final TextArea next = new TextArea(Terms.text("plan.evaluation.next-step"));
        private int seen;

        private Form(GoalView goal, LocalDate today) {
            seen = goal.version();
            on.setMax(today);
            on.setValue(today);
            outcome.setMaxLength(LONGEST);
            outcome.setWidthFull();
            next.setMaxLength(LONGEST);
            next.setWidthFull();
        }

        private void save(Saving saving) {
            if (on.isEmpty() || on.isInvalid()) {
                throw new NotPossible("plan.error.day");
            }
            try {
                saving.save(seen, new Filled(on.getValue(), outcome.getValue(), next.getValue()));
            } catch (ItemChangedMeanwhile meanwhile) {
                seen = meanwhile.current();
                throw new NotPossible("plan.error.add-to-changed");
            }
        }
    }

    EvaluationDialog(GoalView goal, LocalDate today, Saving saving, Runnable after) {
        this(goal, new Form(goal, today), saving, after);
    }

    private EvaluationDialog(GoalView goal, Form form, Saving saving, Runnable after) {
        super(
                Terms.text("plan.evaluation.add.title"),
                Terms.text("plan.evaluation.add.verb"),
                () -> form.save(saving),
                after);
        var which = new Paragraph(goal.goal().goal());
        which.addClassName("dialog-about");
        asking(which, form.on, form.outcome, form.next);
    }
}
