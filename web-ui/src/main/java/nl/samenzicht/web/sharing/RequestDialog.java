package nl.samenzicht.web.sharing;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.Optional;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.sharing.RequestService.Asked;
import nl.samenzicht.security.directory.AgencyCard;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Purpose;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.forms.ActDialog;

/** Asks an agency that takes part for a category; whether there is anything, nobody is told. */
class RequestDialog extends ActDialog {
    private static final long serialVersionUID = 1L;
    private static final int SHORTEST = 20;
    private static final int LONGEST = 2_000;
    private static final int SHOWN_MILLIS = 8_000;

    /** Sends the question. */
    @FunctionalInterface
    interface Asking {
        Asked ask(AgencyCard whom, String why);
    }

    /** The parts of the form. */
    private static final class Form {
        private final ComboBox<AgencyCard> whom = new ComboBox<>(Terms.text("request.field.whom"));
        private final TextArea why = new TextArea(Terms.text("request.field.why"));
        private Asked asked;

        private Form(List<AgencyCard> agencies, Optional<AgencyCard> first) {
            whom.setItems(agencies);
            whom.setItemLabelGenerator(AgencyCard::name);
            first.ifPresent(whom::setValue);
            why.setHelperText(Terms.text("request.field.why.help", SHORTEST));
            why.setMaxLength(LONGEST);
            why.setWidthFull();
        }

        private void ask(Asking asking) {
            if (whom.isEmpty()) {
                throw new NotPossible("request.error.whom-empty");
            }
            asked = asking.ask(whom.getValue(), why.getValue());
        }
    }

    RequestDialog(
            List<AgencyCard> agencies,
            Optional<AgencyCard> first,
            DataCategory category,
            Purpose purpose,
            Asking asking) {
        this(new Form(agencies, first), category, purpose, asking);
    }

    private RequestDialog(Form form, DataCategory category, Purpose purpose, Asking asking) {
        super(
                Terms.text("request.ask.title"),
                Terms.text("request.ask.verb"),
                () -> form.ask(asking),
                () -> Notification.show(
                        Terms.text("request.asked.told", form.asked.entry()),
                        SHOWN_MILLIS,
                        Notification.Position.BOTTOM_START));
        asking(
                new Paragraph(Terms.text("request.ask.text", Terms.of(category), Terms.of(purpose))),
                form.whom,
                form.why);
    }
}
