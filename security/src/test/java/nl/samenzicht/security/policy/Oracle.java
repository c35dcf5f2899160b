package nl.samenzicht.security.policy;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Decides as slowly and plainly as possible, from the words of the architecture: default deny, a denial
 * beats a permit, a guard beats both, an obligation that cannot be met denies.
 *
 * <p>Shares no code with the engine but the values themselves.
 */
final class Oracle {

    private final World world;
    private final List<Rule> rules;

    Oracle(World world, List<Rule> rules) {
        this.world = world;
        this.rules = rules;
    }

    boolean permits(Facts facts) {
        return reasons(facts).isEmpty();
    }

    Set<Reason> reasons(Facts facts) {
        var reasons = EnumSet.noneOf(Reason.class);
        for (var guard : world.guards()) {
            if (holds(guard.forbidden(), facts)) {
                reasons.add(guard.reason());
            }
        }
        if (!matching(facts, Effect.DENY).isEmpty()) {
            reasons.add(Reason.RULE_DENIES);
        }
        if (reasons.isEmpty() && matching(facts, Effect.PERMIT).isEmpty()) {
            reasons.add(Reason.NO_RULE);
        }
        if (reasons.isEmpty() && !facts.canMeet().containsAll(obligations(facts))) {
            reasons.add(Reason.OBLIGATION_UNMET);
        }
        return reasons;
    }

    Set<String> determining(Facts facts) {
        var ids = new TreeSet<String>();
        var reasons = reasons(facts);
        for (var rule : matching(facts, reasons.contains(Reason.RULE_DENIES) ? Effect.DENY : Effect.PERMIT)) {
            var counts = reasons.isEmpty()
                    || reasons.contains(Reason.RULE_DENIES)
                    || (reasons.contains(Reason.OBLIGATION_UNMET)
                            && !facts.canMeet().containsAll(rule.obligations()));
            if (counts) {
                ids.add(rule.id());
            }
        }
        return ids;
    }

    Set<Obligation> obligations(Facts facts) {
        var obligations = EnumSet.noneOf(Obligation.class);
        matching(facts, Effect.PERMIT).forEach(rule -> obligations.addAll(rule.obligations()));
        return obligations;
    }

    private List<Rule> matching(Facts facts, Effect effect) {
        return rules.stream()
                .filter(rule -> rule.effect() == effect && matches(rule, facts))
                .toList();
    }

    private boolean matches(Rule rule, Facts facts) {
        for (var dimension : rule.terms().keySet()) {
            var stated = facts.term(dimension);
            if (stated.isEmpty()
                    || !rule.terms().getOrDefault(dimension, Set.of()).contains(stated.get())) {
                return false;
            }
        }
        return (rule.purposes().isEmpty() || isForPurposeOf(rule, facts))
                && (!rule.withinWindow() || facts.windowOpen())
                && switch (rule.emergency()) {
                    case ANY -> true;
                    case TRUE -> facts.emergency();
                    case FALSE -> !facts.emergency();
                };
    }

    /** Climbs from the purpose that is asked for to the root, and looks whether the rule names a step. */
    private boolean isForPurposeOf(Rule rule, Facts facts) {
        var at = facts.term(Dimension.PURPOSE);
        while (at.isPresent()) {
            if (rule.purposes().contains(at.get())) {
                return true;
            }
            at = world.vocabulary().purposes().parents().getOrDefault(at.get(), Optional.empty());
        }
        return false;
    }

    private static boolean holds(Condition condition, Facts facts) {
        if (condition instanceof Condition.And and) {
            return and.parts().stream().allMatch(part -> holds(part, facts));
        } else if (condition instanceof Condition.Or or) {
            return or.parts().stream().anyMatch(part -> holds(part, facts));
        } else if (condition instanceof Condition.Not not) {
            return !holds(not.part(), facts);
        } else if (condition instanceof Condition.In in) {
            return facts.term(in.dimension()).isPresent()
                    && in.terms().contains(facts.term(in.dimension()).get());
        } else if (condition instanceof Condition.HasFlag has) {
            return facts.has(has.flag());
        }
        throw new AssertionError(condition);
    }
}
