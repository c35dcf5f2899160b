package nl.samenzicht.domain.residence;

import nl.samenzicht.security.CannotBeDone;

/** A step that the route does not allow here; nothing was recorded. The message says what would help. */
public class RouteNotLegal extends CannotBeDone {

    private static final long serialVersionUID = 1L;

    public RouteNotLegal(String messageKey, Object... arguments) {
        super(messageKey, arguments);
    }
}
