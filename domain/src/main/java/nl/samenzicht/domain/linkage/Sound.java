package nl.samenzicht.domain.linkage;

import java.util.regex.Pattern;

/**
 * What is left of a name when it is heard: its consonants, those that Dutch ears and clerks mix up as one letter, without
 * vowels. 'Mohammed', 'Mohamed' and what Arabic writes of it sound alike, and so do 'Visser' and 'Fischer'.
 */
final class Sound {

    private record Step(Pattern what, String by) {
        static Step of(String what, String by) {
            return new Step(Pattern.compile(what), by);
        }
    }

    private static final Step[] STEPS = {
        // one Slavic or Turkish letter, as Dutch, German, English and Polish write it
        Step.of("(tsch|tsj|tch|cz)", "k"),
        Step.of("(sch|sh|sj|zj|zh|dz|ts|tz|sz)", "s"),
        Step.of("(kh|ch|gh|ck|x|q|c|g)", "k"),
        Step.of("(ph|v|w)", "f"),
        Step.of("(th|dt)", "t"),
        Step.of("dj", "j"),
        Step.of("z", "s"),
        Step.of("d", "t"),
        Step.of("b", "p"),
        Step.of("(.)\\1+", "$1"),
        Step.of("^[aeiouyhj]+", "a"),
        Step.of("(?<!^)[aeiouyhj]", "")
    };

    private Sound() {}

    /** The sound of one word as {@link Latin} writes it; at least one letter for a word that has one. */
    static String of(String word) {
        var heard = word;
        for (var step : STEPS) {
            heard = step.what().matcher(heard).replaceAll(step.by());
        }
        return heard.length() > 12 ? heard.substring(0, 12) : heard;
    }
}
