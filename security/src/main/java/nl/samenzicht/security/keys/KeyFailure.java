package nl.samenzicht.security.keys;

/** A key is missing or does not fit; the message says which, and never holds key material or content. */
public final class KeyFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public KeyFailure(String message, Throwable cause) {
        super(message, cause);
    }

    public KeyFailure(String message) {
        super(message);
    }
}
