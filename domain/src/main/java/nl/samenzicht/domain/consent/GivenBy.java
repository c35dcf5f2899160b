package nl.samenzicht.domain.consent;

/** Who gave or refused consent. */
public enum GivenBy {
    /** The person; from 16 years. */
    SELF,
    /** A parent with authority. */
    PARENT,
    /** A guardian or an institution with guardianship. */
    GUARDIAN
}
