package nl.samenzicht.security.policy;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * The terms that a rulebook may use, per dimension, each with its number.
 *
 * <p>A dimension without terms cannot be stated in a rule or in facts. Purposes come as a tree;
 * {@link Dimension#EMERGENCY} always has the terms {@code FALSE} and {@code TRUE}. Two vocabularies are
 * only the same when they are the same object.
 */
public final class Vocabulary {

    static final int NOT_EMERGENCY = 0;
    static final int IS_EMERGENCY = 1;

    private final PurposeTree purposes;
    private final Map<Dimension, List<String>> terms = new EnumMap<>(Dimension.class);
    private final Map<Dimension, Map<String, Integer>> numbers = new EnumMap<>(Dimension.class);
    private final Map<Class<?>, Dimension> enums;

    private Vocabulary(Builder builder) {
        this.purposes = builder.purposes;
        this.enums = Map.copyOf(builder.enums);
        for (var dimension : Dimension.values()) {
            var names = builder.terms.getOrDefault(dimension, List.of());
            var byName = new HashMap<String, Integer>();
            names.forEach(name -> byName.put(name, byName.size()));
            if (byName.size() != names.size()) {
                throw new IllegalArgumentException("Terms of '%s' are not distinct: %s".formatted(dimension, names));
            }
            terms.put(dimension, names);
            numbers.put(dimension, byName);
        }
    }

    /** Starts a vocabulary with these purposes. */
    public static Builder withPurposes(PurposeTree purposes) {
        return new Builder(requireNonNull(purposes, "purposes"));
    }

    /** Returns the tree of purposes. */
    public PurposeTree purposes() {
        return purposes;
    }

    /** Returns the terms of this dimension, in the order in which they were given. */
    public List<String> terms(Dimension dimension) {
        return requireNonNull(terms.get(dimension), "dimension");
    }

    /**
     * Returns the dimension whose terms are the constants of this enum.
     *
     * @throws IllegalArgumentException when this vocabulary does not use the enum
     */
    public Dimension dimensionOf(Class<? extends Enum<?>> type) {
        var dimension = enums.get(type);
        if (dimension == null) {
            throw new IllegalArgumentException("'%s' is no dimension of this vocabulary".formatted(type.getName()));
        }
        return dimension;
    }

    int number(Dimension dimension, String term) {
        var number = requireNonNull(numbers.get(dimension), "dimension").get(requireNonNull(term, "term"));
        if (number == null) {
            throw new IllegalArgumentException(
                    "'%s' is no %s; known are %s".formatted(term, dimension, terms(dimension)));
        }
        return number;
    }

    /** Number of "nothing is stated here", one past the last term. */
    int absent(Dimension dimension) {
        return terms(dimension).size();
    }

    /** Gathers terms. */
    public static final class Builder {

        private final PurposeTree purposes;
        private final Map<Dimension, List<String>> terms = new EnumMap<>(Dimension.class);
        private final Map<Class<?>, Dimension> enums = new HashMap<>();

        private Builder(PurposeTree purposes) {
            this.purposes = purposes;
            terms.put(Dimension.PURPOSE, purposes.nodes());
            terms.put(Dimension.EMERGENCY, List.of("FALSE", "TRUE"));
        }

        /** Gives this dimension these terms; purposes and emergency have theirs already. */
        public Builder terms(Dimension dimension, List<String> names) {
            if (terms.putIfAbsent(dimension, List.copyOf(new LinkedHashSet<>(names))) != null) {
                throw new IllegalArgumentException("Terms of '%s' have been given already".formatted(dimension));
            }
            return this;
        }

        /** Gives this dimension the constants of an enum as its terms. */
        public <E extends Enum<E>> Builder terms(Dimension dimension, Class<E> type) {
            terms(
                    dimension,
                    Arrays.stream(type.getEnumConstants()).map(Enum::name).toList());
            enums.put(type, dimension);
            return this;
        }

        /** Says that the constants of this enum are the purposes of the tree. */
        public <E extends Enum<E>> Builder purposesAre(Class<E> type) {
            var names = Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
            if (!names.equals(purposes.nodes())) {
                throw new IllegalArgumentException(
                        "'%s' has %s, the tree of purposes has %s".formatted(type.getName(), names, purposes.nodes()));
            }
            enums.put(type, Dimension.PURPOSE);
            return this;
        }

        /** Returns the vocabulary. */
        public Vocabulary build() {
            return new Vocabulary(this);
        }
    }
}
