package nl.samenzicht.security.policy;

/** Whether a rule holds in an emergency only, outside it only, or in both. */
public enum Emergency {
    TRUE,
    FALSE,
    ANY
}
