package nl.samenzicht.web.breach;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.samenzicht.domain.breach.Account;
import nl.samenzicht.domain.breach.BreachService;
import nl.samenzicht.domain.breach.Nature;
import nl.samenzicht.domain.breach.Quantity;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.web.Terms;

/** Asks what is known of a breach. */
class AccountFields extends Div {
    private static final long serialVersionUID = 1L;

    private final CheckboxGroup<Nature> natures =
            BreachPages.choices(Terms.text("breach.natures"), List.of(Nature.values()));
    private final DateTimePicker from;
    private final DateTimePicker until = BreachPages.asking(Terms.text("breach.until"), Optional.empty());
    private final CheckboxGroup<DataCategory> categories = BreachPages.choices(
            Terms.text("breach.categories"),
            Arrays.stream(DataCategory.values()).filter(DataCategory::isContent).toList());
    private final QuantityFields persons = new QuantityFields("breach.persons");
    private final QuantityFields records = new QuantityFields("breach.records");
    private final TextArea what = BreachPages.words("breach.what");
    private final TextArea consequences = more("breach.consequences");
    private final TextArea measures = more("breach.measures");
    private final TextArea contact = more("breach.contact");

    /** Asks anew; the beginning is suggested. */
    AccountFields(Instant begin) {
        from = BreachPages.asking(Terms.text("breach.from"), Optional.of(begin));
        addClassName("act-dialog-content");
        until.setHelperText(Terms.text("breach.until.help"));
        contact.setHelperText(Terms.text("breach.contact.help"));
        add(what, natures, from, until, categories, persons, records, consequences, measures, contact);
    }

    /** Asks what changed. */
    AccountFields(Account known) {
        this(known.from());
        natures.setValue(known.natures());
        from.setValue(BreachPages.asking("", Optional.of(known.from())).getValue());
        known.until()
                .ifPresent(at ->
                        until.setValue(BreachPages.asking("", Optional.of(at)).getValue()));
        categories.setValue(known.categories());
        persons.show(known.persons());
        records.show(known.records());
        what.setValue(known.what());
        consequences.setValue(known.consequences());
        measures.setValue(known.measures());
        contact.setValue(known.contact());
    }

    private static TextArea more(String key) {
        var field = new TextArea(Terms.text(key));
        field.setMaxLength(BreachService.LONGEST_WORDS);
        field.setMinHeight("72px");
        field.setWidthFull();
        return field;
    }

    Account account() {
        return new Account(
                natures.getValue(),
                BreachPages.needed(from),
                BreachPages.typed(until),
                categories.getValue(),
                persons.quantity(),
                records.quantity(),
                what.getValue(),
                consequences.getValue(),
                measures.getValue(),
                contact.getValue());
    }

    /** Asks how many: exactly, or from one number to another. */
    private static final class QuantityFields extends Div {
        private static final long serialVersionUID = 1L;

        private final IntegerField least;
        private final IntegerField most;

        private QuantityFields(String key) {
            least = new IntegerField(Terms.text(key + ".least"));
            most = new IntegerField(Terms.text("breach.quantity.most"));
            least.setMin(0);
            most.setMin(0);
            most.setHelperText(Terms.text("breach.quantity.help"));
            add(least, most);
            addClassName("threshold-fields");
        }

        private void show(Optional<Quantity> known) {
            known.ifPresent(quantity -> {
                least.setValue(quantity.atLeast());
                most.setValue(quantity.isExact() ? null : quantity.atMost());
            });
        }

        private Optional<Quantity> quantity() {
            if (least.getValue() == null && most.getValue() == null) {
                return Optional.empty();
            }
            int from = least.getValue() == null ? 0 : least.getValue();
            int to = most.getValue() == null ? from : most.getValue();
            if (from < 0 || to < from) {
                throw new NotPossible("breach.error.quantity");
            }
            return Optional.of(new Quantity(from, to));
        }
    }
}
