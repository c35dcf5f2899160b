package nl.samenzicht.web.admin;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import nl.samenzicht.security.administration.Invited;
import nl.samenzicht.security.administration.StaffService;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.forms.ActDialog;

/** Invites somebody to work at one's agency. */
class InvitePersonDialog extends ActDialog {
    private static final long serialVersionUID = 1L;

    InvitePersonDialog(List<Function> offered, StaffService service, Consumer<Invited> after) {
        this(
                offered,
                service,
                after,
                field("admin.invite.name", 200),
                field("admin.invite.address", 254),
                new CheckboxGroup<>(Terms.text("admin.invite.functions")),
                new AtomicReference<>());
    }

    private InvitePersonDialog(
            List<Function> offered,
            StaffService service,
            Consumer<Invited> after,
            TextField name,
            TextField address,
            CheckboxGroup<Function> functions,
            AtomicReference<Invited> invited) {
        super(
                Terms.text("admin.invite.title"),
                Terms.text("admin.invite.confirm"),
                () -> invited.set(service.invite(name.getValue(), address.getValue(), functions.getValue())),
                () -> after.accept(invited.get()));
        functions.setItems(offered);
        functions.setItemLabelGenerator(PeopleView::described);
        functions.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        var two = new Paragraph(Terms.text("admin.invite.two"));
        two.addClassName("hint");
        asking(name, address, functions, two);
    }

    private static TextField field(String key, int longest) {
        var field = new TextField(Terms.text(key));
        field.setMaxLength(longest);
        field.setWidthFull();
        field.setAutocomplete(Autocomplete.OFF);
        return field;
    }
}
