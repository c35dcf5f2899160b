package nl.samenzicht.domain.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Splits what was written in a field for names into the words that tell people apart. */
final class Names {

    private static final int MOST_WORDS = 4;
    private static final int LONGEST = 300;

    /** What stands before a Dutch, French, German, Arabic or Iberian family name, and does not count. */
    private static final Set<String> PREFIXES = Set.of(
            ("van de der den het t te ten ter op in aan bij tot uit voor over onder s d v vd vde vdn la le les du des da do dos"
                            + " di del della von zu zum el al ait ben bin ibn abu ould")
                    .split(" "));

    private static final Set<String> NEVER_GIVEN = Set.of("van", "de", "der", "den", "het", "ter", "ten", "te", "von");

    private static final Pattern WRITTEN_TOGETHER =
            Pattern.compile("^(?:van(?:den|der|de|het)|vd(?=[^aeiouy])|v[dt]er(?=[^aeiouy]))(?=\\p{L}{4})");

    /** What people write when they know nothing. */
    private static final Set<String> NOTHING = Set.of(
            ("onbekend onbekende unknown unbekannt inconnu nn nb nvt na nihil geen niet bekend naam naamloos anoniem anonymous"
                            + " n b v t x xx xxx leeg test ongeldig")
                    .split(" "));

    private Names() {}

    /** The words of given names, without what means that they are unknown; single letters stay, as initials. */
    static List<String> given(String text) {
        var words = words(text);
        var telling = new LinkedHashSet<>(words);
        telling.removeAll(NEVER_GIVEN);
        return limited(telling.isEmpty() ? words : telling);
    }

    /** The words of family names, prefixes left out unless there is nothing else. */
    static List<String> family(String text) {
        return limited(telling(text));
    }

    private static Set<String> telling(String text) {
        var words = words(text);
        var telling = new LinkedHashSet<String>();
        for (var word : words) {
            var bare = bare(word);
            if (!PREFIXES.contains(bare)) {
                telling.add(bare);
            }
        }
        return telling.isEmpty() ? words : telling;
    }

    private static String bare(String word) {
        var matcher = WRITTEN_TOGETHER.matcher(word);
        return matcher.find() ? bare(word.substring(matcher.end())) : word;
    }

    /** The words of other names; several names are written with a comma, a semicolon or a stroke between them. */
    static List<String> others(String text) {
        var words = new LinkedHashSet<String>();
        for (var name : text.split("[,;/|\\n]")) {
            words.addAll(telling(name));
        }
        return words.stream().limit(MOST_WORDS).toList();
    }

    private static Set<String> words(String text) {
        var latin = Latin.of(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        var words = new LinkedHashSet<>(Arrays.asList(latin.split(" ")));
        words.remove("");
        return NOTHING.containsAll(words) ? Set.of() : words;
    }

    private static List<String> limited(Set<String> words) {
        var parts = words.stream().limit(MOST_WORDS - 1L).collect(Collectors.toCollection(ArrayList::new));
        if (parts.size() > 1) {
            // written as one, too: 'Anna Maria' and 'Annamaria'
            parts.add(String.join("", parts));
        }
        return List.copyOf(parts);
    }
}
