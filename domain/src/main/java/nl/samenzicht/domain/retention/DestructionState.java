package nl.samenzicht.domain.retention;

/** Where a destruction stands. */
public enum DestructionState {
    /** Somebody proposed it; nothing is destroyed. */
    PROPOSED,
    /** It was refused or taken back. */
    REFUSED,
    /** A second person agreed; it is carried out within seconds. */
    APPROVED,
    /** Something held it up before it was carried out; nothing was destroyed. */
    STOPPED,
    /** It was carried out, and the certificate is being put on record. */
    DESTROYED,
    /** It was carried out, and the log holds the certificate. */
    CERTIFIED
}
