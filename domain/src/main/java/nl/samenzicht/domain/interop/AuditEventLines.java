package nl.samenzicht.domain.interop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.samenzicht.domain.interop.AuditPattern.dicom;
import static nl.samenzicht.domain.interop.Fhir.OURS;
import static nl.samenzicht.domain.interop.Fhir.TERMINOLOGY;
import static nl.samenzicht.domain.interop.Fhir.coding;
import static nl.samenzicht.domain.interop.Fhir.concept;
import static nl.samenzicht.domain.interop.Fhir.own;
import static nl.samenzicht.domain.interop.Fhir.reference;
import static nl.samenzicht.domain.interop.JsonLine.array;
import static nl.samenzicht.domain.interop.JsonLine.object;
import static nl.samenzicht.domain.interop.JsonLine.put;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.samenzicht.domain.officer.LinesPart;
import nl.samenzicht.domain.officer.LogLine;
import nl.samenzicht.security.directory.AgencyCard;
import nl.samenzicht.security.ledger.ItemRef;
import nl.samenzicht.security.ledger.Outcome;

/**
 * Writes lines as FHIR R4 {@code AuditEvent}, after the patterns of IHE BALP.
 *
 * <p>One line of the log is one resource. Where a consent decided there is a second one in front of it, for that decision
 * alone, because BALP leaves no room in it for what was done then. It holds what the line shows, in the words of the standard;
 * what has no place there (share, ground, regime, place in the tree) stands in extensions.
 *
 * @see <a href="https://hl7.org/fhir/R4/auditevent.html">FHIR R4, AuditEvent</a>
 * @see <a href="https://profiles.ihe.net/ITI/BALP/">IHE Basic Audit Log Patterns</a>
 */
final class AuditEventLines implements LogLines {
    private static final JsonObject EMERGENCY = coding(TERMINOLOGY + "v3-ActReason", "BTG", "break the glass");

    private final ExportOrigin from;

    AuditEventLines(ExportOrigin from) {
        this.from = from;
    }

    @Override
    public String written(LinesPart.Line taken) {
        var line = taken.line();
        var act = JsonLine.of(act(taken, AuditPattern.of(line)));
        return byConsent(line) ? JsonLine.of(consentDecision(line)) + act : act;
    }

    private static boolean byConsent(LogLine line) {
        return line.event().consentId() != null
                && line.professional().isPresent()
                && line.person().isPresent();
    }

    private JsonObjectBuilder act(LinesPart.Line taken, AuditPattern pattern) {
        var line = taken.line();
        var resource = event(
                line,
                line.code().value(),
                pattern,
                String.valueOf(line.event().lifeCycle().code()));
        put(resource, "extension", extensions(line));
        put(resource, "agent", agents(line, pattern));
        resource.add("source", source(line));
        put(resource, "entity", entities(taken));
        return resource;
    }

    private JsonObjectBuilder consentDecision(LogLine line) {
        var resource = event(line, line.code().value() + "-consent", AuditPattern.CONSENT_DECISION, "E");
        var agents = new ArrayList<>(List.of(authorizer(), user(line, false)));
        agency(line, "PROV").ifPresent(agents::add);
        agents.add(client(line));
        put(resource, "agent", agents);
        resource.add("source", source(line));
        put(
                resource,
                "entity",
                Stream.concat(person(line).stream(), consent(line).stream()).toList());
        return resource;
    }

    private static JsonObjectBuilder event(LogLine line, String id, AuditPattern pattern, String action) {
        var event = line.event();
        var resource = object().add("resourceType", "AuditEvent").add("id", id).add("type", pattern.type());
        put(
                resource,
                "subtype",
                pattern == AuditPattern.CONSENT_DECISION
                        ? pattern.subtype(event.lifeCycle()).stream().toList()
                        : Stream.concat(
                                        pattern.subtype(event.lifeCycle()).stream(),
                                        Stream.of(own("action", event.action())))
                                .toList());
        resource.add("action", action)
                .add("recorded", JsonLine.moment(line.at()))
                .add("outcome", outcome(event.outcome()));
        put(resource, "outcomeDesc", line.reason());
        put(resource, "purposeOfEvent", purposes(line));
        return resource;
    }

    /** Success, minor failure for a refusal, serious failure for what went wrong. */
    private static String outcome(Outcome outcome) {
        return switch (outcome) {
            case PERMITTED, RECORDED -> "0";
            case REFUSED -> "4";
            case FAILED -> "8";
        };
    }

    private static List<JsonObject> purposes(LogLine line) {
        return Stream.concat(
                        line.event().emergency() ? Stream.of(concept(EMERGENCY)) : Stream.empty(),
                        line.purpose().stream().map(purpose -> concept(own("purpose", purpose))))
                .toList();
    }

    private List<JsonObject> agents(LogLine line, AuditPattern pattern) {
        var event = line.event();
        var agents = new ArrayList<JsonObject>();
        if (line.professional().isPresent()
                || line.job().isPresent()
                || line.agency().isEmpty()) {
            agents.add(user(line, true));
        }
        var disclosing = pattern == AuditPattern.DISCLOSED || pattern == AuditPattern.RECEIVED;
        agency(line, disclosing ? "110153" : "PROV").ifPresent(agents::add);
        if (event.actor().accessPoint() != null) {
            agents.add(client(line));
        }
        line.recipients().stream().map(AuditEventLines::recipient).forEach(agents::add);
        return agents;
    }

    /** Who did it: a professional, a job of the system, or somebody unknown. */
    private static JsonObject user(LogLine line, boolean withAlias) {
        var event = line.event();
        var actor = event.actor();
        var agent = object().add(
                        "type", concept(coding(TERMINOLOGY + "v3-ParticipationType", "IRCP", "information recipient")));
        line.function().ifPresent(function -> agent.add("role", array().add(concept(own("function", function)))));
        line.professional()
                .ifPresent(who -> agent.add("who", reference("Practitioner", who.value(), Optional.empty())));
        line.job().ifPresent(job -> agent.add("who", reference("Device", OURS + "job", job, Optional.empty())));
        if (withAlias) {
            put(agent, "altId", Optional.ofNullable(actor.session()).map(Object::toString));
        }
        put(agent, "name", line.who());
        agent.add("requestor", true);
        var policies = array();
        event.rules().forEach(rule -> policies.add(OURS + "rulebook/" + event.rulebook() + "/" + rule));
        if (!event.rules().isEmpty()) {
            agent.add("policy", policies);
        }
        put(agent, "purposeOfUse", purposes(line));
        return agent.build();
    }

    /** The agency for which it was done; it stands for whoever did it where that may not be said. */
    private static Optional<JsonObject> agency(LogLine line, String role) {
        var alone = line.professional().isEmpty() && line.job().isEmpty();
        return line.agency().map(agency -> {
            var agent = object().add(
                            "type",
                            concept(
                                    role.equals("PROV")
                                            ? coding(TERMINOLOGY + "v3-RoleClass", "PROV", "healthcare provider")
                                            : dicom(role, "Source Role ID")))
                    .add("who", organization(agency))
                    .add("requestor", alone);
            return agent.build();
        });
    }

    private static JsonObject client(LogLine line) {
        var actor = line.event().actor();
        var agent = object().add("type", concept(dicom("110150", "Application")));
        var session = Optional.ofNullable(actor.session());
        agent.add(
                "who",
                session.map(id -> reference("Device", id.value(), Optional.empty()))
                        .orElseGet(() -> object().add("type", "Device")
                                .add("display", "browser")
                                .build()));
        agent.add("requestor", false);
        Optional.ofNullable(actor.accessPoint())
                .ifPresent(address ->
                        agent.add("network", object().add("address", address).add("type", "2")));
        return agent.build();
    }

    private static JsonObject recipient(AgencyCard agency) {
        return object().add("type", concept(dicom("110152", "Destination Role ID")))
                .add("who", organization(agency))
                .add("requestor", false)
                .build();
    }

    private JsonObject authorizer() {
        return object().add(
                        "type",
                        concept(coding(TERMINOLOGY + "extra-security-role-type", "authserver", "authorization server")))
                .add("who", installation())
                .add("requestor", false)
                .build();
    }

    private static JsonObject organization(AgencyCard agency) {
        return reference("Organization", agency.id().value(), Optional.of(agency.name()));
    }

    private JsonObject installation() {
        return reference("Device", OURS + "installation", from.installation(), Optional.empty());
    }

    private JsonObject source(LogLine line) {
        var source = object();
        put(source, "site", line.agency().map(AgencyCard::name));
        return source.add("observer", installation())
                .add("type", array().add(coding(TERMINOLOGY + "security-source-type", "4", "Application Server")))
                .build();
    }

    private static List<JsonObject> entities(LinesPart.Line taken) {
        var line = taken.line();
        var entities = new ArrayList<JsonObject>();
        person(line).ifPresent(entities::add);
        record(line).ifPresent(entities::add);
        line.event().items().stream()
                .filter(ItemRef::content)
                .map(item -> item(line, item))
                .forEach(entities::add);
        consent(line).ifPresent(entities::add);
        taken.searched()
                .ifPresent(words -> entities.add(entity("2", "System Object", "24", "Query")
                        .add("query", Base64.getEncoder().encodeToString(words.getBytes(UTF_8)))
                        .build()));
        return entities;
    }

    private static JsonObjectBuilder entity(String type, String typeName, String role, String roleName) {
        return object().add("type", coding(TERMINOLOGY + "audit-entity-type", type, typeName))
                .add("role", coding(TERMINOLOGY + "object-role", role, roleName));
    }

    private static Optional<JsonObject> person(LogLine line) {
        return line.person()
                .map(person -> entity("1", "Person", "1", "Patient")
                        .add("what", reference("Patient", person.value(), Optional.empty()))
                        .build());
    }

    /** The case or the signal, and the part of it; only the part where the officer may not hear which case. */
    private static Optional<JsonObject> record(LogLine line) {
        var number = line.caseName().map(name -> name.number()).or(line::signal);
        if (number.isEmpty() && line.category().isEmpty()) {
            return Optional.empty();
        }
        var entity = entity("2", "System Object", "4", "Domain Resource");
        number.ifPresent(known -> entity.add("what", reference("Basic", OURS + "case", known, Optional.empty())));
        lifecycle(line).ifPresent(code -> entity.add("lifecycle", code));
        line.category().ifPresent(category -> entity.add("securityLabel", labels(category)));
        details(line).ifPresent(found -> entity.add("detail", found));
        return Optional.of(entity.build());
    }

    private static JsonArray labels(String category) {
        return array().add(coding(TERMINOLOGY + "v3-Confidentiality", "R", "restricted"))
                .add(own("category", category))
                .build();
    }

    /** The fields that were withheld. */
    private static Optional<JsonArray> details(LogLine line) {
        if (line.event().maskedFields().isEmpty()) {
            return Optional.empty();
        }
        var found = array();
        line.event()
                .maskedFields()
                .forEach(field -> found.add(object().add("type", "masked-field").add("valueString", field)));
        return Optional.of(found.build());
    }

    private static JsonObject item(LogLine line, ItemRef item) {
        var entity = entity("2", "System Object", "4", "Domain Resource")
                .add("what", reference("Basic", OURS + "item", item.item() + "@" + item.version(), Optional.empty()));
        lifecycle(line).ifPresent(code -> entity.add("lifecycle", code));
        return entity.build();
    }

    private static Optional<JsonObject> consent(LogLine line) {
        return Optional.ofNullable(line.event().consentId())
                .map(consent -> object().add("type", coding("http://hl7.org/fhir/resource-types", "Consent", "Consent"))
                        .add("what", reference("Consent", consent, Optional.empty()))
                        .build());
    }

    private static Optional<JsonObject> lifecycle(LogLine line) {
        return LifeCycleCode.of(line)
                .map(found -> coding(TERMINOLOGY + "dicom-audit-lifecycle", found.code(), found.display()));
    }

    private static List<JsonObject> extensions(LogLine line) {
        var event = line.event();
        var extensions = new ArrayList<JsonObject>();
        line.position()
                .ifPresent(place -> extensions.add(
                        Fhir.extension("log-position", object().add("valueString", Long.toString(place)))));
        Optional.ofNullable(event.ground())
                .ifPresent(ground -> extensions.add(Fhir.extension("legal-ground", object().add("valueCode", ground))));
        Optional.ofNullable(event.regime())
                .ifPresent(
                        regime -> extensions.add(Fhir.extension("regime", object().add("valueCode", regime.name()))));
        Optional.ofNullable(event.shareId())
                .ifPresent(share ->
                        extensions.add(Fhir.extension("share", object().add("valueUuid", "urn:uuid:" + share))));
        return extensions;
    }
}
