package nl.samenzicht.web.police;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.police.ProvisionArticle;
import nl.samenzicht.domain.police.ProvisionDecision;
import nl.samenzicht.domain.police.WeightyInterest;
import nl.samenzicht.security.directory.AgencyCard;
import nl.samenzicht.security.policy.Purpose;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.content.Days;
import nl.samenzicht.web.forms.ActDialog;

/** Records a decision of the police to provide data: on which article, for which interest, to whom, for what, until when. */
public class ProvisionDialog extends ActDialog {
    private static final long serialVersionUID = 1L;
    private static final int SHORTEST_REFERENCE = 3;
    private static final int LONGEST_REFERENCE = 80;
    private static final int USUAL_MONTHS = 3;

    /** What may be chosen, and what is known already. */
    public record Choices(
            List<AgencyCard> recipients,
            Set<Purpose> purposes,
            Optional<AgencyCard> recipient,
            Optional<Purpose> purpose,
            Optional<LocalDate> longest) {
        public Choices {
            recipients = List.copyOf(recipients);
            purposes = Set.copyOf(purposes);
        }
    }

    /** The parts of the form. */
    private static final class Form {
        private final Select<ProvisionArticle> article = new Select<>();
        private final TextField reference = new TextField(Terms.text("provision.field.reference"));
        private final RadioButtonGroup<WeightyInterest> interest =
                new RadioButtonGroup<>(Terms.text("provision.field.interest"));
        private final ComboBox<AgencyCard> recipient = new ComboBox<>(Terms.text("provision.field.recipient"));
        private final Select<Purpose> purpose = new Select<>();
        private final Checkbox onward = new Checkbox(Terms.text("provision.field.onward"));
        private final DatePicker lastDay = Days.picker(Terms.text("provision.field.last-day"));
        private UUID decided;

        private Form(Choices choices, LocalDate today) {
            article.setLabel(Terms.text("provision.field.article"));
            article.setItems(ProvisionArticle.values());
            article.setItemLabelGenerator(Form::articleWords);
            article.setValue(ProvisionArticle.WPG_19);
            reference.setHelperText(Terms.text("provision.field.reference.help"));
            reference.setMaxLength(LONGEST_REFERENCE);
            interest.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
            interest.setItems(WeightyInterest.values());
            interest.setItemLabelGenerator(Terms::of);
            recipient.setItems(choices.recipients());
            recipient.setItemLabelGenerator(AgencyCard::name);
            choices.recipient().ifPresent(recipient::setValue);
            purpose.setLabel(Terms.text("provision.field.purpose"));
            purpose.setItems(choices.purposes().stream().sorted().toList());
            purpose.setItemLabelGenerator(Terms::of);
            choices.purpose().filter(choices.purposes()::contains).ifPresent(purpose::setValue);
            onward.setHelperText(Terms.text("provision.field.onward.help"));
            lastDay.setMin(today);
            choices.longest().ifPresent(lastDay::setMax);
            lastDay.setValue(choices.longest()
                    .filter(day -> day.isBefore(today.plusMonths(USUAL_MONTHS)))
                    .orElse(today.plusMonths(USUAL_MONTHS)));
        }

        private static String articleWords(ProvisionArticle article) {
            return Terms.of(article) + ": " + Terms.text("provision.article." + article.name());
        }

        private void decide(Function<ProvisionDecision, UUID> deciding) {
            var words = reference.getValue().strip();
            if (words.length() < SHORTEST_REFERENCE || words.length() > LONGEST_REFERENCE) {
                throw new NotPossible("provision.error.reference", SHORTEST_REFERENCE, LONGEST_REFERENCE);
            }
            if (interest.isEmpty() || recipient.isEmpty() || purpose.isEmpty() || lastDay.isEmpty()) {
                throw new NotPossible("provision.error.incomplete");
            }
            if (lastDay.isInvalid()) {
                throw new NotPossible("provision.error.last-day");
            }
            decided = deciding.apply(new ProvisionDecision(
                    article.getValue(),
                    words,
                    interest.getValue(),
                    recipient.getValue().id(),
                    purpose.getValue(),
                    onward.getValue(),
                    Terms.through(lastDay.getValue())));
        }
    }

    public ProvisionDialog(
            Choices choices, LocalDate today, Function<ProvisionDecision, UUID> deciding, Consumer<UUID> after) {
        this(new Form(choices, today), deciding, after);
    }

    private ProvisionDialog(Form form, Function<ProvisionDecision, UUID> deciding, Consumer<UUID> after) {
        super(
                Terms.text("provision.record.title"),
                Terms.text("provision.record.verb"),
                () -> form.decide(deciding),
                () -> after.accept(form.decided));
        asking(
                new Paragraph(Terms.text("provision.record.intro")),
                form.article,
                form.reference,
                form.interest,
                form.recipient,
                form.purpose,
                form.lastDay,
                form.onward);
    }
}
