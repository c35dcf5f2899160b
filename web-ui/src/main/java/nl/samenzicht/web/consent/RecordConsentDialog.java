package nl.samenzicht.web.consent;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.consent.ConsentForm;
import nl.samenzicht.domain.consent.ConsentGiver;
import nl.samenzicht.domain.consent.ConsentId;
import nl.samenzicht.domain.consent.ConsentQuestion;
import nl.samenzicht.domain.consent.GivenBy;
import nl.samenzicht.security.directory.AgencyCard;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Purpose;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.content.Days;
import nl.samenzicht.web.forms.ActDialog;

/** Records what the person answered to one question: a consent, or a refusal. */
public class RecordConsentDialog extends ActDialog {
    private static final long serialVersionUID = 1L;
    private static final int OLDEST = 120;

    /**
     * What may be chosen.
     *
     * @param recipients the agencies that take part
     * @param parentBlocked whether a parent is kept out in this case
     * @param longest the last day that may be chosen, when there is one
     */
    public record Choices(List<AgencyCard> recipients, boolean parentBlocked, Optional<LocalDate> longest) {
        public Choices {
            recipients = List.copyOf(recipients);
        }
    }

    /** What is known already when the question comes from somewhere else, such as a share that is being composed. */
    public record Known(Optional<AgencyCard> recipient, Optional<Purpose> purpose, Optional<DataCategory> category) {
        /** Nothing is known. */
        public static Known nothing() {
            return new Known(Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /** Records it; gives its number. */
    @FunctionalInterface
    public interface Recording {
        ConsentId record(ConsentQuestion question, boolean granted, ConsentGiver giver);
    }

    /** The parts of the form. */
    private static final class Form {
        private final ComboBox<AgencyCard> recipient = new ComboBox<>(Terms.text("consent.field.recipient"));
        private final Select<Purpose> purpose = new Select<>();
        private final Select<DataCategory> category = new Select<>();
        private final DatePicker lastDay = Days.picker(Terms.text("consent.field.last-day"));
        private final RadioButtonGroup<Boolean> answer = new RadioButtonGroup<>(Terms.text("consent.field.answer"));
        private final RadioButtonGroup<GivenBy> by = new RadioButtonGroup<>(Terms.text("consent.field.by"));
        private final Checkbox authority = new Checkbox(Terms.text("consent.field.authority"));
        private final IntegerField age = new IntegerField(Terms.text("consent.field.age"));
        private final RadioButtonGroup<ConsentForm> form = new RadioButtonGroup<>(Terms.text("consent.field.form"));
        private ConsentId recorded;

        private Form(Choices choices, Known known, LocalDate today) {
            recipient.setItems(choices.recipients());
            recipient.setItemLabelGenerator(AgencyCard::name);
            known.recipient().ifPresent(recipient::setValue);
            purpose.setLabel(Terms.text("consent.field.purpose"));
            purpose.setItems(Arrays.stream(Purpose.values())
                    .filter(RecordConsentDialog::canRestOnConsent)
                    .toList());
            purpose.setItemLabelGenerator(Terms::of);
            known.purpose().filter(RecordConsentDialog::canRestOnConsent).ifPresent(purpose::setValue);
            category.setLabel(Terms.text("consent.field.category"));
            category.setItems(Arrays.stream(DataCategory.values())
                    .filter(each -> each.isContent() && each != DataCategory.BSN)
                    .toList());
            category.setItemLabelGenerator(Terms::of);
            known.category().ifPresent(category::setValue);
            lastDay.setMin(today);
            choices.longest().ifPresent(lastDay::setMax);
            lastDay.setValue(choices.longest()
                    .filter(day -> day.isBefore(today.plusMonths(6)))
                    .orElse(today.plusMonths(6)));
            lastDay.setHelperText(Terms.text("consent.field.last-day.help"));
            answer.setItems(true, false);
            answer.setItemLabelGenerator(yes -> Terms.text(yes ? "consent.answer.yes" : "consent.answer.no"));
            answer.setValue(true);
            by.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
            by.setItems(Arrays.stream(GivenBy.values())
                    .filter(who -> who != GivenBy.PARENT || !choices.parentBlocked())
                    .toList());
            by.setItemLabelGenerator(Terms::of);
            by.setValue(GivenBy.SELF);
            authority.setVisible(false);
            by.addValueChangeListener(change -> authority.setVisible(change.getValue() != GivenBy.SELF));
            age.setMin(0);
            age.setMax(OLDEST);
            age.setHelperText(Terms.text("consent.field.age.help"));
            form.setItems(ConsentForm.values());
            form.setItemLabelGenerator(Terms::of);
            form.setValue(ConsentForm.WRITTEN);
        }

        private void record(Recording recording) {
            if (recipient.isEmpty() || purpose.isEmpty() || category.isEmpty() || lastDay.isEmpty()) {
                throw new NotPossible("consent.error.incomplete");
            }
            if (age.isInvalid()) {
                throw new NotPossible("consent.error.age");
            }
            recorded = recording.record(
                    new ConsentQuestion(
                            recipient.getValue().id(),
                            purpose.getValue(),
                            category.getValue(),
                            Terms.through(lastDay.getValue())),
                    answer.getValue(),
                    new ConsentGiver(
                            by.getValue(),
                            by.getValue() != GivenBy.SELF && authority.getValue(),
                            age.isEmpty() ? OptionalInt.empty() : OptionalInt.of(age.getValue()),
                            form.getValue()));
        }
    }

    public RecordConsentDialog(
            Choices choices, Known known, LocalDate today, Recording recording, Consumer<ConsentId> after) {
        this(choices, new Form(choices, known, today), recording, after);
    }

    private RecordConsentDialog(Choices choices, Form form, Recording recording, Consumer<ConsentId> after) {
        super(
                Terms.text("consent.record.title"),
                Terms.text("consent.record.yes"),
                () -> form.record(recording),
                () -> after.accept(form.recorded));
        addClassName("record-consent");
        form.answer.addValueChangeListener(
                change -> act().setText(Terms.text(change.getValue() ? "consent.record.yes" : "consent.record.no")));
        asking(new Paragraph(Terms.text("consent.record.intro")), form.recipient, pair(form.purpose, form.category));
        asking(form.answer, pair(form.lastDay, form.age), form.by, form.authority);
        if (choices.parentBlocked()) {
            var hint = new Paragraph(Terms.text("consent.record.parent-blocked"));
            hint.addClassName("hint");
            asking(hint);
        }
        asking(form.form);
    }

    private static Div pair(com.vaadin.flow.component.Component left, com.vaadin.flow.component.Component right) {
        var pair = new Div(left, right);
        pair.addClassName("field-pair");
        return pair;
    }

    /** Consent can carry work on a case; counting and oversight never rest on it. */
    private static boolean canRestOnConsent(Purpose purpose) {
        return switch (purpose) {
            case STATISTICS, OVERSIGHT, SUBJECT_RIGHTS, ADMINISTRATION -> false;
            default -> true;
        };
    }
}
