package nl.samenzicht.domain.indicator;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What the observations add up to for one profile: each dimension with the indicators that made it, and where they point
 * together.
 *
 * @param dimensions all six, also those in which nothing was found
 * @param practiceSignals the signals of Dutch practice that are there; shown and not counted
 * @param provisional whether a weight that stands in for an unknown one helped to make a dimension positive
 */
public record Score(
        Profile profile,
        Map<Dimension, DimensionScore> dimensions,
        List<Indicator> practiceSignals,
        Outcome outcome,
        boolean provisional) {

    public Score {
        dimensions = Map.copyOf(dimensions);
        practiceSignals = List.copyOf(practiceSignals);
    }

    /**
     * One dimension.
     *
     * @param strong the indicators that are there, by what they say
     */
    public record DimensionScore(
            List<Indicator> strong, List<Indicator> medium, List<Indicator> weak, boolean provisional) {
        public DimensionScore {
            strong = List.copyOf(strong);
            medium = List.copyOf(medium);
            weak = List.copyOf(weak);
        }

        /** Whether the indicators that are there are enough. */
        public boolean positive() {
            return isPositive(strong.size(), medium.size(), weak.size());
        }
    }

    /**
     * The rule of the ILO and the European Commission: two strong; one strong and one other; three medium; or two medium and one
     * weak.
     *
     * @param strong how many strong indicators are there
     */
    public static boolean isPositive(int strong, int medium, int weak) {
        return strong >= 2 || (strong >= 1 && medium + weak >= 1) || medium >= 3 || (medium >= 2 && weak >= 1);
    }

    /**
     * Adds up what is there. What is absent counts no other than what was not asked: neither proves anything.
     *
     * @param set the version of the indicators that the observations were made with; codes that it lacks are left out
     */
    public static Score of(IndicatorSet set, Profile profile, Collection<Observation> observations) {
        var there = observations.stream()
                .filter(observation -> observation.answer() == Observation.Answer.PRESENT)
                .map(Observation::code)
                .distinct()
                .flatMap(code -> set.find(code).stream())
                .toList();
        var dimensions = new EnumMap<Dimension, DimensionScore>(Dimension.class);
        for (var dimension : Dimension.values()) {
            dimensions.put(
                    dimension,
                    score(
                            there.stream()
                                    .filter(indicator -> indicator
                                            .dimension()
                                            .filter(dimension::equals)
                                            .isPresent())
                                    .filter(indicator -> indicator.weights().containsKey(profile))
                                    .toList(),
                            profile));
        }
        return new Score(
                profile,
                dimensions,
                there.stream().filter(indicator -> !indicator.counts()).toList(),
                outcome(dimensions, profile.isChild()),
                dimensions.values().stream().anyMatch(each -> each.positive() && each.provisional()));
    }

    private static DimensionScore score(List<Indicator> there, Profile profile) {
        return new DimensionScore(
                weighing(there, profile, Weight.STRONG),
                weighing(there, profile, Weight.MEDIUM),
                weighing(there, profile, Weight.WEAK),
                there.stream()
                        .anyMatch(indicator -> indicator.weights().get(profile).provisional()));
    }

    private static List<Indicator> weighing(List<Indicator> there, Profile profile, Weight weight) {
        return there.stream()
                .filter(indicator -> indicator.weights().get(profile).weight() == weight)
                .toList();
    }

    /** The rows of the combination table; the rows for adults are a design choice where the source names none. */
    private static Outcome outcome(Map<Dimension, DimensionScore> dimensions, boolean child) {
        boolean exploited = dimensions.get(Dimension.EX).positive();
        boolean deceived = dimensions.get(Dimension.DR).positive();
        boolean forced = dimensions.get(Dimension.CR).positive();
        boolean forcedMeanwhile = dimensions.get(Dimension.CD).positive();
        boolean anyMeans = dimensions.entrySet().stream()
                .anyMatch(each -> each.getKey().isMeans() && each.getValue().positive());
        if (exploited && child) {
            return Outcome.PRESUMED_VICTIM_MINOR;
        }
        if (exploited && forcedMeanwhile && (deceived || forced)) {
            return Outcome.PRESUMED_VICTIM;
        }
        if (exploited && deceived && !forced && !forcedMeanwhile) {
            return Outcome.DECEPTION_AND_EXPLOITATION;
        }
        if (exploited && !anyMeans && !forcedMeanwhile) {
            return Outcome.LABOUR_ABUSE;
        }
        return exploited || anyMeans || forcedMeanwhile ? Outcome.FURTHER_INQUIRY : Outcome.NO_INDICATION;
    }
}
