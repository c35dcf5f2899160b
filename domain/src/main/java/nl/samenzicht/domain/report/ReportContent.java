package nl.samenzicht.domain.report;

import jakarta.json.Json;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import nl.samenzicht.domain.casefile.FieldType;
import nl.samenzicht.domain.person.PartialDate;

/**
 * What a report says, by field key and in stored form. Exists in memory only; at rest it is sealed. Equal content has equal
 * bytes, whatever order it was typed in.
 */
public record ReportContent(Map<String, String> values) {

    /** What is left of one that was destroyed. */
    static final ReportContent NOTHING = new ReportContent(Map.of());

    private static final int COMING_OF_AGE = 18;

    /** What an anonymous report may be made of: closed lists. Not a text, a number or a date, however short. */
    private static final Set<FieldType> CLOSED =
            Set.of(FieldType.CHOICE, FieldType.CHOICES, FieldType.YES_NO_UNKNOWN, FieldType.COUNTRY);

    public ReportContent {
        var kept = new TreeMap<String, String>();
        values.forEach((key, value) -> {
            if (value != null && !value.isBlank()) {
                kept.put(key, value.strip());
            }
        });
        values = Collections.unmodifiableMap(new LinkedHashMap<>(kept));
    }

    /** The value of a field. */
    public Optional<String> value(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /**
     * What is left for a report without a ground: fields that are open to all, each with a value out of its closed list. It
     * says what it keeps and never what it drops, so that a field that somebody adds later stays out until it is let in.
     */
    ReportContent anonymous(List<ReportField> fields) {
        return only(
                fields,
                field -> field.level() == ReportLevel.OPEN
                        && CLOSED.contains(field.definition().type()));
    }

    /** The fields that pass, and of closed fields only values that are in their list. */
    ReportContent only(List<ReportField> fields, Predicate<ReportField> pass) {
        var kept = new LinkedHashMap<String, String>();
        for (var field : fields) {
            var value = values.get(field.key());
            if (value != null && pass.test(field) && inList(field, value)) {
                kept.put(field.key(), value);
            }
        }
        return new ReportContent(kept);
    }

    private static boolean inList(ReportField field, String value) {
        return switch (field.definition().type()) {
            case CHOICE -> field.definition().choices().contains(value);
            case CHOICES -> field.definition().choices().containsAll(List.of(value.split(" +")));
            case YES_NO_UNKNOWN -> Set.of("YES", "NO", "UNKNOWN").contains(value);
            case COUNTRY -> value.matches("[A-Z]{2}");
            default -> true;
        };
    }

    /** The keys of the fields that the task cannot do without and that are not filled in. */
    List<String> missing(ReportTask task, List<ReportField> fields, ReportBasis basis, boolean identified) {
        var minor = value("minor").map("YES"::equals).orElse(false);
        return fields.stream()
                .filter(field -> field.requiredFor().contains(task))
                .filter(field -> identified || field.level() != ReportLevel.IDENTITY)
                .filter(field -> !(minor && field.key().equals("means")))
                .map(ReportField::key)
                .filter(key -> !values.containsKey(key))
                .toList();
    }

    /** The content with a coarse age beside, or in place of, a date of birth; what was filled in by hand stays. */
    ReportContent withAge(LocalDate today) {
        var birth = value("birthDate").flatMap(PartialDate::parse);
        if (birth.isEmpty()) {
            return this;
        }
        var added = new LinkedHashMap<>(values);
        added.putIfAbsent("ageGroup", ageGroup(birth.get(), today));
        added.putIfAbsent("minor", minor(birth.get(), today));
        return new ReportContent(added);
    }

    private static String ageGroup(PartialDate birth, LocalDate today) {
        var age = birth.lowestAgeOn(today);
        if (age.isEmpty()) {
            return "UNKNOWN";
        }
        var years = age.getAsInt();
        return years < 12
                ? "UNDER_12"
                : years < 16
                        ? "FROM_12"
                        : years < 18
                                ? "FROM_16"
                                : years < 24 ? "FROM_18" : years < 31 ? "FROM_24" : years < 51 ? "FROM_31" : "FROM_51";
    }

    /** A minor when nobody born then is of age yet, of age when everybody is; else that is to be found out. */
    private static String minor(PartialDate birth, LocalDate today) {
        if (birth.estimated()) {
            return "UNKNOWN";
        }
        if (birth.earliest().plusYears(COMING_OF_AGE).isAfter(today)) {
            return "YES";
        }
        return birth.latest().plusYears(COMING_OF_AGE).isAfter(today) ? "UNKNOWN" : "NO";
    }

    /** The content without some fields. */
    ReportContent without(Collection<String> keys) {
        var left = new LinkedHashMap<>(values);
        left.keySet().removeAll(keys);
        return new ReportContent(left);
    }

    byte[] bytes() {
        var json = Json.createObjectBuilder();
        values.forEach(json::add);
        return json.build().toString().getBytes(StandardCharsets.UTF_8);
    }

    static ReportContent of(byte[] bytes) {
        try (var reader = Json.createReader(new StringReader(new String(bytes, StandardCharsets.UTF_8)))) {
            var values = new LinkedHashMap<String, String>();
            reader.readObject().forEach((key, value) -> values.put(key, ((JsonString) value).getString()));
            return new ReportContent(values);
        }
    }

    /** Says how many values there are, never which. */
    @Override
    public String toString() {
        return "ReportContent[%d values]".formatted(values.size());
    }
}
