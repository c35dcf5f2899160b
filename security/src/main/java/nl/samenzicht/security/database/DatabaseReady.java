package nl.samenzicht.security.database;

/**
 * Announces, once at start, that the tables are there and the accounts have their rights.
 * Observe this, rather than the start of the application, to seed or to begin background work; use a priority of
 * {@code 1000} and up for the directory, {@code 2000} and up for the rulebook and the keys, {@code 3000} and up for
 * casework.
 *
 * @param mode what this installation is for
 */
public record DatabaseReady(Mode mode) {
    /** What an installation is for; it is written down at the first start and never changes. */
    public enum Mode {
        /** Made-up people and cases, a known password. */
        DEMO,
        /** The real thing. */
        PRODUCTION
    }
}
