package nl.samenzicht.domain.rights;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import java.io.OutputStream;

/** A copy for machines, as one JSON object: each field under its key, values as they are stored. */
public final class DataCopyJson {
    private static final String FORMAT = "samenzicht-data-copy/1";

    private DataCopyJson() {}

    /** Writes a copy to a stream, which is not closed. */
    public static void write(DataCopy copy, OutputStream out) {
        var json = Json.createGenerator(out);
        json.writeStartObject()
                .write("format", FORMAT)
                .write("request", copy.number())
                .write("recorded_by", copy.agency())
                .write("received", copy.receivedOn().toString())
                .write("made", copy.made().toString());
        json.writeStartArray("withheld");
        copy.withheld()
                .forEach(each -> json.writeStartObject()
                        .write("category", each.category().name())
                        .write("ground", each.ground().article())
                        .writeEnd());
        json.writeEnd().write("out_of_use", copy.outOfUse()).write("sources_left_out", copy.sourcesLeftOut());
        json.writeStartArray("items");
        copy.items().forEach(item -> item(json, item));
        json.writeEnd().write("count", copy.items().size()).writeEnd().flush();
    }

    private static void item(JsonGenerator json, DataCopy.CopiedItem item) {
        json.writeStartObject()
                .write("category", item.category().name())
                .write("kind", item.kind().name())
                .write("recorded", item.recordedAt().toString())
                .write("restricted", item.restricted());
        json.writeStartObject("values");
        item.content().values().forEach(json::write);
        json.writeEnd().writeEnd();
    }
}
