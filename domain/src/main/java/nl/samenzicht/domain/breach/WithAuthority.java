package nl.samenzicht.domain.breach;

/** How a breach stands with the authority. */
public enum WithAuthority {
    /** Nothing is decided. */
    OPEN,
    /** Notified in part; supplements follow. */
    PARTLY_NOTIFIED,
    /** Notified in full. */
    NOTIFIED,
    /** Not notified, with the reason on record. */
    NOT_NOTIFIED;

    /** Whether nothing waits. */
    public boolean isSettled() {
        return this == NOTIFIED || this == NOT_NOTIFIED;
    }
}
