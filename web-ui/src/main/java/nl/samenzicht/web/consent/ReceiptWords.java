package nl.samenzicht.web.consent;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The words of a receipt in the languages of those who get one: data in {@code receipt/words.tsv}, a column for each, so that a
 * translator can check one beside another.
 */
final class ReceiptWords {
    private static final String FILE = "/receipt/words.tsv";
    private static final Map<String, Map<String, String>> WORDS = read();

    private final Map<String, String> words;
    private final Locale locale;

    private ReceiptWords(String language) {
        words = WORDS.get(language);
        locale = Locale.forLanguageTag(language);
    }

    /** The languages, as BCP 47 tags, Dutch first. */
    static List<String> languages() {
        return List.copyOf(WORDS.keySet());
    }

    /** The words in a language of the list. */
    static ReceiptWords in(String language) {
        return new ReceiptWords(language);
    }

    /** What the language calls itself. */
    String language() {
        return of("language");
    }

    Locale locale() {
        return locale;
    }

    /**
     * The words for a key.
     *
     * @throws IllegalArgumentException when there are none
     */
    String of(String key) {
        var found = words.get(key);
        if (found == null) {
            throw new IllegalArgumentException("'%s' has no words in '%s'".formatted(key, locale));
        }
        return found;
    }

    private static Map<String, Map<String, String>> read() {
        try (var in = ReceiptWords.class.getResourceAsStream(FILE);
                var lines = new BufferedReader(new InputStreamReader(in, UTF_8))) {
            var languages = lines.readLine().split("\t");
            var found = new LinkedHashMap<String, Map<String, String>>();
            var columns = new ArrayList<Map<String, String>>();
            for (int i = 1; i < languages.length; i++) {
                var column = new LinkedHashMap<String, String>();
                found.put(languages[i], column);
                columns.add(column);
            }
            lines.lines().map(line -> line.split("\t", -1)).forEach(cells -> {
                for (int i = 0; i < columns.size(); i++) {
                    columns.get(i).put(cells[0], cells[i + 1]);
                }
            });
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read", e);
        }
    }
}
