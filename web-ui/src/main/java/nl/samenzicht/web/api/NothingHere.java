package nl.samenzicht.web.api;

import nl.samenzicht.security.ledger.EntryCode;

/** There is nothing that the asker can see: it does not exist, is not theirs, or is empty, and which of these is not said. */
public class NothingHere extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient EntryCode entry;

    NothingHere(EntryCode entry) {
        super("nothing here", null, false, false);
        this.entry = entry;
    }

    /** The log entry of the question. */
    public EntryCode entry() {
        return entry;
    }
}
