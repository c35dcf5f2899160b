package nl.samenzicht.security.access;

/** Identifies the transaction that is running on this thread, so that a grant cannot outlive the one it was given in. */
@FunctionalInterface
public interface RunningTransaction {

    /**
     * Returns something that is equal for the same transaction and for no other.
     *
     * @throws IllegalStateException when no transaction is running
     */
    Object key();
}
