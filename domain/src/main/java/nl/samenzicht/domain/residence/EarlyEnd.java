package nl.samenzicht.domain.residence;

/** What ends a reflection period before its last day. */
public enum EarlyEnd {
    /** Left for a destination that is not known. */
    DEPARTED,
    /** Gave the period up. */
    RENOUNCED,
    /** Made a complaint (aangifte). */
    COMPLAINT,
    /** Cooperates with the investigation otherwise. */
    COOPERATION,
    /** Applied for another residence permit. */
    OTHER_APPLICATION;

    /** Whether it comes about by answering the police, rather than by itself. */
    public boolean byAnswer() {
        return this == COMPLAINT || this == COOPERATION;
    }
}
