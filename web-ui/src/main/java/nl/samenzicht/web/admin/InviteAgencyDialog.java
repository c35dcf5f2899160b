package nl.samenzicht.web.admin;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import nl.samenzicht.domain.casefile.Municipalities;
import nl.samenzicht.domain.casefile.Municipalities.Municipality;
import nl.samenzicht.security.CannotBeDone;
import nl.samenzicht.security.administration.AgencyService;
import nl.samenzicht.security.administration.Invited;
import nl.samenzicht.security.directory.AgencyType;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.forms.ActDialog;

/** Invites an agency with its first manager. */
class InviteAgencyDialog extends ActDialog {
    private static final long serialVersionUID = 1L;

    InviteAgencyDialog(Municipalities municipalities, AgencyService service, Consumer<Invited> after) {
        this(municipalities, service, after, new Fields(), new AtomicReference<>());
    }

    /** What is asked. */
    private static final class Fields {
        private final TextField name = field("admin.agency.name", 200);
        private final Select<AgencyType> type = new Select<>();
        private final ComboBox<Municipality> municipality = new ComboBox<>(Terms.text("admin.agency.municipality"));
        private final TextField manager = field("admin.agency.manager", 200);
        private final TextField address = field("admin.agency.address", 254);

        private static TextField field(String key, int longest) {
            var field = new TextField(Terms.text(key));
            field.setMaxLength(longest);
            field.setWidthFull();
            field.setAutocomplete(Autocomplete.OFF);
            return field;
        }
    }

    private InviteAgencyDialog(
            Municipalities municipalities,
            AgencyService service,
            Consumer<Invited> after,
            Fields fields,
            AtomicReference<Invited> invited) {
        super(
                Terms.text("admin.agency.title"),
                Terms.text("admin.agency.confirm"),
                () -> {
                    if (fields.type.getValue() == null) {
                        throw new CannotBeDone("admin.error.no-type");
                    }
                    invited.set(service.invite(
                            fields.name.getValue(),
                            fields.type.getValue(),
                            Optional.ofNullable(fields.municipality.getValue()).map(Municipality::code),
                            fields.manager.getValue(),
                            fields.address.getValue()));
                },
                () -> after.accept(invited.get()));
        fields.type.setLabel(Terms.text("admin.agency.type"));
        fields.type.setItems(Arrays.stream(AgencyType.values())
                .filter(type -> type != AgencyType.PLATFORM)
                .toList());
        fields.type.setItemLabelGenerator(Terms::of);
        fields.type.setWidthFull();
        fields.municipality.setItems(municipalities.on(LocalDate.now(Terms.AMSTERDAM)));
        fields.municipality.setItemLabelGenerator(Municipality::name);
        fields.municipality.setClearButtonVisible(true);
        fields.municipality.setWidthFull();
        var two = new Paragraph(Terms.text("admin.agency.two"));
        two.addClassName("hint");
        asking(fields.name, fields.type, fields.municipality, fields.manager, fields.address, two);
    }
}
