package nl.samenzicht.security.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.prf.Prf;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One key of the index of persons, and the three that are derived from it: for tokens, for what stands in a record, and for
 * sealing. Safe for use by several threads.
 */
public final class LinkageKey {
    /** How many bytes a digest has that {@link #tags} takes. */
    public static final int BLOCK = 16;

    private static final int DERIVED_KEY = 32;
    private static final int KEY_ID = 4;
    private static final String HMAC = "HmacSHA256";

    // looking one up costs more than using it
    private static final ThreadLocal<Cipher> AES = ThreadLocal.withInitial(LinkageKey::aes);

    private final int id;
    private final Mac tokens;
    private final Mac records;
    private final AesGcmJce seal;

    private LinkageKey(int id, Mac tokens, Mac records, AesGcmJce seal) {
        this.id = id;
        this.tokens = tokens;
        this.records = records;
        this.seal = seal;
    }

    static LinkageKey of(int id, Prf prf) throws GeneralSecurityException {
        return new LinkageKey(
                id,
                hmac(prf, "linkage token"),
                hmac(prf, "linkage record"),
                new AesGcmJce(prf.compute("linkage seal".getBytes(UTF_8), DERIVED_KEY)));
    }

    private static Mac hmac(Prf prf, String use) throws GeneralSecurityException {
        var mac = Mac.getInstance(HMAC);
        mac.init(new SecretKeySpec(prf.compute(use.getBytes(UTF_8), DERIVED_KEY), HMAC));
        return mac;
    }

    private static byte[] hmac(Mac made, byte[] text) throws CloneNotSupportedException {
        // a copy is for this thread alone, and cheaper than a new one
        return ((Mac) made.clone()).doFinal(text);
    }

    private static Cipher aes() {
        try {
            return Cipher.getInstance("AES/ECB/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new KeyFailure("This Java has no AES", e);
        }
    }

    /** The number that stands in what this key sealed. */
    public int id() {
        return id;
    }

    /** The token of a text, the first eight bytes of its HMAC: equal texts have equal tokens, and a guess cannot be tested. */
    public long token(String text) {
        try {
            return ByteBuffer.wrap(hmac(tokens, text.getBytes(UTF_8))).getLong();
        } catch (CloneNotSupportedException e) {
            throw new KeyFailure("A token of a person cannot be made", e);
        }
    }

    /**
     * What digests become in one record: AES under a key that holds for this salt alone, so that equal digests in two records
     * have nothing in common to whoever has not the key.
     *
     * @param salt of the record
     * @param digests blocks of {@value #BLOCK} bytes; no two of one record need to differ
     * @return as many blocks, in the same order
     */
    public byte[] tags(byte[] salt, byte[] digests) {
        try {
            // a pseudo-random function of each block; nothing is encrypted that anybody will decrypt
            var aes = AES.get();
            aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(hmac(records, salt), 0, BLOCK, "AES"));
            return aes.doFinal(digests);
        } catch (GeneralSecurityException | CloneNotSupportedException e) {
            throw new KeyFailure("A record of a person cannot be made", e);
        }
    }

    /** Seals bytes for one place; the same bytes never give the same result twice. */
    public byte[] seal(byte[] place, byte[] bytes) {
        try {
            var sealed = seal.encrypt(bytes, place);
            return ByteBuffer.allocate(KEY_ID + sealed.length)
                    .putInt(id)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new KeyFailure("A record of a person cannot be sealed", e);
        }
    }

    /** The number of the key that sealed this. */
    public static int idOf(byte[] sealed) {
        return ByteBuffer.wrap(sealed).getInt();
    }

    /**
     * Opens what this key sealed.
     *
     * @throws KeyFailure when it was changed, or belongs to another place or key
     */
    public byte[] open(byte[] place, byte[] sealed) {
        try {
            return seal.decrypt(Arrays.copyOfRange(sealed, KEY_ID, sealed.length), place);
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new KeyFailure("A record of a person does not open", e);
        }
    }
}
