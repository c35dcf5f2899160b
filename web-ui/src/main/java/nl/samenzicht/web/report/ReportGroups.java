package nl.samenzicht.web.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import nl.samenzicht.domain.casefile.FieldDefinition;
import nl.samenzicht.domain.report.ReportBasis;
import nl.samenzicht.domain.report.ReportField;
import nl.samenzicht.domain.report.ReportLevel;
import nl.samenzicht.web.Terms;

/** Which fields of a report stand together, and which a basis leaves out of the form. */
final class ReportGroups {
    private static final Set<String> PERSON = Set.of(
            "ageGroup",
            "minor",
            "birthDateBasis",
            "gender",
            "nationality",
            "countryOfOrigin",
            "languages",
            "interpreter",
            "numberOfChildren");

    private ReportGroups() {}

    /** The fields that this basis can carry, under their headings. */
    static Map<String, List<FieldDefinition>> of(List<ReportField> fields, ReportBasis basis, boolean named) {
        var groups = new LinkedHashMap<String, List<FieldDefinition>>();
        put(groups, "ground", fields, field -> field.key().equals("groundText") && basis == ReportBasis.OTHER_GROUND);
        put(groups, "name", fields, field -> field.level() == ReportLevel.IDENTITY && named);
        put(groups, "person", fields, field -> PERSON.contains(field.key()) && carried(field, basis));
        put(
                groups,
                "exploitation",
                fields,
                field -> !PERSON.contains(field.key())
                        && !Set.of("groundText", "region", "shelterWish").contains(field.key())
                        && (field.level() == ReportLevel.OPEN || field.level() == ReportLevel.GROUND)
                        && carried(field, basis));
        put(groups, "shelter", fields, field -> field.key().equals("shelterWish"));
        put(
                groups,
                "safety",
                fields,
                field -> field.level() == ReportLevel.SAFETY || field.level() == ReportLevel.CARE);
        put(groups, "reporter", fields, field -> field.key().equals("region"));
        return groups;
    }

    private static boolean carried(ReportField field, ReportBasis basis) {
        return field.level() == ReportLevel.OPEN || basis != ReportBasis.ANONYMOUS;
    }

    private static void put(
            Map<String, List<FieldDefinition>> groups,
            String heading,
            List<ReportField> fields,
            Predicate<ReportField> which) {
        var chosen = new ArrayList<FieldDefinition>();
        fields.stream().filter(which).map(ReportField::definition).forEach(chosen::add);
        if (!chosen.isEmpty()) {
            groups.put(Terms.text("report.group." + heading), chosen);
        }
    }
}
