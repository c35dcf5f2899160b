package nl.samenzicht.web.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Purpose;

/** Reads what stands in an address or a body; what cannot be read is said with what could have stood there. */
final class Asked {

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    private Asked() {}

    /** The purpose, by its code such as {@code D2} or its name such as {@code SUPPORT}. */
    static Purpose purpose(String given) {
        if (given == null || given.isBlank()) {
            throw new UnreadableQuestion("purpose-required", "api.purpose.required");
        }
        return Arrays.stream(Purpose.values())
                .filter(purpose ->
                        purpose.code().equals(given) || purpose.name().equals(given))
                .findFirst()
                .orElseThrow(() -> new UnreadableQuestion("purpose-unknown", "api.purpose.unknown"));
    }

    /** The category of content, by its code such as {@code GEZ} or its name such as {@code HEALTH}. */
    static DataCategory category(String given) {
        return Arrays.stream(DataCategory.values())
                .filter(DataCategory::isContent)
                .filter(category ->
                        category.code().equals(given) || category.name().equals(given))
                .findFirst()
                .orElseThrow(() -> new UnreadableQuestion("category-unknown", "api.category.unknown"));
    }

    static CaseFileId caseFile(String given) {
        return new CaseFileId(id(given));
    }

    static UUID id(String given) {
        try {
            return UUID.fromString(given);
        } catch (IllegalArgumentException | NullPointerException noId) {
            throw new UnreadableQuestion("id-unreadable", "api.id.unreadable");
        }
    }

    static <E extends Enum<E>> E code(Class<E> type, String given) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().equals(given))
                .findFirst()
                .orElseThrow(() -> new UnreadableQuestion(
                        "code-unknown", "api.code.unknown", Arrays.toString(type.getEnumConstants())));
    }

    static <E extends Enum<E>> Optional<E> optionalCode(Class<E> type, String given) {
        return given == null || given.isBlank() ? Optional.empty() : Optional.of(code(type, given));
    }

    /** The first instant after a last day in Amsterdam. */
    static Instant through(String lastDay) {
        return day(lastDay).plusDays(1).atStartOfDay(AMSTERDAM).toInstant();
    }

    static LocalDate day(String given) {
        try {
            return LocalDate.parse(given == null ? "" : given);
        } catch (DateTimeParseException noDay) {
            throw new UnreadableQuestion("day-unreadable", "api.day.unreadable");
        }
    }

    static <T> T required(T given, String name) {
        if (given == null || (given instanceof String text && text.isBlank())) {
            throw new UnreadableQuestion("value-required", "api.value.required", name);
        }
        return given;
    }

    static int between(int least, int given, int most) {
        return Math.max(least, Math.min(given, most));
    }
}
