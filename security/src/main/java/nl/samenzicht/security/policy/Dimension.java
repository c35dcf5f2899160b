package nl.samenzicht.security.policy;

/** One thing that a rule can look at; each takes its terms from a {@link Vocabulary}. */
public enum Dimension {
    /** What kind of organisation asks. */
    AGENCY_TYPE,
    /** Under which function the professional works now. */
    FUNCTION,
    /** For what it is asked; a term stands for its whole subtree. */
    PURPOSE,
    /** Which kind of data it is about. */
    CATEGORY,
    /** What the professional wants to do, as a business verb. */
    ACTION,
    /** On which legal ground the item was shared, or is about to be. */
    GROUND,
    /** How the consent stands that the ground rests on. */
    CONSENT,
    /** How the asking agency takes part in the case. */
    PARTICIPATION,
    /** How the item relates to the asking agency: its own, shared with it, or neither. */
    RELATION,
    /** Under which law the item is processed. */
    REGIME,
    /** In which cooperation framework the case is handled. */
    FRAMEWORK,
    /** Whether this is asked as an emergency: {@code TRUE} or {@code FALSE}. */
    EMERGENCY
}
