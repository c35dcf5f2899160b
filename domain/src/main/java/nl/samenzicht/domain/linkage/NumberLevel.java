package nl.samenzicht.domain.linkage;

/** Whether two numbers that belong to one person agree. */
public enum NumberLevel {
    SAME,
    OTHER,
    /** One of the two is not there. */
    UNKNOWN
}
