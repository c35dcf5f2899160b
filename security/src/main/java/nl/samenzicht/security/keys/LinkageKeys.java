package nl.samenzicht.security.keys;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.prf.PrfSet;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The keys of the index of persons. What was written with an older key stays findable: a question is asked under each of
 * {@link #all()}, and what is stored names its key.
 */
public final class LinkageKeys {
    private final Keyring<Map<Integer, LinkageKey>> keys;

    public LinkageKeys(KeyFolder folder) {
        keys = new Keyring<>(folder, KeyUse.LINKAGE, LinkageKeys::derived);
    }

    /** The key to write with. */
    public LinkageKey current() {
        return keys.current().values().iterator().next();
    }

    /** All keys, the one to write with first. */
    public List<LinkageKey> all() {
        return List.copyOf(keys.current().values());
    }

    /** The key with this number; empty when there is none any more, so that what it wrote stays closed. */
    public Optional<LinkageKey> withId(int id) {
        try {
            return Optional.of(keys.withKey(known -> find(known, id)));
        } catch (KeyFailure gone) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new KeyFailure("A key of the index of persons cannot be used", e);
        }
    }

    private static @Nullable LinkageKey find(Map<Integer, LinkageKey> known, int id) {
        return known.get(id);
    }

    private static Map<Integer, LinkageKey> derived(KeysetHandle set) throws GeneralSecurityException {
        var prfs = set.getPrimitive(RegistryConfiguration.get(), PrfSet.class);
        var keys = new LinkedHashMap<Integer, LinkageKey>();
        int primary = prfs.getPrimaryId();
        keys.put(primary, LinkageKey.of(primary, prfs.getPrfs().get(primary)));
        for (var prf : prfs.getPrfs().entrySet()) {
            if (prf.getKey() != primary) {
                keys.put(prf.getKey(), LinkageKey.of(prf.getKey(), prf.getValue()));
            }
        }
        return keys;
    }
}
