package nl.samenzicht.security.policy;

/** Legal ground on which an item is shared. */
public enum Ground {
    /** Toestemming (AVG 6(1)(a), 9(2)(a)). */
    CONSENT,
    /** Wettelijke taak (AVG 6(1)(c), (e)). */
    STATUTORY_TASK,
    /** Vitaal belang (AVG 6(1)(d)). */
    VITAL_INTEREST,
    /** Verstrekkingsbesluit (Wpg 16–20). */
    WPG_PROVISION,
    /** Wet gegevensverwerking door samenwerkingsverbanden. */
    WGS,
    /** Another ground, written down with its source. */
    OTHER_DOCUMENTED
}
