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
    SCORE,
    /** Indicators with the conclusion that a person drew from them. */
    ASSESSMENT,
    /** The steps of the Meldcode that a professional took or skipped. */
    MELDCODE;

    /** Whether what it holds is no field of the category, but a form of its own. */
    public boolean hasOwnForm() {
        return this == GOAL || this == SCORE || this == ASSESSMENT || this == MELDCODE;
    }
}
