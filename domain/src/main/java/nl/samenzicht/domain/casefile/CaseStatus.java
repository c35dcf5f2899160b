package nl.samenzicht.domain.casefile;

/** Where a case stands. */
public enum CaseStatus {
    OPEN,
    CLOSED
}
