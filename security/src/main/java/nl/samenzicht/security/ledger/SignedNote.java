package nl.samenzicht.security.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.subtle.Ed25519Verify;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A text with signatures beneath it, as the C2SP {@code signed-note} format has it, so that other people's verifiers can
 * read ours.
 *
 * @see <a href="https://c2sp.org/signed-note">C2SP signed-note</a>
 */
record SignedNote(String text, List<Signature> signatures) {
    private static final String MARK = "— ";
    private static final byte ED25519 = 1;
    private static final int KEY_ID = 4;
    private static final int MAX_LENGTH = 10_000;

    SignedNote {
        if (!text.endsWith("\n")) {
            throw new IllegalArgumentException("A note ends in a new line");
        }
        signatures = List.copyOf(signatures);
    }

    /** One signature line: the name of the key, and the signature with the key's number before it. */
    record Signature(String name, String base64) {}

    /** Signs a text with one Ed25519 key. */
    static SignedNote sign(String text, String name, byte[] publicKey, UnaryOperator<byte[]> signer) {
        var signature = signer.apply(text.getBytes(UTF_8));
        var line = ByteBuffer.allocate(KEY_ID + signature.length)
                .put(keyId(name, publicKey))
                .put(signature)
                .array();
        return new SignedNote(
                text, List.of(new Signature(name, Base64.getEncoder().encodeToString(line))));
    }

    /** The whole note as it is stored and sent. */
    String written() {
        var note = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> note.append(MARK)
                .append(signature.name())
                .append(' ')
                .append(signature.base64())
                .append('\n'));
        return note.toString();
    }

    /**
     * Reads a note.
     *
     * @throws IllegalArgumentException when it is not one
     */
    static SignedNote parse(String note) {
        int border = note.lastIndexOf("\n\n");
        if (border < 0 || note.length() > MAX_LENGTH || !note.endsWith("\n")) {
            throw new IllegalArgumentException("A note is a text, an empty line, and signatures");
        }
        var signatures = new ArrayList<Signature>();
        for (var line : note.substring(border + 2).split("\n")) {
            var parts = line.split(" ");
            if (parts.length != 3 || !parts[0].equals(MARK.strip())) {
                throw new IllegalArgumentException("A signature is a dash, a name, and the signature");
            }
            signatures.add(new Signature(parts[1], parts[2]));
        }
        return new SignedNote(note.substring(0, border + 1), signatures);
    }

    /** Whether one of these keys, under this name, signed the text. */
    boolean signedBy(String name, List<byte[]> publicKeys) {
        return signatures.stream()
                .filter(signature -> signature.name().equals(name))
                .anyMatch(signature -> publicKeys.stream().anyMatch(key -> verifies(signature, key)));
    }

    private boolean verifies(Signature signature, byte[] publicKey) {
        try {
            var line = Base64.getDecoder().decode(signature.base64());
            if (line.length <= KEY_ID
                    || !Arrays.equals(Arrays.copyOf(line, KEY_ID), keyId(signature.name(), publicKey))) {
                return false;
            }
            new Ed25519Verify(publicKey).verify(Arrays.copyOfRange(line, KEY_ID, line.length), text.getBytes(UTF_8));
            return true;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static byte[] keyId(String name, byte[] publicKey) {
        var sha = EntryRow.sha256();
        sha.update(name.getBytes(UTF_8));
        sha.update((byte) '\n');
        sha.update(ED25519);
        return Arrays.copyOf(sha.digest(publicKey), KEY_ID);
    }

    /** The key as verifiers take it: {@code name+number+base64}, in the vkey form of signed-note. */
    static String verifierKey(String name, byte[] publicKey) {
        var id = keyId(name, publicKey);
        var typed = ByteBuffer.allocate(1 + publicKey.length)
                .put(ED25519)
                .put(publicKey)
                .array();
        return "%s+%08x+%s"
                .formatted(
                        name, ByteBuffer.wrap(id).getInt(), Base64.getEncoder().encodeToString(typed));
    }
}
