package nl.samenzicht.domain.casefile;

/** Which restrictions of items rest on a request of the person, so that who works on the case cannot lift them. */
@FunctionalInterface
public interface HeldRestrictions {
    /** Whether this item is only kept because the person asked so by right (AVG 18, 21). */
    boolean byRequest(ItemHeader item);
}
