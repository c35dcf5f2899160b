package nl.samenzicht.security.policy;

/** How an agency takes part in a case at the moment of asking. */
public enum ParticipationState {
    NONE,
    ACTIVE,
    ENDED
}
