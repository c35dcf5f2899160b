package nl.samenzicht.domain.rights;

/** Who makes a request. */
public enum Requester {
    /** The person themselves. */
    SELF,
    /** A parent with authority (AVG 8, UAVG 5). */
    PARENT,
    /** A guardian, curator or mentor. */
    GUARDIAN,
    /** Somebody whom the person authorised, such as a lawyer. */
    REPRESENTATIVE
}
