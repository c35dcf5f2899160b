package nl.samenzicht.domain.indicator;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What is known of one indicator. One that was not asked about has no observation: that is not the same as absent.
 *
 * @param code the indicator
 * @param answer whether it is there
 * @param manner how it is known; empty when nobody said
 * @param reliability how far whoever records it trusts the source; empty when nobody said
 * @param on the day in Amsterdam on which it was noticed or told
 * @param source who noticed or told it, in words; empty text when nobody said
 */
public record Observation(
        String code,
        Answer answer,
        Optional<Manner> manner,
        Optional<Reliability> reliability,
        Optional<LocalDate> on,
        String source) {

    public Observation {
        requireNonNull(code, "code");
        requireNonNull(answer, "answer");
        requireNonNull(source, "source");
    }

    /** Whether an indicator is there. Not asked has no value, because then there is no observation. */
    public enum Answer {
        PRESENT,
        ABSENT
    }

    /** How something is known. */
    public enum Manner {
        FACT,
        OPINION,
        HEARSAY
    }

    /** How far a source can be trusted, in the judgement of whoever records it. */
    public enum Reliability {
        RELIABLE,
        UNCERTAIN,
        UNRELIABLE
    }

    /** An observation of which only the answer is known. */
    public static Observation of(String code, Answer answer) {
        return new Observation(code, answer, Optional.empty(), Optional.empty(), Optional.empty(), "");
    }
}
