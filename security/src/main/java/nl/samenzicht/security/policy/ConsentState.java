package nl.samenzicht.security.policy;

/** How a consent stands at the moment of asking. */
public enum ConsentState {
    NONE,
    GRANTED,
    REFUSED,
    WITHDRAWN,
    EXPIRED
}
