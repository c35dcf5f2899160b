package nl.samenzicht.security.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.BDDAssertions.then;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nl.samenzicht.tlog.NoteKey;
import nl.samenzicht.tlog.SecretNoteKey;
import nl.samenzicht.tlog.TileHashes;
import nl.samenzicht.tlog.TreeProofs;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Has somebody else's verifier, npm's {@code @sigstore/verify}, judge our checkpoints and proofs. Needs node and npm. */
@Tag("reference")
class SigstoreReferenceTest {
    private static final String VERIFIER = "@sigstore/verify@3.1.1";
    private static final int LINES = 300;
    private static final int INDEX = 137;

    @TempDir
    static Path home;

    private static Path modules;
    private static LedgerFixture ledger;
    private static LedgerTiles tiles;

    @BeforeAll
    static void a_ledger_and_the_verifier_of_somebody_else() throws Exception {
        ledger = new LedgerFixture(home);
        for (int i = 0; i < LINES; i++) {
            ledger.ledger.append(LedgerFixture.read(i));
        }
        ledger.sequencer.round();
        tiles = new LedgerTiles(ledger.database, ledger.keys, LedgerFixture.ORIGIN);
        var folder = Files.createDirectory(home.resolve("npm"));
        run("", "npm", "install", "--no-audit", "--no-fund", "--prefix", folder.toString(), VERIFIER);
        modules = folder.resolve("node_modules");
    }

    private static String run(String input, String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var in = process.getOutputStream()) {
            in.write(input.getBytes(UTF_8));
        }
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        then(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        then(process.exitValue()).as(said).isZero();
        return said.strip();
    }

    /** What the product gives about the line at this place. */
    private static JsonObjectBuilder given(int index) throws Exception {
        var proofs = new TreeProofs(new TileHashes(tile -> tiles.tile(tile).orElseThrow(), LINES));
        var proof = Json.createArrayBuilder();
        proofs.inclusion(index, LINES).forEach(hash -> proof.add(base64(hash)));
        var key = tiles.keys().get(0);
        return Json.createObjectBuilder()
                .add("origin", key.name())
                .add("key", base64(key.key()))
                .add("keyNumber", HexFormat.of().formatHex(key.number()))
                .add("index", index)
                .add("size", LINES)
                .add("leaf", base64(leaf(index)))
                .add("proof", proof)
                .add("checkpoint", tiles.checkpoint().orElseThrow());
    }

    private static byte[] leaf(int index) throws Exception {
        try (var connection = ledger.database.getConnection();
                var select = connection.prepareStatement("SELECT " + EntryRow.COLUMNS
                        + " FROM ledger_entry WHERE seq = (SELECT entry_seq FROM ledger_leaf WHERE position = ?)")) {
            select.setInt(1, index);
            try (var rows = select.executeQuery()) {
                rows.next();
                return EntryRow.read(rows).leafData();
            }
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String judged(JsonObject given) throws Exception {
        var script = Path.of(
                SigstoreReferenceTest.class.getResource("/sigstore/accepts.js").toURI());
        return run(given + "\n", "node", script.toString(), modules.toString());
    }

    @Test
    void it_accepts_what_we_give() throws Exception {
        for (int index : List.of(0, INDEX, 255, 256, LINES - 1)) {
            then(judged(given(index).build())).as("line %d", index).isEqualTo("accepted");
        }
    }

    @Test
    void it_refuses_a_line_that_was_changed() throws Exception {
        var changed = leaf(INDEX);
        changed[changed.length - 1] ^= 1;
        then(judged(given(INDEX).add("leaf", base64(changed)).build()))
                .startsWith("TLOG_INCLUSION_PROOF_ERROR: calculated root hash does not match");
    }

    @Test
    void it_refuses_another_place_and_another_proof() throws Exception {
        then(judged(given(INDEX).add("index", INDEX + 1).build())).startsWith("TLOG_INCLUSION_PROOF_ERROR");
        var other = given(INDEX + 1).build().getJsonArray("proof");
        then(judged(given(INDEX).add("proof", other).build())).startsWith("TLOG_INCLUSION_PROOF_ERROR");
    }

    @Test
    void it_refuses_a_checkpoint_that_was_changed() throws Exception {
        var note = tiles.checkpoint().orElseThrow();
        then(judged(given(INDEX)
                        .add("checkpoint", note.replaceFirst("\n300\n", "\n301\n"))
                        .build()))
                .isEqualTo("TLOG_INCLUSION_PROOF_ERROR: invalid checkpoint signature");
    }

    @Test
    void it_refuses_a_key_that_is_not_ours() throws Exception {
        var other =
                SecretNoteKey.generate(LedgerFixture.ORIGIN, NoteKey.Type.NOTE).open();
        then(judged(given(INDEX)
                        .add("key", base64(other.key()))
                        .add("keyNumber", HexFormat.of().formatHex(other.number()))
                        .build()))
                .isEqualTo("TLOG_INCLUSION_PROOF_ERROR: invalid checkpoint signature");
        then(judged(given(INDEX).add("key", base64(other.key())).build()))
                .isEqualTo("TLOG_INCLUSION_PROOF_ERROR: invalid checkpoint signature");
    }
}
