package nl.samenzicht.security.access;

import jakarta.enterprise.context.ApplicationScoped;
import nl.samenzicht.security.policy.DefaultRulebook;
import nl.samenzicht.security.policy.PolicyEngine;
import nl.samenzicht.security.policy.ProductGuards;

/** The engine of the rulebook that is in force now; compiled once for each rulebook. */
@ApplicationScoped
public class PolicyInForce {

    private final PolicyEngine engine = new PolicyEngine(DefaultRulebook.load(), ProductGuards.all());

    /** Returns the engine to decide with at this moment. */
    public PolicyEngine engine() {
        return engine;
    }
}
