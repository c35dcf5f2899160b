package nl.samenzicht.security.policy;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * A dated version of all rules, in order of their ids.
 *
 * <p>A rule that is given twice counts once.
 *
 * @param id name of the rulebook, such as {@code default}
 * @param version its version, from 1
 * @param validFrom from when it is in force
 * @param vocabulary the terms that it may use
 * @param rules its rules, each id once
 */
public record Rulebook(String id, int version, Instant validFrom, Vocabulary vocabulary, List<Rule> rules) {

    /**
     * Checks every term of every rule against the vocabulary.
     *
     * @throws IllegalArgumentException when two different rules have one id, or a rule uses an unknown term
     */
    public Rulebook {
        requireNonNull(id, "id");
        requireNonNull(validFrom, "valid from");
        requireNonNull(vocabulary, "vocabulary");
        if (version < 1) {
            throw new IllegalArgumentException(
                    "Rulebook '%s' has version '%d'; versions begin at 1".formatted(id, version));
        }
        var byId = new TreeMap<String, Rule>();
        for (var rule : rules) {
            var known = byId.putIfAbsent(rule.id(), rule);
            if (known != null && !known.equals(rule)) {
                throw new IllegalArgumentException("Two different rules have the id '%s'".formatted(rule.id()));
            }
            requireKnownTerms(rule, vocabulary);
        }
        rules = List.copyOf(new ArrayList<>(byId.values()));
    }

    private static void requireKnownTerms(Rule rule, Vocabulary vocabulary) {
        try {
            rule.purposes().forEach(purpose -> vocabulary.number(Dimension.PURPOSE, purpose));
            rule.terms().forEach((dimension, names) -> names.forEach(name -> vocabulary.number(dimension, name)));
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("Rule '%s': %s".formatted(rule.id(), unknown.getMessage()), unknown);
        }
    }

    /** Returns this rulebook and version, as the ledger cites it: {@code default-1}. */
    public String reference() {
        return id + "-" + version;
    }
}
