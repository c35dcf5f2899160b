package nl.samenzicht.domain.interop;

import static nl.samenzicht.domain.interop.JsonLine.array;
import static nl.samenzicht.domain.interop.JsonLine.object;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Optional;
import java.util.UUID;

/** The small parts that FHIR resources are made of. */
final class Fhir {
    /** Where our own codes and extensions are defined; no address that answers. */
    static final String OURS = "https://samenzicht.example/fhir/";

    static final String TERMINOLOGY = "http://terminology.hl7.org/CodeSystem/";
    private static final String URI = "urn:ietf:rfc:3986";

    private Fhir() {}

    static JsonObject coding(String system, String code, String display) {
        return object().add("system", system)
                .add("code", code)
                .add("display", display)
                .build();
    }

    /** One of our own codes, such as a function or a business verb. */
    static JsonObject own(String system, String code) {
        return object().add("system", OURS + "CodeSystem/" + system)
                .add("code", code)
                .build();
    }

    static JsonObject concept(JsonObject coding) {
        return object().add("coding", array().add(coding)).build();
    }

    /** Refers to something by a number that is opaque to others. */
    static JsonObject reference(String type, UUID number, Optional<String> display) {
        return reference(type, URI, "urn:uuid:" + number, display);
    }

    /** Refers to something by the number under which we know it. */
    static JsonObject reference(String type, String system, String number, Optional<String> display) {
        var reference = object().add("type", type)
                .add("identifier", object().add("system", system).add("value", number));
        JsonLine.put(reference, "display", display);
        return reference.build();
    }

    static JsonObject extension(String name, JsonObjectBuilder valued) {
        return valued.add("url", OURS + "StructureDefinition/" + name).build();
    }
}
