package nl.samenzicht.domain.clock;

import nl.samenzicht.domain.residence.Route;

/** What runs out. */
public enum ClockKind {
    /** The reflection period. */
    REFLECTION,
    /** The day on which the Immigration Service means to have decided on model M55. */
    M55,
    /** A residence permit. */
    PERMIT,
    /** The next action of the plan that is for one's own agency. */
    ACTION,
    /** A share that one's own agency gave or got. */
    SHARE,
    /** A consent. */
    CONSENT,
    /** One's own participation. */
    PARTICIPATION,
    /** The cooperation framework of the case. */
    FRAMEWORK;

    /** The clock of a term of the residence route. */
    static ClockKind of(Route.Term term) {
        return switch (term) {
            case REFLECTION -> REFLECTION;
            case M55 -> M55;
            case PERMIT -> PERMIT;
        };
    }

    /** Whether it is a term of the residence route. */
    public boolean ofResidence() {
        return this == REFLECTION || this == M55 || this == PERMIT;
    }
}
