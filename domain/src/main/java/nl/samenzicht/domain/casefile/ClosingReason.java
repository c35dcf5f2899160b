package nl.samenzicht.domain.casefile;

/** Why a case was closed. */
public enum ClosingReason {
    HELP_COMPLETED,
    PERSON_LEFT,
    PERSON_DECLINED_HELP,
    NO_TRAFFICKING_FOUND,
    MOVED_TO_OTHER_AGENCY,
    DUPLICATE
}
