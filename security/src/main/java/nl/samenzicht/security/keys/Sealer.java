package nl.samenzicht.security.keys;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.RegistryConfiguration;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/** Seals small secrets that are not content, such as that of somebody's second factor. */
public final class Sealer {
    private final Keyring<Aead> keys;

    public Sealer(KeyFolder folder) {
        keys = new Keyring<>(folder, KeyUse.SECRETS, set -> set.getPrimitive(RegistryConfiguration.get(), Aead.class));
    }

    /**
     * Seals a secret.
     *
     * @param place where it belongs, such as {@code "totp:" + professional}; it opens nowhere else
     */
    public byte[] seal(String place, byte[] secret) {
        try {
            return keys.current().encrypt(secret, place.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new KeyFailure("A secret for '%s' cannot be sealed".formatted(place), e);
        }
    }

    /**
     * Opens a secret.
     *
     * @throws KeyFailure when it was sealed for another place, was changed, or its key is gone
     */
    public byte[] open(String place, byte[] sealed) {
        try {
            return keys.withKey(aead -> decrypted(aead, place, sealed));
        } catch (GeneralSecurityException | KeyFailure e) {
            throw new KeyFailure("A secret for '%s' does not open".formatted(place), e);
        }
    }

    private static byte[] decrypted(Aead aead, String place, byte[] sealed) {
        try {
            return aead.decrypt(sealed, place.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            return null;
        }
    }
}
