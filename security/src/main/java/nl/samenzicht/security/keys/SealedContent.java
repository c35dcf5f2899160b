package nl.samenzicht.security.keys;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Content as it lies on disk: the ciphertext of one item version, and its data key wrapped for those who may hold it.
 *
 * @param keys the wraps at hand; enough is the one of the agency that opens it
 */
public record SealedContent(ItemIdentity identity, byte[] ciphertext, List<WrappedKey> keys) {
    public SealedContent {
        requireNonNull(identity, "identity");
        ciphertext = ciphertext.clone();
        keys = List.copyOf(keys);
    }

    @Override
    public byte[] ciphertext() {
        return ciphertext.clone();
    }

    /** The wrap for this holder, when there is one. */
    public Optional<WrappedKey> keyOf(KeyHolder holder) {
        return keys.stream().filter(key -> key.holder().equals(holder)).findFirst();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SealedContent that
                && identity.equals(that.identity)
                && Arrays.equals(ciphertext, that.ciphertext)
                && keys.equals(that.keys);
    }

    @Override
    public int hashCode() {
        return 31 * identity.hashCode() + Arrays.hashCode(ciphertext);
    }

    @Override
    public String toString() {
        return "SealedContent[%s, %d bytes, %d keys]".formatted(identity.item(), ciphertext.length, keys.size());
    }
}
