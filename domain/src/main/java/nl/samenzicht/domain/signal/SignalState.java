package nl.samenzicht.domain.signal;

/** Where a signal stands. */
public enum SignalState {
    /** Being written; only its author sees it. */
    DRAFT,
    /** Received by the agency that assesses it; nobody has taken it yet. */
    SENT,
    /** Somebody is assessing it. */
    TAKEN,
    /** Its sender was asked for more. */
    MORE_ASKED,
    /** Taken up in a case that was opened for it. */
    ACCEPTED,
    /** Taken up in a case that was there already. */
    LINKED,
    /** Closed without a case. */
    CLOSED;

    /** Whether somebody still has to decide on it. */
    public boolean waits() {
        return this == SENT || this == TAKEN || this == MORE_ASKED;
    }

    /** Whether it was decided on. */
    public boolean isDecided() {
        return this == ACCEPTED || this == LINKED || this == CLOSED;
    }
}
