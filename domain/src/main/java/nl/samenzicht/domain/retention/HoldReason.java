package nl.samenzicht.domain.retention;

/** Why items are not destroyed although their term has passed. */
public enum HoldReason {
    /** A criminal case in which they may be evidence. */
    CRIMINAL_CASE,
    /** The person asked for something, or objected, and that is not settled. */
    OBJECTION,
    /** Another legal claim (AVG 17(3)(e)). */
    OTHER_PROCEEDINGS
}
