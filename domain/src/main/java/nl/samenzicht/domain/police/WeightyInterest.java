package nl.samenzicht.domain.police;

/** The weighty public interest that a provision serves (Wpg art. 19 and 20, under a to d). */
public enum WeightyInterest {
    /** Preventing and detecting crime. */
    CRIME,
    /** Keeping public order. */
    ORDER,
    /** Giving help to those who need it. */
    HELP,
    /** Supervising that rules are kept. */
    SUPERVISION
}
