package nl.samenzicht.security.keys;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.PublicKeySign;
import com.google.crypto.tink.PublicKeyVerify;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HybridConfig;
import com.google.crypto.tink.signature.SignatureConfig;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * Seals what leaves the platform for one recipient, and signs it as ours. The recipient's public key is theirs to give; only
 * they can open it, also when it lies in a folder or with a carrier. Ciphers: HPKE (RFC 9180: X25519, HKDF-SHA256,
 * AES-256-GCM) and Ed25519, as Tink writes them.
 */
public final class OutgoingSeal {
    static {
        try {
            HybridConfig.register();
            SignatureConfig.register();
        } catch (GeneralSecurityException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final Keyring<PublicKeySign> signing;
    private final Keyring<KeysetHandle> verifying;

    public OutgoingSeal(KeyFolder folder) {
        signing = new Keyring<>(
                folder,
                KeyUse.REPORT_SIGNING,
                set -> set.getPrimitive(RegistryConfiguration.get(), PublicKeySign.class));
        verifying = new Keyring<>(folder, KeyUse.REPORT_SIGNING, KeysetHandle::getPublicKeysetHandle);
    }

    /**
     * Encrypts for a recipient.
     *
     * @param recipientKeyset their public HPKE keyset in Tink's JSON form
     * @param context what the message is and its number; it opens under no other
     * @throws KeyFailure when the keyset is not one
     */
    public byte[] sealFor(String recipientKeyset, byte[] plain, String context) {
        try {
            var recipient = TinkJsonProtoKeysetFormat.parseKeysetWithoutSecret(recipientKeyset);
            return recipient
                    .getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class)
                    .encrypt(plain, context.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new KeyFailure("The public key of the recipient cannot be used: " + e.getMessage(), e);
        }
    }

    /** Signs with the newest signing key of this installation. */
    public byte[] sign(byte[] message) {
        try {
            return signing.current().sign(message);
        } catch (GeneralSecurityException e) {
            throw new KeyFailure("An outgoing message cannot be signed", e);
        }
    }

    /** The public keyset with which a recipient verifies our signatures, in Tink's JSON form. */
    public String verifyingKeyset() {
        try {
            return TinkJsonProtoKeysetFormat.serializeKeysetWithoutSecret(verifying.current());
        } catch (GeneralSecurityException e) {
            throw new KeyFailure("The verifying key cannot be written", e);
        }
    }

    /** A fresh key pair of a recipient: for the demo and for tests, where nobody else makes one. */
    public record RecipientKeys(String privateKeyset, String publicKeyset) {
        /** Makes a pair that nobody had before. */
        public static RecipientKeys fresh() {
            try {
                HybridConfig.register();
                var pair = KeysetHandle.generateNew(HpkeParameters.builder()
                        .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
                        .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
                        .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
                        .setVariant(HpkeParameters.Variant.TINK)
                        .build());
                return new RecipientKeys(
                        TinkJsonProtoKeysetFormat.serializeKeyset(pair, InsecureSecretKeyAccess.get()),
                        TinkJsonProtoKeysetFormat.serializeKeysetWithoutSecret(pair.getPublicKeysetHandle()));
            } catch (GeneralSecurityException e) {
                throw new KeyFailure("A key pair cannot be made", e);
            }
        }

        /** Opens what was sealed for this recipient under this context, as they do on their side. */
        public byte[] open(byte[] sealed, String context) {
            try {
                return TinkJsonProtoKeysetFormat.parseKeyset(privateKeyset, InsecureSecretKeyAccess.get())
                        .getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class)
                        .decrypt(sealed, context.getBytes(StandardCharsets.UTF_8));
            } catch (GeneralSecurityException e) {
                throw new KeyFailure("What was sealed for a recipient does not open", e);
            }
        }

        @Override
        public String toString() {
            return "RecipientKeys[]";
        }
    }

    /** Whether a signature over these bytes is of who holds the private part of this public keyset, as a recipient asks. */
    public static boolean isSignedBy(String verifyingKeyset, byte[] message, byte[] signature) {
        try {
            TinkJsonProtoKeysetFormat.parseKeysetWithoutSecret(verifyingKeyset)
                    .getPrimitive(RegistryConfiguration.get(), PublicKeyVerify.class)
                    .verify(signature, message);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
