package nl.samenzicht.domain.report;

/** How far a message is. */
public enum Delivery {
    /** In the outbox; tried again until it arrives. */
    WAITING,
    /** Handed over; the receipt is still to come. */
    DELIVERED,
    /** The receiver confirmed it with a reference. */
    CONFIRMED,
    /** The receiver will not have it as it is; nothing was registered by it. */
    REFUSED,
    /** Not carried any more: a consent that it rests on does not hold now. */
    STOPPED
}
