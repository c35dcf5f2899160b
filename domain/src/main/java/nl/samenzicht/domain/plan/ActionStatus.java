package nl.samenzicht.domain.plan;

/** Where an action of a plan stands. */
public enum ActionStatus {
    OPEN,
    DONE,
    DROPPED
}
