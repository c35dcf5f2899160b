package nl.samenzicht.domain.residence;

/** What comes after the route. */
public enum RouteSequel {
    /** A permit to stay on humanitarian grounds after it (B9 Vc). */
    B9,
    /** Return to the country of origin. */
    RETURN,
    /** It ends otherwise. */
    ENDED
}
