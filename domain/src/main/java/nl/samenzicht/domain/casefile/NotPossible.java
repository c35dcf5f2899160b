package nl.samenzicht.domain.casefile;

import java.util.List;

/** What was asked cannot be done as things stand; nothing was changed. The message says what would help. */
public class NotPossible extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String messageKey;
    private final transient List<Object> arguments;

    public NotPossible(String messageKey, Object... arguments) {
        super(messageKey + " " + List.of(arguments));
        this.messageKey = messageKey;
        this.arguments = List.of(arguments);
    }

    /** The key of the sentence in the message bundles. */
    public String messageKey() {
        return messageKey;
    }

    public List<Object> arguments() {
        return arguments;
    }
}
