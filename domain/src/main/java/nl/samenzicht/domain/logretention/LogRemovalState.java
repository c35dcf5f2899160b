package nl.samenzicht.domain.logretention;

/** How far a removal from the log has come. */
public enum LogRemovalState {
    /** One person wants it; somebody else must agree. */
    PROPOSED,
    /** Refused, or taken back. */
    REFUSED,
    /** Agreed on; privacy officers can object. */
    APPROVED,
    /** A privacy officer objected. */
    OBJECTED,
    /** Ended by itself: it was not what may go any more, or a line did not fit. */
    STOPPED,
    /** Being carried out. */
    BEGUN,
    /** All of it is gone. */
    REMOVED;

    /** Whether somebody or something has still to act on it. */
    public boolean isOpen() {
        return this == PROPOSED || this == APPROVED || this == BEGUN;
    }
}
