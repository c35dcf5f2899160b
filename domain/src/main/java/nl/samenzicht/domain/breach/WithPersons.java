package nl.samenzicht.domain.breach;

/** How a breach stands with the persons whom the data are about. */
public enum WithPersons {
    /** Nothing is decided. */
    OPEN,
    /** Informed. */
    INFORMED,
    /** Not informed, with the reason on record. */
    NOT_INFORMED
}
