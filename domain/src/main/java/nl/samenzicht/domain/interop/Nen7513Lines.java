package nl.samenzicht.domain.interop;

import static nl.samenzicht.domain.interop.JsonLine.array;
import static nl.samenzicht.domain.interop.JsonLine.object;
import static nl.samenzicht.domain.interop.JsonLine.put;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.samenzicht.domain.officer.LinesPart;
import nl.samenzicht.domain.officer.LogLine;
import nl.samenzicht.security.directory.AgencyCard;
import nl.samenzicht.security.ledger.ItemRef;
import nl.samenzicht.security.ledger.Outcome;

/**
 * Writes lines in the fields of NEN 7513:2018, each under the name that the standard gives it. It is JSON and no table,
 * because one event has several participant objects (the person, the record, each item), and a table would either repeat the
 * event or put several values into one cell.
 *
 * <p>Codes are those of the standard where it has them: C, R, U, D, E; 0, 4, 8; 1 for a patient, 3 for a report; BTG for the
 * emergency procedure.
 */
final class Nen7513Lines implements LogLines {
    private static final String PERSON = "1";
    private static final String SYSTEM_OBJECT = "2";
    private static final String PATIENT = "1";
    private static final String REPORT = "3";
    private static final String QUERY = "24";
    private static final String IP_ADDRESS = "2";
    private static final String APPLICATION_SERVER = "4";

    private final ExportOrigin from;

    Nen7513Lines(ExportOrigin from) {
        this.from = from;
    }

    @Override
    public String written(LinesPart.Line taken) {
        var line = taken.line();
        var event = line.event();
        var written = object().add("EventID", line.code().value())
                .add("EventTypeCode", event.action())
                .add("EventActionCode", String.valueOf(event.lifeCycle().code()))
                .add("EventDateTime", JsonLine.moment(line.at()))
                .add("EventOutcomeIndicator", outcome(event.outcome()));
        user(line, written);
        written.add("AuditSourceId", from.installation()).add("AuditSourceTypeCode", APPLICATION_SERVER);
        put(written, "AuditEnterpriseSiteID", line.agency().map(AgencyCard::id).map(Object::toString));
        authorisation(line, written);
        put(written, "participantObjects", objects(taken));
        return JsonLine.of(written);
    }

    private static String outcome(Outcome outcome) {
        return switch (outcome) {
            case PERMITTED, RECORDED -> "0";
            case REFUSED -> "4";
            case FAILED -> "8";
        };
    }

    private static void user(LogLine line, JsonObjectBuilder written) {
        var actor = line.event().actor();
        put(written, "userID", line.professional().map(Object::toString).or(line::job));
        put(written, "alternateUserID", Optional.ofNullable(actor.session()).map(Object::toString));
        put(written, "userName", line.who());
        written.add("userIsRequestor", true);
        put(written, "roleIDCode", line.function());
        var purposes = Stream.concat(
                        line.event().emergency() ? Stream.of("BTG") : Stream.empty(), line.purpose().stream())
                .toList();
        if (!purposes.isEmpty()) {
            written.add("purposeOfUse", texts(purposes));
        }
        Optional.ofNullable(actor.accessPoint())
                .ifPresent(address ->
                        written.add("networkAccessPointID", address).add("networkAccessPointTypeCode", IP_ADDRESS));
    }

    /** By which rule it was allowed, on what relation to the person, and by which consent. */
    private static void authorisation(LogLine line, JsonObjectBuilder written) {
        var event = line.event();
        if (!event.rules().isEmpty()) {
            written.add(
                    "autorisatieProtocol",
                    texts(event.rules().stream()
                            .map(rule -> event.rulebook() + "/" + rule)
                            .toList()));
        }
        put(
                written,
                "behandelrelatieProtocol",
                Optional.ofNullable(event.shareId())
                        .map(share -> "share/" + share)
                        .or(() -> Optional.ofNullable(event.ground())));
        put(
                written,
                "toestemmingsProfiel",
                Optional.ofNullable(event.consentId()).map(Object::toString));
    }

    private static List<JsonObject> objects(LinesPart.Line taken) {
        var line = taken.line();
        var objects = new ArrayList<JsonObject>();
        line.person()
                .ifPresent(person -> objects.add(participant(person.toString(), "person", PERSON, PATIENT)
                        .build()));
        record(line).ifPresent(objects::add);
        line.event().items().stream()
                .filter(ItemRef::content)
                .map(item ->
                        described(line, participant(item.item() + "@" + item.version(), "item", SYSTEM_OBJECT, REPORT)))
                .forEach(objects::add);
        taken.searched()
                .ifPresent(words -> objects.add(participant(line.code().value(), "query", SYSTEM_OBJECT, QUERY)
                        .add("participantObjectDescription", words)
                        .build()));
        return objects;
    }

    private static Optional<JsonObject> record(LogLine line) {
        return line.caseName()
                .map(name -> name.number())
                .or(line::signal)
                .map(number -> described(line, participant(number, "case", SYSTEM_OBJECT, REPORT)));
    }

    private static JsonObjectBuilder participant(String id, String idType, String type, String role) {
        return object().add("participantObjectID", id)
                .add("participantObjectIDTypeCode", idType)
                .add("participantObjectTypeCode", type)
                .add("participantObjectTypeCodeRole", role);
    }

    private static JsonObject described(LogLine line, JsonObjectBuilder written) {
        put(written, "participantObjectDataLifeCycle", LifeCycleCode.of(line).map(LifeCycleCode::code));
        put(written, "participantObjectSensitivity", line.category());
        if (!line.event().maskedFields().isEmpty()) {
            written.add("participantObjectDetail", texts(line.event().maskedFields()));
        }
        return written.build();
    }

    private static JsonArrayBuilder texts(List<String> values) {
        var texts = array();
        values.forEach(texts::add);
        return texts;
    }
}
