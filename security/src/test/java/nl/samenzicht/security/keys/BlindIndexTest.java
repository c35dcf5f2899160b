package nl.samenzicht.security.keys;

import static nl.samenzicht.security.keys.BlindIndex.Kind.BIRTH_DATE;
import static nl.samenzicht.security.keys.BlindIndex.Kind.BSN;
import static nl.samenzicht.security.keys.BlindIndex.Kind.NAME;
import static nl.samenzicht.security.keys.BlindIndex.Kind.V_NUMBER;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.BDDAssertions.then;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlindIndexTest {
    private final KeyFolder keys = KeyFolder.inMemory();
    private final BlindIndex index = new BlindIndex(keys);

    @ParameterizedTest(name = "''{0}'' is found as ''{1}''")
    @CsvSource(textBlock = """
            van der Berg,            Berg
            Van den  BERG,           berg
            "'t Hooft",              hooft
            Müller,                  muller
            Łukasz Wójcik,           lukasz wojcik
            Nguyễn,                  nguyen
            Meijer,                  MEYER
            El Amrani,               amrani
            Ĳsbrand,                 IJsbrand
            De,                      de
            """)
    void spellings_that_mean_one_name_have_one_token(String stored, String searched) {
        then(index.token(NAME, stored.replace("\"", ""))).isEqualTo(index.token(NAME, searched));
    }

    @Test
    void the_parts_of_a_double_name_are_found_apart() {
        then(index.nameTokens("Anna van den Berg-Jansen"))
                .containsExactlyInAnyOrder(
                        index.token(NAME, "anna"), index.token(NAME, "Berg"), index.token(NAME, "Jansen"));
    }

    @Test
    void a_number_is_found_however_it_was_spaced() {
        then(index.token(BSN, "9999.90.019")).isEqualTo(index.token(BSN, "999990019"));
        then(index.token(BSN, "12345678")).isEqualTo(index.token(BSN, "012345678"));
        then(index.token(V_NUMBER, "12345 67890")).isEqualTo(index.token(V_NUMBER, "1234567890"));
        then(index.token(BIRTH_DATE, " 2001-02-03")).isEqualTo(index.token(BIRTH_DATE, "2001-02-03"));
    }

    @Test
    void equal_texts_of_two_kinds_and_of_two_installations_differ() {
        then(index.token(NAME, "1234567890")).isNotEqualTo(index.token(V_NUMBER, "1234567890"));
        then(index.token(NAME, "jansen")).isNotEqualTo(new BlindIndex(KeyFolder.inMemory()).token(NAME, "jansen"));
    }

    @Test
    void what_was_stored_before_a_rotation_is_still_found() {
        // given
        var stored = index.token(NAME, "jansen");
        // when
        keys.rotate(KeyUse.BLIND_INDEX);
        var later = new BlindIndex(keys);
        // then
        then(later.token(NAME, "jansen")).isNotEqualTo(stored);
        then(later.candidates(NAME, "jansen")).contains(stored).hasSize(2);
    }

    @Test
    void a_wrong_value_is_refused_without_being_repeated() {
        assertThatThrownBy(() -> index.token(BSN, "12345"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A BSN has 9 digits");
        assertThatThrownBy(() -> index.token(NAME, "x".repeat(1_000))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> index.token(NAME, " -- ")).isInstanceOf(IllegalArgumentException.class);
    }
}
