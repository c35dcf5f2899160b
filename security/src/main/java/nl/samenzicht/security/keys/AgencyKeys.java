package nl.samenzicht.security.keys;

/**
 * Wraps data keys for agencies. The one in use derives its keys from a keyset file ({@link DerivedAgencyKeys}); a key
 * management service can take its place here, for all agencies or for those that keep their own.
 */
public interface AgencyKeys {

    /** Seals a data key for a holder; opens only for that holder with the same associated data. */
    byte[] wrap(KeyHolder holder, byte[] dataKey, byte[] associated);

    /**
     * Opens a data key.
     *
     * @throws KeyFailure when it was made for another holder or with other associated data, or was changed
     */
    byte[] unwrap(KeyHolder holder, byte[] wrapped, byte[] associated);
}
