package nl.samenzicht.security;

import java.util.List;

/** What was asked cannot be done as things stand; nothing was changed. The message says what would help. */
public class CannotBeDone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String messageKey;
    private final transient List<Object> arguments;

    /** Makes the exception; the key and what goes into its sentence hold no personal data. */
    public CannotBeDone(String messageKey, Object... arguments) {
        super(messageKey + " " + List.of(arguments));
        this.messageKey = messageKey;
        this.arguments = List.of(arguments);
    }

    /** Returns the key of the sentence in the message bundles. */
    public String messageKey() {
        return messageKey;
    }

    /** Returns what goes into the sentence. */
    public List<Object> arguments() {
        return arguments;
    }
}
