package nl.samenzicht.launch;

/** Starting makes no sense; the message is for the person at the keyboard and says what would help. */
final class CannotStart extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CannotStart(String message) {
        super(message);
    }

    CannotStart(String message, Throwable cause) {
        super(message, cause);
    }
}
