package nl.samenzicht.web.officer;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;

/** Asks for the number of a case. */
class CasePicker extends Div {
    private static final long serialVersionUID = 1L;

    private final TextField number = new TextField();

    CasePicker(LogWords words, Consumer<String> chosen) {
        addClassName("case-picker");
        number.setLabel(words.text("officer.case.label"));
        number.setPlaceholder("SZ-000000");
        number.setMaxLength(20);
        var show = new Button(words.text("officer.case.show"), click -> {
            if (!number.getValue().isBlank()) {
                chosen.accept(number.getValue().strip());
            }
        });
        show.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        show.addClickShortcut(Key.ENTER).listenOn(this);
        add(number, show);
    }

    void show(String chosen) {
        number.setValue(chosen);
    }
}
