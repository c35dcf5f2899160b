package nl.samenzicht.web.plan;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import nl.samenzicht.domain.casefile.ItemChangedMeanwhile;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.plan.GoalDraft;
import nl.samenzicht.domain.plan.LifeDomain;
import nl.samenzicht.domain.plan.PlanView.GoalView;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.content.Days;
import nl.samenzicht.web.forms.ActDialog;

/**
 * Writes a goal down or changes it. When somebody else changed it first, their version is shown above what was typed here;
 * nothing is overwritten without a choice, and nothing that was typed is lost.
 */
class GoalDialog extends ActDialog {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 20_000;

    /** The parts of the form, and the version that the change starts from. */
    private static final class Form {
        private final Select<LifeDomain> domain = new Select<>();
        private final TextArea situation = area("plan.field.situation", "plan.field.situation.help");
        private final TextArea goal = area("plan.field.goal", "plan.field.goal.help");
        private final TextArea measure = area("plan.field.measure", "plan.field.measure.help");
        private final DatePicker target = Days.picker(Terms.text("plan.field.target"));
        private final TextArea ownWords = area("plan.field.own-words", "plan.field.own-words.help");
        private final Checkbox agreed = new Checkbox(Terms.text("plan.field.agreed.box"));
        private final Div theirs = new Div();
        private int seen;

        private Form(Optional<GoalView> started) {
            domain.setLabel(Terms.text("plan.field.domain"));
            domain.setItems(LifeDomain.values());
            domain.setItemLabelGenerator(Terms::of);
            theirs.addClassName("plan-conflict");
            theirs.getElement().setAttribute("role", "alert");
            started.ifPresent(view -> {
                seen = view.version();
                fill(view.goal());
            });
        }

        private static TextArea area(String label, String help) {
            var area = new TextArea(Terms.text(label));
            area.setHelperText(Terms.text(help));
            area.setMaxLength(LONGEST);
            area.setWidthFull();
            return area;
        }

        private void fill(GoalDraft draft) {
            domain.setValue(draft.domain());
            situation.setValue(draft.situation());
            goal.setValue(draft.goal());
            measure.setValue(draft.measure());
            target.setValue(draft.targetOn().orElse(null));
            ownWords.setValue(draft.ownWords());
            agreed.setValue(draft.agreed());
        }

        private GoalDraft draft() {
            if (domain.isEmpty()) {
                throw new NotPossible("plan.error.domain-empty");
            }
            if (target.isInvalid()) {
                throw new NotPossible("plan.error.day");
            }
            return new GoalDraft(
                    domain.getValue(),
                    situation.getValue(),
                    goal.getValue(),
                    measure.getValue(),
                    target.getOptionalValue(),
                    ownWords.getValue(),
                    agreed.getValue());
        }

        private void save(
                PlanPanel.Saving saving, Optional<GoalView> started, Function<GoalView, Optional<GoalView>> now) {
            try {
                saving.save(seen, draft());
            } catch (ItemChangedMeanwhile meanwhile) {
                var current = started.flatMap(now).orElseThrow(() -> new NotPossible("plan.error.goal-gone"));
                seen = current.version();
                showTheirs(current);
                throw new NotPossible("plan.error.changed-meanwhile");
            }
        }

        private void showTheirs(GoalView current) {
            theirs.removeAll();
            theirs.add(
                    new H3(Terms.text("plan.conflict.title")),
                    new Paragraph(Terms.text("plan.conflict.text")),
                    new GoalCard(current, 4),
                    new Button(Terms.text("plan.conflict.take"), click -> {
                        fill(current.goal());
                        theirs.removeAll();
                    }));
        }
    }

    GoalDialog(
            Optional<GoalView> started,
            LocalDate today,
            PlanPanel.Saving saving,
            Function<GoalView, Optional<GoalView>> now,
            Runnable after) {
        this(started, today, new Form(started), saving, now, after);
    }

    private GoalDialog(
            Optional<GoalView> started,
            LocalDate today,
            Form form,
            PlanPanel.Saving saving,
            Function<GoalView, Optional<GoalView>> now,
            Runnable after) {
        super(
                Terms.text(started.isPresent() ? "plan.goal.change.title" : "plan.goal.add.title"),
                Terms.text(started.isPresent() ? "plan.goal.change.verb" : "plan.goal.add.verb"),
                () -> form.save(saving, started, now),
                after);
        addClassName("goal-dialog");
        if (started.isEmpty()) {
            form.target.setMin(today);
        }
        asking(
                form.theirs,
                form.domain,
                form.situation,
                form.goal,
                form.measure,
                form.target,
                form.ownWords,
                form.agreed);
    }
}
