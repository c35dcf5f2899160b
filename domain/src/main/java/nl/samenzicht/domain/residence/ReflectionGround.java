package nl.samenzicht.domain.residence;

/** Which reflection period it is; it decides how long it lasts. */
public enum ReflectionGround {
    /** The general one. */
    STANDARD,
    /** Of somebody for whom another Dublin state is responsible. */
    DUBLIN
}
