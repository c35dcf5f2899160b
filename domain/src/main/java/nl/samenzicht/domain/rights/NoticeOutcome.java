package nl.samenzicht.domain.rights;

/** What a recipient did after being told. */
public enum NoticeOutcome {
    /** The same was done with what they have. */
    DONE,
    /** They have none of it any more. */
    NOT_HELD,
    /** It was not done; their words say why. */
    NOT_DONE
}
