package nl.samenzicht.web.admin;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import java.util.List;
import nl.samenzicht.security.CannotBeDone;
import nl.samenzicht.security.administration.Staff.Person;
import nl.samenzicht.security.administration.StaffService;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.forms.ActDialog;

/** Proposes a function for a colleague. */
class GiveFunctionDialog extends ActDialog {
    private static final long serialVersionUID = 1L;

    GiveFunctionDialog(Person person, List<Function> free, StaffService service, Runnable after) {
        this(person, free, service, after, new RadioButtonGroup<>(Terms.text("admin.give.function")));
    }

    private GiveFunctionDialog(
            Person person,
            List<Function> free,
            StaffService service,
            Runnable after,
            RadioButtonGroup<Function> function) {
        super(
                Terms.text("admin.give.title", person.name()),
                Terms.text("admin.give.confirm"),
                () -> {
                    if (function.getValue() == null) {
                        throw new CannotBeDone("admin.error.no-function");
                    }
                    service.propose(person.id(), function.getValue());
                },
                after);
        function.setItems(free);
        function.setItemLabelGenerator(PeopleView::described);
        function.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        var two = new Paragraph(Terms.text("admin.invite.two"));
        two.addClassName("hint");
        asking(function, two);
    }
}
