package nl.samenzicht.web.processing;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.util.Collection;
import nl.samenzicht.domain.processing.ProcessingRegister;
import nl.samenzicht.security.policy.Guard;

/** The register for machines; moments are UTC, codes are those of the rulebook and the log. */
final class ProcessingJson {
    private static final String FORMAT = "samenzicht-processing-register/1";

    private ProcessingJson() {}

    static byte[] of(ProcessingRegister register) {
        var processings = Json.createArrayBuilder();
        register.processings().forEach(entry -> {
            var processing = entry.processing();
            processings.add(Json.createObjectBuilder()
                    .add("purpose", processing.purpose().name())
                    .add("sources", array(processing.sources()))
                    .add("functions", codes(processing.functions()))
                    .add("categories", codes(processing.categories()))
                    .add("recipient_types", codes(processing.recipients()))
                    .add("recipients_last_year", array(entry.received()))
                    .add("looks_last_year", entry.looks()));
        });
        var terms = Json.createArrayBuilder();
        register.terms()
                .forEach(term -> terms.add(Json.createObjectBuilder()
                        .add("record", term.record().name())
                        .add("regime", term.regime().name())
                        .add("length", term.length().toString())
                        .add("from", term.from().name())
                        .add("basis", term.basis())
                        .add("standing", term.standing().name())));
        return Json.createObjectBuilder()
                .add("format", FORMAT)
                .add("controller", register.agency().name())
                .add("controller_type", register.agency().type().name())
                .add("regime", register.regime().name())
                .add("privacy_officers", array(register.privacyOfficers()))
                .add("data_protection_officers", array(register.supervisors()))
                .add("rulebook", register.rulebook())
                .add("from", register.from().toString())
                .add("at", register.at().toString())
                .add("processings", processings)
                .add("retention", terms)
                .add("guards", array(register.guards().stream().map(Guard::name).toList()))
                .add("log_entry", register.entry().value())
                .build()
                .toString()
                .getBytes(UTF_8);
    }

    private static JsonArrayBuilder codes(Collection<? extends Enum<?>> codes) {
        return array(codes.stream().map(Enum::name).sorted().toList());
    }

    private static JsonArrayBuilder array(Collection<String> values) {
        return Json.createArrayBuilder(values);
    }
}
