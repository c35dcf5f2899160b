package nl.samenzicht.domain.residence;

/** Where somebody is on the residence route. */
public enum RouteStage {
    /** A signal, and nothing of the route yet. */
    SIGNAL,
    /** In the reflection period. */
    REFLECTION,
    /** The reflection period ended early, without an answer. */
    REFLECTION_ENDED,
    /** Answered about reporting to the police. */
    ANSWERED,
    /** Model M55 was sent. */
    APPLIED,
    /** Has a permit. */
    PERMIT,
    /** What comes after. */
    SEQUEL
}
