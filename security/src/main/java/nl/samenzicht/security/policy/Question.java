package nl.samenzicht.security.policy;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks "which ones?": a request of which some things are still open.
 *
 * <p>Everything is open until it is stated, except that it is not an emergency and that no obligation can
 * be met. What stays open comes back in the {@link Condition}.
 */
public final class Question {

    static final int OPEN = -1;

    private final Vocabulary vocabulary;
    private final int[] numbers;
    private final Instant now;
    private final int knownFlags;
    private final int flags;
    private final int canMeet;

    private Question(Builder builder, Instant now) {
        this.vocabulary = builder.vocabulary;
        this.numbers = builder.numbers.clone();
        this.now = now;
        this.knownFlags = builder.knownFlags;
        this.flags = builder.flags;
        this.canMeet = builder.canMeet;
    }

    /** Starts a question in the words of the product. */
    public static Builder of() {
        return in(ProductVocabulary.vocabulary());
    }

    /** Starts a question in the words of this vocabulary. */
    public static Builder in(Vocabulary vocabulary) {
        return new Builder(vocabulary);
    }

    /** Starts a question that is like this one except for what is stated next. */
    public Builder but() {
        return new Builder(this);
    }

    /** Returns the moment of asking. */
    public Instant now() {
        return now;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    boolean isOpen(Dimension dimension) {
        return number(dimension) == OPEN;
    }

    int number(Dimension dimension) {
        return numbers[dimension.ordinal()];
    }

    boolean knows(Flag flag) {
        return (knownFlags & Facts.bit(flag)) != 0;
    }

    boolean has(Flag flag) {
        return (flags & Facts.bit(flag)) != 0;
    }

    int canMeetBits() {
        return canMeet;
    }

    /** Gathers what is known. */
    public static final class Builder {

        private final Vocabulary vocabulary;
        private final int[] numbers;
        private @Nullable Instant now;
        private int knownFlags;
        private int flags;
        private int canMeet;

        private Builder(Vocabulary vocabulary) {
            this.vocabulary = requireNonNull(vocabulary, "vocabulary");
            this.numbers = new int[Dimension.values().length];
            Arrays.fill(numbers, OPEN);
            emergency(false);
        }

        private Builder(Question question) {
            this.vocabulary = question.vocabulary;
            this.numbers = question.numbers.clone();
            this.now = question.now;
            this.knownFlags = question.knownFlags;
            this.flags = question.flags;
            this.canMeet = question.canMeet;
        }

        /** States a term of the enum that stands for its dimension. */
        public <E extends Enum<E>> Builder with(E term) {
            return with(vocabulary.dimensionOf(term.getDeclaringClass()), term.name());
        }

        /** States a term. */
        public Builder with(Dimension dimension, String term) {
            numbers[dimension.ordinal()] = vocabulary.number(dimension, term);
            return this;
        }

        /** Says that nothing asked for has anything on this dimension. */
        public Builder without(Dimension dimension) {
            numbers[dimension.ordinal()] = vocabulary.absent(dimension);
            return this;
        }

        /** Says whether this is asked as an emergency. */
        public Builder emergency(boolean emergency) {
            numbers[Dimension.EMERGENCY.ordinal()] = emergency ? Vocabulary.IS_EMERGENCY : Vocabulary.NOT_EMERGENCY;
            return this;
        }

        /** Says when this is asked. */
        public Builder at(Instant moment) {
            now = requireNonNull(moment, "now");
            return this;
        }

        /** Says that this flag is raised, or is not, for everything that is asked for. */
        public Builder flag(Flag flag, boolean raised) {
            knownFlags |= Facts.bit(flag);
            flags = raised ? flags | Facts.bit(flag) : flags & ~Facts.bit(flag);
            return this;
        }

        /** Says which obligations the caller can meet. */
        public Builder canMeet(Set<Obligation> obligations) {
            canMeet = obligations.stream().mapToInt(Facts::bit).reduce(0, (a, b) -> a | b);
            return this;
        }

        /**
         * Returns the question.
         *
         * @throws IllegalStateException when the moment of asking has not been said
         */
        public Question build() {
            if (now == null) {
                throw new IllegalStateException("A question needs the moment of asking: call at(now)");
            }
            return new Question(this, now);
        }
    }
}
