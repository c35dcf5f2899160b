package nl.samenzicht.web.content;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenzicht.domain.casefile.FieldCatalogue;
import nl.samenzicht.domain.casefile.FieldDefinition;
import nl.samenzicht.domain.casefile.FieldType;
import nl.samenzicht.domain.casefile.ItemContent;
import nl.samenzicht.domain.casefile.Municipalities;
import nl.samenzicht.domain.casefile.Municipalities.Municipality;
import nl.samenzicht.domain.person.PartialDate;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.web.Terms;
import nl.samenzicht.web.Words;

/** Names of fields and stored values, in the language of whoever looks. */
public final class FieldWords {
    /** The code for a country that is not known. */
    static final String COUNTRY_UNKNOWN = "XX";

    /** The code for somebody without a nationality. */
    static final String STATELESS = "XS";

    private static final Currency EURO = Currency.getInstance("EUR");

    private FieldWords() {}

    /** Returns the name of a field of a category, or of a part of a note. */
    public static String label(DataCategory category, String key) {
        return FieldCatalogue.standard()
                .field(category, key)
                .map(field -> Terms.text(field.labelKey()))
                .orElseGet(() -> Terms.text("field.note." + key));
    }

    /** Returns whether {@link #label} has a name for this key. */
    public static boolean knows(DataCategory category, String key) {
        return FieldCatalogue.standard().field(category, key).isPresent()
                || Words.bundle(Terms.locale()).containsKey("field.note." + key);
    }

    /** Returns a stored value as people read it. */
    public static String value(DataCategory category, String key, String stored) {
        if (ItemContent.NOTE_DATE.equals(key)) {
            return day(stored);
        }
        return FieldCatalogue.standard()
                .field(category, key)
                .map(field -> value(field, stored))
                .orElse(stored);
    }

    /** Returns a stored value of a field as people read it. */
    public static String value(FieldDefinition field, String stored) {
        return switch (field.type()) {
            case PARTIAL_DATE ->
                PartialDate.parse(stored).map(FieldWords::partial).orElse(stored);
            case DATE -> day(stored);
            case COUNTRY -> country(stored);
            case LANGUAGE -> language(stored);
            case MUNICIPALITY ->
                Municipalities.standard()
                        .withCode(stored)
                        .map(Municipality::name)
                        .orElse(stored);
            case POSTCODE -> stored.length() == 6 ? stored.substring(0, 4) + " " + stored.substring(4) : stored;
            case AMOUNT -> amount(stored);
            case CHOICE, CHOICES, YES_NO_UNKNOWN ->
                inOrder(field, stored).map(code -> choice(field, code)).collect(Collectors.joining(", "));
            default -> stored;
        };
    }

    /** Returns whether two stored values say the same: the order of choices that were ticked means nothing. */
    static boolean same(DataCategory category, String key, String one, String other) {
        return inOrder(category, key, one).equals(inOrder(category, key, other));
    }

    private static String inOrder(DataCategory category, String key, String stored) {
        return FieldCatalogue.standard()
                .field(category, key)
                .filter(field -> field.type() == FieldType.CHOICES)
                .map(field -> inOrder(field, stored).collect(Collectors.joining(" ")))
                .orElse(stored);
    }

    private static Stream<String> inOrder(FieldDefinition field, String stored) {
        return Arrays.stream(stored.split(" +")).sorted(Comparator.comparingInt(field.choices()::indexOf));
    }

    /** Returns the name of one of the choices of a field. */
    public static String choice(FieldDefinition field, String code) {
        return Terms.text(
                field.type() == FieldType.YES_NO_UNKNOWN
                        ? "choice.answer." + code
                        : "choice." + field.key() + "." + code);
    }

    /** Returns the name of a country by its ISO code; {@code XX} is unknown and {@code XS} stateless. */
    public static String country(String code) {
        return switch (code) {
            case COUNTRY_UNKNOWN, STATELESS -> Terms.text("choice.country." + code);
            default -> new Locale("", code).getDisplayCountry(Terms.locale());
        };
    }

    /** Returns the name of a language by its ISO code. */
    public static String language(String code) {
        return new Locale(code).getDisplayLanguage(Terms.locale());
    }

    private static String day(String iso) {
        try {
            return Terms.day(LocalDate.parse(iso));
        } catch (DateTimeParseException notADay) {
            return iso;
        }
    }

    /** Returns a date of which parts may be missing, such as 'mei 2008' or 'circa 1999'. */
    public static String partial(PartialDate date) {
        String known;
        if (date.day() != 0) {
            known = Terms.day(date.earliest());
        } else if (date.month() != 0) {
            known = Month.of(date.month()).getDisplayName(TextStyle.FULL, Terms.locale()) + " " + date.year();
        } else {
            known = Integer.toString(date.year());
        }
        return date.estimated() ? Terms.text("field.partial-date.estimated", known) : known;
    }

    private static String amount(String stored) {
        var format = NumberFormat.getCurrencyInstance(Terms.locale());
        format.setCurrency(EURO);
        try {
            return format.format(new java.math.BigDecimal(stored));
        } catch (NumberFormatException notANumber) {
            return stored;
        }
    }
}
