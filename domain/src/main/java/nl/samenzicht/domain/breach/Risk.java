package nl.samenzicht.domain.breach;

/** What a breach means for the rights and freedoms of the persons whom the data are about. */
public enum Risk {
    /** Unlikely to be a risk; it need not be notified (AVG 33(1)). */
    NONE,
    /** A risk: the authority is notified. */
    RISK,
    /** A high risk: the persons are informed too (AVG 34(1)). */
    HIGH
}
