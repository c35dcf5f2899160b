package nl.samenzicht.domain.casefile;

import nl.samenzicht.security.CannotBeDone;

/** What was asked about a case cannot be done as things stand; nothing was changed. The message says what would help. */
public class NotPossible extends CannotBeDone {

    private static final long serialVersionUID = 1L;

    public NotPossible(String messageKey, Object... arguments) {
        super(messageKey, arguments);
    }
}
