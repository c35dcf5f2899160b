package nl.samenzicht.security.policy;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A condition as one SQL predicate with its parameters.
 *
 * <p>Only names of columns and the predicates of flags, which the caller fixes in its code, become text;
 * every term and instant is a parameter. A column that is {@code NULL} is in no set, as in
 * {@link Condition}.
 *
 * @param text the predicate, with a {@code ?} for each parameter
 * @param parameters the parameters in order: texts, and instants for the window
 */
public record ConditionSql(String text, List<Object> parameters) {

    public ConditionSql {
        requireNonNull(text, "text");
        parameters = List.copyOf(parameters);
    }

    /**
     * Returns the condition over these columns.
     *
     * @throws IllegalArgumentException when the condition speaks of something that has no column
     */
    public static ConditionSql of(Condition condition, Columns columns) {
        var parameters = new ArrayList<Object>();
        var text = columns.write(condition, parameters);
        return new ConditionSql(text, parameters);
    }

    /** Where in a query the things stand that a condition speaks of. */
    public static final class Columns {

        private final Map<Dimension, String> byDimension = new EnumMap<>(Dimension.class);
        private final Map<Dimension, Boolean> nullable = new EnumMap<>(Dimension.class);
        private final Map<Flag, String> byFlag = new EnumMap<>(Flag.class);
        private @Nullable String from;
        private @Nullable String until;
        private Function<Instant, Object> moment = instant -> instant;

        private Columns() {}

        /** Starts without any column. */
        public static Columns none() {
            return new Columns();
        }

        /** Says in which column the terms of this dimension stand, and that it is never {@code NULL}. */
        public Columns column(Dimension dimension, String column) {
            byDimension.put(dimension, requireNonNull(column, "column"));
            nullable.put(dimension, false);
            return this;
        }

        /** Says in which column the terms of this dimension stand; it may be {@code NULL}. */
        public Columns nullableColumn(Dimension dimension, String column) {
            column(dimension, column);
            nullable.put(dimension, true);
            return this;
        }

        /** Says by which predicate a flag is found; it must never be {@code NULL}. */
        public Columns flag(Flag flag, String predicate) {
            byFlag.put(flag, requireNonNull(predicate, "predicate"));
            return this;
        }

        /** Says in which columns the window stands; where either is {@code NULL} it is closed. */
        public Columns window(String fromColumn, String untilColumn) {
            from = requireNonNull(fromColumn, "from");
            until = requireNonNull(untilColumn, "until");
            return this;
        }

        /** Says how a moment is given as a parameter; as an {@link Instant} when not said. */
        public Columns moments(Function<Instant, Object> asParameter) {
            moment = requireNonNull(asParameter, "moments");
            return this;
        }

        private String write(Condition condition, List<Object> parameters) {
            if (condition instanceof Condition.And and) {
                return joined(and.parts(), " and ", parameters);
            } else if (condition instanceof Condition.Or or) {
                return joined(or.parts(), " or ", parameters);
            } else if (condition instanceof Condition.Not not) {
                return writeNot(not.part(), parameters);
            } else if (condition instanceof Condition.In in) {
                return in(in, "in", parameters);
            } else if (condition instanceof Condition.HasFlag flag) {
                return "(" + predicateOf(flag.flag()) + ")";
            } else if (condition instanceof Condition.WindowOpen window) {
                requireWindow();
                parameters.add(moment.apply(window.now()));
                parameters.add(moment.apply(window.now()));
                return "(" + from + " <= ? and " + until + " > ?)";
            }
            return condition instanceof Condition.True ? "1 = 1" : "1 = 0";
        }

        private String writeNot(Condition part, List<Object> parameters) {
            if (part instanceof Condition.In in && !in.terms().isEmpty()) {
                var outside = in(in, "not in", parameters);
                return nullable.getOrDefault(in.dimension(), false)
                        ? "(%s is null or %s)".formatted(byDimension.get(in.dimension()), outside)
                        : outside;
            } else if (part instanceof Condition.And and) {
                return joined(and.parts().stream().map(Condition::not).toList(), " or ", parameters);
            } else if (part instanceof Condition.Or or) {
                return joined(or.parts().stream().map(Condition::not).toList(), " and ", parameters);
            } else if (part instanceof Condition.WindowOpen window) {
                requireWindow();
                parameters.add(moment.apply(window.now()));
                parameters.add(moment.apply(window.now()));
                return "(%1$s is null or %2$s is null or %1$s > ? or %2$s <= ?)".formatted(from, until);
            }
            return "not " + write(part, parameters);
        }

        private String joined(List<Condition> parts, String with, List<Object> parameters) {
            var text = new StringBuilder("(");
            for (var part : parts) {
                text.append(text.length() > 1 ? with : "").append(write(part, parameters));
            }
            return text.append(')').toString();
        }

        private String in(Condition.In in, String operator, List<Object> parameters) {
            var column = Optional.ofNullable(byDimension.get(in.dimension()))
                    .orElseThrow(() -> new IllegalArgumentException(
                            "The condition speaks of %s, which has no column".formatted(in.dimension())));
            if (in.terms().isEmpty()) {
                return "1 = 0";
            }
            parameters.addAll(in.terms());
            if (in.terms().size() == 1) {
                return column + (operator.equals("in") ? " = ?" : " <> ?");
            }
            return column + " " + operator + " (?" + ", ?".repeat(in.terms().size() - 1) + ")";
        }

        private String predicateOf(Flag flag) {
            var predicate = byFlag.get(flag);
            if (predicate == null) {
                throw new IllegalArgumentException(
                        "The condition speaks of flag %s, which has no predicate".formatted(flag));
            }
            return predicate;
        }

        private void requireWindow() {
            if (from == null) {
                throw new IllegalArgumentException("The condition speaks of the window, which has no columns");
            }
        }
    }
}
