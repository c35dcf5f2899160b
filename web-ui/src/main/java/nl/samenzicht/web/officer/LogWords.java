package nl.samenzicht.web.officer;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenzicht.domain.officer.LogLine;
import nl.samenzicht.security.directory.AgencyCard;
import nl.samenzicht.security.ledger.Outcome;
import nl.samenzicht.security.policy.Purpose;
import nl.samenzicht.web.Words;

/** Puts the codes of the log into words, in one language. */
public final class LogWords {
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    private final Locale locale;
    private final Words words = new Words();
    private final DateTimeFormatter day;
    private final DateTimeFormatter second =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(AMSTERDAM);
    private final DateTimeFormatter dayAndMinute;

    /** Words in this language. */
    public LogWords(Locale locale) {
        this.locale = locale;
        day = DateTimeFormatter.ofPattern("d MMM yyyy", locale).withZone(AMSTERDAM);
        dayAndMinute = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(AMSTERDAM);
    }

    Locale locale() {
        return locale;
    }

    String text(String key, Object... arguments) {
        return words.getTranslation(key, locale, arguments);
    }

    /** The word for a code; the code itself when it is from before or after our words. */
    private String coded(String kind, String code) {
        var key = kind + "." + code;
        return Words.bundle(locale).containsKey(key) ? Words.bundle(locale).getString(key) : code;
    }

    /** The word for a code of one kind, or else of another. */
    String coded(String kind, String otherKind, String code) {
        return Words.bundle(locale).containsKey(kind + "." + code) ? coded(kind, code) : coded(otherKind, code);
    }

    String day(Instant at) {
        return day.format(at);
    }

    String day(LocalDate date) {
        return day.format(date);
    }

    String time(Instant at) {
        return second.format(at);
    }

    String moment(Instant at) {
        return dayAndMinute.format(at);
    }

    String function(String code) {
        return coded("function", code);
    }

    String purpose(String code) {
        return coded("purpose", code);
    }

    String category(String code) {
        return coded("category", code);
    }

    String action(String code) {
        return coded("log.action", code);
    }

    String outcome(Outcome outcome) {
        return coded("log.outcome", outcome.name());
    }

    String reason(String code) {
        return coded("log.reason", code);
    }

    String ground(String code) {
        return coded("ground", code);
    }

    String job(String code) {
        return coded("log.job", code);
    }

    /** Who did it: the name, or what may be said in its place. */
    String who(LogLine line) {
        return line.who()
                .or(() -> line.job().map(this::job))
                .orElseGet(() -> text(line.agency().isPresent() ? "log.who.withheld" : "log.who.unknown"));
    }

    /** The function and the organisation. */
    String where(LogLine line) {
        return Stream.concat(line.function().map(this::function).stream(), line.agency().map(AgencyCard::name).stream())
                .collect(Collectors.joining(", "));
    }

    /** What was done, or tried; the second half of the sentence that begins with who. */
    String did(LogLine line) {
        var action = line.event().action();
        var refused = line.event().outcome() == Outcome.REFUSED;
        var key = (refused ? "log.tried." : "log.did.") + action;
        if (Words.bundle(locale).containsKey(key)) {
            return Words.bundle(locale).getString(key);
        }
        return text(refused ? "log.tried.other" : "log.did.other", action);
    }

    /** The code of a purpose as the purpose's colour goes by. */
    static String purposeColour(String purpose) {
        try {
            var code = Purpose.valueOf(purpose).code();
            int dot = code.indexOf('.');
            return dot < 0 ? code : code.substring(0, dot);
        } catch (IllegalArgumentException unknown) {
            return "";
        }
    }
}
