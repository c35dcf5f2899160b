package nl.samenzicht.domain.linkage;

import static org.assertj.core.api.BDDAssertions.then;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonaTest {

    @ParameterizedTest(name = "family name ''{0}'' is compared as ''{1}''")
    @CsvSource(delimiter = '|', textBlock = """
            van der Berg         | berg
            v.d. Berg            | berg
            v/d Berg             | berg
            Vanderberg           | berg
            vandenberg           | berg
            Van de  BERG         | berg
            De                   | de
            Vandamme             | vandamme
            Vdovenko             | vdovenko
            Dijkstra             | dykstra
            Jansen-de Vries      | jansen vries jansenvries
            'El Amrani'          | amrani
            Łukasiewicz          | lukasiewicz
            Nguyễn               | nguyen
            Çelik                | celik
            Шевченко             | sjevtsjenko
            Παπαδόπουλος         | papadopoylos
            حداد                 | hdad
            """)
    void family_names_are_brought_to_one_spelling(String written, String compared) {
        then(String.join(" ", persona("familyName", written).family())).isEqualTo(compared);
    }

    @ParameterizedTest(name = "''{0}'' says nothing")
    @ValueSource(
            strings = {
                "",
                " ",
                "Onbekend",
                "ONBEKEND",
                "onbekende",
                "n.n.",
                "?",
                "-",
                "niet bekend",
                "Unknown",
                "X",
                "n.v.t.",
                "0",
                "123",
                "..."
            })
    void what_means_unknown_is_no_name(String written) {
        then(persona("givenNames", written).isEmpty()).isTrue();
        then(persona("familyName", written).isEmpty()).isTrue();
        then(persona("aliases", written).isEmpty()).isTrue();
    }

    @ParameterizedTest(name = "''{0}'' and ''{1}'' sound alike")
    @CsvSource({
        "Mohammed,محمد",
        "Mohamed,Muhammad",
        "Ahmed,أحمد",
        "Achmed,Akhmed",
        "Shevchenko,Шевченко",
        "Sjevtsjenko,Shevchenko",
        "Visser,Fischer",
        "Meijer,Meyer",
        "Smit,Smid",
        "Wójcik,Wojcik",
        "Georgios,Γεώργιος"
    })
    void spellings_of_one_sound_have_one_key(String one, String other) {
        then(Sound.of(Latin.of(one))).isEqualTo(Sound.of(Latin.of(other)));
    }

    @Test
    void nicknames_stand_for_their_name() {
        then(Nicknames.root("hans")).isEqualTo(Nicknames.root("johannes")).hasValue("johannes");
        then(Nicknames.root("kees")).isEqualTo(Nicknames.root("cor"));
        then(Nicknames.root("westerbol")).isEmpty();
    }

    @Test
    void two_given_names_are_also_one() {
        then(persona("givenNames", "Anna Maria").given()).containsExactly("anna", "maria", "annamaria");
        then(persona("givenNames", "Noor van der").given()).containsExactly("noor");
        then(persona("givenNames", "J.").given()).containsExactly("j");
    }

    @Test
    void other_names_are_apart() {
        then(persona("aliases", "Bella; 'de Lange', Kiki/Roxy").others())
                .isEqualTo(List.of("bella", "lange", "kiki", "roxy"));
    }

    @ParameterizedTest(name = "date ''{0}'' is ''{1}''")
    @CsvSource({
        "1985,1985",
        "~1985,~1985",
        "05-1985,1985-05",
        "17-05-1985,1985-05-17",
        "31-02-1985,",
        "onbekend,",
        "85,"
    })
    void dates_may_be_known_in_part(String written, String read) {
        then(persona("birthDate", written)
                        .birthDate()
                        .map(date -> date.written())
                        .orElse(null))
                .isEqualTo(read);
    }

    @Test
    void numbers_count_only_when_they_can_be_somebodys() {
        then(persona("bsn", "9999.90.019").bsn()).hasValue("999990019");
        then(persona("bsn", "999990018").bsn()).isEmpty();
        then(persona("bsn", "000000000").bsn()).isEmpty();
        then(persona("vNumber", "1111111111").vNumber()).isEmpty();
        then(persona("vNumber", "12345 67890").vNumber()).hasValue("1234567890");
        then(persona("phone", "+31 6 12345678").phone())
                .isEqualTo(persona("phone", "06-12345678").phone());
        then(persona("phone", "112").phone()).isEmpty();
        then(persona("phone", "0000000000").phone()).isEmpty();
    }

    @Test
    void a_very_long_text_is_cut_and_does_no_harm() {
        then(persona("familyName", "aaij ".repeat(10_000)).family()).hasSizeLessThanOrEqualTo(4);
    }

    private static Persona persona(String field, String value) {
        return Persona.of(Map.of(field, value));
    }
}
