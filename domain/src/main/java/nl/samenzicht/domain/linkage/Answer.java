package nl.samenzicht.domain.linkage;

/** What is told of whether somebody is known. */
public enum Answer {
    KNOWN,
    MAYBE,
    NOT_KNOWN
}
