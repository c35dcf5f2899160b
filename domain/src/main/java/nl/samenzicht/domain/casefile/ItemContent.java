package nl.samenzicht.domain.casefile;

import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The content of one version of an item: named values, as checked by {@link ContentCheck}. Exists in memory only; at rest
 * it is sealed.
 *
 * @param values value by field key, without blanks, in the order of the catalogue
 */
public record ItemContent(Map<String, String> values) {

    /** The key of a note's day, ISO 8601. */
    public static final String NOTE_DATE = "noteDate";

    /** The key of a note's words. */
    public static final String NOTE_TEXT = "noteText";

    /** Made once, when content is first read or written: finding the provider reads the class path anew each time. */
    private static final class Provider {
        private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());
        private static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(Map.of());
    }

    public ItemContent {
        var kept = new LinkedHashMap<String, String>();
        values.forEach((key, value) -> {
            if (value != null && !value.isBlank()) {
                kept.put(key, value.strip());
            }
        });
        values = Collections.unmodifiableMap(kept);
    }

    /** The content without some fields, as a recipient gets it. */
    public ItemContent without(Collection<String> keys) {
        var left = new LinkedHashMap<>(values);
        left.keySet().removeAll(keys);
        return new ItemContent(left);
    }

    /** The content with one value replaced. */
    public ItemContent with(String key, String value) {
        var changed = new LinkedHashMap<>(values);
        changed.put(key, value);
        return new ItemContent(changed);
    }

    /** The content as it is sealed. */
    public byte[] bytes() {
        var json = Provider.BUILDERS.createObjectBuilder();
        values.forEach(json::add);
        return json.build().toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Reads content that was unsealed. */
    public static ItemContent of(byte[] bytes) {
        try (var reader = Provider.READERS.createReader(new StringReader(new String(bytes, StandardCharsets.UTF_8)))) {
            JsonObject json = reader.readObject();
            var values = new LinkedHashMap<String, String>();
            for (Map.Entry<String, JsonValue> entry : json.entrySet()) {
                values.put(entry.getKey(), ((JsonString) entry.getValue()).getString());
            }
            return new ItemContent(values);
        }
    }

    /** Says how many values there are, never which. */
    @Override
    public String toString() {
        return "ItemContent[%d values]".formatted(values.size());
    }
}
