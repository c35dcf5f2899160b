package nl.samenzicht.domain.interop;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Makes JSON, one value on a line. What there is not is left out. */
final class JsonLine {
    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private JsonLine() {}

    /** Made once, at the first line: finding the provider reads the class path anew each time. */
    private static final class Provider {
        private static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(Map.of());
    }

    static JsonObjectBuilder object() {
        return Provider.BUILDERS.createObjectBuilder();
    }

    static JsonArrayBuilder array() {
        return Provider.BUILDERS.createArrayBuilder();
    }

    /** A value on a line of its own. */
    static String of(JsonObjectBuilder object) {
        return object.build() + "\n";
    }

    static void put(JsonObjectBuilder object, String name, Optional<String> text) {
        text.filter(given -> !given.isEmpty()).ifPresent(given -> object.add(name, given));
    }

    static void put(JsonObjectBuilder object, String name, Collection<? extends JsonValue> values) {
        if (!values.isEmpty()) {
            var array = array();
            values.forEach(array::add);
            object.add(name, array);
        }
    }

    /** A moment as these formats write it: UTC, to the millisecond. */
    static String moment(Instant at) {
        return MILLIS.format(at);
    }
}
