package nl.samenzicht.security.policy;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;

/** The answer to "may I?", with everything that determined it. */
public sealed interface Decision {

    /**
     * Yes.
     *
     * @param rules all rules that permit this, in order of id; never empty
     * @param obligations what these rules together demand
     */
    record Permit(List<Rule> rules, Set<Obligation> obligations) implements Decision {
        public Permit {
            rules = List.copyOf(rules);
            requireNonNull(obligations, "obligations");
        }
    }

    /**
     * No.
     *
     * @param reasons why, the guards' first; never empty
     * @param rules all rules that deny this, or that oblige to something that the caller cannot meet, in
     *     order of id; empty when a guard forbids it or no rule speaks of it
     * @param guards the guards that forbid it
     */
    record Deny(List<Reason> reasons, List<Rule> rules, List<Guard> guards) implements Decision {
        public Deny {
            reasons = List.copyOf(reasons);
            rules = List.copyOf(rules);
            guards = List.copyOf(guards);
        }

        /**
         * Returns the one reason that a person is told: {@link Reason#NOTHING_HERE} as soon as one of the
         * reasons would betray something, and else the first.
         */
        public Reason told() {
            return reasons.stream()
                    .map(Reason::told)
                    .filter(reason -> reason == Reason.NOTHING_HERE)
                    .findFirst()
                    .orElse(reasons.get(0));
        }
    }

    /** Returns all rules that determined this decision, in order of id. */
    List<Rule> rules();

    /** Returns whether this is a permit. */
    default boolean permitted() {
        return this instanceof Permit;
    }
}
