package nl.samenzicht.domain.linkage;

import static org.assertj.core.api.BDDAssertions.then;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.samenzicht.security.keys.KeyFolder;
import nl.samenzicht.security.keys.LinkageKey;
import nl.samenzicht.security.keys.LinkageKeys;

class LinkagePropertiesTest {

    private final LinkageKey key = new LinkageKeys(KeyFolder.inMemory()).current();
    private final LinkageKey other = new LinkageKeys(KeyFolder.inMemory()).current();
    private final Weights weights = Weights.standard();

    @Property
    void plain_letters_stay_as_they_are(@ForAll String text) {
        var once = Latin.of(text);
        then(Latin.of(once)).isEqualTo(once);
    }

    @Property
    void what_was_made_ready_to_compare_stays_as_it_is(@ForAll("people") Map<String, String> fields) {
        var once = Persona.of(fields);
        var again = new HashMap<>(fields);
        again.put("givenNames", String.join(" ", once.given()));
        then(Persona.of(again).given()).startsWith(once.given().toArray(String[]::new));
    }

    @Property(tries = 300)
    void a_description_is_known_by_itself(@ForAll("people") Map<String, String> fields) {
        var persona = Persona.of(fields);
        var comparison = PersonRecord.compare(new Digest(persona), PersonRecord.of(new Digest(persona), key), key);
        then(comparison.given().level()).isEqualTo(persona.given().isEmpty() ? NameLevel.UNKNOWN : NameLevel.SAME);
        then(comparison.family().level()).isEqualTo(persona.family().isEmpty() ? NameLevel.UNKNOWN : NameLevel.SAME);
        then(comparison.bsn()).isEqualTo(persona.bsn().isEmpty() ? NumberLevel.UNKNOWN : NumberLevel.SAME);
        then(tokens(persona, key)).isEqualTo(tokens(persona, key));
    }

    @Property(tries = 300)
    void the_same_person_is_written_down_otherwise_each_time(@ForAll("people") Map<String, String> fields) {
        var digest = new Digest(Persona.of(fields));
        then(PersonRecord.of(digest, key)).hasSize(PersonRecord.LENGTH).isNotEqualTo(PersonRecord.of(digest, key));
    }

    @Property(tries = 300)
    void another_key_changes_everything(@ForAll("people") Map<String, String> fields) {
        var persona = Persona.of(fields);
        then(tokens(persona, key))
                .doesNotContainAnyElementsOf(tokens(persona, other).isEmpty() ? Set.of(0L) : tokens(persona, other));
        var comparison = PersonRecord.compare(new Digest(persona), PersonRecord.of(new Digest(persona), key), other);
        then(comparison.given().level()).isNotIn(NameLevel.SAME, NameLevel.PART);
        then(comparison.date()).isNotIn(DateLevel.SAME, DateLevel.SWAPPED);
    }

    @Property(tries = 300)
    void nobody_is_found_by_one_thing_that_many_have(@ForAll("people") Map<String, String> fields) {
        for (var field : List.of("givenNames", "familyName", "birthDate")) {
            var alone = Persona.of(Map.of(field, fields.getOrDefault(field, "").split("[ -]", 2)[0]));
            if (field.equals("birthDate")) {
                alone = Persona.of(Map.of(field, fields.getOrDefault(field, "")));
            }
            then(Blocking.of(alone, weights.frequencies())).isEmpty();
        }
    }

    private Set<Long> tokens(Persona persona, LinkageKey by) {
        return new HashSet<>(Blocking.of(persona, weights.frequencies()).stream()
                .flatMap(compound -> compound.all().stream())
                .map(by::token)
                .collect(Collectors.toSet()));
    }

    @Provide
    Arbitrary<Map<String, String>> people() {
        var names = Arbitraries.of(
                "Noor",
                "Jan",
                "محمد",
                "Мария",
                "Ελένη",
                "Anna Maria",
                "J.",
                "Onbekend",
                "",
                "Zoë",
                "Nguyễn Văn",
                "o'Neil",
                "😀",
                "İlkay");
        var families = Arbitraries.of(
                "van der Berg",
                "de Jong",
                "Vandenberg",
                "Jansen-de Vries",
                "El Amrani",
                "Шевченко",
                "Onbekend",
                "",
                "'t Hart");
        var dates = Arbitraries.of("1985-05-17", "1985", "~1990-03", "", "onbekend", "2001-01-01");
        var bsns = Arbitraries.of("", "999990019", "123");
        return Combinators.combine(names, families, dates, bsns)
                .as((given, family, date, bsn) ->
                        Map.of("givenNames", given, "familyName", family, "birthDate", date, "bsn", bsn));
    }
}
