package nl.samenzicht.web.content;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import nl.samenzicht.domain.casefile.FieldCatalogue;
import nl.samenzicht.domain.casefile.FieldDefinition;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.web.Terms;

/** Which fields of a large category stand together under a heading, in reading and in filling in. */
final class FieldGroups {
    private record Named(String name, List<String> fields) {}

    private static final Map<DataCategory, List<Named>> GROUPS = Map.of(
            DataCategory.IDENTITY,
            List.of(
                    group("name", "givenNames", "familyNamePrefix", "familyName", "aliases"),
                    group("birth", "birthDate", "birthDateBasis", "gender"),
                    group("origin", "nationality", "countryOfOrigin", "languages", "interpreter", "vNumber")),
            DataCategory.CONTACT,
            List.of(
                    group("reach", "phone", "email", "safeToCall", "safeTimes", "trustedPerson"),
                    group("home", "street", "postcode", "municipality")),
            DataCategory.SIGNAL,
            List.of(
                    group("observation", "observed", "observation", "observedOn", "source", "seenIn", "minor"),
                    group(
                            "exploitation",
                            "exploited",
                            "exploitation",
                            "act",
                            "means",
                            "borderHelp",
                            "placeOfExploitation",
                            "countryOfExploitation"),
                    group(
                            "recruitment",
                            "firstContact",
                            "platform",
                            "daysToExploitation",
                            "relationUsed",
                            "imageBlackmail")),
            DataCategory.RESIDENCE,
            List.of(
                    group("status", "status", "permitFrom", "permitUntil", "lawyer"),
                    group(
                            "reflection",
                            "reflectionGround",
                            "reflectionFrom",
                            "reflectionUntil",
                            "reflectionEndedOn",
                            "reflectionEndedBy"),
                    group("route", "routeAnswer", "routeAnswerOn", "m55On", "routeSequel", "routeSequelOn")),
            DataCategory.RISK,
            List.of(
                    group("weighing", "tool", "level", "threats", "protectiveFactors"),
                    group("agreements", "agreements", "codeWord", "callFirst")));

    private FieldGroups() {}

    private static Named group(String name, String... fields) {
        return new Named(name, List.of(fields));
    }

    /**
     * Some fields under one heading.
     *
     * @param heading empty for a category whose fields need none
     */
    record Group(String heading, List<FieldDefinition> fields) {}

    /** The fields of a category in groups; each field is in exactly one, also a field that no group names. */
    static List<Group> of(DataCategory category) {
        var left = new LinkedHashSet<>(FieldCatalogue.standard().of(category));
        var groups = new ArrayList<Group>();
        for (var named : GROUPS.getOrDefault(category, List.of())) {
            var fields = named.fields().stream()
                    .map(key -> FieldCatalogue.standard()
                            .field(category, key)
                            .orElseThrow(() ->
                                    new IllegalStateException("Group '%s' of %s names '%s', which is no field of it"
                                            .formatted(named.name(), category, key))))
                    .toList();
            left.removeAll(fields);
            groups.add(new Group(Terms.text("section.group." + named.name()), fields));
        }
        if (!left.isEmpty()) {
            groups.add(new Group("", List.copyOf(left)));
        }
        return groups;
    }
}
