package nl.samenzicht.launch;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.CharBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Seals a file of a backup under a passphrase. The file begins with a line of text and a salt of 16 bytes; Argon2id makes a key
 * of the passphrase (RFC 9106, section 4: 3 passes, 4 lanes, 64 MiB), and AES-256-GCM seals the rest in segments of 1 MiB, as Tink's
 * {@code AES256_GCM_HKDF_1MB} does. A byte that was changed, a segment that is missing and a file that was cut off are noticed,
 * and so is a file of another kind.
 */
final class Sealing {
    private static final byte[] BEGINNING = "samenzicht backup 1\n".getBytes(US_ASCII);
    private static final int SALT = 16;
    private static final int KEY = 32;
    private static final int SEGMENT = 1 << 20;
    private static final int MEMORY_KIB = 1 << 16;
    private static final int PASSES = 3;
    private static final int LANES = 4;

    private Sealing() {}

    /**
     * Begins a sealed file; closing the stream ends it.
     *
     * @param kind what the file is; only who expects this kind opens it
     */
    static OutputStream sealing(OutputStream to, char[] passphrase, String kind) throws IOException {
        byte[] salt = new byte[SALT];
        new SecureRandom().nextBytes(salt);
        to.write(BEGINNING);
        to.write(salt);
        try {
            return aead(passphrase, salt).newEncryptingStream(to, kind.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Opens a sealed file. What is read before the end of the stream was reached is as it was written, but there may be more of it.
     *
     * @throws IOException when it is no such file; the streams's own reads throw it when the passphrase does not fit, or the file
     *     was changed or cut off
     */
    static InputStream opened(InputStream from, char[] passphrase, String kind) throws IOException {
        if (!Arrays.equals(from.readNBytes(BEGINNING.length), BEGINNING)) {
            throw new IOException("it does not begin as a backup of Samenzicht does");
        }
        byte[] salt = from.readNBytes(SALT);
        if (salt.length < SALT) {
            throw new IOException("it is cut off");
        }
        try {
            return aead(passphrase, salt).newDecryptingStream(from, kind.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static StreamingAead aead(char[] passphrase, byte[] salt) throws GeneralSecurityException {
        return new AesGcmHkdfStreaming(key(passphrase, salt), "HmacSha256", KEY, SEGMENT, 0);
    }

    private static byte[] key(char[] passphrase, byte[] salt) {
        var argon = new Argon2BytesGenerator();
        argon.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withIterations(PASSES)
                .withMemoryAsKB(MEMORY_KIB)
                .withParallelism(LANES)
                .withSalt(salt)
                .build());
        var encoded = UTF_8.encode(CharBuffer.wrap(passphrase));
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        byte[] key = new byte[KEY];
        argon.generateBytes(bytes, key);
        return key;
    }
}
