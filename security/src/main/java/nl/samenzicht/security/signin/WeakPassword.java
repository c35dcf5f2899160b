package nl.samenzicht.security.signin;

/** A password that we do not accept; the reason is shown beside the field. */
public class WeakPassword extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is wrong with it. */
    public enum Why {
        TOO_SHORT,
        TOO_LONG,
        EASY_TO_GUESS
    }

    private final Why why;

    WeakPassword(Why why) {
        super("the password is not accepted: " + why);
        this.why = why;
    }

    /** Returns what is wrong with it. */
    public Why why() {
        return why;
    }
}
