package nl.samenzicht.security.keys;

import com.google.crypto.tink.subtle.AesSiv;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;

/**
 * Names people in one export without telling who they are: within it the same person gets the same value, in another one a
 * different value, and only the agency's own key leads back.
 *
 * <p>Each export has a key of its own for AES-256-SIV, which is deterministic on purpose (RFC 5297). It travels along,
 * wrapped for the agency that exported; nothing is kept here.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5297">RFC 5297</a>
 */
public final class PersonSeal {
    private static final byte[] PURPOSE = Canonical.of("person-in-export").encoded();

    private final AesSiv cipher;
    private final String wrappedKey;

    PersonSeal(byte[] key, byte[] wrapped) throws GeneralSecurityException {
        cipher = new AesSiv(key);
        wrappedKey = encoded(wrapped);
    }

    /** The key of this export, which only its holder can open; base64url. */
    public String wrappedKey() {
        return wrappedKey;
    }

    /** What stands for a person in this export; base64url. */
    public String sealed(UUID person) {
        try {
            var plain = ByteBuffer.allocate(2 * Long.BYTES)
                    .putLong(person.getMostSignificantBits())
                    .putLong(person.getLeastSignificantBits())
                    .array();
            return encoded(cipher.encryptDeterministically(plain, PURPOSE));
        } catch (GeneralSecurityException e) {
            throw new KeyFailure("A person cannot be sealed", e);
        }
    }

    /**
     * Whom a value of this export stands for.
     *
     * @throws KeyFailure when it is of another export, or changed
     */
    public UUID opened(String sealed) {
        try {
            var plain = ByteBuffer.wrap(
                    cipher.decryptDeterministically(Base64.getUrlDecoder().decode(sealed), PURPOSE));
            return new UUID(plain.getLong(), plain.getLong());
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new KeyFailure("This is no person of this export", e);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
