package nl.samenzicht.tlog;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.BDDAssertions.then;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNoteTest {
    /** The example of Go's golang.org/x/mod/sumdb/note (BSD-3-Clause). */
    private static final String NEUMANN = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    private static final SecretNoteKey LOG = SecretNoteKey.generate("example.org/log", NoteKey.Type.NOTE);
    private static final SecretNoteKey WITNESS =
            SecretNoteKey.generate("example.org/witness", NoteKey.Type.COSIGNATURE);
    private static final SignedNote CHECKPOINT =
            SignedNote.sign(new Checkpoint("example.org/log", 7, new byte[32]).text(), LOG.open(), LOG::sign);

    @Test
    void a_note_that_go_signed_is_verified() {
        var note = SignedNote.parse(
                "If you think cryptography is the answer to your problem,\n"
                        + "then you don't know what your problem is.\n"
                        + "\n"
                        + "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n");
        var key = NoteKey.parse(NEUMANN);
        then(key.written()).isEqualTo(NEUMANN);
        then(note.signedBy(key)).isTrue();
        then(note.signedBy(new NoteKey("SomebodyElse", NoteKey.Type.NOTE, key.key())))
                .isFalse();
    }

    @Test
    void the_same_seed_gives_the_public_key_of_rfc_8032_test_1() {
        // RFC 8032, section 7.1, TEST 1
        var seed =
                java.util.HexFormat.of().parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
        var open =
                java.util.HexFormat.of().parseHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
        var written = new NoteKey("rfc", NoteKey.Type.NOTE, open) + "\nsecret "
                + Base64.getEncoder().encodeToString(seed) + "\n";
        then(java.util.HexFormat.of().formatHex(SecretNoteKey.parse(written).sign(new byte[0])))
                .isEqualTo(
                        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b"
                                + "d25bf5f0595bbe24655141438e7a100b");
    }

    @ParameterizedTest(name = "''{0}'' is no verifier key")
    @ValueSource(
            strings = {
                "",
                "PeterNeumann",
                "PeterNeumann+c74f20a3",
                "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3+AhpcmQcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3+ARpc2Q=="
            })
    void what_is_not_written_as_a_verifier_key_is_refused(String wrong) {
        assertThatThrownBy(() -> NoteKey.parse(wrong)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_secret_key_survives_being_written_and_keeps_its_secret_out_of_sight() {
        then(SecretNoteKey.parse(LOG.written())).isEqualTo(LOG);
        then(LOG.toString()).doesNotContain("secret");
        assertThatThrownBy(() -> SecretNoteKey.parse(
                        LOG.open() + "\nsecret " + Base64.getEncoder().encodeToString(new byte[32]) + "\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("do not belong together");
    }

    @Test
    void a_checkpoint_is_written_as_c2sp_has_it() {
        then(new Checkpoint("example.org/log", 7, new byte[32]).text())
                .isEqualTo("example.org/log\n7\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n");
        for (var wrong : List.of("", "x\n", "x\n07\nAAAA\n", "x\n-1\nAAAA\n", "x\n7\n!!!\n", "x\n7\nAAAA\n")) {
            assertThatThrownBy(() -> Checkpoint.parse(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void a_cosignature_says_who_saw_it_when_and_leaves_the_signature_of_the_log_as_it_was() {
        var at = Instant.parse("2026-11-26T20:00:00Z");
        var cosigned = SignedNote.parse(
                Cosignature.add(CHECKPOINT, WITNESS.open(), at, WITNESS::sign).written());
        then(cosigned.signedBy(LOG.open())).isTrue();
        then(Cosignature.of(cosigned, WITNESS.open())).contains(new Cosignature(WITNESS.open(), at));
        then(Cosignature.of(CHECKPOINT, WITNESS.open())).isEmpty();
    }

    @Test
    void a_signature_of_one_kind_never_passes_for_the_other() {
        var asNote = new NoteKey(
                "example.org/witness", NoteKey.Type.NOTE, WITNESS.open().key());
        var cosigned = Cosignature.add(CHECKPOINT, WITNESS.open(), Instant.now(), WITNESS::sign);
        then(cosigned.signedBy(asNote)).isFalse();
        then(cosigned.signedBy(WITNESS.open())).isFalse();
        var signed = SignedNote.sign(CHECKPOINT.text(), asNote, WITNESS::sign);
        then(Cosignature.of(signed, WITNESS.open())).isEmpty();
        assertThatThrownBy(() -> Cosignature.add(CHECKPOINT, LOG.open(), Instant.now(), LOG::sign))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 300)
    void one_flipped_bit_anywhere_in_a_cosigned_checkpoint_undoes_a_signature(
            @ForAll @IntRange(max = 10_000) int place, @ForAll @IntRange(max = 6) int bit) {
        var written = Cosignature.add(CHECKPOINT, WITNESS.open(), Instant.ofEpochSecond(1_700_000_000), WITNESS::sign)
                .written();
        int at = place % written.length();
        if (written.charAt(at) > 127) {
            return;
        }
        var flipped = written.substring(0, at) + (char) (written.charAt(at) ^ (1 << bit)) + written.substring(at + 1);
        boolean both;
        try {
            var note = SignedNote.parse(flipped);
            both = note.signedBy(LOG.open())
                    && Cosignature.of(note, WITNESS.open())
                            .filter(seen -> seen.at().getEpochSecond() == 1_700_000_000)
                            .isPresent();
        } catch (IllegalArgumentException unreadable) {
            both = false;
        }
        then(both).isFalse();
    }
}
