package nl.samenzicht.security.policy;

/** What a rule does when it matches. */
public enum Effect {
    PERMIT,
    DENY
}
