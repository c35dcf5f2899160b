package nl.samenzicht.domain.interop;

import static nl.samenzicht.domain.interop.JsonLine.array;
import static nl.samenzicht.domain.interop.JsonLine.object;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import nl.samenzicht.domain.officer.LinesPart;
import nl.samenzicht.domain.officer.LogLine;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.ledger.LedgerEvent;
import nl.samenzicht.security.ledger.Outcome;

/**
 * Writes lines for the Logboek Dataverwerkingen: which operation was done on whose data under which processing activity, and
 * nothing about the people who worked. Their part stays in our own log, and is found there by {@code trace_id}.
 *
 * <p>A trace is one line of our log; each agency that it concerns has an operation of its own in it. An act of another agency
 * is the foreign operation of ours, so that two agencies that hold their exports side by side find every "sent" and every
 * "received" together. The log keeps one moment of an act, which is both its start and its end. People are sealed for one
 * export ({@link nl.samenzicht.security.keys.PersonSeal}); the key travels in {@code resource}, wrapped for the agency.
 *
 * @see <a href="https://logius-standaarden.github.io/logboek-dataverwerkingen/">Logius, Logboek Dataverwerkingen</a>
 */
final class LogboekLines implements LogLines {
    private static final String ACTIVITY = "https://samenzicht.example/activity/";
    private static final String AGENCY = "urn:uuid:";
    private static final int OPERATION_LENGTH = 8;
    private static final HexFormat HEX = HexFormat.of();

    private final ExportOrigin from;
    private final JsonObject resource;

    LogboekLines(ExportOrigin from) {
        this.from = from;
        resource = object().add(
                        "attributes",
                        array().add(attribute("name", from.installation()))
                                .add(attribute("data_subject_key", from.people().wrappedKey())))
                .build();
    }

    @Override
    public String written(LinesPart.Line taken) {
        var line = taken.line();
        var event = line.event();
        var trace = line.entry().id().value();
        var moment = JsonLine.moment(line.at());
        var written = object().add("trace_id", hex(trace))
                .add("operation_id", operation(trace, from.agency()))
                .add("status_code", status(event.outcome()))
                .add("name", event.action())
                .add("start_time", moment)
                .add("end_time", moment);
        var actor = event.actor().agency();
        if (actor != null && !actor.equals(from.agency())) {
            written.add(
                    "foreign_operation",
                    object().add("trace_id", hex(trace))
                            .add("operation_id", operation(trace, actor))
                            .add("entity", AGENCY + actor));
        }
        return JsonLine.of(written.add("resource", resource).add("attributes", attributes(line)));
    }

    private JsonArrayBuilder attributes(LogLine line) {
        var attributes = array().add(attribute("dpl.core.processing_activity_id", activity(line.event())));
        line.person()
                .ifPresent(person -> attributes
                        .add(attribute("dpl.core.data_subject_id", from.people().sealed(person.value())))
                        .add(attribute("dpl.core.data_subject_id_type", ACTIVITY + "person-in-export")));
        return attributes;
    }

    /** The row of the rulebook that decided; the act itself where none did, or it may not be said which. */
    private static String activity(LedgerEvent event) {
        return event.rules().isEmpty()
                ? ACTIVITY + "act/" + event.action()
                : ACTIVITY + event.rulebook() + "/" + event.rules().get(0);
    }

    private static String status(Outcome outcome) {
        return switch (outcome) {
            case PERMITTED, RECORDED -> "STATUS_CODE_OK";
            case REFUSED, FAILED -> "STATUS_CODE_ERROR";
        };
    }

    private static JsonObject attribute(String key, String value) {
        return object().add("key", key).add("value", value).build();
    }

    private static String hex(UUID id) {
        return HEX.formatHex(bytes(id).array());
    }

    /** What an agency has to do with an act, as a number that it shares with nobody else and everybody can make. */
    private static String operation(UUID trace, AgencyId agency) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes(trace).array());
            var hash = digest.digest(bytes(agency.value()).array());
            return HEX.formatHex(Arrays.copyOf(hash, OPERATION_LENGTH));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", impossible);
        }
    }

    private static ByteBuffer bytes(UUID id) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits());
    }
}
