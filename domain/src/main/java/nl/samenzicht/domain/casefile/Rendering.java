package nl.samenzicht.domain.casefile;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Set;
import java.util.stream.Collectors;
import nl.samenzicht.domain.person.CitizenServiceNumber;
import nl.samenzicht.security.policy.Obligation;

/**
 * Brings content to the form in which somebody may see it: fields that a share leaves out, and what the rules oblige to.
 *
 * <p>The one place where this happens: opening a section, the preview of a share and an export all pass here, so a preview
 * cannot show more or less than the recipient will get.
 */
final class Rendering {

    private static final Set<String> NAMES = Set.of("givenNames", "familyName", "aliases", "name");
    private static final String CARE_NEEDS = "careNeeds";
    private static final String AGREEMENTS = "agreements";

    private Rendering() {}

    static ItemContent render(ItemContent content, Set<String> withheld, Set<Obligation> obligations) {
        var values = new LinkedHashMap<>(content.values());
        values.keySet().removeAll(withheld);
        if (obligations.contains(Obligation.CARE_NEEDS_ONLY)) {
            values.keySet().retainAll(Set.of(CARE_NEEDS));
        }
        if (obligations.contains(Obligation.AGREED_ACTIONS_ONLY)) {
            values.keySet().retainAll(Set.of(AGREEMENTS, "goal", "actions"));
        }
        if (obligations.contains(Obligation.INITIALS_ONLY)) {
            values.replaceAll((key, value) -> NAMES.contains(key) ? initials(value) : value);
            values.keySet().retainAll(Set.of("givenNames", "familyName", "gender"));
        }
        if (obligations.contains(Obligation.MASK_BSN)) {
            values.replaceAll((key, value) -> "bsn".equals(key)
                    ? CitizenServiceNumber.parse(value)
                            .map(CitizenServiceNumber::masked)
                            .orElse("•••••••••")
                    : value);
        }
        return new ItemContent(values);
    }

    private static String initials(String name) {
        return Arrays.stream(name.strip().split("\\s+"))
                .map(part -> part.substring(0, part.offsetByCodePoints(0, 1)) + ".")
                .collect(Collectors.joining(" "));
    }
}
