package nl.samenzicht.domain.consent;

/** The consent cannot be recorded as it was filled in; the key says what would help. */
public class ConsentNotValid extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String messageKey;

    ConsentNotValid(String messageKey) {
        super(messageKey);
        this.messageKey = messageKey;
    }

    /** The key of the sentence in the message bundles. */
    public String messageKey() {
        return messageKey;
    }
}
