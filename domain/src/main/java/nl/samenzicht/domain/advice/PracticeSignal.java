package nl.samenzicht.domain.advice;

import java.util.Set;

/**
 * Something that people in the field have learnt to notice. It has no weight: one says little, and none proves nothing.
 *
 * @param code its number, such as {@code NL-09}
 * @param group where one notices it, such as {@code school}
 * @param forms the forms of exploitation with which it is seen, by code; {@code alle} for any
 * @param nl what is noticed, in Dutch
 * @param en the same in English
 */
public record PracticeSignal(String code, String group, Set<String> forms, String nl, String en) {
    public PracticeSignal {
        forms = Set.copyOf(forms);
    }

    /** What is noticed, in Dutch or in English. */
    public String in(String language) {
        return language.equals("nl") ? nl : en;
    }
}
