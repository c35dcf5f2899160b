package nl.samenzicht.domain.retention;

/** What a destruction rests on. */
public enum DestructionBasis {
    /** The term of keeping has passed (AVG 5(1)(e)). */
    TERM,
    /** The person asked for it, and it was granted (AVG 17; Wmo 2015 5.3.5; Jeugdwet 7.3.9). */
    ERASURE
}
