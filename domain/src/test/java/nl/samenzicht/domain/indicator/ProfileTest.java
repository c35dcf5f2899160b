package nl.samenzicht.domain.indicator;

import static org.assertj.core.api.BDDAssertions.then;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which list a signal points to. */
class ProfileTest {
    @ParameterizedTest(name = "minor {0}, form {1}: {2}")
    @CsvSource({
        "YES, SEXUAL_DOMESTIC, CHILD_SEXUAL",
        "YES, CRIMINAL, CHILD_LABOUR",
        "NO, SEXUAL_CROSS_BORDER, ADULT_SEXUAL",
        "NO, SERVICES_BEGGING, ADULT_LABOUR",
        "UNKNOWN, LABOUR, ADULT_LABOUR"
    })
    void age_and_form_choose_it(String minor, String form, Profile profile) {
        then(Profile.pointedTo(Map.of("minor", minor, "exploitation", form))).isEqualTo(profile);
    }

    @Test
    void nothing_said_points_to_the_list_for_adults_and_labour() {
        then(Profile.pointedTo(Map.of())).isEqualTo(Profile.ADULT_LABOUR);
    }
}
