package nl.samenzicht.domain.linkage;

import static org.assertj.core.api.BDDAssertions.then;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Links the two lists of FEBRL 4 by name and date of birth, with weights and limits from sets 1 and 2. The lists (made by the
 * Febrl generator, Australian National University) are not part of this repository.
 */
@Tag("reference")
class FebrlReferenceTest {

    private static final Path FEBRL =
            Path.of(System.getProperty("samenzicht.shared", "../../shared")).resolve("data/linkage/febrl");

    @Test
    void finds_most_of_febrl_4_and_nearly_nobody_else() {
        // given
        var simple = LabelledPeople.read(FEBRL.resolve("dataset1.csv"), LabelledPeople.FEBRL_COLUMNS);
        var longer = LabelledPeople.read(FEBRL.resolve("dataset2.csv"), LabelledPeople.FEBRL_COLUMNS);
        var training = List.of(simple, longer);
        var weights = Training.weights(1, training, Training.frequencies(training, 1));
        var limits = Limits.of(List.of(simple), longer, weights);
        // when
        var pairs = Evaluation.of(
                LabelledPeople.read(
                        FEBRL.resolve("dataset4a.csv"), FEBRL.resolve("dataset4b.csv"), LabelledPeople.FEBRL_COLUMNS),
                weights);
        // then
        then(pairs.people().pairs()).isEqualTo(5_000);
        var linked = pairs.oneToOne().at(Math.max(0, limits.expectingOneToOne(0.999)));
        then(linked.precision()).isGreaterThanOrEqualTo(0.999);
        then(linked.recall()).isGreaterThanOrEqualTo(0.95);
        var questions = pairs.bestOfEach().at(limits.expecting(0.999));
        then(questions.precision()).isGreaterThanOrEqualTo(0.999);
        then(questions.recall()).isGreaterThanOrEqualTo(0.93);
    }
}
