package nl.samenzicht.domain.duplicate;

/** What somebody thinks of two cases that look alike. */
public enum Verdict {
    /** They are about the same person. */
    SAME,
    /** They are about two persons. */
    DIFFERENT,
    /** It cannot be said yet. */
    UNSURE,
    /** What was decided last does not hold any more. */
    TAKEN_BACK
}
