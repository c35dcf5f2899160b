package nl.samenzicht.security.ledger;

/**
 * The act could not be put on record, so it must not happen: nothing is disclosed.
 * Whether the entry reached the disk after all is unknown; an entry without its act is harmless, the reverse is not.
 */
public final class LedgerUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LedgerUnavailable(String message, Throwable cause) {
        super(message, cause);
    }

    LedgerUnavailable(String message) {
        super(message);
    }
}
