package nl.samenzicht.web.content;

import static org.assertj.core.api.BDDAssertions.then;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import nl.samenzicht.domain.casefile.FieldCatalogue;
import nl.samenzicht.domain.casefile.FieldDefinition;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.web.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What stands on the screen for each field and each stored value. */
class FieldWordsTest {

    static Stream<FieldDefinition> fields() {
        return Arrays.stream(DataCategory.values())
                .flatMap(category -> FieldCatalogue.standard().of(category).stream());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fields")
    void every_field_and_each_of_its_choices_has_a_name_in_both_languages(FieldDefinition field) {
        for (var locale : List.of(Words.DUTCH, Words.ENGLISH)) {
            var words = Words.bundle(locale);
            then(words.getString(field.labelKey())).isNotBlank();
            for (var code : field.choices()) {
                then(words.getString("choice." + field.key() + "." + code)).isNotBlank();
            }
        }
    }

    @Test
    void the_catalogue_that_is_named_here_is_the_whole_one() {
        then(fields().count()).isEqualTo(93);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fields")
    void every_kind_of_mistake_has_a_sentence_in_both_languages(FieldDefinition field) {
        var key = "field.error." + field.type().name().toLowerCase(Locale.ROOT).replace('_', '-');
        for (var locale : List.of(Words.DUTCH, Words.ENGLISH)) {
            then(Words.bundle(locale).getString(key)).isNotBlank();
        }
    }

    @ParameterizedTest(name = "{1} of {0} reads {2}")
    @CsvSource({
        "IDENTITY, birthDate, 2008-05-17, 17 mei 2008",
        "IDENTITY, birthDate, 2008-05, mei 2008",
        "IDENTITY, birthDate, ~1999, circa 1999",
        "IDENTITY, nationality, VN, Vietnam",
        "IDENTITY, nationality, XX, Onbekend",
        "IDENTITY, nationality, XS, Staatloos",
        "IDENTITY, languages, vi, Vietnamees",
        "IDENTITY, interpreter, UNKNOWN, Onbekend",
        "CONTACT, postcode, 1234AB, 1234 AB",
        "CONTACT, municipality, GM0363, Amsterdam",
        "CONTACT, municipality, GM9001, GM9001",
        "RESIDENCE, reflectionUntil, 2027-02-03, 3 februari 2027",
        "SITUATION, needs, INTERPRETER SHELTER, 'Opvang, Tolk'",
        "BSN, bsn, ••••••019, ••••••019"
    })
    void a_stored_value_is_read_in_words(DataCategory category, String key, String stored, String words) {
        then(FieldWords.value(category, key, stored)).isEqualTo(words);
    }

    @Test
    void an_amount_is_read_in_euros() {
        then(FieldWords.value(DataCategory.FINANCE, "debts", "8000.5"))
                .contains("€")
                .contains("8.000,50");
    }

    @Test
    void the_order_in_which_choices_were_ticked_is_no_difference() {
        then(FieldWords.same(DataCategory.SITUATION, "needs", "LEGAL SHELTER", "SHELTER LEGAL"))
                .isTrue();
        then(FieldWords.same(DataCategory.SITUATION, "needs", "LEGAL SHELTER", "SHELTER"))
                .isFalse();
        then(FieldWords.same(DataCategory.SITUATION, "dayActivity", "taal les", "les taal"))
                .isFalse();
    }

    @Test
    void a_value_that_cannot_be_read_is_shown_as_it_is_stored() {
        then(FieldWords.value(DataCategory.RESIDENCE, "m55On", "<b>niet</b>")).isEqualTo("<b>niet</b>");
        then(FieldWords.value(DataCategory.FINANCE, "debts", "veel")).isEqualTo("veel");
    }
}
