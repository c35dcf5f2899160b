package nl.samenzicht.domain.rights;

/** How far the handling of a request is. */
public enum HandlingState {
    /** Ontvangen. */
    RECEIVED,
    /** Who asks is known. */
    IDENTIFIED,
    /** What it is about is settled. */
    SCOPED,
    /** Decided, and not carried out yet. */
    DECIDED,
    /** Carried out, or nothing had to be; the person is not answered yet. */
    CARRIED_OUT,
    /** Answered; a restriction may hold on. */
    ANSWERED,
    /** Taken back by who asked. */
    WITHDRAWN;

    /** Whether nobody waits for anything. */
    public boolean isClosed() {
        return this == ANSWERED || this == WITHDRAWN;
    }
}
