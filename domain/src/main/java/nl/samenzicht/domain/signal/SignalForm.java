package nl.samenzicht.domain.signal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenzicht.domain.casefile.ContentCheck;
import nl.samenzicht.domain.casefile.ContentNotValid;
import nl.samenzicht.domain.casefile.FieldCatalogue;
import nl.samenzicht.domain.casefile.FieldError;
import nl.samenzicht.domain.casefile.ItemContent;
import nl.samenzicht.domain.casefile.ItemKind;
import nl.samenzicht.security.policy.DataCategory;

/**
 * What somebody filled in, brought to the content of a signal: what was seen, and apart from it whom it is about.
 *
 * @param seen what was seen or heard
 * @param about whom it is about; empty when nobody knows
 */
record SignalForm(ItemContent seen, Optional<ItemContent> about) {

    private static final FieldCatalogue CATALOGUE = FieldCatalogue.standard();
    private static final List<String> REQUIRED = List.of("observed", "observation");

    /**
     * Checks what was typed.
     *
     * @throws ContentNotValid with everything that is wrong or missing at once
     */
    static SignalForm of(Map<String, String> typed) {
        var errors = new ArrayList<FieldError>();
        REQUIRED.stream()
                .filter(key -> typed.getOrDefault(key, "").isBlank())
                .forEach(key -> errors.add(new FieldError(key, "signal.error.missing." + key, List.of())));
        var about = only(DataCategory.IDENTITY, typed);
        var checkedAbout =
                about.isEmpty() ? Optional.<ItemContent>empty() : check(DataCategory.IDENTITY, about, errors);
        var checkedSeen = check(DataCategory.SIGNAL, only(DataCategory.SIGNAL, typed), errors);
        if (!errors.isEmpty()) {
            throw new ContentNotValid(errors);
        }
        return new SignalForm(checkedSeen.orElseThrow(), checkedAbout);
    }

    private static Optional<ItemContent> check(
            DataCategory category, Map<String, String> typed, List<FieldError> errors) {
        try {
            return Optional.of(ContentCheck.check(CATALOGUE, category, ItemKind.FIELDS, typed));
        } catch (ContentNotValid wrong) {
            wrong.errors().stream().filter(error -> !error.field().isEmpty()).forEach(errors::add);
            return Optional.empty();
        }
    }

    private static Map<String, String> only(DataCategory category, Map<String, String> typed) {
        var of = new LinkedHashMap<String, String>();
        typed.forEach((key, value) -> {
            if (CATALOGUE.field(category, key).isPresent() && !value.isBlank()) {
                of.put(key, value);
            }
        });
        return of;
    }

    /** The words without differences of case, space and punctuation, for telling the same words from others. */
    String plainWords() {
        return seen.values()
                .getOrDefault("observed", "")
                .toLowerCase(java.util.Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
