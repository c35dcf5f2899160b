package nl.samenzicht.domain.casefile;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Purpose;

/**
 * One field that an item of a category may hold.
 *
 * @param choices the codes to choose from, in the order of the screen; empty for other types
 * @param neededFor the purposes that need the field; for others it is proposed for removal from a share
 * @param searchKind the kind of blind index under which the value can be found
 */
public record FieldDefinition(
        DataCategory category,
        String key,
        FieldType type,
        List<String> choices,
        Set<Purpose> neededFor,
        Optional<String> searchKind) {

    public FieldDefinition {
        choices = List.copyOf(choices);
        neededFor = Set.copyOf(neededFor);
    }

    /** Whether {@code purpose}, or a purpose above it, needs this field. */
    public boolean neededFor(Purpose purpose) {
        return neededFor.stream().anyMatch(needed -> purpose.within(needed));
    }

    /** The key of the field's label in the message bundles. */
    public String labelKey() {
        return "field." + category.name().toLowerCase(java.util.Locale.ROOT) + "." + key;
    }
}
