package nl.samenzicht.domain.signal;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenzicht.domain.casefile.ContentNotValid;
import nl.samenzicht.domain.casefile.FieldError;

/**
 * The five steps of the Meldcode huiselijk geweld en kindermishandeling, as one professional took or skipped them.
 *
 * @param steps what was done in each step; a step that is missing was not come to yet
 * @see <a href="https://wetten.overheid.nl/BWBR0033723">Besluit verplichte meldcode huiselijk geweld en kindermishandeling</a>
 */
public record Meldcode(Map<Step, Taken> steps) {

    private static final int LONGEST = 2_000;
    private static final int PARTS = 3;

    public Meldcode {
        steps = Map.copyOf(steps);
    }

    /** A step. */
    public enum Step {
        /** Signalen in kaart brengen. */
        MAP_SIGNALS,
        /** Collegiale consultatie en zo nodig Veilig Thuis of een deskundige. */
        CONSULT,
        /** Gesprek met de betrokkene. */
        TALK,
        /** Wegen van het geweld, met het afwegingskader. */
        WEIGH,
        /** Beslissen: melden en/of hulp. */
        DECIDE
    }

    /**
     * What was done in a step.
     *
     * @param done whether it was taken; otherwise it was skipped
     * @param on the day in Amsterdam
     * @param words what came of it, or why it was skipped; required where it was skipped
     */
    public record Taken(boolean done, LocalDate on, String words) {
        public Taken {
            requireNonNull(on, "on");
            requireNonNull(words, "words");
        }
    }

    /** Nothing done yet. */
    public static Meldcode none() {
        return new Meldcode(Map.of());
    }

    /** The first step that was not come to yet. */
    public Optional<Step> next() {
        for (var step : Step.values()) {
            if (!steps.containsKey(step)) {
                return Optional.of(step);
            }
        }
        return Optional.empty();
    }

    /**
     * Returns the steps as values to record.
     *
     * @throws ContentNotValid when nothing was done, a step that was skipped has no reason, or a day is yet to come
     */
    Map<String, String> values(LocalDate today) {
        var errors = new ArrayList<FieldError>();
        var values = new LinkedHashMap<String, String>();
        for (var step : Step.values()) {
            var taken = steps.get(step);
            if (taken == null) {
                continue;
            }
            if (!taken.done() && taken.words().isBlank()) {
                errors.add(new FieldError(step.name(), "meldcode.error.skipped-because", List.of()));
            }
            if (taken.on().isAfter(today)) {
                errors.add(new FieldError(step.name(), "meldcode.error.day-to-come", List.of()));
            }
            if (taken.words().length() > LONGEST) {
                errors.add(new FieldError(step.name(), "field.error.too-long", List.of(LONGEST)));
            }
            values.put(
                    "step" + (step.ordinal() + 1),
                    (taken.done() ? "DONE" : "SKIPPED") + "|" + taken.on() + "|"
                            + taken.words().strip());
        }
        if (values.isEmpty()) {
            errors.add(new FieldError("", "field.error.nothing-filled", List.of()));
        }
        if (!errors.isEmpty()) {
            throw new ContentNotValid(errors);
        }
        return values;
    }

    /** Reads steps that were recorded. */
    public static Meldcode of(Map<String, String> values) {
        var steps = new EnumMap<Step, Taken>(Step.class);
        for (var step : Step.values()) {
            var written = values.get("step" + (step.ordinal() + 1));
            if (written != null) {
                var parts = written.split("\\|", PARTS);
                steps.put(step, new Taken("DONE".equals(parts[0]), LocalDate.parse(parts[1]), parts[2]));
            }
        }
        return new Meldcode(steps);
    }
}
