package nl.samenzicht.security.keys;

import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.prf.PrfSet;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Agency keys derived with HKDF-SHA-256 from the {@link KeyUse#CONTENT} keyset: a key for each agency and regime, without
 * anything to store when an agency joins. A wrap names the key it was derived from, so that the keyset can be rotated
 * while running; older wraps keep opening.
 */
public final class DerivedAgencyKeys implements AgencyKeys {
    private static final int KEY_LENGTH = 32;
    private static final int KEY_ID = 4;

    private final Keyring<PrfSet> masters;
    private final Map<Derived, AesGcmJce> derived = new ConcurrentHashMap<>();

    private record Derived(KeyHolder holder, int masterId) {}

    public DerivedAgencyKeys(KeyFolder folder) {
        masters = new Keyring<>(
                folder, KeyUse.CONTENT, set -> set.getPrimitive(RegistryConfiguration.get(), PrfSet.class));
    }

    @Override
    public byte[] wrap(KeyHolder holder, byte[] dataKey, byte[] associated) {
        try {
            int masterId = masters.current().getPrimaryId();
            var wrapped = keyOf(holder, masterId).encrypt(dataKey, associated);
            return ByteBuffer.allocate(KEY_ID + wrapped.length)
                    .putInt(masterId)
                    .put(wrapped)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new KeyFailure("A data key cannot be wrapped for %s".formatted(holder), e);
        }
    }

    @Override
    public byte[] unwrap(KeyHolder holder, byte[] wrapped, byte[] associated) {
        if (wrapped.length <= KEY_ID) {
            throw new KeyFailure("A data key of %s is too short".formatted(holder));
        }
        try {
            int masterId = ByteBuffer.wrap(wrapped).getInt();
            return keyOf(holder, masterId).decrypt(Arrays.copyOfRange(wrapped, KEY_ID, wrapped.length), associated);
        } catch (GeneralSecurityException e) {
            throw new KeyFailure("A data key of %s does not open".formatted(holder), e);
        }
    }

    private AesGcmJce keyOf(KeyHolder holder, int masterId) throws GeneralSecurityException {
        var which = new Derived(holder, masterId);
        var known = derived.get(which);
        if (known != null) {
            return known;
        }
        var master = masters.withKey(keys -> keys.getPrfs().get(masterId));
        var label = Canonical.of("agency-key")
                .id(holder.agency().value())
                .code(holder.regime())
                .encoded();
        var key = new AesGcmJce(master.compute(label, KEY_LENGTH));
        derived.put(which, key);
        return key;
    }
}
