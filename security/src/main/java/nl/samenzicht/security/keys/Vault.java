package nl.samenzicht.security.keys;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import nl.samenzicht.security.access.AccessGrant;

/**
 * Seals content, and opens it for a grant that names it; nothing else in the system decrypts content.
 *
 * <p>Each item version has a data key of its own (AES-256-GCM), bound to the item's identity and wrapped for every holder.
 * Sharing adds a wrap; taking the wraps away makes the content unreadable for good.
 */
public final class Vault {
    private static final int DATA_KEY = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final AgencyKeys agencyKeys;

    public Vault(AgencyKeys agencyKeys) {
        this.agencyKeys = agencyKeys;
    }

    /**
     * Seals one item version with a fresh data key.
     *
     * @param holders who may open it from the start, as a rule the owner alone
     */
    public SealedContent seal(ItemIdentity identity, byte[] plain, Set<KeyHolder> holders) {
        if (holders.isEmpty()) {
            throw new IllegalArgumentException("Item %s version %d has no holder, so nobody could open it"
                    .formatted(identity.item(), identity.version()));
        }
        var dataKey = new byte[DATA_KEY];
        RANDOM.nextBytes(dataKey);
        try {
            var ciphertext = new AesGcmJce(dataKey).encrypt(plain, identity.associated());
            var wraps = new ArrayList<WrappedKey>();
            for (var holder : holders) {
                wraps.add(new WrappedKey(holder, agencyKeys.wrap(holder, dataKey, identity.associatedFor(holder))));
            }
            return new SealedContent(identity, ciphertext, wraps);
        } catch (GeneralSecurityException e) {
            throw new KeyFailure(
                    "Item %s version %d cannot be sealed".formatted(identity.item(), identity.version()), e);
        } finally {
            Arrays.fill(dataKey, (byte) 0);
        }
    }

    /**
     * Opens content with the key of the agency that the grant names for it: the asker's own, or under break-glass the
     * owner's.
     *
     * @throws IllegalStateException when the grant does not name this very version; a programming error
     * @throws KeyFailure when there is no wrap for that agency, or the content or its place was changed
     */
    public byte[] open(AccessGrant grant, SealedContent sealed) {
        var identity = sealed.identity();
        if (!grant.covers(identity.item(), identity.version())) {
            throw new IllegalStateException("Grant %s does not cover item %s version %d"
                    .formatted(grant.entry().code(), identity.item(), identity.version()));
        }
        var granted = grant.of(identity.item()).orElseThrow();
        var holder = granted.keyHolder().equals(identity.owner())
                ? new KeyHolder(identity.owner(), granted.regime())
                : KeyHolder.recipient(granted.keyHolder());
        return open(holder, sealed);
    }

    /**
     * Tells whether content would open for {@code holder}, without showing it: whether it still is what was sealed, for this
     * item, version and case.
     */
    public boolean isIntact(KeyHolder holder, SealedContent sealed) {
        try {
            Arrays.fill(open(holder, sealed), (byte) 0);
            return true;
        } catch (KeyFailure failure) {
            return false;
        }
    }

    byte[] open(KeyHolder holder, SealedContent sealed) {
        var identity = sealed.identity();
        var dataKey = dataKey(holder, sealed);
        try {
            return new AesGcmJce(dataKey).decrypt(sealed.ciphertext(), identity.associated());
        } catch (GeneralSecurityException e) {
            throw new KeyFailure(
                    "Item %s version %d does not open: its content or its place was changed"
                            .formatted(identity.item(), identity.version()),
                    e);
        } finally {
            Arrays.fill(dataKey, (byte) 0);
        }
    }

    /**
     * Wraps the data key for one more holder, as sharing does; the content itself stays sealed.
     *
     * @param existing a holder that has a wrap already, as a rule the owner
     * @throws KeyFailure when {@code existing} has no wrap, or it does not open
     */
    public WrappedKey wrapFor(SealedContent sealed, KeyHolder existing, KeyHolder extra) {
        var dataKey = dataKey(existing, sealed);
        try {
            return new WrappedKey(
                    extra, agencyKeys.wrap(extra, dataKey, sealed.identity().associatedFor(extra)));
        } finally {
            Arrays.fill(dataKey, (byte) 0);
        }
    }

    /** Wraps the data key of several versions for one more holder. */
    public List<WrappedKey> wrapAllFor(List<SealedContent> sealed, KeyHolder existing, KeyHolder extra) {
        return sealed.stream().map(content -> wrapFor(content, existing, extra)).toList();
    }

    private byte[] dataKey(KeyHolder holder, SealedContent sealed) {
        var identity = sealed.identity();
        var wrap = sealed.keyOf(holder)
                .orElseThrow(() -> new KeyFailure(
                        "Item %s version %d has no key for %s".formatted(identity.item(), identity.version(), holder)));
        return agencyKeys.unwrap(holder, wrap.wrapped(), identity.associatedFor(holder));
    }
}
