package nl.samenzicht.security.keys;

import java.util.Arrays;
import java.util.HexFormat;

/** What stands in a search index in place of a value: says nothing without the key, and is equal for equal values. */
public final class BlindToken {
    /** How many bytes a token has: four that name the key, and sixteen. */
    public static final int LENGTH = 20;

    private final byte[] bytes;

    BlindToken(byte[] bytes) {
        this.bytes = bytes;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BlindToken that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
