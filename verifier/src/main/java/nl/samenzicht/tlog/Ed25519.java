package nl.samenzicht.tlog;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;

/**
 * Ed25519 by the JDK, with keys as 32 plain bytes.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8032">RFC 8032</a>
 */
final class Ed25519 {
    static final int KEY = 32;
    static final int SIGNATURE = 64;
    private static final String NAME = "Ed25519";

    private Ed25519() {}

    /** Whether this key signed this message; anything malformed is not a signature. */
    static boolean verifies(byte[] publicKey, byte[] message, byte[] signature) {
        if (publicKey.length != KEY || signature.length != SIGNATURE) {
            return false;
        }
        try {
            var check = Signature.getInstance(NAME);
            check.initVerify(publicKey(publicKey));
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static PublicKey publicKey(byte[] key) throws GeneralSecurityException {
        boolean odd = (key[KEY - 1] & 0x80) != 0;
        var bigEndian = new byte[KEY];
        for (int i = 0; i < KEY; i++) {
            bigEndian[i] = key[KEY - 1 - i];
        }
        bigEndian[0] &= 0x7f;
        var point = new EdECPoint(odd, new BigInteger(1, bigEndian));
        return KeyFactory.getInstance(NAME).generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point));
    }

    /** Signs with a private key given as its seed. */
    static byte[] sign(byte[] seed, byte[] message) {
        try {
            var signer = Signature.getInstance(NAME);
            signer.initSign(KeyFactory.getInstance(NAME)
                    .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed)));
            signer.update(message);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot sign with Ed25519", e);
        }
    }
}
