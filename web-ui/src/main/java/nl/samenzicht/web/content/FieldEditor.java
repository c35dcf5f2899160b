package nl.samenzicht.web.content;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.HasValue.ValueChangeListener;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.text.Collator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenzicht.domain.casefile.FieldDefinition;
import nl.samenzicht.domain.casefile.Municipalities;
import nl.samenzicht.domain.casefile.Municipalities.Municipality;
import nl.samenzicht.domain.person.PartialDate;
import nl.samenzicht.web.Terms;

/**
 * The component in which one field is filled in, and the way between it and the stored form. What the browser would fill in
 * by itself stays off: on a shared computer that would be somebody else's data.
 */
final class FieldEditor {
    private static final Pattern ABOUT =
            Pattern.compile("^(ca\\.?|circa|ongeveer|about|approx\\.?)\\s*", Pattern.CASE_INSENSITIVE);

    private static final String YES = "YES";

    private final String key;
    private final Component component;
    private final Supplier<String> value;
    private final Consumer<String> fill;

    private FieldEditor(String key, Component component, Supplier<String> value, Consumer<String> fill) {
        this.key = key;
        this.component = component;
        this.value = value;
        this.fill = fill;
    }

    /** Returns the component for a field, with nothing filled in. */
    static FieldEditor of(FieldDefinition field) {
        var label = Terms.text(field.labelKey());
        return switch (field.type()) {
            case LONG_TEXT -> longText(field.key(), label, field.type().longest());
            case PARTIAL_DATE -> partialDate(field.key(), label);
            case DATE -> day(field.key(), label);
            case COUNTRY -> oneOfMany(field.key(), label, countries(), FieldWords::country);
            case LANGUAGE -> oneOfMany(field.key(), label, languages(), FieldWords::language);
            case MUNICIPALITY -> municipality(field.key(), label);
            case CHOICE -> choice(field, label);
            case CHOICES -> choices(field, label);
            case YES_NO_UNKNOWN -> answer(field, label);
            default -> line(field, label);
        };
    }

    /** Returns the component for the day of a note. */
    static FieldEditor day(String key, String label) {
        var picker = Days.picker(label);
        return new FieldEditor(
                key,
                picker,
                () -> picker.getValue() == null ? "" : picker.getValue().toString(),
                stored -> picker.setValue(stored.isEmpty() ? null : LocalDate.parse(stored)));
    }

    /** Returns the component for several lines of text. */
    static FieldEditor longText(String key, String label, int longest) {
        var area = new TextArea(label);
        area.setMaxLength(longest);
        area.setMinHeight("96px");
        area.setMaxHeight("480px");
        area.addClassName("field-wide");
        return new FieldEditor(key, area, area::getValue, area::setValue);
    }

    private static FieldEditor line(FieldDefinition field, String label) {
        var text = text(label, field.type().longest());
        switch (field.type()) {
            case AMOUNT -> {
                text.setPrefixComponent(new Span("€"));
                text.getElement().setAttribute("inputmode", "decimal");
            }
            case NUMBER, BSN, V_NUMBER -> text.getElement().setAttribute("inputmode", "numeric");
            case PHONE -> text.getElement().setAttribute("inputmode", "tel");
            case EMAIL -> text.getElement().setAttribute("inputmode", "email");
            default -> {}
        }
        switch (field.type()) {
            case BSN -> text.setHelperText(Terms.text("field.help.bsn"));
            case V_NUMBER -> text.setHelperText(Terms.text("field.help.v-number"));
            default -> {}
        }
        return new FieldEditor(field.key(), text, text::getValue, text::setValue);
    }

    private static TextField text(String label, int longest) {
        var text = new TextField(label);
        text.setMaxLength(longest);
        text.setAutocomplete(Autocomplete.OFF);
        return text;
    }

    private static FieldEditor partialDate(String key, String label) {
        var text = text(label, 24);
        text.setHelperText(Terms.text("field.help.partial-date"));
        return new FieldEditor(
                key,
                text,
                () -> ABOUT.matcher(text.getValue().strip()).replaceFirst("~"),
                stored -> text.setValue(
                        PartialDate.parse(stored).map(FieldEditor::typed).orElse(stored)));
    }

    /** A partial date as people here type it: day first, and 'ca.' for an estimate. */
    private static String typed(PartialDate date) {
        var parts = new StringBuilder(date.estimated() ? "ca. " : "");
        if (date.day() != 0) {
            parts.append("%02d-".formatted(date.day()));
        }
        if (date.month() != 0) {
            parts.append("%02d-".formatted(date.month()));
        }
        return parts.append(date.year()).toString();
    }

    private static FieldEditor oneOfMany(String key, String label, List<String> codes, UnaryOperator<String> words) {
        var box = new ComboBox<String>(label);
        box.setItemLabelGenerator(words::apply);
        box.setItems(codes);
        box.setClearButtonVisible(true);
        return new FieldEditor(key, box, () -> box.getValue() == null ? "" : box.getValue(), stored -> {
            if (!stored.isEmpty() && !codes.contains(stored)) {
                box.setItems(Stream.concat(codes.stream(), Stream.of(stored)).toList());
            }
            box.setValue(stored.isEmpty() ? null : stored);
        });
    }

    private static List<String> countries() {
        return Stream.concat(
                        Stream.of(FieldWords.COUNTRY_UNKNOWN, FieldWords.STATELESS),
                        Arrays.stream(Locale.getISOCountries())
                                .sorted(Comparator.comparing(
                                        FieldWords::country, Collator.getInstance(Terms.locale()))))
                .toList();
    }

    /** Languages that have a name in the language of whoever looks; the others nobody would find. */
    private static List<String> languages() {
        return Arrays.stream(Locale.getISOLanguages())
                .filter(code -> !FieldWords.language(code).equals(code))
                .sorted(Comparator.comparing(FieldWords::language, Collator.getInstance(Terms.locale())))
                .toList();
    }

    /** The municipalities of today; a name or code that is typed is read as well, as it may be an older or newer one. */
    private static FieldEditor municipality(String key, String label) {
        var known = Municipalities.standard();
        var codes = new ArrayList<>(known.on(LocalDate.now(Terms.AMSTERDAM)).stream()
                .map(Municipality::code)
                .toList());
        var box = new ComboBox<String>(label);
        box.setItemLabelGenerator(
                code -> known.withCode(code).map(Municipality::name).orElse(code));
        box.setItems(codes);
        box.setClearButtonVisible(true);
        box.setAllowCustomValue(true);
        box.setHelperText(Terms.text("field.help.municipality"));
        var typed = new String[] {""};
        Consumer<String> fill = stored -> {
            typed[0] = "";
            box.setInvalid(false);
            if (!stored.isEmpty() && !codes.contains(stored)) {
                codes.add(stored);
                box.setItems(codes);
            }
            box.setValue(stored.isEmpty() ? null : stored);
        };
        box.addCustomValueSetListener(custom -> known.codeOf(custom.getDetail()).ifPresentOrElse(fill, () -> {
            typed[0] = custom.getDetail();
            box.setErrorMessage(Terms.text("field.error.municipality"));
            box.setInvalid(true);
        }));
        box.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                typed[0] = "";
            }
        });
        return new FieldEditor(key, box, () -> box.getValue() == null ? typed[0] : box.getValue(), fill);
    }

    private static FieldEditor choice(FieldDefinition field, String label) {
        var select = new Select<String>();
        select.setLabel(label);
        select.setItems(field.choices());
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(Terms.text("choice.none"));
        select.setItemLabelGenerator(code -> code == null ? Terms.text("choice.none") : FieldWords.choice(field, code));
        return new FieldEditor(
                field.key(),
                select,
                () -> select.getValue() == null ? "" : select.getValue(),
                stored -> select.setValue(stored.isEmpty() ? null : stored));
    }

    /** Returns the component for a choice among few, all in sight; no choice is one of them. */
    static FieldEditor oneOfFew(FieldDefinition field) {
        var group = new RadioButtonGroup<String>(Terms.text(field.labelKey()));
        group.setItems(field.choices());
        group.setItemLabelGenerator(code -> FieldWords.choice(field, code));
        return new FieldEditor(
                field.key(),
                group,
                () -> Optional.ofNullable(group.getValue()).orElse(""),
                stored -> group.setValue(stored.isEmpty() ? null : stored));
    }

    /** Returns the component for a choice that is no field of a category, with the names of what can be chosen. */
    static FieldEditor oneOf(String key, String label, Map<String, String> names) {
        var select = new Select<String>();
        select.setLabel(label);
        select.setItems(names.keySet());
        select.setItemLabelGenerator(code -> names.getOrDefault(code, ""));
        return new FieldEditor(
                key,
                select,
                () -> Optional.ofNullable(select.getValue()).orElse(""),
                stored -> select.setValue(names.containsKey(stored) ? stored : null));
    }

    /** Returns the component for something that is so or is not said. */
    static FieldEditor mark(String key, String label) {
        var mark = new Checkbox(label);
        return new FieldEditor(
                key, mark, () -> mark.getValue() ? YES : "", stored -> mark.setValue(YES.equals(stored)));
    }

    private static FieldEditor choices(FieldDefinition field, String label) {
        var group = new CheckboxGroup<String>(label);
        group.setItems(field.choices());
        group.setItemLabelGenerator(code -> FieldWords.choice(field, code));
        group.addClassName("field-wide");
        return new FieldEditor(
                field.key(),
                group,
                () -> field.choices().stream()
                        .filter(group.getValue()::contains)
                        .collect(Collectors.joining(" ")),
                stored -> group.setValue(
                        stored.isEmpty() ? Set.of() : new LinkedHashSet<>(Arrays.asList(stored.split(" +")))));
    }

    /** Yes, no, unknown, and the fourth that is none of these: it was not asked. */
    private static FieldEditor answer(FieldDefinition field, String label) {
        var group = new RadioButtonGroup<String>(label);
        group.setItems(YES, "NO", "UNKNOWN", "");
        group.setItemLabelGenerator(
                code -> code.isEmpty() ? Terms.text("choice.not-asked") : FieldWords.choice(field, code));
        group.setValue("");
        return new FieldEditor(
                field.key(), group, () -> Optional.ofNullable(group.getValue()).orElse(""), group::setValue);
    }

    String key() {
        return key;
    }

    Component component() {
        return component;
    }

    /** What is filled in, in a form that the check can read; empty when nothing is. */
    String value() {
        return value.get();
    }

    /** Fills in a stored value. */
    void fill(String stored) {
        fill.accept(stored);
    }

    /** Whether something was typed that is no value, so that leaving it out would lose it. */
    boolean hasUnreadable() {
        return component instanceof DatePicker picker && picker.getValue() == null && picker.isInvalid();
    }

    /** Says beside the field what is wrong with it. */
    void blame(String words) {
        if (component instanceof HasValidationProperties checked) {
            checked.setErrorMessage(words);
            checked.setInvalid(true);
        }
    }

    void forgive() {
        if (component instanceof HasValidationProperties checked && !hasUnreadable()) {
            checked.setInvalid(false);
        }
    }

    void focus() {
        if (component instanceof Focusable<?> focusable) {
            focusable.focus();
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    void onChange(Runnable changed) {
        ((HasValue) component).addValueChangeListener((ValueChangeListener) change -> changed.run());
    }
}
