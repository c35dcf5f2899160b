package nl.samenzicht.domain.report;

import static org.assertj.core.api.BDDAssertions.then;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.samenzicht.domain.casefile.FieldType;
import nl.samenzicht.security.keys.BlindIndex;
import nl.samenzicht.security.keys.KeyFolder;

/** Whatever a case holds, an anonymous report does not hold it, and does not change with it. */
class AnonymousReportProperties {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final List<ReportField> FIELDS = ReportFields.standard().of(ReportTask.REGISTRATION, TODAY);
    private static final BlindIndex INDEX = new BlindIndex(KeyFolder.inMemory());

    /** A name, a number, a date, an address or a story; never by chance a word of the closed lists. */
    @Provide
    Arbitrary<String> secret() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMinLength(3).ofMaxLength(40).withChars("äëïøβжş漢\u0627\u0628qQ'<>&\"\\"),
                Arbitraries.strings().numeric().ofMinLength(9).ofMaxLength(10),
                Arbitraries.integers()
                        .between(0, 20000)
                        .map(days -> TODAY.minusDays(days).toString()),
                Arbitraries.strings()
                        .ofMinLength(2)
                        .ofMaxLength(12)
                        .withCharRange('a', 'z')
                        .map(name -> "Kwel" + name + "laan 12, 3511 AB Waterdam"));
    }

    private static boolean closed(ReportField field) {
        return switch (field.definition().type()) {
            case CHOICE, CHOICES, YES_NO_UNKNOWN, COUNTRY -> true;
            default -> false;
        };
    }

    private static Map<String, String> openAnswers(int seed) {
        var random = new java.util.Random(seed);
        var answers = new HashMap<String, String>();
        FIELDS.stream().filter(AnonymousReportProperties::closed).forEach(field -> {
            var type = field.definition().type();
            var choices = type == FieldType.YES_NO_UNKNOWN
                    ? List.of("YES", "NO", "UNKNOWN")
                    : type == FieldType.COUNTRY
                            ? List.of("VN", "NL", "XX")
                            : field.definition().choices();
            answers.put(field.key(), choices.get(random.nextInt(choices.size())));
        });
        return answers;
    }

    private static byte[] sent(Map<String, String> typed, String pseudonymOf) {
        return new Envelope.Letter(
                        new UUID(1, 1),
                        MessageKind.REPORT,
                        1,
                        new UUID(1, 2),
                        new UUID(1, 3),
                        ReportTask.REGISTRATION,
                        ReportBasis.ANONYMOUS,
                        "GEM",
                        "Gemeente Waterdam",
                        TODAY,
                        false,
                        INDEX.pseudonyms(new UUID(9, 9), BlindIndex.Kind.V_NUMBER, pseudonymOf),
                        Optional.of(new ReportContent(typed).withAge(TODAY).anonymous(FIELDS)),
                        false)
                .plain();
    }

    @Property(tries = 2000)
    void nothing_that_the_case_holds_is_in_its_bytes(
            @ForAll("secret") String secret, @ForAll("secret") String other, @ForAll int seed) {
        // given: every field that is not a closed list holds a secret, and closed ones hold one as well when they
        // should not
        var typed = new HashMap<>(openAnswers(seed));
        var which = new java.util.Random(seed);
        FIELDS.stream()
                .filter(field -> !closed(field) || which.nextInt(6) == 0)
                .forEach(field -> typed.put(field.key(), which.nextBoolean() ? secret : other));
        typed.put("bsn", secret);
        typed.put("street", other);
        // when
        var bytes = new String(sent(typed, "2990000001"), StandardCharsets.UTF_8);
        // then
        var clean = new String(sent(Map.of(), "2990000001"), StandardCharsets.UTF_8);
        for (var value : List.of(secret, other)) {
            if (!clean.contains(value)) {
                then(bytes).doesNotContain(value);
                then(bytes).doesNotContain(escaped(value));
            }
        }
        then(bytes).doesNotContain("bsn").doesNotContain("street").contains("\"pseudonyms\":[]");
    }

    @Property(tries = 2000)
    void two_cases_that_agree_on_the_closed_lists_give_the_same_bytes(
            @ForAll("secret") String one, @ForAll("secret") String another, @ForAll int seed) {
        // given
        var first = new HashMap<>(openAnswers(seed));
        var second = new HashMap<>(openAnswers(seed));
        FIELDS.stream().filter(field -> !closed(field)).forEach(field -> {
            first.put(field.key(), one);
            second.put(field.key(), another);
        });
        // when, then
        then(sent(first, "2990000001")).isEqualTo(sent(second, "2990000002"));
    }

    @Property(tries = 200)
    void of_a_date_of_birth_only_the_age_group_is_left(@ForAll int seed) {
        // given: two people of 19, born on different days
        var days = new java.util.Random(seed);
        var typed = new HashMap<>(openAnswers(seed));
        typed.remove("ageGroup");
        typed.remove("minor");
        var one = new HashMap<>(typed);
        var other = new HashMap<>(typed);
        one.put(
                "birthDate",
                TODAY.minusYears(20).plusDays(1 + days.nextInt(360)).toString());
        other.put(
                "birthDate",
                TODAY.minusYears(20).plusDays(1 + days.nextInt(360)).toString());
        // when, then
        then(sent(one, "2990000001")).isEqualTo(sent(other, "2990000001"));
        then(new String(sent(one, "2990000001"), StandardCharsets.UTF_8))
                .contains("\"ageGroup\":\"FROM_18\"")
                .contains("\"minor\":\"NO\"");
    }

    private static String escaped(String value) {
        var json = jakarta.json.Json.createValue(value).toString();
        return json.substring(1, json.length() - 1);
    }
}
