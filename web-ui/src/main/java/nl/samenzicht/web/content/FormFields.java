package nl.samenzicht.web.content;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasHelper;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.data.value.HasValueChangeMode;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenzicht.domain.casefile.ContentNotValid;
import nl.samenzicht.domain.casefile.FieldCatalogue;
import nl.samenzicht.domain.casefile.FieldDefinition;
import nl.samenzicht.domain.casefile.FieldError;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.forms.FormMessage;

/**
 * The fields of a form, of one category or of several: what is filled in, and where each fault is said. It lays nothing out
 * and calls no service.
 */
public final class FormFields {
    private static final int TYPING_MILLIS = 800;

    private final Map<String, FieldEditor> editors = new LinkedHashMap<>();

    /** Makes a field of a category and returns the component in which it is filled in. */
    public Component field(DataCategory category, String key) {
        return add(FieldEditor.of(definition(category, key)));
    }

    /** Makes a field that is asked as a question, with what helps to answer it; the help may be empty. */
    public Component question(DataCategory category, String key, String question, String help) {
        return asked(FieldEditor.of(definition(category, key)), question, help);
    }

    /** Makes a field with few choices that all stay in sight, asked as a question. */
    public Component choice(DataCategory category, String key, String question, String help) {
        return asked(FieldEditor.oneOfFew(definition(category, key)), question, help);
    }

    /** Makes a choice that is no field of a category, with the names of what can be chosen, in order. */
    public Component oneOf(String key, String question, String help, Map<String, String> names) {
        return asked(FieldEditor.oneOf(key, question, names), question, help);
    }

    /** Makes a mark that is set or not; its value is {@code YES}. */
    public Component mark(String key, String question, String help) {
        return asked(FieldEditor.mark(key, question), question, help);
    }

    private static FieldDefinition definition(DataCategory category, String key) {
        return FieldCatalogue.standard()
                .field(category, key)
                .orElseThrow(() -> new IllegalArgumentException("%s has no field '%s'".formatted(category, key)));
    }

    private Component asked(FieldEditor editor, String question, String help) {
        ((HasLabel) editor.component()).setLabel(question);
        if (!help.isEmpty() && editor.component() instanceof HasHelper helped) {
            helped.setHelperText(help);
        }
        return add(editor);
    }

    Component add(FieldEditor editor) {
        editors.put(editor.key(), editor);
        editor.component().getElement().setAttribute("data-field", editor.key());
        return editor.component();
    }

    /** Fills in stored values, or what was typed before. */
    public void fill(Map<String, String> values) {
        editors.forEach((key, editor) -> {
            if (values.containsKey(key)) {
                editor.fill(values.get(key));
            }
        });
    }

    /** What is filled in now by field key, in a form that the check can read. */
    public Map<String, String> values() {
        var values = new LinkedHashMap<String, String>();
        editors.forEach((key, editor) -> {
            var value = editor.value();
            if (!value.isBlank()) {
                values.put(key, value);
            }
        });
        return values;
    }

    /** Calls back when something else is filled in: when a field is left. */
    public void onChange(Runnable changed) {
        editors.values().forEach(editor -> editor.onChange(changed));
    }

    /** Calls back while somebody types, whenever they pause. */
    public void onTyping(Runnable changed) {
        editors.values().forEach(editor -> {
            if (editor.component() instanceof HasValueChangeMode typed) {
                typed.setValueChangeMode(ValueChangeMode.LAZY);
                typed.setValueChangeTimeout(TYPING_MILLIS);
            }
        });
        onChange(changed);
    }

    /** Puts the cursor in the first field. */
    public void focusFirst() {
        editors.values().stream().findFirst().ifPresent(FieldEditor::focus);
    }

    /**
     * Does what a person asked; what is wrong is said beside the field that it is about, or in the message.
     *
     * @return whether it was done
     */
    public boolean attempt(FormMessage message, Runnable act) {
        message.clear();
        editors.values().forEach(FieldEditor::forgive);
        var unreadable = editors.values().stream()
                .filter(FieldEditor::hasUnreadable)
                .map(editor -> new FieldError(editor.key(), "field.error.date", List.of()))
                .toList();
        if (!unreadable.isEmpty()) {
            blame(message, unreadable);
            return false;
        }
        var wrong = new ArrayList<FieldError>();
        var done = message.attempt(() -> {
            try {
                act.run();
            } catch (ContentNotValid invalid) {
                wrong.addAll(invalid.errors());
            }
        });
        if (!wrong.isEmpty()) {
            blame(message, wrong);
            return false;
        }
        return done;
    }

    private void blame(FormMessage message, List<FieldError> errors) {
        Optional<FieldEditor> first = Optional.empty();
        int beside = 0;
        for (var error : errors) {
            var words = Terms.text(error.messageKey(), error.arguments().toArray());
            var editor = Optional.ofNullable(editors.get(error.field()));
            editor.ifPresent(each -> each.blame(words));
            if (editor.isEmpty()) {
                message.say(words);
            } else {
                beside++;
                first = first.or(() -> editor);
            }
        }
        if (beside > 0) {
            message.say(Terms.text("item.form.wrong", beside));
        }
        first.ifPresent(FieldEditor::focus);
    }
}
