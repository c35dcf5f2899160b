package nl.samenzicht.domain.rights;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenzicht.security.policy.DataCategory;

/**
 * What would go into a copy, without any of it.
 *
 * @param refusal the key of the words that say why there can be none and what would help; empty when there can
 * @param counts how many items of each category; those without any are left out
 * @param withheld what was asked about and is not given
 * @param outOfUse how many items stay out because their term has passed and they wait to be destroyed
 */
public record CopyPreview(
        Optional<String> refusal, Map<DataCategory, Integer> counts, List<WithheldCategory> withheld, int outOfUse) {
    public CopyPreview {
        var ordered = new EnumMap<DataCategory, Integer>(DataCategory.class);
        ordered.putAll(counts);
        counts = Collections.unmodifiableMap(ordered);
        withheld = List.copyOf(withheld);
    }

    /** That there can be none, and why. */
    static CopyPreview refused(String why) {
        return new CopyPreview(Optional.of(why), Map.of(), List.of(), 0);
    }

    /** How many items would go into it. */
    public int items() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
