package nl.samenzicht.domain.sharing;

/** Why a share ended. */
public enum EndReason {
    NO_LONGER_NEEDED,
    SHARED_BY_MISTAKE,
    CONSENT_WITHDRAWN,
    PARTY_LEFT,
    CASE_CLOSED
}
