package nl.samenzicht.web.content;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import nl.samenzicht.domain.casefile.FieldCatalogue;
import nl.samenzicht.domain.casefile.FieldDefinition;
import nl.samenzicht.domain.casefile.FieldType;
import nl.samenzicht.domain.casefile.ItemContent;
import nl.samenzicht.domain.casefile.ItemKind;
import nl.samenzicht.security.policy.DataCategory;

/**
 * One item as people read it: each field with its name, or the words of a note. Shows exactly the values that it is given;
 * nothing of a value that was left out or masked below reaches the browser. Values are plain text and never interpreted.
 */
public class ContentView extends Div {
    private static final long serialVersionUID = 1L;

    /** From so many values on headings help; fewer are read at a glance. */
    private static final int FEW = 6;

    /** Shows the values with nothing beside them. */
    public ContentView(DataCategory category, ItemKind kind, ItemContent content) {
        this(category, kind, content, (key, value) -> null);
    }

    /**
     * Shows the values.
     *
     * @param beside gives what stands beside a value, such as the button that shows a masked number; may give null
     */
    public ContentView(
            DataCategory category, ItemKind kind, ItemContent content, BiFunction<String, String, Component> beside) {
        addClassName("content");
        switch (kind) {
            case NOTE -> showNote(content.values());
            case ASSESSMENT -> add(new AssessmentContent(content.values()));
            case MELDCODE -> add(new MeldcodeContent(content.values()));
            default -> showFields(category, content.values(), beside);
        }
    }

    private void showNote(Map<String, String> values) {
        addClassName("content-note");
        var text = values.get(ItemContent.NOTE_TEXT);
        if (text != null) {
            add(words(text));
        }
    }

    private void showFields(
            DataCategory category, Map<String, String> values, BiFunction<String, String, Component> beside) {
        var left = new LinkedHashMap<>(values);
        var headed = values.size() >= FEW;
        for (var group : FieldGroups.of(category)) {
            var list = list();
            for (var field : group.fields()) {
                var value = left.remove(field.key());
                if (value != null) {
                    show(list, category, field.key(), value, beside);
                }
            }
            if (list.getChildren().findAny().isPresent()) {
                if (headed && !group.heading().isEmpty()) {
                    var heading = new H4(group.heading());
                    heading.addClassName("content-heading");
                    add(heading);
                }
                add(list);
            }
        }
        var others = list();
        left.forEach((key, value) -> {
            if (FieldWords.knows(category, key)) {
                show(others, category, key, value, beside);
            }
        });
        if (others.getChildren().findAny().isPresent()) {
            add(others);
        }
    }

    private static DescriptionList list() {
        var list = new DescriptionList();
        list.addClassName("content-fields");
        return list;
    }

    private static void show(
            DescriptionList list,
            DataCategory category,
            String key,
            String value,
            BiFunction<String, String, Component> beside) {
        var definition = FieldCatalogue.standard().field(category, key);
        var words = FieldWords.value(category, key, value);
        var shown = new DescriptionList.Description(
                definition
                                .map(FieldDefinition::type)
                                .filter(FieldType.LONG_TEXT::equals)
                                .isPresent()
                        ? words(words)
                        : new Span(words));
        var extra = beside.apply(key, value);
        if (extra != null) {
            shown.add(extra);
        }
        list.add(new DescriptionList.Term(FieldWords.label(category, key)), shown);
    }

    /** The values in the order of the catalogue, with what the catalogue does not know behind them. */
    static Map<String, String> inOrder(DataCategory category, Map<String, String> values) {
        var ordered = new LinkedHashMap<String, String>();
        FieldCatalogue.standard().of(category).forEach(field -> {
            if (values.containsKey(field.key())) {
                ordered.put(field.key(), values.get(field.key()));
            }
        });
        values.forEach(ordered::putIfAbsent);
        return ordered;
    }

    private static Component words(String text) {
        var words = new Paragraph(text);
        words.addClassName("content-words");
        return words;
    }
}
