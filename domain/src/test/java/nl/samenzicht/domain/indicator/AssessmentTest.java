package nl.samenzicht.domain.indicator;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenzicht.domain.casefile.ContentNotValid;
import nl.samenzicht.domain.casefile.FieldError;
import nl.samenzicht.domain.indicator.Assessment.AgeBasis;
import nl.samenzicht.domain.indicator.Observation.Answer;
import nl.samenzicht.domain.indicator.Observation.Manner;
import nl.samenzicht.domain.indicator.Observation.Reliability;
import org.junit.jupiter.api.Test;

class AssessmentTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    private static final IndicatorSet SET = IndicatorSet.publishedOn(TODAY);
    private static final String WHY = "Zij werkt veertien uur per dag en houdt niets over.";

    @Test
    void is_read_back_as_it_was_recorded_with_bars_and_signs_in_the_source() {
        var made = new Assessment(
                1,
                Profile.CHILD_SEXUAL,
                Optional.of("SEXUAL_DOMESTIC"),
                Optional.of(AgeBasis.OWN_STATEMENT),
                List.of(
                        new Observation(
                                "CD-07",
                                Answer.PRESENT,
                                Optional.of(Manner.HEARSAY),
                                Optional.of(Reliability.UNCERTAIN),
                                Optional.of(TODAY.minusDays(3)),
                                "mentor | klas 3 <b>"),
                        Observation.of("NL-46", Answer.ABSENT)),
                Conclusion.PRESUMED_VICTIM,
                WHY);
        then(Assessment.of(made.values(SET, TODAY)))
                .usingRecursiveComparison()
                .ignoringFields("weights")
                .isEqualTo(made);
    }

    @Test
    void needs_a_reason_in_words() {
        thenThrownBy(() -> of(List.of(), "omdat").values(SET, TODAY))
                .isInstanceOfSatisfying(
                        ContentNotValid.class,
                        wrong -> then(wrong.errors())
                                .extracting(FieldError::messageKey)
                                .containsExactly("assessment.error.reason-short"));
    }

    @Test
    void refuses_indicators_that_do_not_exist_or_come_twice_and_days_that_are_yet_to_come() {
        var tomorrow = new Observation(
                "EX-01", Answer.PRESENT, Optional.empty(), Optional.empty(), Optional.of(TODAY.plusDays(1)), "");
        var observations = List.of(
                Observation.of("XX-99", Answer.PRESENT),
                Observation.of("EX-02", Answer.PRESENT),
                Observation.of("EX-02", Answer.ABSENT),
                tomorrow);
        thenThrownBy(() -> of(observations, WHY).values(SET, TODAY))
                .isInstanceOfSatisfying(
                        ContentNotValid.class,
                        wrong -> then(wrong.errors())
                                .extracting(FieldError::field)
                                .containsExactly("XX-99", "EX-02", "EX-01"));
    }

    @Test
    void a_conclusion_may_differ_from_where_the_score_points() {
        var made = of(List.of(Observation.of("EX-01", Answer.PRESENT)), WHY);
        then(made.score().outcome()).isEqualTo(Outcome.NO_INDICATION);
        then(made.conclusion()).isEqualTo(Conclusion.PRESUMED_VICTIM);
    }

    @Test
    void keeps_what_the_indicators_weighed_when_it_was_recorded() {
        // given
        var observations = List.of(Observation.of("EX-01", Answer.PRESENT), Observation.of("EX-02", Answer.PRESENT));
        var made = of(observations, WHY);
        // when the list is entered anew, with the first of both as weak and the second outside it
        var later = SET.with(101, TODAY, "a list of others", Profile.ADULT_LABOUR, Map.of("EX-01", Weight.WEAK));
        var again = new Assessment(
                101,
                Profile.ADULT_LABOUR,
                Optional.empty(),
                Optional.empty(),
                observations,
                Conclusion.PRESUMED_VICTIM,
                WHY);
        // then
        then(Assessment.of(made.values(SET, TODAY)).score().outcome()).isEqualTo(Outcome.LABOUR_ABUSE);
        var score = Assessment.of(again.values(later, TODAY)).score();
        then(score.outcome()).isEqualTo(Outcome.NO_INDICATION);
        then(score.dimensions().get(Dimension.EX).weak())
                .extracting(Indicator::code)
                .containsExactly("EX-01");
        then(score.dimensions().get(Dimension.EX).medium()).isEmpty();
    }

    @Test
    void one_that_was_recorded_without_weights_is_read_with_those_of_its_version() {
        var values = new HashMap<>(of(
                        List.of(Observation.of("EX-01", Answer.PRESENT), Observation.of("EX-02", Answer.PRESENT)), WHY)
                .values(SET, TODAY));
        values.keySet().removeIf(key -> key.startsWith("w"));
        then(Assessment.of(values).score().outcome()).isEqualTo(Outcome.LABOUR_ABUSE);
    }

    private static Assessment of(List<Observation> observations, String reason) {
        return new Assessment(
                1,
                Profile.ADULT_LABOUR,
                Optional.empty(),
                Optional.empty(),
                observations,
                Conclusion.PRESUMED_VICTIM,
                reason);
    }
}
