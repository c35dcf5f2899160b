package nl.samenzicht.security.policy;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One row of a rulebook: it matches a request when everything that it states matches.
 *
 * @param id name of the row; unique in its rulebook
 * @param effect what it does when it matches
 * @param purposes holds for these purposes and everything below them; empty holds for all
 * @param terms per dimension the terms that match; a dimension that is left out matches anything, also a
 *     request that states nothing there. Purpose and emergency have fields of their own
 * @param withinWindow whether it holds only within the window of the facts, {@code from <= now < until}
 * @param emergency whether it holds in an emergency, outside it, or in both
 * @param obligations what must happen along with this permit; a denial has none
 * @param citation where it comes from and what it says in plain words
 */
public record Rule(
        String id,
        Effect effect,
        Set<String> purposes,
        Map<Dimension, Set<String>> terms,
        boolean withinWindow,
        Emergency emergency,
        Set<Obligation> obligations,
        Citation citation) {

    public Rule {
        requireNonNull(id, "id");
        requireNonNull(effect, "effect");
        requireNonNull(purposes, "purposes");
        requireNonNull(terms, "terms");
        requireNonNull(emergency, "emergency");
        requireNonNull(obligations, "obligations");
        requireNonNull(citation, "citation");
        if (id.isBlank()) {
            throw new IllegalArgumentException("A rule needs an id");
        }
        if (effect == Effect.DENY && !obligations.isEmpty()) {
            throw new IllegalArgumentException(
                    "Rule '%s' denies, so it cannot oblige to %s".formatted(id, obligations));
        }
        var copy = new EnumMap<Dimension, Set<String>>(Dimension.class);
        terms.forEach((dimension, names) -> {
            if (dimension == Dimension.PURPOSE || dimension == Dimension.EMERGENCY) {
                throw new IllegalArgumentException(
                        "Rule '%s' states %s among its terms; it has a field of its own".formatted(id, dimension));
            }
            if (names.isEmpty()) {
                throw new IllegalArgumentException(
                        "Rule '%s' states no term for %s, so it could never match; leave the dimension out for any"
                                .formatted(id, dimension));
            }
            copy.put(dimension, Collections.unmodifiableSet(new TreeSet<>(names)));
        });
        terms = Collections.unmodifiableMap(copy);
        purposes = Collections.unmodifiableSet(new TreeSet<>(purposes));
        obligations = obligations.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(obligations));
    }

    /** Returns the terms that match on this dimension, or nothing when any does. */
    public Optional<Set<String>> terms(Dimension dimension) {
        return Optional.ofNullable(terms.get(dimension));
    }
}
