package nl.samenzicht.domain.report;

/** What a message says about the one report that it belongs to. */
public enum MessageKind {
    REPORT,
    CORRECTION,
    WITHDRAWAL
}
