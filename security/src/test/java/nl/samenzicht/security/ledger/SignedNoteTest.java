package nl.samenzicht.security.ledger;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.BDDAssertions.then;

import java.util.Base64;
import java.util.List;
import nl.samenzicht.security.keys.KeyFolder;
import nl.samenzicht.security.keys.KeyUse;
import nl.samenzicht.security.keys.LedgerKeys;
import org.junit.jupiter.api.Test;

class SignedNoteTest {

    /** The example of Go's golang.org/x/mod/sumdb/note (BSD-3-Clause): signed by somebody else, verified by us. */
    @Test
    void a_note_that_go_signed_is_verified() {
        var note = SignedNote.parse(
                "If you think cryptography is the answer to your problem,\n"
                        + "then you don't know what your problem is.\n"
                        + "\n"
                        + "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n");
        var key = Base64.getDecoder().decode("ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
        var raw = java.util.Arrays.copyOfRange(key, 1, key.length);
        then(SignedNote.verifierKey("PeterNeumann", raw))
                .isEqualTo("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
        then(note.signedBy("PeterNeumann", List.of(raw))).isTrue();
        then(note.signedBy("SomebodyElse", List.of(raw))).isFalse();
    }

    @Test
    void a_checkpoint_holds_after_the_signing_key_was_rotated() {
        var folder = KeyFolder.inMemory();
        var tree = new MerkleTree();
        tree.add(MerkleTree.leafHash(new byte[] {1}));
        var note = new LedgerIdentity("example.org/log", new LedgerKeys(folder)).sign(tree);
        folder.rotate(KeyUse.LEDGER_SIGNING);
        var later = new LedgerIdentity("example.org/log", new LedgerKeys(folder));
        then(later.verified(note).root()).isEqualTo(tree.root());
        then(later.sign(tree)).isNotEqualTo(note);
        assertThatThrownBy(() -> new LedgerIdentity("example.org/other", new LedgerKeys(folder)).verified(note))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_checkpoint_is_written_as_c2sp_has_it() {
        var root = new byte[32];
        then(new Checkpoint("example.org/log", 7, root).text())
                .isEqualTo("example.org/log\n7\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n");
        for (var wrong : List.of("", "x\n", "x\n07\nAAAA\n", "x\n-1\nAAAA\n", "x\n7\n!!!\n", "x\n7\nAAAA\n")) {
            assertThatThrownBy(() -> Checkpoint.parse(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
