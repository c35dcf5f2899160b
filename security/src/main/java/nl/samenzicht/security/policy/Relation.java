package nl.samenzicht.security.policy;

/** How an item relates to the asking agency. */
public enum Relation {
    /** The asking agency owns the item. */
    OWN,
    /** An active share gives the item to the asking agency or professional. */
    SHARED,
    /** Neither. */
    NONE
}
