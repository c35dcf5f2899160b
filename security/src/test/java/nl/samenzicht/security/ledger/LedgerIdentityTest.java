package nl.samenzicht.security.ledger;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.BDDAssertions.then;

import nl.samenzicht.security.keys.KeyFolder;
import nl.samenzicht.security.keys.KeyUse;
import nl.samenzicht.security.keys.LedgerKeys;
import nl.samenzicht.tlog.MerkleTree;
import nl.samenzicht.tlog.SignedNote;
import org.junit.jupiter.api.Test;

class LedgerIdentityTest {

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
    void what_we_sign_others_verify_with_the_key_that_we_give_them() {
        var identity = new LedgerIdentity("example.org/log", new LedgerKeys(KeyFolder.inMemory()));
        var note = SignedNote.parse(identity.sign(new MerkleTree()));
        then(note.signedBy(identity.noteKeys().get(0))).isTrue();
    }
}
