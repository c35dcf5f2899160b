package nl.samenzicht.domain.rights;

/** What was decided on a request. */
public enum RequestDecision {
    /** Toegewezen. */
    GRANTED,
    /** Gedeeltelijk toegewezen: some categories are withheld. */
    PARTLY,
    /** Afgewezen. */
    REFUSED
}
