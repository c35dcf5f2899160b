package nl.samenzicht.security.directory;

/** What somebody typed cannot be used; the reason is shown beside the field. */
public class InvalidEntry extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is wrong with it. */
    public enum Why {
        EMPTY,
        TOO_LONG,
        NOT_AN_ADDRESS,
        NOT_A_CODE,
        TAKEN
    }

    private final Why why;

    /** Makes the exception; the value itself is not kept, it may be personal. */
    public InvalidEntry(String what, Why why) {
        super("'" + what + "' cannot be used: " + why);
        this.why = why;
    }

    /** Returns what is wrong with it. */
    public Why why() {
        return why;
    }
}
