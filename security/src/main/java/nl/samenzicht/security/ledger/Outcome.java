package nl.samenzicht.security.ledger;

/** How an act ended. */
public enum Outcome {
    /** The gate let it pass. */
    PERMITTED,
    /** The gate refused it, and nothing was disclosed. */
    REFUSED,
    /** It happened without a decision, such as signing out or a share that ran to its end. */
    RECORDED,
    /** It was let pass or tried, and went wrong, such as a wrong password. */
    FAILED
}
