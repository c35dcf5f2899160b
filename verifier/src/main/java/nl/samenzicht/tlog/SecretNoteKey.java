package nl.samenzicht.tlog;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;

/**
 * A key pair with which a program signs: the public key, and the secret seed. On disk it is two lines, the verifier key
 * that may be given to everybody, and {@code secret} with the seed in base64.
 */
public final class SecretNoteKey {
    private static final String SECRET = "secret ";

    private final NoteKey open;
    private final byte[] seed;

    private SecretNoteKey(NoteKey open, byte[] seed) {
        this.open = open;
        this.seed = seed;
        var probe = new byte[] {1};
        if (seed.length != Ed25519.KEY || !Ed25519.verifies(open.key(), probe, Ed25519.sign(seed, probe))) {
            throw new IllegalArgumentException("The two halves of key '%s' do not belong together".formatted(open));
        }
    }

    /** Makes a new key pair. */
    public static SecretNoteKey generate(String name, NoteKey.Type type) {
        try {
            var generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519);
            var pair = generator.generateKeyPair();
            var seed = ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow();
            return new SecretNoteKey(new NoteKey(name, type, plain((EdECPublicKey) pair.getPublic())), seed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot make an Ed25519 key", e);
        }
    }

    /** The point as RFC 8032 writes it: y with its lowest byte first, and the sign of x in the highest bit. */
    private static byte[] plain(EdECPublicKey key) {
        var y = key.getPoint().getY().toByteArray();
        var plain = new byte[Ed25519.KEY];
        for (int i = 0; i < Math.min(y.length, Ed25519.KEY); i++) {
            plain[i] = y[y.length - 1 - i];
        }
        if (key.getPoint().isXOdd()) {
            plain[Ed25519.KEY - 1] |= (byte) 0x80;
        }
        return plain;
    }

    /**
     * Reads a key pair.
     *
     * @throws IllegalArgumentException when it is not one
     */
    public static SecretNoteKey parse(String written) {
        var lines = written.lines().toList();
        if (lines.size() != 2 || !lines.get(1).startsWith(SECRET)) {
            throw new IllegalArgumentException("A secret key is a verifier key, and a line '%s…'".formatted(SECRET));
        }
        return new SecretNoteKey(
                NoteKey.parse(lines.get(0)),
                Base64.getDecoder().decode(lines.get(1).substring(SECRET.length())));
    }

    /** The key pair as it is kept, by its owner alone. */
    public String written() {
        return open + "\n" + SECRET + Base64.getEncoder().encodeToString(seed) + "\n";
    }

    /** The half that may be given to everybody. */
    public NoteKey open() {
        return open;
    }

    /** Signs a message with Ed25519; 64 bytes. */
    public byte[] sign(byte[] message) {
        return Ed25519.sign(seed, message);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SecretNoteKey that && open.equals(that.open) && Arrays.equals(seed, that.seed);
    }

    @Override
    public int hashCode() {
        return open.hashCode();
    }

    /** Only the open half; the secret never ends up in a log. */
    @Override
    public String toString() {
        return open.toString();
    }
}
