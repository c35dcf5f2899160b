package nl.samenzicht.domain.sharing;

/** Where a share stands. That its last day has passed is told from its days, not from its state. */
public enum ShareState {
    /** Offered; the recipient has not answered, and sees nothing yet. */
    OFFERED,
    /** Accepted; the recipient may look. */
    ACCEPTED,
    /** Declined by the recipient, with a reason. */
    DECLINED,
    /** Ended by the giver, by a withdrawn consent, or by a party that left. */
    ENDED
}
