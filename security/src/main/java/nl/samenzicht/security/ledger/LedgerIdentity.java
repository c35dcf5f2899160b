package nl.samenzicht.security.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.subtle.Ed25519Verify;
import java.security.GeneralSecurityException;
import java.util.List;
import nl.samenzicht.security.keys.LedgerKeys;
import nl.samenzicht.tlog.Checkpoint;
import nl.samenzicht.tlog.MerkleTree;
import nl.samenzicht.tlog.NoteKey;
import nl.samenzicht.tlog.SignedNote;

/** The name under which this ledger signs (the origin of its checkpoints), and the signing and checking itself. */
record LedgerIdentity(String origin, LedgerKeys keys) {
    LedgerIdentity {
        if (!origin.matches("[A-Za-z0-9./_-]{3,100}")) {
            throw new IllegalArgumentException(
                    "'%s' cannot be the origin of a ledger: letters, digits and ./_-".formatted(origin));
        }
    }

    String sign(MerkleTree tree) {
        return sign(new Checkpoint(origin, tree.size(), tree.root()).text());
    }

    /** Signs a text that cannot be taken for a checkpoint, or one that is one. */
    String sign(String text) {
        return SignedNote.sign(text, noteKeys().get(0), keys::sign).written();
    }

    /** The public keys that others check us with, the newest first; older ones stay, for what they signed. */
    List<NoteKey> noteKeys() {
        return keys.publicKeys().stream()
                .map(key -> new NoteKey(origin, NoteKey.Type.NOTE, key))
                .toList();
    }

    /**
     * Reads a signed checkpoint of this ledger.
     *
     * @throws IllegalArgumentException when it is damaged, or of another ledger, or not signed by us
     */
    Checkpoint verified(String note) {
        var signed = SignedNote.parse(note);
        if (noteKeys().stream().noneMatch(key -> signedBy(signed, key))) {
            throw new IllegalArgumentException("The checkpoint is not signed by '%s'".formatted(origin));
        }
        var checkpoint = Checkpoint.parse(signed.text());
        if (!checkpoint.origin().equals(origin)) {
            throw new IllegalArgumentException(
                    "The checkpoint is of '%s', not of '%s'".formatted(checkpoint.origin(), origin));
        }
        return checkpoint;
    }

    /** As {@link SignedNote#signedBy}, by Tink, which takes a quarter of the time; there may be a checkpoint each second. */
    private static boolean signedBy(SignedNote note, NoteKey key) {
        return note.signaturesOf(key).stream().anyMatch(signature -> {
            try {
                new Ed25519Verify(key.key()).verify(signature, note.text().getBytes(UTF_8));
                return true;
            } catch (GeneralSecurityException notSigned) {
                return false;
            }
        });
    }
}
