package nl.samenzicht.web.sharing;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.samenzicht.domain.casefile.FieldCatalogue;
import nl.samenzicht.domain.casefile.FieldDefinition;
import nl.samenzicht.domain.casefile.ItemKind;
import nl.samenzicht.domain.casefile.ItemView;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Purpose;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.content.FieldWords;

/** Which fields of what is given can be left out, and what they are called. What carries a note or a goal cannot. */
final class ShareFields {
    private static final List<String> OF_A_GOAL =
            List.of("situation", "measure", "targetOn", "ownWords", "actions", "evaluations");

    private ShareFields() {}

    /** The fields with a value in these items that can be left out, in the order of the screen. */
    static Set<String> filled(DataCategory category, List<ItemView> items) {
        var present = items.stream()
                .flatMap(item -> item.content().values().keySet().stream())
                .collect(Collectors.toSet());
        var keys = FieldCatalogue.standard().of(category).stream()
                .map(FieldDefinition::key)
                .filter(present::contains)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (items.stream().anyMatch(item -> item.kind() == ItemKind.GOAL)) {
            OF_A_GOAL.stream().filter(present::contains).forEach(keys::add);
        }
        return keys;
    }

    /** The fields of a category that this purpose does not need, whether they have a value now or not. */
    static Set<String> notNeeded(DataCategory category, Purpose purpose) {
        return FieldCatalogue.standard().of(category).stream()
                .filter(field -> !field.neededFor(purpose))
                .map(FieldDefinition::key)
                .collect(Collectors.toUnmodifiableSet());
    }

    static String label(DataCategory category, String key) {
        return Optional.of(key)
                .filter(name -> FieldCatalogue.standard().field(category, name).isPresent())
                .map(name -> FieldWords.label(category, name))
                .orElseGet(() -> Terms.text("share.goal-field." + key));
    }
}
