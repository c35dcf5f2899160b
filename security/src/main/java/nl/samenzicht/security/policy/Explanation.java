package nl.samenzicht.security.policy;

import java.util.List;
import java.util.Set;

/**
 * Who could, and why.
 *
 * @param accesses every combination of agency type, function and purpose for which it is permitted
 */
public record Explanation(List<Access> accesses) {

    public Explanation {
        accesses = List.copyOf(accesses);
    }

    /**
     * One combination for which it is permitted.
     *
     * @param agencyType kind of agency
     * @param function function in that agency
     * @param purpose purpose of asking
     * @param rules all rules that permit it, in order of id
     * @param obligations what these rules demand
     */
    public record Access(
            String agencyType, String function, String purpose, List<Rule> rules, Set<Obligation> obligations) {}
}
