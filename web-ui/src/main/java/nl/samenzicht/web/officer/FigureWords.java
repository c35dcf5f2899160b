package nl.samenzicht.web.officer;

import java.util.Locale;

/** Puts figures from the log into words, in one language. */
public final class FigureWords {
    private final LogWords words;

    /** Words in this language. */
    public FigureWords(Locale locale) {
        words = new LogWords(locale);
    }

    /** The language. */
    public Locale locale() {
        return words.locale();
    }

    /** A text of ours. */
    public String text(String key, Object... arguments) {
        return words.text(key, arguments);
    }

    /** What a table counts. */
    public String table(String table) {
        return words.text("figures.table." + table);
    }

    /** What a row of a table counts. */
    public String row(String table, String code) {
        if (code.isEmpty()) {
            return words.text("figures.unknown");
        }
        return switch (table) {
            case "ACCESSES", "EMERGENCIES" -> words.purpose(code);
            case "REFUSALS" -> words.reason(code);
            case "EXPORTS", "DECISIONS" -> words.action(code);
            case "BREACHES" -> words.coded("breach-state", "figures", code);
            case "REQUESTS" -> words.coded("subject-right", "figures", code);
            default -> words.coded("verdict", "figures", code);
        };
    }
}
