package nl.samenzicht.security.directory;

/** How sure we are that this is the person: by a password alone, or by a second factor as well. */
public enum AssuranceLevel {
    PASSWORD,
    TWO_FACTOR;

    /** Returns whether this level is at least as strong as the other. */
    public boolean atLeast(AssuranceLevel other) {
        return compareTo(other) >= 0;
    }
}
