package nl.samenzicht.web;

import com.vaadin.flow.component.UI;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.samenzicht.security.policy.Rule;

/**
 * Values of the field in the words of whoever looks at this page: names of codes, days and times. Days are Amsterdam days.
 */
public final class Terms {
    /** Where the days of the product begin and end. */
    public static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    private static final Words WORDS = new Words();

    /** The language of what this thread writes now, when it is not that of the page. */
    private static final ThreadLocal<Locale> SPOKEN = new ThreadLocal<>();

    private Terms() {}

    /** Something that is written. */
    @FunctionalInterface
    public interface Writing {
        void write() throws IOException;
    }

    /** Writes something in a language that may be another than that of the page, such as a paper for somebody else. */
    public static void in(Locale language, Writing writing) throws IOException {
        var before = SPOKEN.get();
        SPOKEN.set(language);
        try {
            writing.write();
        } finally {
            if (before == null) {
                SPOKEN.remove();
            } else {
                SPOKEN.set(before);
            }
        }
    }

    /** Returns the language and customs of whoever looks, or of what is being written; Dutch outside a page. */
    public static Locale locale() {
        var spoken = SPOKEN.get();
        if (spoken != null) {
            return spoken;
        }
        return Optional.ofNullable(UI.getCurrent()).map(UI::getLocale).orElse(Words.DUTCH);
    }

    /** Returns the text with this key. */
    public static String text(String key, Object... arguments) {
        return WORDS.getTranslation(key, locale(), arguments);
    }

    /** What somebody once wrote, or that it was destroyed with the data it told of. */
    public static String kept(String written) {
        return written.isBlank() ? text("retention.words-destroyed") : written;
    }

    /** What somebody once wrote, in quotation marks, or that it was destroyed with the data it told of. */
    public static String quoted(String written) {
        return written.isBlank() ? kept(written) : text("emergencies.reason.quote", written);
    }

    /** Whether there is a text with this key. */
    public static boolean has(String key) {
        return Words.bundle(locale()).containsKey(key);
    }

    /**
     * Returns the name of a code, such as {@code case-status.OPEN}: the type's name in lower case with hyphens, and the
     * constant. {@code DataCategory} is called {@code category}, {@code InvalidEntry.Why} {@code entry-error}.
     */
    public static String of(Enum<?> code) {
        return text(kind(code.getDeclaringClass().getSimpleName()) + "." + code.name());
    }

    /** Returns what a rule says in its own words, in the reader's language. */
    public static String of(Rule rule) {
        return "en".equals(locale().getLanguage())
                ? rule.citation().en()
                : rule.citation().nl();
    }

    /** Returns the names of several codes, in the order of the codes, with commas between them. */
    public static String of(Collection<? extends Enum<?>> codes) {
        return codes.stream()
                .sorted((a, b) -> Integer.compare(a.ordinal(), b.ordinal()))
                .map(Terms::of)
                .collect(Collectors.joining(", "));
    }

    private static String kind(String type) {
        return switch (type) {
            case "DataCategory" -> "category";
            case "Why" -> "entry-error";
            default -> type.replaceAll("(?<!^)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        };
    }

    /** Returns a day, such as '1 maart 2027'. */
    public static String day(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy", locale()).format(day);
    }

    /** Returns the day in Amsterdam on which this instant falls. */
    public static String day(Instant at) {
        return day(LocalDate.ofInstant(at, AMSTERDAM));
    }

    /** Returns a month, such as 'maart 2027'. */
    public static String month(YearMonth month) {
        return DateTimeFormatter.ofPattern("MMMM yyyy", locale()).format(month);
    }

    /** Returns the last day on which something holds of which {@code until} is the first instant after it. */
    public static String lastDay(Instant until) {
        return day(lastDate(until));
    }

    /** The last day on which something holds of which {@code until} is the first instant after it. */
    public static LocalDate lastDate(Instant until) {
        return LocalDate.ofInstant(until.minusNanos(1), AMSTERDAM);
    }

    /** The first instant after this day in Amsterdam: how 'tot en met' is stored. */
    public static Instant through(LocalDate lastDay) {
        return lastDay.plusDays(1).atStartOfDay(AMSTERDAM).toInstant();
    }

    /** Returns a day and a time in minutes. */
    public static String moment(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale())
                .format(at.atZone(AMSTERDAM));
    }

    /** Returns a time in minutes, such as '14:05'. */
    public static String time(Instant at) {
        return DateTimeFormatter.ofPattern("HH:mm", locale()).format(at.atZone(AMSTERDAM));
    }
}
