package nl.samenzicht.domain.emergency;

/** How a use of break-glass was judged. */
public enum Verdict {
    /** Rechtmatig. */
    LAWFUL,
    /** Nader onderzoek. */
    INVESTIGATE,
    /** Onrechtmatig. */
    UNLAWFUL
}
