package nl.samenzicht.domain.indicator;

/** Where the dimensions together point. A direction for a person to think about, and no conclusion. */
public enum Outcome {
    /** No dimension is positive. Absence of indicators proves nothing. */
    NO_INDICATION,
    /** Exploitation without means: an abuse at work. */
    LABOUR_ABUSE,
    /** Deceived at recruitment and exploited, without force meanwhile. */
    DECEPTION_AND_EXPLOITATION,
    /** Presumed victim: deception or force at recruitment, exploitation, and force meanwhile. */
    PRESUMED_VICTIM,
    /** Presumed victim who is a minor: exploitation, for which no means are needed. */
    PRESUMED_VICTIM_MINOR,
    /** At least one dimension is positive, in another combination. */
    FURTHER_INQUIRY
}
