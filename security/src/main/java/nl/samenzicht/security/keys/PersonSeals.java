package nl.samenzicht.security.keys;

import com.google.crypto.tink.subtle.Random;
import java.security.GeneralSecurityException;
import java.util.Base64;

/** Makes the seal under which one export names people, and opens that of an earlier export for its holder. */
public final class PersonSeals {
    private static final int KEY_LENGTH = 64;
    private static final byte[] PURPOSE = Canonical.of("key-of-export").encoded();

    private final AgencyKeys keys;

    public PersonSeals(AgencyKeys keys) {
        this.keys = keys;
    }

    /** A seal with a new key, for one export of this holder. */
    public PersonSeal fresh(KeyHolder holder) {
        try {
            var key = Random.randBytes(KEY_LENGTH);
            return new PersonSeal(key, keys.wrap(holder, key, PURPOSE));
        } catch (GeneralSecurityException e) {
            throw new KeyFailure("An export of %s gets no key".formatted(holder), e);
        }
    }

    /**
     * The seal of an earlier export.
     *
     * @param wrappedKey as {@link PersonSeal#wrappedKey()} gave it
     * @throws KeyFailure when it was wrapped for another holder, or changed
     */
    public PersonSeal of(KeyHolder holder, String wrappedKey) {
        try {
            var wrapped = Base64.getUrlDecoder().decode(wrappedKey);
            return new PersonSeal(keys.unwrap(holder, wrapped, PURPOSE), wrapped);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new KeyFailure("This is not the key of an export of %s".formatted(holder), e);
        }
    }
}
