package nl.samenzicht.domain.indicator;

import static org.assertj.core.api.BDDAssertions.then;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rule of the ILO with the vectors of the fact sheet, and the table in which dimensions are combined. */
class ScoreTest {

    private static final IndicatorSet SET = IndicatorSet.publishedOn(LocalDate.of(2026, 11, 26));

    @ParameterizedTest(name = "{0} strong, {1} medium, {2} weak: {3}")
    @CsvSource({
        "2, 0, 0, true",
        "1, 0, 0, false",
        "1, 0, 1, true",
        "0, 3, 0, true",
        "0, 2, 0, false",
        "0, 2, 1, true",
        "0, 1, 9, false",
        "0, 0, 9, false"
    })
    void a_dimension_is_positive_by_the_rule_of_the_survey(int strong, int medium, int weak, boolean expected) {
        then(Score.isPositive(strong, medium, weak)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"ADULT_LABOUR, 67", "CHILD_LABOUR, 65"})
    void the_set_has_as_many_indicators_as_the_survey_published(Profile profile, int expected) {
        then(SET.weighedFor(profile).values().stream().mapToInt(List::size).sum())
                .isEqualTo(expected);
    }

    @Test
    void dutch_practice_adds_forty_eight_signals_without_weight() {
        var signals =
                SET.practiceSignals().values().stream().flatMap(List::stream).toList();
        then(signals).hasSize(48).allMatch(signal -> signal.weights().isEmpty());
        then(signals.stream().flatMap(signal -> signal.mapsTo().stream()))
                .allMatch(code -> SET.find(code).filter(Indicator::counts).isPresent());
    }

    @ParameterizedTest(name = "{0} for {1} is {2}")
    @CsvSource({
        "DR-01, ADULT_LABOUR, STRONG",
        "DR-10, ADULT_LABOUR, WEAK",
        "DR-10, CHILD_LABOUR, STRONG",
        "CR-02, ADULT_LABOUR, MEDIUM",
        "CR-02, CHILD_LABOUR, STRONG",
        "EX-01, CHILD_LABOUR, STRONG",
        "EX-09, ADULT_LABOUR, WEAK",
        "CD-07, ADULT_SEXUAL, STRONG",
        "CD-07, CHILD_SEXUAL, STRONG",
        "EX-06, CHILD_SEXUAL, STRONG",
        "VD-07, ADULT_LABOUR, WEAK"
    })
    void weights_are_those_of_the_published_lists(String code, Profile profile, Weight expected) {
        var weighed = SET.find(code).orElseThrow().weights().get(profile);
        then(weighed.weight()).isEqualTo(expected);
        then(weighed.provisional()).isFalse();
    }

    @Test
    void a_weight_that_is_absent_from_the_list_for_children_is_no_weight() {
        then(SET.find("VR-08").orElseThrow().weights()).doesNotContainKey(Profile.CHILD_LABOUR);
        then(SET.find("EX-08").orElseThrow().weights()).doesNotContainKey(Profile.CHILD_LABOUR);
    }

    @Test
    void exploitation_has_no_strong_indicator_for_sexual_exploitation_of_adults() {
        then(SET.weighedFor(Profile.ADULT_SEXUAL).get(Dimension.EX))
                .noneMatch(indicator ->
                        indicator.weights().get(Profile.ADULT_SEXUAL).weight() == Weight.STRONG);
    }

    @ParameterizedTest(name = "{0} as {1}: {2}")
    @CsvSource({
        "'', ADULT_LABOUR, NO_INDICATION",
        "'EX-01 EX-02', ADULT_LABOUR, LABOUR_ABUSE",
        "'DR-01 DR-02 EX-01 EX-02', ADULT_LABOUR, DECEPTION_AND_EXPLOITATION",
        "'DR-01 DR-02 EX-01 EX-02 CD-01 CD-02', ADULT_LABOUR, PRESUMED_VICTIM",
        "'CR-01 CR-04 EX-01 EX-02 CD-01 CD-02', ADULT_LABOUR, PRESUMED_VICTIM",
        "'EX-01 EX-02', CHILD_LABOUR, PRESUMED_VICTIM_MINOR",
        "'EX-01 EX-02 CD-01 CD-02', CHILD_LABOUR, PRESUMED_VICTIM_MINOR",
        "'EX-01 EX-02 CD-01 CD-02', ADULT_LABOUR, FURTHER_INQUIRY",
        "'DR-01 DR-02', ADULT_LABOUR, FURTHER_INQUIRY",
        "'VR-01 VR-02 VR-03 EX-01 EX-02', ADULT_LABOUR, FURTHER_INQUIRY",
        "'DR-01 DR-02 CR-01 CR-04 EX-01 EX-02', ADULT_LABOUR, FURTHER_INQUIRY",
        "'CD-01 CD-02', CHILD_LABOUR, FURTHER_INQUIRY"
    })
    void dimensions_combine_as_in_the_table(String codes, Profile profile, Outcome expected) {
        then(Score.of(SET, profile, there(codes)).outcome()).isEqualTo(expected);
    }

    @Test
    void a_score_names_the_indicators_that_made_it() {
        var score = Score.of(SET, Profile.ADULT_LABOUR, there("EX-01 EX-02 NL-46"));
        then(score.dimensions().get(Dimension.EX).strong())
                .extracting(Indicator::code)
                .containsExactly("EX-01");
        then(score.dimensions().get(Dimension.EX).medium())
                .extracting(Indicator::code)
                .containsExactly("EX-02");
        then(score.practiceSignals()).extracting(Indicator::code).containsExactly("NL-46");
    }

    @Test
    void what_rests_on_weights_that_stand_in_is_provisional() {
        then(Score.of(SET, Profile.ADULT_SEXUAL, there("EX-01 EX-02 EX-03")).provisional())
                .isTrue();
        then(Score.of(SET, Profile.ADULT_LABOUR, there("EX-01 EX-02 EX-03")).provisional())
                .isFalse();
    }

    @Property
    void an_indicator_that_is_absent_says_no_more_than_one_that_was_not_asked(
            @ForAll("observed") Set<String> present, @ForAll("observed") Set<String> absent, @ForAll Profile profile) {
        var asked = new ArrayList<Observation>();
        present.forEach(code -> asked.add(Observation.of(code, Observation.Answer.PRESENT)));
        absent.stream()
                .filter(code -> !present.contains(code))
                .forEach(code -> asked.add(Observation.of(code, Observation.Answer.ABSENT)));
        then(Score.of(SET, profile, asked)).isEqualTo(Score.of(SET, profile, there(String.join(" ", present))));
    }

    @Property
    void more_indicators_never_take_a_positive_dimension_away(
            @ForAll("observed") Set<String> some, @ForAll("observed") Set<String> more, @ForAll Profile profile) {
        var all = Stream.concat(some.stream(), more.stream()).distinct().toList();
        var before = Score.of(SET, profile, there(String.join(" ", some)));
        var after = Score.of(SET, profile, there(String.join(" ", all)));
        before.dimensions().forEach((dimension, score) -> {
            if (score.positive()) {
                then(after.dimensions().get(dimension).positive()).isTrue();
            }
        });
    }

    @Provide
    Arbitrary<Set<String>> observed() {
        return Arbitraries.of(SET.all().stream().map(Indicator::code).toList())
                .set()
                .ofMaxSize(25);
    }

    private static List<Observation> there(String codes) {
        return Stream.of(codes.split(" "))
                .filter(code -> !code.isEmpty())
                .map(code -> Observation.of(code, Observation.Answer.PRESENT))
                .toList();
    }
}
