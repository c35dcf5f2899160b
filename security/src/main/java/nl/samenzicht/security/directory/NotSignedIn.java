package nl.samenzicht.security.directory;

/** Nobody is signed in here, or no longer: the session ended, stood idle, or lost its function. */
public class NotSignedIn extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why there is nobody. */
    public enum Why {
        NEVER,
        ENDED,
        IDLE,
        FUNCTION_ENDED
    }

    private final Why why;

    /** Makes the exception for this cause. */
    public NotSignedIn(Why why) {
        super("nobody is signed in: " + why);
        this.why = why;
    }

    /** Returns why there is nobody. */
    public Why why() {
        return why;
    }
}
