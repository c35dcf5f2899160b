package nl.samenzicht.security.access;

import nl.samenzicht.security.policy.Reason;

/**
 * How one category of a case stands for one asker, without any content.
 *
 * <p>Whether others keep something here is never told: {@link Empty} means that there is nothing that the asker may see.
 */
public sealed interface SectionState {

    /** There is something that the asker may see: {@code own} items and {@code shared} ones of others. */
    record Open(int own, int shared) implements SectionState {}

    /** Nothing that the asker may see; they may ask, or record something themselves. */
    record Empty() implements SectionState {}

    /** Not for this function and purpose, whatever lies here; {@code told} is the form that may be said. */
    record Refused(Reason told) implements SectionState {}
}
