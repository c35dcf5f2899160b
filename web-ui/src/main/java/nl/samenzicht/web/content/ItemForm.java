package nl.samenzicht.web.content;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.FieldSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import nl.samenzicht.domain.casefile.ContentNotValid;
import nl.samenzicht.domain.casefile.FieldDefinition;
import nl.samenzicht.domain.casefile.FieldType;
import nl.samenzicht.domain.casefile.ItemContent;
import nl.samenzicht.domain.casefile.ItemKind;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.forms.FormMessage;

/**
 * The form for one item: the fields of its category, or a dated note. What is wrong is said beside the field that it is
 * about, and whatever happens nothing that was typed is lost. It calls no service; it hands over what was typed.
 */
public class ItemForm extends Div {
    private static final long serialVersionUID = 1L;

    private final transient FormFields fields = new FormFields();
    private final FormMessage message = new FormMessage();
    private boolean touched;

    /**
     * Makes a form.
     *
     * @param filled the values to begin with, in stored form
     * @param verb the last button: what happens when it is pressed
     * @param saving gets what was typed by field key; throws {@link ContentNotValid} or a refusal when it cannot be done
     * @param leaving what follows when somebody does not want to save
     */
    public ItemForm(
            DataCategory category,
            ItemKind kind,
            Map<String, String> filled,
            String verb,
            Consumer<Map<String, String>> saving,
            Runnable leaving) {
        addClassName("item-form");
        getElement().setAttribute("data-form", true);
        if (kind == ItemKind.NOTE) {
            addNote();
        } else {
            addGroups(FieldGroups.of(category));
        }
        fill(kind, filled);
        addFoot(verb, saving, leaving);
    }

    /**
     * Makes a form of fields that are no category, such as a report.
     *
     * @param headed the fields under each heading, in order; an empty heading stands for none
     * @param filled the values to begin with, in stored form
     * @param verb the last button: what happens when it is pressed
     * @param saving gets what was typed by field key; throws {@link ContentNotValid} or a refusal when it cannot be done
     * @param leaving what follows when somebody does not want to save
     */
    public ItemForm(
            Map<String, List<FieldDefinition>> headed,
            Map<String, String> filled,
            String verb,
            Consumer<Map<String, String>> saving,
            Runnable leaving) {
        addClassName("item-form");
        getElement().setAttribute("data-form", true);
        var groups = new ArrayList<FieldGroups.Group>();
        headed.forEach((heading, fields) -> groups.add(new FieldGroups.Group(heading, fields)));
        addGroups(groups);
        fill(ItemKind.FIELDS, filled);
        addFoot(verb, saving, leaving);
    }

    private void addFoot(String verb, Consumer<Map<String, String>> saving, Runnable leaving) {
        fields.onChange(this::touch);
        var save = new Button(verb, click -> fields.attempt(message, () -> saving.accept(values())));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.addClassName("item-form-save");
        var leave = new Button(Terms.text("form.cancel"), click -> leaving.run());
        var bar = new Div(save, leave);
        bar.addClassName("item-form-bar");
        add(message, bar);
    }

    private void addGroups(List<FieldGroups.Group> groups) {
        for (var group : groups) {
            var row = new Div();
            row.addClassName("item-form-fields");
            group.fields().forEach(field -> row.add(fields.add(FieldEditor.of(field))));
            if (group.heading().isEmpty()) {
                add(row);
            } else {
                var set = new FieldSet(group.heading());
                set.addClassName("item-form-group");
                set.add(row);
                add(set);
            }
        }
    }

    private void addNote() {
        var row = new Div(
                fields.add(FieldEditor.day(ItemContent.NOTE_DATE, Terms.text("field.note.noteDate"))),
                fields.add(FieldEditor.longText(
                        ItemContent.NOTE_TEXT, Terms.text("field.note.noteText"), FieldType.LONG_TEXT.longest())));
        row.addClassName("item-form-fields");
        add(row);
    }

    private void fill(ItemKind kind, Map<String, String> filled) {
        if (kind == ItemKind.NOTE) {
            fields.fill(
                    Map.of(ItemContent.NOTE_DATE, LocalDate.now(Terms.AMSTERDAM).toString()));
        }
        fields.fill(filled);
    }

    private void touch() {
        touched = true;
        getElement().setAttribute("data-draft", true);
    }

    /** Whether something was typed that would be lost. */
    public boolean isTouched() {
        return touched;
    }

    /** What is filled in now by field key, in a form that the check can read. */
    public Map<String, String> values() {
        return fields.values();
    }

    /** Puts the cursor in the first field. */
    public void focusFirst() {
        fields.focusFirst();
    }
}
