package nl.samenzicht.domain.linkage;

/** How far two sets of name words agree; the first that holds counts. */
public enum NameLevel {
    /** The same words. */
    SAME,
    /** At least one word is the same; 'Anna Maria' and 'Anna', or half a double name. */
    PART,
    /** One is short for the other. */
    NICKNAME,
    /** One word sounds the same and is spelled much the same. */
    SOUND,
    /** At least 7 of 10 pairs of letters are shared. */
    CLOSE,
    /** At least 5 of 10. */
    LIKE,
    /** An initial that fits. */
    INITIAL,
    /** One word sounds the same but is spelled otherwise. */
    FAR_SOUND,
    /** At least 35 of 100 pairs of letters. */
    SOMEWHAT,
    /** Nothing of the kind. */
    OTHER,
    /** One of the two is not there. */
    UNKNOWN;

    /** Whether a word is the same. */
    boolean sharesWords() {
        return this == SAME || this == PART;
    }

    /** Whether a name stands for another. */
    boolean sharesRoot() {
        return this == NICKNAME;
    }

    /** Whether a word sounds the same, but none is the same. */
    boolean sharesSound() {
        return this == SOUND || this == FAR_SOUND;
    }
}
