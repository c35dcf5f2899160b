package nl.samenzicht.web.htcds;

import static org.assertj.core.api.BDDAssertions.then;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import nl.samenzicht.domain.htcds.ImportProblem;
import nl.samenzicht.web.Words;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemWordsTest {

    static Stream<Arguments> codesInBothLanguages() {
        return ImportProblem.codes().stream()
                .sorted()
                .flatMap(code -> Stream.of(Words.DUTCH, Words.ENGLISH).map(locale -> Arguments.of(code, locale)));
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("codesInBothLanguages")
    void every_problem_says_what_is_wrong_and_what_would_help(String code, Locale locale) {
        var words = new Words();
        for (var key : List.of("import.problem.", "import.help.")) {
            then(words.getTranslation(key + code, locale, "one", "two"))
                    .matches(".+[.?]|.+\\d")
                    .doesNotContain("{", "}");
        }
    }
}
