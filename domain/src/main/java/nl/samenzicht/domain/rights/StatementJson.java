package nl.samenzicht.domain.rights;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import nl.samenzicht.security.ledger.LedgerProofs.LineProof;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.tlog.MerkleTree;
import nl.samenzicht.tlog.NoteKey;

/**
 * A statement for machines, as one JSON object: the checkpoint, and with each line the data of its leaf and its RFC 9162
 * inclusion proof, all that a program of somebody else needs.
 */
public final class StatementJson implements StatementFormat {
    private static final String FORMAT = "samenzicht-disclosure-statement/1";

    private final JsonGenerator json;

    /** Writes to this; it is not closed. */
    public StatementJson(OutputStream out) {
        json = Json.createGenerator(out);
    }

    @Override
    public void begin(StatementHead head, String checkpoint, List<NoteKey> keys) {
        json.writeStartObject()
                .write("format", FORMAT)
                .write("request", head.number())
                .write("agency", head.agency())
                .write("regime", head.regime().name())
                .write("received", head.receivedOn().toString())
                .write("made", head.made().toString());
        categories("categories", head.categories());
        head.from().ifPresent(day -> json.write("from", day.toString()));
        head.until().ifPresent(day -> json.write("until", day.toString()));
        head.goneBefore().ifPresent(day -> json.write("log_removed_before", day.toString()));
        categories("withheld", head.withheld());
        head.ground().ifPresent(ground -> json.write("withheld_on", ground.article()));
        json.write("checkpoint", checkpoint);
        json.writeStartArray("keys");
        keys.forEach(key -> json.write(key.written()));
        json.writeEnd().writeStartArray("lines");
    }

    private void categories(String name, Collection<DataCategory> categories) {
        json.writeStartArray(name);
        categories.stream().sorted().forEach(each -> json.write(each.name()));
        json.writeEnd();
    }

    @Override
    public void line(StatementLine line) {
        json.writeStartObject()
                .write("code", line.code().value())
                .write("at", line.at().toString())
                .write("manner", line.manner().name());
        json.writeStartArray("organisations");
        line.receivers()
                .forEach(agency -> json.writeStartObject()
                        .write("name", agency.name())
                        .write("type", agency.type().name())
                        .writeEnd());
        json.writeEnd();
        write("function", line.function());
        write("category", line.category());
        write("purpose", line.purpose());
        write("ground", line.ground());
        json.write("emergency", line.emergency()).write("items", line.items());
        write("staff", line.staff());
        line.proof().ifPresent(this::proof);
        json.writeEnd();
    }

    private void write(String name, Optional<String> value) {
        value.ifPresent(text -> json.write(name, text));
    }

    private void proof(LineProof proof) {
        json.writeStartObject("proof")
                .write("index", proof.index())
                .write("leaf", base64(proof.leaf()))
                .write("leaf_hash", base64(MerkleTree.leafHash(proof.leaf())));
        json.writeStartArray("path");
        proof.path().forEach(hash -> json.write(base64(hash)));
        json.writeEnd().writeEnd();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public void end(long lines) throws IOException {
        json.writeEnd().write("count", lines).writeEnd().flush();
    }
}
