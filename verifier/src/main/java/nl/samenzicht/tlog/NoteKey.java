package nl.samenzicht.tlog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * A public key under a name, as others are given it: the verifier key ("vkey") of C2SP signed-note,
 * {@code name+number+base64(type ‖ key)}.
 *
 * @param name who signs; for a log its origin
 * @param type what it signs
 * @param key the Ed25519 public key, 32 bytes
 * @see <a href="https://c2sp.org/signed-note#verifier-keys">C2SP signed-note</a>
 */
public record NoteKey(String name, Type type, byte[] key) {
    static final int NUMBER = 4;

    /** The kinds of signature that are known here. */
    public enum Type {
        /** Plain Ed25519 over the text of a note; how a log signs. */
        NOTE((byte) 0x01),
        /** A timestamped {@code cosignature/v1}; how a witness signs. */
        COSIGNATURE((byte) 0x04);

        private final byte code;

        Type(byte code) {
            this.code = code;
        }

        static Type of(byte code) {
            for (var type : values()) {
                if (type.code == code) {
                    return type;
                }
            }
            throw new IllegalArgumentException("Signatures of type %d are not known here".formatted(code));
        }
    }

    /** Refuses a name that a note cannot carry, and a key that is not 32 bytes. */
    public NoteKey {
        if (!isName(name) || key.length != Ed25519.KEY) {
            throw new IllegalArgumentException("'%s' with %d bytes is no key".formatted(name, key.length));
        }
        key = key.clone();
    }

    static boolean isName(String name) {
        return !name.isEmpty() && name.indexOf('+') < 0 && name.chars().noneMatch(Character::isWhitespace);
    }

    @Override
    public byte[] key() {
        return key.clone();
    }

    /** The number by which a signature line says which key made it: four bytes of SHA-256(name ‖ LF ‖ type ‖ key). */
    public byte[] number() {
        var sha = Sha256.begin();
        sha.update(name.getBytes(UTF_8));
        sha.update((byte) '\n');
        sha.update(type.code);
        return Arrays.copyOf(sha.digest(key), NUMBER);
    }

    /** The key as people pass it on. */
    public String written() {
        var typed = ByteBuffer.allocate(1 + key.length).put(type.code).put(key).array();
        return "%s+%08x+%s"
                .formatted(
                        name,
                        ByteBuffer.wrap(number()).getInt(),
                        Base64.getEncoder().encodeToString(typed));
    }

    /**
     * Reads a verifier key.
     *
     * @throws IllegalArgumentException when it is not one, or its number does not fit
     */
    public static NoteKey parse(String written) {
        var parts = written.split("\\+", 3);
        var typed = parts.length == 3 ? Base64.getDecoder().decode(parts[2]) : new byte[0];
        if (typed.length != 1 + Ed25519.KEY) {
            throw new IllegalArgumentException("'%s' is not a verifier key: name+number+base64".formatted(written));
        }
        var key = new NoteKey(parts[0], Type.of(typed[0]), Arrays.copyOfRange(typed, 1, typed.length));
        if (!key.written().equals(written)) {
            throw new IllegalArgumentException("The number of verifier key '%s' does not fit".formatted(written));
        }
        return key;
    }

    /** Reads a list of verifier keys, one on a line; empty lines and lines that begin with {@code #} say nothing. */
    public static List<NoteKey> parseAll(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(NoteKey::parse)
                .toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteKey that && written().equals(that.written());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(key);
    }

    @Override
    public String toString() {
        return written();
    }
}
