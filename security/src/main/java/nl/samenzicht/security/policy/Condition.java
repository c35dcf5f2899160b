package nl.samenzicht.security.policy;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What must hold of a request or a resource, as a tree that can be evaluated or turned into SQL.
 *
 * <p>A resource that states nothing on a dimension is in no set of terms: {@code In} is false there and
 * {@code Not(In)} is true, so SQL must not let a {@code NULL} through as unknown.
 */
public sealed interface Condition {

    /** Holds always. */
    record True() implements Condition {}

    /** Holds never. */
    record False() implements Condition {}

    /** Holds when all parts hold. */
    record And(List<Condition> parts) implements Condition {
        public And {
            parts = List.copyOf(parts);
        }
    }

    /** Holds when some part holds. */
    record Or(List<Condition> parts) implements Condition {
        public Or {
            parts = List.copyOf(parts);
        }
    }

    /** Holds when the part does not. */
    record Not(Condition part) implements Condition {
        public Not {
            requireNonNull(part, "part");
        }
    }

    /** Holds when the dimension has one of these terms. */
    record In(Dimension dimension, Set<String> terms) implements Condition {
        public In {
            requireNonNull(dimension, "dimension");
            terms = Collections.unmodifiableSet(new TreeSet<>(terms));
        }
    }

    /** Holds when the flag is raised. */
    record HasFlag(Flag flag) implements Condition {
        public HasFlag {
            requireNonNull(flag, "flag");
        }
    }

    /** Holds when {@code from <= now < until} for the window of the resource. */
    record WindowOpen(Instant now) implements Condition {
        public WindowOpen {
            requireNonNull(now, "now");
        }
    }

    /** Returns the condition that always holds. */
    static Condition always() {
        return new True();
    }

    /** Returns the condition that never holds. */
    static Condition never() {
        return new False();
    }

    /** Returns the condition that this flag is raised. */
    static Condition has(Flag flag) {
        return new HasFlag(flag);
    }

    /** Returns the condition that this dimension of the product has one of these terms. */
    @SafeVarargs
    static <E extends Enum<E>> Condition in(E first, E... more) {
        var dimension = ProductVocabulary.vocabulary().dimensionOf(first.getDeclaringClass());
        var terms = Arrays.stream(more).map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
        terms.add(first.name());
        return new In(dimension, terms);
    }

    /** Returns that all hold, without parts that say nothing. */
    static Condition allOf(Condition... parts) {
        return allOf(List.of(parts));
    }

    /** Returns that all hold, without parts that say nothing. */
    static Condition allOf(List<Condition> parts) {
        var flat = new ArrayList<Condition>();
        for (var part : parts) {
            if (part instanceof False) {
                return part;
            } else if (part instanceof And and) {
                and.parts().forEach(inner -> addOnce(flat, inner));
            } else if (!(part instanceof True)) {
                addOnce(flat, part);
            }
        }
        return switch (flat.size()) {
            case 0 -> always();
            case 1 -> flat.get(0);
            default -> new And(flat);
        };
    }

    /** Returns that some holds, without parts that say nothing. */
    static Condition anyOf(Condition... parts) {
        return anyOf(List.of(parts));
    }

    /** Returns that some holds, without parts that say nothing. */
    static Condition anyOf(List<Condition> parts) {
        var flat = new ArrayList<Condition>();
        for (var part : parts) {
            if (part instanceof True) {
                return part;
            } else if (part instanceof Or or) {
                or.parts().forEach(inner -> addOnce(flat, inner));
            } else if (!(part instanceof False)) {
                addOnce(flat, part);
            }
        }
        return switch (flat.size()) {
            case 0 -> never();
            case 1 -> flat.get(0);
            default -> new Or(flat);
        };
    }

    private static void addOnce(List<Condition> parts, Condition part) {
        if (!parts.contains(part)) {
            parts.add(part);
        }
    }

    /** Returns that this does not hold. */
    static Condition not(Condition part) {
        if (part instanceof True) {
            return never();
        } else if (part instanceof False) {
            return always();
        } else if (part instanceof Not not) {
            return not.part();
        }
        return new Not(part);
    }

    /** Returns what is left of this condition once it is known that this dimension has this term. */
    default Condition given(Dimension dimension, String term) {
        if (this instanceof And and) {
            return allOf(given(and.parts(), dimension, term));
        } else if (this instanceof Or or) {
            return anyOf(given(or.parts(), dimension, term));
        } else if (this instanceof Not not) {
            return not(not.part().given(dimension, term));
        } else if (this instanceof In in && in.dimension() == dimension) {
            return in.terms().contains(term) ? always() : never();
        }
        return this;
    }

    private static List<Condition> given(List<Condition> parts, Dimension dimension, String term) {
        var left = new ArrayList<Condition>(parts.size());
        for (var part : parts) {
            left.add(part.given(dimension, term));
        }
        return left;
    }

    /** Returns whether this holds of these facts; a window is held against {@link WindowOpen#now()}. */
    default boolean holds(Facts facts) {
        if (this instanceof And and) {
            return and.parts().stream().allMatch(part -> part.holds(facts));
        } else if (this instanceof Or or) {
            return or.parts().stream().anyMatch(part -> part.holds(facts));
        } else if (this instanceof Not not) {
            return !not.part().holds(facts);
        } else if (this instanceof In in) {
            return facts.term(in.dimension()).filter(in.terms()::contains).isPresent();
        } else if (this instanceof HasFlag flag) {
            return facts.has(flag.flag());
        } else if (this instanceof WindowOpen window) {
            return facts.windowOpenAt(window.now());
        }
        return this instanceof True;
    }
}
