package nl.samenzicht.security.policy;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one decision rests on, without personal content.
 *
 * <p>What is not stated is not there: a dimension that is left out only matches rules that say nothing of
 * it, the window is closed, no flag is raised, no obligation can be met, and it is not an emergency.
 */
public final class Facts {

    private final Vocabulary vocabulary;
    private final int[] numbers;
    private final Instant now;
    private final Instant from;
    private final Instant until;
    private final int flags;
    private final int canMeet;

    private Facts(Builder builder, Instant now) {
        this.vocabulary = builder.vocabulary;
        this.numbers = builder.numbers.clone();
        this.now = now;
        this.from = builder.from;
        this.until = builder.until;
        this.flags = builder.flags;
        this.canMeet = builder.canMeet;
    }

    /** Starts facts in the words of the product. */
    public static Builder of() {
        return in(ProductVocabulary.vocabulary());
    }

    /** Starts facts in the words of this vocabulary. */
    public static Builder in(Vocabulary vocabulary) {
        return new Builder(vocabulary);
    }

    /** Starts facts that are like these except for what is stated next. */
    public Builder but() {
        return new Builder(this);
    }

    /** Returns what is stated on this dimension. */
    public Optional<String> term(Dimension dimension) {
        int number = numbers[dimension.ordinal()];
        var terms = vocabulary.terms(dimension);
        return number < terms.size() ? Optional.of(terms.get(number)) : Optional.empty();
    }

    /** Returns what is stated on the dimension of this enum, such as {@code term(DataCategory.class)}. */
    public <E extends Enum<E>> Optional<E> term(Class<E> type) {
        return term(vocabulary.dimensionOf(type)).map(name -> Enum.valueOf(type, name));
    }

    /** Returns the moment of asking. */
    public Instant now() {
        return now;
    }

    /** Returns whether this flag is raised. */
    public boolean has(Flag flag) {
        return (flags & bit(flag)) != 0;
    }

    /** Returns whether this is asked as an emergency. */
    public boolean emergency() {
        return numbers[Dimension.EMERGENCY.ordinal()] == Vocabulary.IS_EMERGENCY;
    }

    /** Returns which obligations the caller can meet. */
    public Set<Obligation> canMeet() {
        var met = EnumSet.noneOf(Obligation.class);
        Arrays.stream(Obligation.values())
                .filter(each -> (canMeet & bit(each)) != 0)
                .forEach(met::add);
        return Collections.unmodifiableSet(met);
    }

    /** Returns whether the window is open at the moment of asking: {@code from <= now < until}. */
    public boolean windowOpen() {
        return windowOpenAt(now);
    }

    boolean windowOpenAt(Instant moment) {
        return from.compareTo(moment) <= 0 && moment.compareTo(until) < 0;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    int number(int dimension) {
        return numbers[dimension];
    }

    int flagBits() {
        return flags;
    }

    int canMeetBits() {
        return canMeet;
    }

    static int bit(Enum<?> constant) {
        return 1 << constant.ordinal();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Facts that
                && vocabulary == that.vocabulary
                && Arrays.equals(numbers, that.numbers)
                && now.equals(that.now)
                && from.equals(that.from)
                && until.equals(that.until)
                && flags == that.flags
                && canMeet == that.canMeet;
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(numbers) + now.hashCode();
    }

    @Override
    public String toString() {
        var text = new StringBuilder("Facts[");
        for (var dimension : Dimension.values()) {
            term(dimension)
                    .ifPresent(term ->
                            text.append(dimension).append('=').append(term).append(' '));
        }
        for (var flag : Flag.values()) {
            if (has(flag)) {
                text.append(flag).append(' ');
            }
        }
        return text.append("window=[%s, %s) now=%s canMeet=%s]".formatted(from, until, now, canMeet()))
                .toString();
    }

    /** Gathers facts. */
    public static final class Builder {

        private final Vocabulary vocabulary;
        private final int[] numbers;
        private @Nullable Instant now;
        private Instant from = Instant.EPOCH;
        private Instant until = Instant.EPOCH;
        private int flags;
        private int canMeet;

        private Builder(Vocabulary vocabulary) {
            this.vocabulary = requireNonNull(vocabulary, "vocabulary");
            var dimensions = Dimension.values();
            this.numbers = new int[dimensions.length];
            for (var dimension : dimensions) {
                numbers[dimension.ordinal()] = vocabulary.absent(dimension);
            }
            emergency(false);
        }

        private Builder(Facts facts) {
            this.vocabulary = facts.vocabulary;
            this.numbers = facts.numbers.clone();
            this.now = facts.now;
            this.from = facts.from;
            this.until = facts.until;
            this.flags = facts.flags;
            this.canMeet = facts.canMeet;
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

        /** States nothing on this dimension. */
        public Builder without(Dimension dimension) {
            if (dimension == Dimension.EMERGENCY) {
                return emergency(false);
            }
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

        /** Says from when until when the participation or share holds; {@code until} itself is outside. */
        public Builder window(Instant opens, Instant closes) {
            from = requireNonNull(opens, "from");
            until = requireNonNull(closes, "until");
            return this;
        }

        /** Says that nothing limits this in time. */
        public Builder alwaysOpen() {
            return window(Instant.MIN, Instant.MAX);
        }

        /** Raises a flag. */
        public Builder flag(Flag flag) {
            return flag(flag, true);
        }

        /** Raises or lowers a flag. */
        public Builder flag(Flag flag, boolean raised) {
            flags = raised ? flags | bit(flag) : flags & ~bit(flag);
            return this;
        }

        /** Says which obligations the caller can meet. */
        public Builder canMeet(Set<Obligation> obligations) {
            canMeet = obligations.stream().mapToInt(Facts::bit).reduce(0, (a, b) -> a | b);
            return this;
        }

        /**
         * Returns the facts.
         *
         * @throws IllegalStateException when the moment of asking has not been said
         */
        public Facts build() {
            if (now == null) {
                throw new IllegalStateException("Facts need the moment of asking: call at(now)");
            }
            return new Facts(this, now);
        }
    }
}
