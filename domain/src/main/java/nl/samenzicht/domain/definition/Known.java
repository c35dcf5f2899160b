package nl.samenzicht.domain.definition;

/** Whether something is so. What was not asked is unknown, and unknown is never no. */
public enum Known {
    YES,
    UNKNOWN,
    NO
}
