package nl.samenzicht.domain.casefile;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import nl.samenzicht.domain.person.CitizenServiceNumber;
import nl.samenzicht.domain.person.PartialDate;
import nl.samenzicht.domain.residence.Route;
import nl.samenzicht.security.policy.DataCategory;

/**
 * Checks what people type against the catalogue and brings it to its stored form.
 *
 * <p>Cheap checks come first: length, then characters, then meaning. Control characters and the marks that turn the
 * direction of text around are refused in one-line fields and removed from longer texts, so that no text can pose as
 * another. Markup is kept as the plain words that it is; screens never interpret it.
 */
public final class ContentCheck {

    private static final int MOST_CHARACTERS = 100_000;
    private static final Pattern V_NUMBER = Pattern.compile("\\d{10}");
    private static final Pattern POSTCODE = Pattern.compile("[1-9]\\d{3}(?!SA|SD|SS)[A-Z]{2}");
    private static final Pattern PHONE = Pattern.compile("\\+?\\d{8,15}");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@.]{2,}");
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,9}(\\.\\d{1,2})?");
    private static final Pattern OWN_KEY = Pattern.compile("[a-zA-Z][a-zA-Z0-9]{0,39}");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Set<String> UNKNOWN_OR_STATELESS = Set.of("XX", "XS");
    private static final Set<String> ANSWERS = Set.of("YES", "NO", "UNKNOWN");

    private ContentCheck() {}

    /**
     * Returns the values in their stored form.
     *
     * @param typed value by field key; blanks are left out
     * @throws ContentNotValid with everything that is wrong at once
     */
    public static ItemContent check(
            FieldCatalogue catalogue, DataCategory category, ItemKind kind, Map<String, String> typed) {
        var errors = new ArrayList<FieldError>();
        var values = new LinkedHashMap<String, String>();
        long characters = typed.values().stream()
                .filter(value -> value != null)
                .mapToLong(String::length)
                .sum();
        if (characters > MOST_CHARACTERS) {
            throw new ContentNotValid(List.of(FieldError.of("", "field.error.too-much", MOST_CHARACTERS)));
        }
        if (kind == ItemKind.NOTE) {
            checkNote(typed, values, errors);
        } else if (kind.hasOwnForm()) {
            checkOwnForm(typed, values, errors);
        } else {
            for (var field : catalogue.of(category)) {
                var value = typed.get(field.key());
                if (value != null && !value.isBlank()) {
                    checkField(field, value.strip(), errors).ifPresent(stored -> values.put(field.key(), stored));
                }
            }
            typed.keySet().stream()
                    .filter(key -> catalogue.field(category, key).isEmpty())
                    .forEach(key -> errors.add(FieldError.of(key, "field.error.unknown-field")));
            if (category == DataCategory.RESIDENCE && errors.isEmpty()) {
                Route.of(values)
                        .faults()
                        .forEach(fault ->
                                errors.add(new FieldError(fault.field(), fault.messageKey(), fault.arguments())));
            }
        }
        if (errors.isEmpty() && values.isEmpty()) {
            errors.add(FieldError.of("", "field.error.nothing-filled"));
        }
        if (!errors.isEmpty()) {
            throw new ContentNotValid(errors);
        }
        return new ItemContent(values);
    }

    /**
     * Returns what was typed so far as it is, for a draft: only its size is bounded.
     *
     * @throws ContentNotValid when it is too much to keep
     */
    public static ItemContent asTyped(Map<String, String> typed) {
        var errors = new ArrayList<FieldError>();
        var values = new LinkedHashMap<String, String>();
        checkOwnForm(typed, values, errors);
        if (values.values().stream().mapToLong(String::length).sum() > MOST_CHARACTERS) {
            errors.add(FieldError.of("", "field.error.too-much", MOST_CHARACTERS));
        }
        if (!errors.isEmpty()) {
            throw new ContentNotValid(errors);
        }
        return new ItemContent(values);
    }

    /**
     * Returns values in their stored form, checked against some fields rather than a category; nothing filled in is allowed.
     *
     * @throws ContentNotValid with everything that is wrong at once
     */
    public static Map<String, String> check(List<FieldDefinition> fields, Map<String, String> typed) {
        var errors = new ArrayList<FieldError>();
        var values = new LinkedHashMap<String, String>();
        for (var field : fields) {
            var value = typed.get(field.key());
            if (value != null && !value.isBlank()) {
                checkField(field, value.strip(), errors).ifPresent(stored -> values.put(field.key(), stored));
            }
        }
        var known = fields.stream().map(FieldDefinition::key).toList();
        typed.keySet().stream()
                .filter(key -> !known.contains(key))
                .forEach(key -> errors.add(FieldError.of(key, "field.error.unknown-field")));
        if (!errors.isEmpty()) {
            throw new ContentNotValid(errors);
        }
        return values;
    }

    /** What it means is checked by whoever keeps the form; here only that it is text of a bearable size. */
    private static void checkOwnForm(Map<String, String> typed, Map<String, String> values, List<FieldError> errors) {
        typed.forEach((key, value) -> {
            if (!OWN_KEY.matcher(key).matches()) {
                errors.add(FieldError.of(key, "field.error.unknown-field"));
            } else if (value != null && value.length() > FieldType.LONG_TEXT.longest()) {
                errors.add(FieldError.of(key, "field.error.too-long", FieldType.LONG_TEXT.longest()));
            } else if (value != null && !value.isBlank()) {
                values.put(key, cleaned(value));
            }
        });
    }

    private static void checkNote(Map<String, String> typed, Map<String, String> values, List<FieldError> errors) {
        var day = typed.getOrDefault(ItemContent.NOTE_DATE, "");
        date(day)
                .ifPresentOrElse(
                        stored -> values.put(ItemContent.NOTE_DATE, stored),
                        () -> errors.add(FieldError.of(ItemContent.NOTE_DATE, "field.error.date")));
        var text = cleaned(typed.getOrDefault(ItemContent.NOTE_TEXT, ""));
        if (text.isBlank()) {
            errors.add(FieldError.of(ItemContent.NOTE_TEXT, "field.error.note-empty"));
        } else if (text.length() > FieldType.LONG_TEXT.longest()) {
            errors.add(FieldError.of(ItemContent.NOTE_TEXT, "field.error.too-long", FieldType.LONG_TEXT.longest()));
        } else {
            values.put(ItemContent.NOTE_TEXT, text);
        }
    }

    /** Checks one value; adds to {@code errors} and returns empty when it is not valid. */
    static Optional<String> checkField(FieldDefinition field, String value, List<FieldError> errors) {
        if (value.length() > field.type().longest()) {
            errors.add(FieldError.of(
                    field.key(), "field.error.too-long", field.type().longest()));
            return Optional.empty();
        }
        if (field.type() != FieldType.LONG_TEXT && hasControlOrDirectionMark(value)) {
            errors.add(FieldError.of(field.key(), "field.error.control-characters"));
            return Optional.empty();
        }
        var stored = stored(field, value);
        if (stored.isEmpty()) {
            errors.add(FieldError.of(
                    field.key(),
                    "field.error."
                            + field.type().name().toLowerCase(Locale.ROOT).replace('_', '-')));
        }
        return stored;
    }

    private static Optional<String> stored(FieldDefinition field, String value) {
        var upper = value.toUpperCase(Locale.ROOT);
        return switch (field.type()) {
            case TEXT -> Optional.of(value);
            case LONG_TEXT -> Optional.of(cleaned(value));
            case PARTIAL_DATE -> PartialDate.parse(value).map(PartialDate::written);
            case DATE -> date(value);
            case BSN -> CitizenServiceNumber.parse(value).map(CitizenServiceNumber::digits);
            case V_NUMBER -> matching(V_NUMBER, value.replaceAll("[ .\\-]", ""));
            case COUNTRY ->
                Optional.of(upper).filter(code -> COUNTRIES.contains(code) || UNKNOWN_OR_STATELESS.contains(code));
            case LANGUAGE -> Optional.of(value.toLowerCase(Locale.ROOT)).filter(LANGUAGES::contains);
            case MUNICIPALITY -> Municipalities.standard().codeOf(value);
            case POSTCODE -> matching(POSTCODE, upper.replace(" ", ""));
            case PHONE -> matching(PHONE, value.replaceAll("[ ().\\-]", ""));
            case EMAIL -> matching(EMAIL, value);
            case NUMBER -> matching(Pattern.compile("\\d{1,5}"), value);
            case AMOUNT -> matching(AMOUNT, value.replace("€", "").strip().replace(',', '.'));
            case CHOICE -> Optional.of(upper).filter(field.choices()::contains);
            case CHOICES ->
                Optional.of(upper)
                        .filter(chosen -> Arrays.stream(chosen.split(" +")).allMatch(field.choices()::contains));
            case YES_NO_UNKNOWN -> Optional.of(upper).filter(ANSWERS::contains);
        };
    }

    private static Optional<String> matching(Pattern pattern, String value) {
        return Optional.of(value).filter(text -> pattern.matcher(text).matches());
    }

    private static Optional<String> date(String value) {
        Function<String, Optional<String>> iso = text -> {
            try {
                return Optional.of(LocalDate.parse(text).toString());
            } catch (DateTimeParseException notADate) {
                return Optional.empty();
            }
        };
        return iso.apply(value)
                .or(() -> PartialDate.parse(value)
                        .filter(date -> date.day() != 0 && !date.estimated())
                        .map(PartialDate::written));
    }

    private static boolean hasControlOrDirectionMark(String value) {
        return value.codePoints().anyMatch(c -> Character.isISOControl(c) || turnsDirection(c));
    }

    private static boolean turnsDirection(int c) {
        return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }

    private static String cleaned(String text) {
        var kept = new StringBuilder(text.length());
        text.replace("\r\n", "\n")
                .codePoints()
                .filter(c -> c == '\n' || c == '\t' || !(Character.isISOControl(c) || turnsDirection(c)))
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
