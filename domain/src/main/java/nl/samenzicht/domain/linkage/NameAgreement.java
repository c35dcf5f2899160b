package nl.samenzicht.domain.linkage;

import java.util.List;

/**
 * How far names agree, and in which words.
 *
 * @param shared the words of the question that the record has too, or at the levels of sounds and of nicknames those that do; empty
 *     at other levels
 */
public record NameAgreement(NameLevel level, List<String> shared) {

    static final NameAgreement UNKNOWN = new NameAgreement(NameLevel.UNKNOWN, List.of());

    static NameAgreement of(NameLevel level) {
        return level == NameLevel.UNKNOWN ? UNKNOWN : new NameAgreement(level, List.of());
    }
}
