package nl.samenzicht.domain.breach;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toCollection;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.samenzicht.domain.store.CodeSet;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.ledger.EntryCode;
import nl.samenzicht.security.policy.DataCategory;

/** What is sealed of a breach, as bytes: JSON objects. */
final class BreachText {
    private BreachText() {}

    /** The words of an account. */
    record Words(String what, String consequences, String measures, String contact) {}

    static byte[] of(Account account) {
        return bytes(Json.createObjectBuilder()
                .add("what", account.what())
                .add("consequences", account.consequences())
                .add("measures", account.measures())
                .add("contact", account.contact())
                .build());
    }

    static Words words(byte[] text) {
        var json = read(text);
        return new Words(
                json.getString("what"),
                json.getString("consequences"),
                json.getString("measures"),
                json.getString("contact"));
    }

    static byte[] of(AffectedQuestion asked, Affected found) {
        var question = Json.createObjectBuilder().add("lines", array(asked.lines()));
        asked.professional()
                .ifPresent(id -> question.add("professional", id.value().toString()));
        asked.caseNumber().ifPresent(number -> question.add("case", number));
        asked.from().ifPresent(at -> question.add("from", at.toString()));
        asked.until().ifPresent(at -> question.add("until", at.toString()));
        return bytes(Json.createObjectBuilder()
                .add("question", question)
                .add("lines", found.lines())
                .add("persons", found.persons())
                .add("records", found.records())
                .add("cases", array(found.caseNumbers()))
                .add("categories", CodeSet.text(found.categories()))
                .add(
                        "others",
                        array(found.others().stream()
                                .map(AgencyId::value)
                                .sorted()
                                .toList()))
                .build());
    }

    static AffectedQuestion question(byte[] text) {
        var question = read(text).getJsonObject("question");
        return new AffectedQuestion(
                said(question, "professional").map(id -> new ProfessionalId(UUID.fromString(id))),
                said(question, "case"),
                said(question, "from").map(Instant::parse),
                said(question, "until").map(Instant::parse),
                strings(question.getJsonArray("lines")).stream()
                        .map(EntryCode::new)
                        .collect(toCollection(LinkedHashSet::new)));
    }

    static Affected affected(byte[] text) {
        var json = read(text);
        return new Affected(
                json.getInt("lines"),
                json.getInt("persons"),
                json.getInt("records"),
                strings(json.getJsonArray("cases")),
                CodeSet.of(DataCategory.class, json.getString("categories")),
                Set.copyOf(strings(json.getJsonArray("others")).stream()
                        .map(id -> new AgencyId(UUID.fromString(id)))
                        .toList()));
    }

    private static Optional<String> said(JsonObject json, String key) {
        return Optional.ofNullable(json.getString(key, null));
    }

    private static JsonArrayBuilder array(Collection<?> values) {
        var array = Json.createArrayBuilder();
        values.forEach(value -> array.add(value instanceof EntryCode code ? code.value() : value.toString()));
        return array;
    }

    private static List<String> strings(JsonArray array) {
        return array.getValuesAs(JsonString::getString);
    }

    private static byte[] bytes(JsonObject json) {
        return json.toString().getBytes(UTF_8);
    }

    private static JsonObject read(byte[] text) {
        try (var reader = Json.createReader(new ByteArrayInputStream(text))) {
            return reader.readObject();
        }
    }
}
