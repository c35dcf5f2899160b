package nl.samenzicht.security.access;

/** From which network address somebody works now; answered by the edge that took the request in. */
@FunctionalInterface
public interface AccessPoint {

    /** The address, or null when it is not known. */
    String address();
}
