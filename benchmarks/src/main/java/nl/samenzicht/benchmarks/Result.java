package nl.samenzicht.benchmarks;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What one benchmark found.
 *
 * @param id its id
 * @param value what was measured of the product
 * @param unit the unit of the value
 * @param against what it was held against, with its own value
 * @param ratio the value divided by that of the other; empty when there is none
 * @param goal what was asked
 * @param met whether the goal was met; empty when nothing was asked
 */
record Result(
        String id,
        double value,
        String unit,
        String against,
        OptionalDouble ratio,
        String goal,
        Optional<Boolean> met) {

    /** A count that must be zero. */
    static Result mismatches(String id, long mismatches, String against) {
        return new Result(
                id, mismatches, "mismatches", against, OptionalDouble.empty(), "0", Optional.of(mismatches == 0));
    }

    /** A ratio that may be at most the limit. */
    static Result atMost(String id, double value, String unit, String against, double ratio, double limit) {
        return new Result(
                id, value, unit, against, OptionalDouble.of(ratio), "ratio <= " + limit, Optional.of(ratio <= limit));
    }

    /** A ratio that must be at least the limit. */
    static Result atLeast(String id, double value, String unit, String against, double ratio, double limit) {
        return new Result(
                id, value, unit, against, OptionalDouble.of(ratio), "ratio >= " + limit, Optional.of(ratio >= limit));
    }

    /** A number that is reported without a goal. */
    static Result reported(String id, double value, String unit, String against) {
        return new Result(id, value, unit, against, OptionalDouble.empty(), "reported", Optional.empty());
    }
}
