package nl.samenzicht.domain.indicator;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One thing that can be noticed or told.
 *
 * @param code its number, such as {@code CD-03} or {@code NL-09}
 * @param dimension the dimension that it counts for; empty for a signal of Dutch practice, which has no weight of its own
 * @param group where one notices it, such as {@code school}; the dimension's name for an indicator of the ILO
 * @param weights what it says per profile; a profile that is missing gives it no weight
 * @param forms the forms of exploitation with which it is seen, by code; {@code alle} for any
 * @param mapsTo the indicators of the ILO that it may point to, once a professional confirms one
 * @param source where it comes from
 */
public record Indicator(
        String code,
        Optional<Dimension> dimension,
        String group,
        Map<Profile, Weighed> weights,
        Set<String> forms,
        Set<String> mapsTo,
        String source,
        String nl,
        String en) {

    public Indicator {
        weights = Map.copyOf(weights);
        forms = Set.copyOf(forms);
        mapsTo = Set.copyOf(mapsTo);
    }

    /**
     * A weight in one profile.
     *
     * @param provisional whether it stands in for a weight that is not known
     */
    public record Weighed(Weight weight, boolean provisional) {}

    /** The same with another weight in one profile, or with none there. */
    Indicator weighing(Profile profile, Optional<Weighed> weighed) {
        var changed = new HashMap<>(weights);
        weighed.ifPresentOrElse(weight -> changed.put(profile, weight), () -> changed.remove(profile));
        return new Indicator(code, dimension, group, changed, forms, mapsTo, source, nl, en);
    }

    /** Its words, in Dutch or in English. */
    public String in(String language) {
        return language.equals("nl") ? nl : en;
    }

    /** Whether it is one of the ILO's, and counts in a dimension. */
    public boolean counts() {
        return dimension.isPresent();
    }
}
