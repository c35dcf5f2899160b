package nl.samenzicht.domain.casefile;

/** What an item is made of. */
public enum ItemKind {
    /** Typed fields of the category. */
    FIELDS,
    /** A dated note. */
    NOTE,
    /** A goal of the support plan with its actions and evaluations. */
    GOAL,
    /** Scores of the life domains at one moment. */
    SCORE
}
