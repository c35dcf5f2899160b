package nl.samenzicht.web.officer;

import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import nl.samenzicht.web.paper.PaperPage;
import nl.samenzicht.web.paper.PaperPage.Fact;

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

    /** Adds tables of figures to a document, each with what it counts above it. */
    public void onPaper(PaperPage page, Map<String, ? extends SortedMap<String, ?>> tables) {
        tables.forEach((table, figures) -> {
            page.part(table(table));
            if (figures.isEmpty()) {
                page.say(text("figures.none"));
            } else {
                page.facts(figures.entrySet().stream()
                        .map(each -> new Fact(
                                row(table, each.getKey()), each.getValue().toString()))
                        .toList());
            }
        });
    }
}
