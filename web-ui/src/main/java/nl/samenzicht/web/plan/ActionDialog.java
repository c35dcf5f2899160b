package nl.samenzicht.web.plan;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.samenzicht.domain.casefile.ItemChangedMeanwhile;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.plan.PlanView.GoalView;
import nl.samenzicht.security.directory.AgencyCard;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.ProfessionalCard;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.content.Days;
import nl.samenzicht.web.forms.ActDialog;

/** Adds an action to a goal: what, for whom, and by when. */
class ActionDialog extends ActDialog {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_TITLE = 300;
    private static final int USUAL_WEEKS = 2;

    /** What was filled in. */
    record Filled(String title, AgencyId agency, Optional<ProfessionalId> person, LocalDate dueOn) {}

    /** Saves it; {@code seen} is the version of the goal that it starts from. */
    @FunctionalInterface
    interface Saving {
        void save(int seen, Filled what);
    }

    /** The parts of the form. */
    private static final class Form {
        private final TextField title = new TextField(Terms.text("plan.action.title"));
        private final ComboBox<AgencyCard> agency = new ComboBox<>(Terms.text("plan.action.agency"));
        private final ComboBox<ProfessionalCard> person = new ComboBox<>(Terms.text("plan.action.person"));
        private final DatePicker due = Days.picker(Terms.text("plan.action.due-on"));
        private int seen;

        private Form(
                GoalView goal,
                List<AgencyCard> agencies,
                Optional<AgencyCard> own,
                Function<AgencyId, List<ProfessionalCard>> people,
                LocalDate today) {
            seen = goal.version();
            title.setMaxLength(LONGEST_TITLE);
            title.setWidthFull();
            agency.setItems(agencies);
            agency.setItemLabelGenerator(AgencyCard::name);
            person.setItemLabelGenerator(ProfessionalCard::displayName);
            person.setHelperText(Terms.text("plan.action.person.help"));
            person.setClearButtonVisible(true);
            agency.addValueChangeListener(change -> person.setItems(
                    change.getValue() == null
                            ? List.of()
                            : people.apply(change.getValue().id())));
            own.ifPresent(agency::setValue);
            due.setMin(today);
            due.setValue(today.plusWeeks(USUAL_WEEKS));
        }

        private void save(Saving saving) {
            if (agency.isEmpty()) {
                throw new NotPossible("plan.error.agency-empty");
            }
            if (due.isEmpty() || due.isInvalid()) {
                throw new NotPossible("plan.error.day");
            }
            try {
                saving.save(
                        seen,
                        new Filled(
                                title.getValue(),
                                agency.getValue().id(),
                                person.getOptionalValue().map(ProfessionalCard::id),
                                due.getValue()));
            } catch (ItemChangedMeanwhile meanwhile) {
                seen = meanwhile.current();
                throw new NotPossible("plan.error.add-to-changed");
            }
        }
    }

    ActionDialog(
            GoalView goal,
            List<AgencyCard> agencies,
            Optional<AgencyCard> own,
            Function<AgencyId, List<ProfessionalCard>> people,
            LocalDate today,
            Saving saving,
            Runnable after) {
        this(goal, new Form(goal, agencies, own, people, today), saving, after);
    }

    private ActionDialog(GoalView goal, Form form, Saving saving, Runnable after) {
        super(Terms.text("plan.action.add.title"), Terms.text("plan.action.add.verb"), () -> form.save(saving), after);
        var which = new Paragraph(goal.goal().goal());
        which.addClassName("dialog-about");
        asking(which, form.title, form.agency, form.person, form.due);
    }
}
