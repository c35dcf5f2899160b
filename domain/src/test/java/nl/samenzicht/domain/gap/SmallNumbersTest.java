package nl.samenzicht.domain.gap;

import static org.assertj.core.api.BDDAssertions.then;

import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class SmallNumbersTest {

    @Test
    void numbers_are_rounded_to_five() {
        then(SmallNumbers.of(Map.of("a", 5, "b", 7, "c", 8, "d", 23)).shown())
                .isEqualTo(Map.of("a", 5, "b", 5, "c", 10, "d", 25));
    }

    @Test
    void fewer_than_five_is_not_told_from_nought() {
        then(SmallNumbers.of(Map.of("a", 4, "b", 12))).isEqualTo(SmallNumbers.of(Map.of("a", 0, "b", 12)));
        then(SmallNumbers.rounded(4)).isEmpty();
    }

    @Property
    void whatever_is_hidden_could_be_any_number_below_five(
            @ForAll @Size(min = 1, max = 12)
                    Map<@AlphaChars @StringLength(min = 1, max = 3) String, @IntRange(min = 0, max = 12) Integer>
                            counts) {
        // when
        var shown = SmallNumbers.of(counts);
        // then
        for (var what : counts.keySet()) {
            if (!shown.shown().containsKey(what)) {
                for (int other = 0; other < 5; other++) {
                    var otherwise = new HashMap<>(counts);
                    otherwise.put(what, other);
                    then(SmallNumbers.of(otherwise)).isEqualTo(shown);
                }
            }
        }
    }

    @Property
    void whatever_is_shown_is_within_two_of_the_truth(@ForAll @IntRange(min = 5, max = 10_000) int count) {
        int about = SmallNumbers.rounded(count).orElseThrow();
        then(Math.abs(about - count)).isLessThanOrEqualTo(2);
        then(about % 5).isZero();
    }
}
