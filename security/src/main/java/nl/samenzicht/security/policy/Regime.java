package nl.samenzicht.security.policy;

/** Law under which an item is processed. */
public enum Regime {
    AVG,
    WPG
}
