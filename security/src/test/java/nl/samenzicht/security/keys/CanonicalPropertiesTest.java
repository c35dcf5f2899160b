package nl.samenzicht.security.keys;

import static org.assertj.core.api.BDDAssertions.then;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class CanonicalPropertiesTest {

    @Property
    void two_lists_of_fields_have_the_same_bytes_only_when_they_are_the_same(
            @ForAll @Size(max = 4) List<String> one, @ForAll @Size(max = 4) List<String> other) {
        then(Arrays.equals(encoded(one), encoded(other))).isEqualTo(one.equals(other));
    }

    @Property
    void moving_a_character_over_a_border_changes_the_bytes(@ForAll @Size(min = 2, max = 8) List<Character> letters) {
        var text = letters.stream()
                .map(c -> Character.isSurrogate(c) ? "s" : String.valueOf(c))
                .reduce("", String::concat);
        for (int cut = 0; cut < text.length(); cut++) {
            then(encoded(List.of(text.substring(0, cut), text.substring(cut))))
                    .isNotEqualTo(encoded(List.of(text.substring(0, cut + 1), text.substring(cut + 1))));
        }
    }

    private static byte[] encoded(List<String> fields) {
        var canonical = Canonical.of("test");
        fields.forEach(canonical::text);
        return canonical.encoded();
    }
}
