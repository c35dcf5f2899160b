package nl.samenzicht.domain.rights;

/** A step in the handling of a request. */
public enum HandlingStep {
    /** Who asks was identified, and that they may. */
    IDENTIFY,
    /** What it is about was settled. */
    SCOPE,
    /** The term was extended, and the person told why (AVG 12(3)). */
    EXTEND,
    /** It was decided. */
    DECIDE,
    /** What was decided was done with the data, and every recipient told (AVG 19). */
    CARRY_OUT,
    /** The person was answered. */
    ANSWER,
    /** Who asked took it back. */
    WITHDRAW,
    /** A restriction ended, after the person was told (AVG 18(3)). */
    LIFT
}
