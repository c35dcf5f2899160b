package nl.samenzicht.domain.casefile;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import java.time.LocalDate;
import java.util.Map;
import nl.samenzicht.domain.casefile.Municipalities.Municipality;
import nl.samenzicht.domain.casefile.Municipalities.Standing;
import nl.samenzicht.security.policy.DataCategory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MunicipalitiesTest {

    private final Municipalities municipalities = Municipalities.standard();

    /** The numbers that Statistics Netherlands published for these days. */
    @ParameterizedTest(name = "on {0} there are {1} municipalities")
    @CsvSource({
        "2018-12-31, 380",
        "2019-01-01, 355",
        "2020-12-31, 355",
        "2021-01-01, 352",
        "2022-01-01, 345",
        "2022-03-24, 344",
        "2023-01-01, 342",
        "2026-11-24, 342"
    })
    void counts_as_published(LocalDate day, int count) {
        then(municipalities.on(day)).hasSize(count);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "Amsterdam, GM0363",
        "den haag, GM0518",
        "'''s-Gravenhage', GM0518",
        "Sudwest-Fryslan, GM1900",
        "Laren, GM0417",
        "Bergen (NH.), GM0373",
        "gm0344, GM0344",
        "GM9999, GM9999",
        "Weesp, GM0457"
    })
    void reads_a_name_or_a_code(String typed, String code) {
        then(municipalities.codeOf(typed)).contains(code);
    }

    @ParameterizedTest(name = "{0} is refused")
    @CsvSource({"Bergen", "Hoofddorp", "GM12", "Atlantis"})
    void does_not_guess(String typed) {
        then(municipalities.codeOf(typed)).isEmpty();
    }

    @Test
    void a_code_stands_differently_on_different_days() {
        then(municipalities.standingOf("GM0457", LocalDate.of(2022, 3, 23))).isEqualTo(Standing.EXISTS);
        then(municipalities.standingOf("GM0457", LocalDate.of(2022, 3, 24))).isEqualTo(Standing.OTHER_TIME);
        then(municipalities.standingOf("GM1992", LocalDate.of(2022, 12, 31))).isEqualTo(Standing.OTHER_TIME);
        then(municipalities.standingOf("GM1992", LocalDate.of(2023, 1, 1))).isEqualTo(Standing.EXISTS);
        then(municipalities.standingOf("GM2001", LocalDate.of(2027, 1, 1))).isEqualTo(Standing.NOT_IN_LIST);
    }

    @Test
    void every_code_has_the_form_of_a_code_and_an_order_in_time() {
        then(municipalities.on(LocalDate.of(2026, 1, 1)))
                .extracting(Municipality::code)
                .allMatch(code -> code.matches("GM\\d{4}"))
                .doesNotHaveDuplicates();
    }

    @Test
    void a_typed_name_is_recorded_as_its_code_and_an_unknown_name_is_refused() {
        var content = ContentCheck.check(
                FieldCatalogue.standard(), DataCategory.CONTACT, ItemKind.FIELDS, Map.of("municipality", "Den Bosch"));
        then(content.values()).containsEntry("municipality", "GM0796");
        thenThrownBy(() -> ContentCheck.check(
                        FieldCatalogue.standard(),
                        DataCategory.CONTACT,
                        ItemKind.FIELDS,
                        Map.of("municipality", "Hoofddorp")))
                .isInstanceOfSatisfying(
                        ContentNotValid.class,
                        wrong -> then(wrong.errors())
                                .extracting(FieldError::messageKey)
                                .containsExactly("field.error.municipality"));
    }
}
