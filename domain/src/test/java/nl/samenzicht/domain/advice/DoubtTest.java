package nl.samenzicht.domain.advice;

import static org.assertj.core.api.BDDAssertions.then;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.samenzicht.domain.advice.Doubt.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoubtTest {

    /** By hand from articles 273f and 197a Sr. */
    @ParameterizedTest(name = "exploited {0}, pressed {1}, minor {2}, border {3}, signals {4}: {5}")
    @CsvSource({
        "YES, YES, NO, NO, 0, TRAFFICKING",
        "YES, YES, UNKNOWN, YES, 3, TRAFFICKING",
        "YES, NO, YES, NO, 0, TRAFFICKING_OF_A_MINOR",
        "YES, UNKNOWN, YES, NO, 0, TRAFFICKING_OF_A_MINOR",
        "YES, YES, YES, YES, 1, TRAFFICKING_OF_A_MINOR",
        "YES, NO, NO, NO, 0, EXPLOITATION",
        "YES, UNKNOWN, UNKNOWN, YES, 0, EXPLOITATION",
        "NO, NO, NO, YES, 0, SMUGGLING",
        "NO, UNKNOWN, YES, YES, 2, SMUGGLING",
        "NO, YES, NO, YES, 0, SIGNALS",
        "UNKNOWN, YES, NO, NO, 0, SIGNALS",
        "UNKNOWN, UNKNOWN, UNKNOWN, YES, 0, NOTHING_YET",
        "UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, 1, SIGNALS",
        "NO, NO, NO, NO, 4, SIGNALS",
        "NO, NO, NO, NO, 0, NOTHING_YET",
        "UNKNOWN, UNKNOWN, YES, UNKNOWN, 0, NOTHING_YET"
    })
    void points_where_the_law_does(
            Answer exploited, Answer pressed, Answer minor, Answer border, int signals, Direction direction) {
        var noticed = PracticeSignals.all().stream()
                .limit(signals)
                .map(PracticeSignal::code)
                .collect(Collectors.toSet());
        then(new Doubt(exploited, pressed, minor, border, noticed).direction()).isEqualTo(direction);
    }

    @Test
    void says_nothing_of_who_said_nothing() {
        then(Doubt.none().direction()).isEqualTo(Direction.NOTHING_YET);
    }

    @Test
    void for_a_minor_no_answer_about_means_changes_anything() {
        for (var pressed : Answer.values()) {
            then(new Doubt(Answer.YES, pressed, Answer.YES, Answer.UNKNOWN, Set.of()).direction())
                    .isEqualTo(Direction.TRAFFICKING_OF_A_MINOR);
        }
    }

    @Test
    void there_are_forty_eight_signals_of_practice_each_in_both_languages() {
        then(PracticeSignals.all()).hasSize(48).doesNotHaveDuplicates().allSatisfy(signal -> {
            then(signal.in("nl")).isNotBlank();
            then(signal.in("en")).isNotBlank().isNotEqualTo(signal.in("nl"));
            then(signal.forms()).isNotEmpty();
        });
        then(PracticeSignals.all()).extracting(PracticeSignal::code).doesNotHaveDuplicates();
        then(PracticeSignals.byGroup()).hasSize(9);
        then(PracticeSignals.byGroup().values().stream().mapToInt(List::size).sum())
                .isEqualTo(48);
    }
}
