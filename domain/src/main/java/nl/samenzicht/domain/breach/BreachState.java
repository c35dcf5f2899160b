package nl.samenzicht.domain.breach;

/** How far the handling of a breach is. */
public enum BreachState {
    /** Vastgelegd. */
    RECORDED,
    /** The risk is assessed; the authority waits. */
    ASSESSED,
    /** Notified in full, or decided not to; the persons wait. */
    AUTHORITY_SETTLED,
    /** The persons are informed, or decided not to be; it can be closed. */
    PERSONS_SETTLED,
    /** Afgesloten. */
    CLOSED
}
