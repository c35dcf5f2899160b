package nl.samenzicht.security.keys;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;

/** The data key of one item version, sealed for one holder. */
public record WrappedKey(KeyHolder holder, byte[] wrapped) {
    public WrappedKey {
        requireNonNull(holder, "holder");
        wrapped = wrapped.clone();
    }

    @Override
    public byte[] wrapped() {
        return wrapped.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WrappedKey that && holder.equals(that.holder) && Arrays.equals(wrapped, that.wrapped);
    }

    @Override
    public int hashCode() {
        return 31 * holder.hashCode() + Arrays.hashCode(wrapped);
    }

    @Override
    public String toString() {
        return "WrappedKey[" + holder + "]";
    }
}
