package nl.samenzicht.security.policy;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Something that no rulebook can allow: a named condition with its reason.
 *
 * <p>It is a condition rather than a function, so that the same guard speaks in a single decision and in
 * a list.
 *
 * @param name what it guards, in lower case, as the ledger cites it
 * @param reason why it refuses; the article stands there
 * @param forbidden when it refuses; it may not speak of the window
 */
public record Guard(String name, Reason reason, Condition forbidden) {

    public Guard {
        requireNonNull(name, "name");
        requireNonNull(reason, "reason");
        requireNonNull(forbidden, "forbidden");
        if (reason == Reason.NOTHING_HERE) {
            throw new IllegalArgumentException("Guard '%s' needs its true reason".formatted(name));
        }
    }

    /** Returns why this guard forbids the request, or nothing when it does not. */
    public Optional<Reason> forbids(Facts facts) {
        return forbidden.holds(facts) ? Optional.of(reason) : Optional.empty();
    }
}
