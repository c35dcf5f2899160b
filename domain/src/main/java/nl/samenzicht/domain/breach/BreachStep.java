package nl.samenzicht.domain.breach;

/** A step in the handling of a breach. */
public enum BreachStep {
    /** The risk was assessed, or assessed anew. */
    ASSESS,
    /** The authority was notified, in full or in part (AVG 33(1), (4)). */
    NOTIFY,
    /** What was missing from the notification was supplied (AVG 33(4)). */
    SUPPLEMENT,
    /** It was decided not to notify the authority. */
    NOT_NOTIFY,
    /** The persons were informed (AVG 34(1)). */
    INFORM,
    /** It was decided not to inform the persons (AVG 34(3)). */
    NOT_INFORM,
    /** It was closed. */
    CLOSE
}
