package nl.samenzicht.domain.casefile;

/** The part that an agency plays in a case. */
public enum Part {
    /** Leads the case (regie). There is one at a time. */
    LEAD,
    /** Takes part. */
    PARTY
}
