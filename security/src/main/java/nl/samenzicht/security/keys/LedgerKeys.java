package nl.samenzicht.security.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.prf.PrfSet;
import com.google.crypto.tink.signature.Ed25519PrivateKey;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Ed25519Sign;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The three keys of the ledger: for the MAC on each entry, for what was typed, and for signing checkpoints.
 *
 * <p>Each can be rotated while running; what an older key made stays readable and verifiable.
 */
public final class LedgerKeys {
    private static final int DERIVED_KEY = 32;
    private static final int KEY_ID = 4;

    private final Keyring<Mac> macs;
    private final Keyring<PrfSet> details;
    private final Keyring<List<SigningKey>> signing;

    public LedgerKeys(KeyFolder folder) {
        macs = new Keyring<>(
                folder, KeyUse.LEDGER_MAC, set -> set.getPrimitive(RegistryConfiguration.get(), Mac.class));
        details = new Keyring<>(
                folder, KeyUse.LEDGER_DETAIL, set -> set.getPrimitive(RegistryConfiguration.get(), PrfSet.class));
        signing = new Keyring<>(folder, KeyUse.LEDGER_SIGNING, LedgerKeys::signingKeys);
    }

    private record SigningKey(byte[] seed, byte[] publicKey) {}

    /** The MAC of an entry's bytes, made with the newest key; it names its key. */
    public byte[] mac(byte[] entry) {
        try {
            return macs.current().computeMac(entry);
        } catch (GeneralSecurityException e) {
            throw new KeyFailure("The MAC of an entry cannot be made", e);
        }
    }

    /** Whether one of the keys made this MAC over these bytes. */
    public boolean isMac(byte[] mac, byte[] entry) {
        return macs.tryEach(key -> {
            key.verifyMac(mac, entry);
            return true;
        });
    }

    /**
     * Seals what was typed, with a key of this entry alone.
     *
     * @param salt the entry's salt; once it is destroyed nobody can open the text any more
     */
    public byte[] sealDetail(byte[] salt, byte[] entryId, String text) {
        try {
            var keys = details.current();
            var sealed = new AesGcmJce(keys.computePrimary(salt, DERIVED_KEY)).encrypt(text.getBytes(UTF_8), entryId);
            return ByteBuffer.allocate(KEY_ID + sealed.length)
                    .putInt(keys.getPrimaryId())
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new KeyFailure("The text of an entry cannot be sealed", e);
        }
    }

    /**
     * Opens what was typed.
     *
     * @throws KeyFailure when it was changed, or its key is gone
     */
    public String openDetail(byte[] salt, byte[] entryId, byte[] sealed) {
        try {
            var keyId = ByteBuffer.wrap(sealed).getInt();
            var prf = details.withKey(keys -> keys.getPrfs().get(keyId));
            var key = prf.compute(salt, DERIVED_KEY);
            var text = new AesGcmJce(key).decrypt(Arrays.copyOfRange(sealed, KEY_ID, sealed.length), entryId);
            return new String(text, UTF_8);
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new KeyFailure("The text of an entry cannot be opened", e);
        }
    }

    /** Signs with the newest key (Ed25519, 64 bytes). */
    public byte[] sign(byte[] text) {
        try {
            return new Ed25519Sign(signing.current().get(0).seed()).sign(text);
        } catch (GeneralSecurityException e) {
            throw new KeyFailure("A checkpoint cannot be signed", e);
        }
    }

    /** The public keys whose signatures count, the newest first (32 bytes each). */
    public List<byte[]> publicKeys() {
        return signing.current().stream().map(key -> key.publicKey().clone()).toList();
    }

    @AccessesPartialKey
    private static List<SigningKey> signingKeys(KeysetHandle set) throws GeneralSecurityException {
        var keys = new ArrayList<SigningKey>();
        for (int i = 0; i < set.size(); i++) {
            var entry = set.getAt(i);
            var key = (Ed25519PrivateKey) entry.getKey();
            var pair = new SigningKey(
                    key.getPrivateKeyBytes().toByteArray(InsecureSecretKeyAccess.get()),
                    key.getPublicKey().getPublicKeyBytes().toByteArray());
            keys.add(entry.isPrimary() ? 0 : keys.size(), pair);
        }
        return List.copyOf(keys);
    }
}
