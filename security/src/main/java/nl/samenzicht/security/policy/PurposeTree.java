package nl.samenzicht.security.policy;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Purposes and what each is part of; there may be several roots.
 *
 * @param parents each node with the node above it, in the order in which they are shown
 */
public record PurposeTree(Map<String, Optional<String>> parents) {

    public PurposeTree {
        requireNonNull(parents, "parents");
        parents = Collections.unmodifiableMap(new LinkedHashMap<>(parents));
        for (var node : parents.entrySet()) {
            var parent = node.getValue();
            if (parent.isPresent() && !parents.containsKey(parent.get())) {
                throw new IllegalArgumentException("Purpose '%s' has parent '%s', which is not in the tree"
                        .formatted(node.getKey(), parent.get()));
            }
        }
        for (var node : parents.keySet()) {
            var seen = new LinkedHashSet<String>();
            var at = Optional.of(node);
            while (at.isPresent()) {
                if (!seen.add(at.get())) {
                    throw new IllegalArgumentException("Purpose '%s' is above itself: %s".formatted(node, seen));
                }
                at = parents.getOrDefault(at.get(), Optional.empty());
            }
        }
    }

    /** Returns all purposes, in the order in which they are shown. */
    public List<String> nodes() {
        return List.copyOf(parents.keySet());
    }

    /**
     * Returns whether {@code purpose} is {@code node} or lies below it.
     *
     * @throws IllegalArgumentException when either is not in the tree
     */
    public boolean isWithin(String purpose, String node) {
        requireKnown(node);
        var at = Optional.of(requireKnown(purpose));
        while (at.isPresent() && !at.get().equals(node)) {
            at = parents.getOrDefault(at.get(), Optional.empty());
        }
        return at.isPresent();
    }

    /**
     * Returns {@code node} and everything below it.
     *
     * @throws IllegalArgumentException when it is not in the tree
     */
    public Set<String> subtree(String node) {
        requireKnown(node);
        var within = new ArrayList<String>();
        for (var each : parents.keySet()) {
            if (isWithin(each, node)) {
                within.add(each);
            }
        }
        return Collections.unmodifiableSet(new LinkedHashSet<>(within));
    }

    private String requireKnown(String node) {
        if (!parents.containsKey(node)) {
            throw new IllegalArgumentException("Purpose '%s' is not in the tree".formatted(node));
        }
        return node;
    }
}
