package nl.samenzicht.domain.linkage;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import nl.samenzicht.domain.person.CitizenServiceNumber;
import nl.samenzicht.domain.person.PartialDate;

/**
 * One description of a person as it is compared: names in plain words, a date that may be known in part, and numbers.
 * Whatever was not readable, or says that it is unknown, is left out.
 *
 * @param given words of given names
 * @param family words of family names, without prefixes
 * @param others words of other names
 * @param bsn nine digits
 * @param vNumber ten digits
 * @param phone the last nine digits
 */
public record Persona(
        List<String> given,
        List<String> family,
        List<String> others,
        Optional<PartialDate> birthDate,
        Optional<String> bsn,
        Optional<String> vNumber,
        Optional<String> phone) {

    /** A description that says nothing. */
    static final Persona NOBODY = of(Map.of());

    private static final Set<String> NAMES = Set.of("givenNames", "familyName", "aliases");

    public Persona {
        given = List.copyOf(given);
        family = List.copyOf(family);
        others = List.copyOf(others);
        requireNonNull(birthDate, "birth date");
        requireNonNull(bsn, "bsn");
        requireNonNull(vNumber, "v-number");
        requireNonNull(phone, "phone");
    }

    /**
     * Reads the fields of an item, by their keys in the catalogue of fields: {@code givenNames}, {@code familyName},
     * {@code aliases}, {@code birthDate}, {@code vNumber}, {@code bsn}, {@code phone}. Others do not count.
     */
    public static Persona of(Map<String, String> fields) {
        UnaryOperator<String> value = key -> fields.getOrDefault(key, "");
        return new Persona(
                Names.given(value.apply("givenNames")),
                Names.family(value.apply("familyName")),
                Names.others(value.apply("aliases")),
                PartialDate.parse(value.apply("birthDate")),
                CitizenServiceNumber.parse(value.apply("bsn")).map(CitizenServiceNumber::digits),
                digits(value.apply("vNumber")).filter(digits -> digits.length() == 10),
                digits(value.apply("phone"))
                        .filter(digits -> digits.length() >= 9)
                        .map(digits -> digits.substring(digits.length() - 9)));
    }

    private static Optional<String> digits(String written) {
        var digits = written.replaceAll("[^0-9]", "");
        return digits.isEmpty() || digits.chars().distinct().count() == 1 ? Optional.empty() : Optional.of(digits);
    }

    /** The keys of fields that {@link #of} reads and that hold a name. */
    public static Set<String> names() {
        return NAMES;
    }

    /** Whether nothing is left to compare. */
    public boolean isEmpty() {
        return given.isEmpty()
                && family.isEmpty()
                && others.isEmpty()
                && birthDate.isEmpty()
                && bsn.isEmpty()
                && vNumber.isEmpty()
                && phone.isEmpty();
    }

    /** The same description without names and date, to compare numbers alone; or with them, when there are any. */
    boolean hasNames() {
        return !given.isEmpty() || !family.isEmpty() || !others.isEmpty();
    }
}
