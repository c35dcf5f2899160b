package nl.samenzicht.web.content;

import static org.assertj.core.api.BDDAssertions.then;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextField;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.samenzicht.domain.casefile.ContentCheck;
import nl.samenzicht.domain.casefile.FieldCatalogue;
import nl.samenzicht.domain.casefile.ItemContent;
import nl.samenzicht.domain.casefile.ItemKind;
import nl.samenzicht.security.policy.DataCategory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Filling in an item. */
class ItemFormTest {

    private final Map<String, String> saved = new HashMap<>();

    private ItemForm form(DataCategory category, Map<String, String> filled, Consumer<Map<String, String>> saving) {
        return new ItemForm(category, ItemKind.FIELDS, filled, "Vastleggen", saving, () -> {});
    }

    private static Stream<Component> within(Component component) {
        return Stream.concat(Stream.of(component), component.getChildren().flatMap(ItemFormTest::within));
    }

    private static Component field(ItemForm form, String key) {
        return within(form)
                .filter(each -> key.equals(each.getElement().getAttribute("data-field")))
                .findFirst()
                .orElseThrow();
    }

    private static void press(ItemForm form) {
        var save = within(form)
                .filter(each -> each.getElement().getClassList().contains("item-form-save"))
                .map(Button.class::cast)
                .findFirst()
                .orElseThrow();
        ComponentUtil.fireEvent(save, new com.vaadin.flow.component.ClickEvent<Button>(save));
    }

    @ParameterizedTest(name = "''{0}'' is stored as {1}")
    @CsvSource({
        "1999, 1999",
        "03-1999, 1999-03",
        "17-3-1999, 1999-03-17",
        "ca. 1999, ~1999",
        "Circa 05-1999, ~1999-05",
        "ongeveer 1999, ~1999"
    })
    void a_date_is_typed_as_people_say_it(String typed, String stored) {
        // given
        var form = form(
                DataCategory.IDENTITY,
                Map.of(),
                values -> saved.putAll(
                        ContentCheck.check(FieldCatalogue.standard(), DataCategory.IDENTITY, ItemKind.FIELDS, values)
                                .values()));
        ((TextField) field(form, "birthDate")).setValue(typed);
        // when
        press(form);
        // then
        then(saved).containsExactly(Map.entry("birthDate", stored));
    }

    @Test
    void what_was_stored_comes_back_unchanged() {
        for (var category : DataCategory.values()) {
            for (var definition : FieldCatalogue.standard().of(category)) {
                // given
                var stored = example(definition.type(), definition.choices());
                // when
                var form = form(category, Map.of(definition.key(), stored), values -> {});
                var back = ContentCheck.check(FieldCatalogue.standard().of(category), form.values());
                // then
                then(back).as(definition.labelKey()).isEqualTo(Map.of(definition.key(), stored));
            }
        }
    }

    private static String example(nl.samenzicht.domain.casefile.FieldType type, java.util.List<String> choices) {
        return switch (type) {
            case TEXT -> "<script>alert(1)</script>";
            case LONG_TEXT -> "Regel één\nregel twee 🙂";
            case PARTIAL_DATE -> "~2008-05";
            case DATE -> "2027-02-28";
            case BSN -> "999990019";
            case V_NUMBER -> "2990000001";
            case COUNTRY -> "XS";
            case LANGUAGE -> "vi";
            case MUNICIPALITY -> "GM9001";
            case POSTCODE -> "1234AB";
            case PHONE -> "0600000001";
            case EMAIL -> "iemand@voorbeeld.example";
            case NUMBER -> "4";
            case AMOUNT -> "8000.50";
            case CHOICE -> choices.get(choices.size() - 1);
            case CHOICES -> choices.get(0) + " " + choices.get(1);
            case YES_NO_UNKNOWN -> "NO";
        };
    }

    @Test
    void each_mistake_is_said_beside_its_field_and_nothing_typed_is_lost() {
        // given
        var form = form(
                DataCategory.IDENTITY,
                Map.of(),
                values ->
                        ContentCheck.check(FieldCatalogue.standard(), DataCategory.IDENTITY, ItemKind.FIELDS, values));
        var birthDate = (TextField) field(form, "birthDate");
        var vNumber = (TextField) field(form, "vNumber");
        var givenNames = (TextField) field(form, "givenNames");
        birthDate.setValue("31-02-1999");
        vNumber.setValue("12");
        givenNames.setValue("Linh");
        // when
        press(form);
        // then
        then(((HasValidationProperties) birthDate).getErrorMessage()).contains("bestaat niet");
        then(vNumber.getErrorMessage()).contains("tien cijfers");
        then(givenNames.isInvalid()).isFalse();
        then(form.values())
                .containsEntry("birthDate", "31-02-1999")
                .containsEntry("vNumber", "12")
                .containsEntry("givenNames", "Linh");
        then(form.isTouched()).isTrue();
    }

    @Test
    void a_mistake_that_was_put_right_is_no_longer_blamed() {
        // given
        var form = form(
                DataCategory.IDENTITY,
                Map.of(),
                values -> saved.putAll(
                        ContentCheck.check(FieldCatalogue.standard(), DataCategory.IDENTITY, ItemKind.FIELDS, values)
                                .values()));
        var vNumber = (TextField) field(form, "vNumber");
        vNumber.setValue("12");
        press(form);
        // when
        vNumber.setValue("2990000001");
        press(form);
        // then
        then(vNumber.isInvalid()).isFalse();
        then(saved).containsEntry("vNumber", "2990000001");
    }

    @Test
    void a_new_note_begins_with_today_and_is_no_draft_yet() {
        // when
        var form = new ItemForm(DataCategory.SITUATION, ItemKind.NOTE, Map.of(), "Vastleggen", values -> {}, () -> {});
        // then
        then(form.values()).containsOnlyKeys(ItemContent.NOTE_DATE);
        then(form.isTouched()).isFalse();
    }
}
