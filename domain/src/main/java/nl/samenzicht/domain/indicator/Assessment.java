package nl.samenzicht.domain.indicator;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenzicht.domain.casefile.ContentNotValid;
import nl.samenzicht.domain.casefile.FieldCatalogue;
import nl.samenzicht.domain.casefile.FieldError;
import nl.samenzicht.domain.indicator.Indicator.Weighed;
import nl.samenzicht.domain.indicator.Observation.Answer;
import nl.samenzicht.domain.indicator.Observation.Manner;
import nl.samenzicht.domain.indicator.Observation.Reliability;
import nl.samenzicht.security.policy.DataCategory;

/**
 * An assessment of one person's situation at one moment: what is known of each indicator, and what a person concludes from it.
 *
 * @param setVersion the version of the indicators that it was made with
 * @param profile the list that it was weighed by
 * @param form the form of exploitation that it is about, as the field {@code exploitation} of a signal says it; empty when
 *     nobody said
 * @param ageBasis on what it rests that somebody is a minor or an adult; empty when nobody said
 * @param observations one for each indicator that was asked about
 * @param weights what the indicators that are there weighed in that list when it was recorded, by code; one that is missing
 *     weighed nothing. Empty before it is recorded, and when none of the indicators is there
 * @param conclusion what a person concludes; required (AVG art. 22: no decision by a score alone)
 * @param reason why, in that person's words; required
 */
public record Assessment(
        int setVersion,
        Profile profile,
        Optional<String> form,
        Optional<AgeBasis> ageBasis,
        List<Observation> observations,
        Optional<Map<String, Weighed>> weights,
        Conclusion conclusion,
        String reason) {

    /** The fewest characters in which a reason can be given. */
    public static final int SHORTEST_REASON = 20;

    private static final int LONGEST_REASON = 5_000;
    private static final int LONGEST_SOURCE = 200;
    private static final String SET = "set";
    private static final String PROFILE = "profile";
    private static final String FORM = "form";
    private static final String AGE_BASIS = "ageBasis";
    private static final String CONCLUSION = "conclusion";
    private static final String REASON = "reason";
    private static final String OBSERVATION = "i";
    private static final String WEIGHT = "w";
    private static final String CODE = "[A-Z]{2}\\d{2}";
    private static final String STOOD_IN = "?";
    private static final String NONE = "-";
    private static final int PARTS = 5;

    public Assessment {
        requireNonNull(profile, "profile");
        requireNonNull(conclusion, "conclusion");
        requireNonNull(reason, "reason");
        observations = List.copyOf(observations);
        weights = weights.map(Map::copyOf);
    }

    /** An assessment that is being made. */
    public Assessment(
            int setVersion,
            Profile profile,
            Optional<String> form,
            Optional<AgeBasis> ageBasis,
            List<Observation> observations,
            Conclusion conclusion,
            String reason) {
        this(setVersion, profile, form, ageBasis, observations, Optional.empty(), conclusion, reason);
    }

    /** On what an age rests. */
    public enum AgeBasis {
        DOCUMENT,
        OWN_STATEMENT,
        ESTIMATE
    }

    /** The forms of exploitation that an assessment can be about, by the codes of the catalogue of fields. */
    public static List<String> forms() {
        return FieldCatalogue.standard()
                .field(DataCategory.SIGNAL, "exploitation")
                .orElseThrow()
                .choices();
    }

    /** What the observations added up to when it was recorded, whatever the indicators weigh now. */
    public Score score() {
        var named = IndicatorSet.naming(setVersion);
        return Score.of(weights.map(then -> named.weighing(profile, then)).orElse(named), profile, observations);
    }

    /**
     * Returns the assessment as values to record, with what the indicators that are there weigh.
     *
     * @param set the version of the indicators that it was made with
     * @throws ContentNotValid with everything that is wrong: a reason that is too short, a day that is yet to come
     */
    public Map<String, String> values(IndicatorSet set, LocalDate today) {
        var errors = new ArrayList<FieldError>();
        if (form.filter(code -> !forms().contains(code)).isPresent()) {
            errors.add(new FieldError(FORM, "field.error.unknown-field", List.of()));
        }
        if (reason.strip().length() < SHORTEST_REASON) {
            errors.add(new FieldError(REASON, "assessment.error.reason-short", List.of(SHORTEST_REASON)));
        }
        if (reason.length() > LONGEST_REASON) {
            errors.add(new FieldError(REASON, "field.error.too-long", List.of(LONGEST_REASON)));
        }
        if (set.version() != setVersion) {
            throw new IllegalArgumentException(
                    "assessment of version %d held against version %d".formatted(setVersion, set.version()));
        }
        var codes = new LinkedHashSet<String>();
        for (var observation : observations) {
            if (set.find(observation.code()).isEmpty() || !codes.add(observation.code())) {
                errors.add(new FieldError(observation.code(), "field.error.unknown-field", List.of()));
            }
            if (observation.on().filter(today::isBefore).isPresent()) {
                errors.add(new FieldError(
                        observation.code(), "assessment.error.day-to-come", List.of(observation.code())));
            }
            if (observation.source().length() > LONGEST_SOURCE) {
                errors.add(new FieldError(observation.code(), "field.error.too-long", List.of(LONGEST_SOURCE)));
            }
        }
        if (!errors.isEmpty()) {
            throw new ContentNotValid(errors);
        }
        var values = new LinkedHashMap<String, String>();
        values.put(SET, Integer.toString(setVersion));
        values.put(PROFILE, profile.name());
        form.ifPresent(code -> values.put(FORM, code));
        ageBasis.ifPresent(basis -> values.put(AGE_BASIS, basis.name()));
        values.put(CONCLUSION, conclusion.name());
        values.put(REASON, reason.strip());
        observations.forEach(observation -> values.put(key(OBSERVATION, observation.code()), written(observation)));
        observations.stream()
                .filter(observation -> observation.answer() == Answer.PRESENT)
                .flatMap(observation -> set.find(observation.code()).stream())
                .filter(Indicator::counts)
                .forEach(indicator -> values.put(
                        key(WEIGHT, indicator.code()),
                        written(Optional.ofNullable(indicator.weights().get(profile)))));
        return values;
    }

    /**
     * Reads an assessment that was recorded.
     *
     * @throws IllegalArgumentException when these are not the values of an assessment
     */
    public static Assessment of(Map<String, String> values) {
        var observations = new ArrayList<Observation>();
        var weights = new HashMap<String, Weighed>();
        var weighed = values.keySet().stream().anyMatch(key -> key.matches(WEIGHT + CODE));
        values.forEach((key, value) -> {
            if (key.matches(OBSERVATION + CODE)) {
                observations.add(read(code(key), value));
            } else if (key.matches(WEIGHT + CODE)) {
                weight(value).ifPresent(weight -> weights.put(code(key), weight));
            }
        });
        return new Assessment(
                Integer.parseInt(values.getOrDefault(SET, "")),
                Profile.valueOf(values.getOrDefault(PROFILE, "")),
                Optional.ofNullable(values.get(FORM)),
                Optional.ofNullable(values.get(AGE_BASIS)).map(AgeBasis::valueOf),
                observations,
                weighed ? Optional.of(weights) : Optional.empty(),
                Conclusion.valueOf(values.getOrDefault(CONCLUSION, "")),
                values.getOrDefault(REASON, ""));
    }

    /** The values of an assessment without who noticed or told something, for the person whom it is about. */
    public static Map<String, String> withoutSources(Map<String, String> values) {
        var without = new LinkedHashMap<String, String>();
        values.forEach((key, value) -> without.put(
                key, key.matches(OBSERVATION + CODE) ? value.substring(0, value.lastIndexOf('|') + 1) : value));
        return without;
    }

    private static String key(String kind, String code) {
        return kind + code.replace("-", "");
    }

    private static String code(String key) {
        return key.substring(1, 3) + "-" + key.substring(3);
    }

    /** The letter of a weight, a question mark after one that stood in for another; a dash for an indicator outside the list. */
    private static String written(Optional<Weighed> weighed) {
        return weighed.map(each -> each.weight().code() + (each.provisional() ? STOOD_IN : ""))
                .orElse(NONE);
    }

    private static Optional<Weighed> weight(String written) {
        return Weight.ofCode(written.replace(STOOD_IN, ""))
                .map(weight -> new Weighed(weight, written.endsWith(STOOD_IN)));
    }

    /** Answer, manner, reliability, day and source with bars between them; what was not said is left blank. */
    private static String written(Observation observation) {
        return String.join(
                "|",
                observation.answer().name(),
                observation.manner().map(Enum::name).orElse(""),
                observation.reliability().map(Enum::name).orElse(""),
                observation.on().map(LocalDate::toString).orElse(""),
                observation.source().strip());
    }

    private static Observation read(String code, String written) {
        var parts = written.split("\\|", PARTS);
        if (parts.length != PARTS) {
            throw new IllegalArgumentException(
                    "observation of '%s' has %d parts, not %d".formatted(code, parts.length, PARTS));
        }
        try {
            return new Observation(
                    code,
                    Answer.valueOf(parts[0]),
                    said(parts[1]).map(Manner::valueOf),
                    said(parts[2]).map(Reliability::valueOf),
                    said(parts[3]).map(LocalDate::parse),
                    parts[4]);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("observation of '%s' has no readable day".formatted(code), e);
        }
    }

    private static Optional<String> said(String part) {
        return Optional.of(part).filter(text -> !text.isEmpty());
    }
}
