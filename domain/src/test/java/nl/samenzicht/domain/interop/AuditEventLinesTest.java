package nl.samenzicht.domain.interop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.BDDAssertions.then;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import nl.samenzicht.domain.officer.LinesPart;
import nl.samenzicht.security.ledger.Outcome;
import nl.samenzicht.security.ledger.Recipient;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.Ground;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.UnknownCodeSystemWarningValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** HAPI's validator judges what we write; it has all that it needs on the class path and asks nobody. */
class AuditEventLinesTest {
    private static final FhirValidator VALIDATOR = validator();

    private final AuditEventLines lines = new AuditEventLines(LineFixture.origin());

    private static FhirValidator validator() {
        var fhir = FhirContext.forR4();
        // codes of ours, and of IHE, are defined in no package here; HAPI warns of them and judges the rest
        var unknown = new UnknownCodeSystemWarningValidationSupport(fhir);
        unknown.setNonExistentCodeSystemSeverity(IValidationSupport.IssueSeverity.WARNING);
        var known = new ValidationSupportChain(
                new DefaultProfileValidationSupport(fhir),
                new InMemoryTerminologyServerValidationSupport(fhir),
                new CommonCodeSystemsTerminologyService(fhir),
                unknown);
        return fhir.newValidator().registerValidatorModule(new FhirInstanceValidator(known));
    }

    private static List<String> errors(String resource) {
        return VALIDATOR.validateWithResult(resource).getMessages().stream()
                .filter(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
                .map(message -> message.getLocationString() + ": " + message.getMessage())
                .toList();
    }

    private List<JsonObject> valid(LinesPart.Line line) {
        return lines.written(line)
                .lines()
                .peek(resource -> then(errors(resource)).as(resource).isEmpty())
                .map(AuditEventLinesTest::json)
                .toList();
    }

    private static JsonObject json(String line) {
        try (var reader = Json.createReader(new StringReader(line))) {
            return reader.readObject();
        }
    }

    static Stream<Arguments> everyActionAndOutcome() {
        return Arrays.stream(Action.values())
                .flatMap(action -> Arrays.stream(Outcome.values()).map(outcome -> Arguments.of(action, outcome)));
    }

    @ParameterizedTest(name = "{0} that was {1} is a resource that others accept")
    @MethodSource("everyActionAndOutcome")
    void every_act_is_a_resource_that_others_accept(Action action, Outcome outcome) {
        var resources = valid(LineFixture.line(action, outcome, event -> {}));
        then(resources).hasSize(1);
        then(resources.get(0).getString("outcome"))
                .isEqualTo(outcome == Outcome.REFUSED ? "4" : outcome == Outcome.FAILED ? "8" : "0");
    }

    @Provide
    Arbitrary<LinesPart.Line> lines() {
        return LineFixture.lines();
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void whatever_the_log_holds_is_a_resource_that_others_accept(@ForAll("lines") LinesPart.Line line) {
        then(valid(line)).hasSizeBetween(1, 2).allSatisfy(resource -> {
            then(resource.getJsonArray("agent")).isNotEmpty();
            then(resource.getString("recorded")).isEqualTo("2026-11-23T10:00:00.123Z");
        });
    }

    @Test
    void a_validator_that_lets_everything_pass_would_be_noticed() {
        var resource = lines.written(LineFixture.line(Action.VIEW_SECTION, Outcome.PERMITTED, event -> {}));
        then(errors(resource)).isEmpty();
        then(errors(resource.replace("\"action\":\"R\"", "\"action\":\"Q\""))).isNotEmpty();
        then(errors(resource.replace("\"recorded\"", "\"gebeurd\""))).isNotEmpty();
        then(errors(resource.replace("\"110110\"", "\"110199\""))).isNotEmpty();
    }

    @Test
    void what_the_agency_shares_is_a_disclosure_at_the_source() {
        var shared = valid(LineFixture.line(
                        Action.SHARE_ITEM,
                        Outcome.PERMITTED,
                        event -> event.recipient(Recipient.of(LineFixture.TOWN.id()))))
                .get(0);
        then(shared.getJsonObject("type").getString("code")).isEqualTo("110106");
        then(codes(shared, "subtype")).contains("disclose");
        then(agentTypes(shared)).contains("110153", "110152");
        then(shared.getJsonArray("entity").toString()).contains("\"Disclosure\"");
    }

    @Test
    void what_the_agency_receives_is_a_disclosure_at_the_recipient() {
        var sender = new nl.samenzicht.security.ledger.Actor(
                LineFixture.CLERK, LineFixture.TOWN.id(), "MUNICIPALITY", "CARE_COORDINATOR", null, null, null);
        var received = valid(LineFixture.line(
                        Action.SHARE_ITEM.name(),
                        Outcome.PERMITTED,
                        sender,
                        event -> event.recipient(Recipient.of(LineFixture.CARE.id())),
                        java.util.Optional.of("SZ-001001"),
                        false))
                .get(0);
        then(received.getJsonObject("type").getString("code")).isEqualTo("110107");
        then(codes(received, "subtype")).contains("disclose");
        then(received.getJsonArray("entity").toString()).contains("Receipt of disclosure");
    }

    @Test
    void a_decision_by_consent_stands_beside_the_act_with_what_balp_asks_of_it_and_nothing_else() {
        var resources = valid(LineFixture.line(
                Action.VIEW_SECTION,
                Outcome.PERMITTED,
                event -> event.ground(Ground.CONSENT.name()).consentId(LineFixture.CONSENT)));
        then(resources).hasSize(2);
        var decision = resources.get(0);
        then(decision.getString("id")).isEqualTo("K7Q2-41-consent");
        then(decision.getJsonObject("type").getString("code")).isEqualTo("110113");
        then(decision.getString("action")).isEqualTo("E");
        then(codes(decision, "subtype")).containsExactly("AuthZ-Consent");
        then(agentTypes(decision)).containsExactly("authserver", "IRCP", "PROV", "110150");
        then(entityTypes(decision)).containsExactly("1", "Consent");
        then(resources.get(1).getJsonObject("type").getString("code")).isEqualTo("110110");
        then(entityTypes(resources.get(1))).contains("Consent");
    }

    @Test
    void break_glass_is_the_purpose_btg() {
        var act = valid(LineFixture.line(Action.BREAK_GLASS, Outcome.PERMITTED, event -> event.emergency(true)))
                .get(0);
        then(codes(act, "subtype")).contains("110127");
        then(act.getJsonArray("purposeOfEvent").toString()).contains("\"BTG\"");
        then(act.getJsonArray("agent")
                        .getJsonObject(0)
                        .getJsonArray("purposeOfUse")
                        .toString())
                .contains("\"BTG\"");
    }

    @Test
    void who_did_it_stands_with_number_name_session_function_rule_and_address() {
        var act = valid(LineFixture.line(Action.VIEW_SECTION, Outcome.PERMITTED, event -> {}))
                .get(0);
        var user = act.getJsonArray("agent").getJsonObject(0);
        then(user.getBoolean("requestor")).isTrue();
        then(user.getString("name")).isEqualTo(LineFixture.NURSES_NAME);
        then(user.getString("altId")).isEqualTo(LineFixture.SESSION.toString());
        then(user.getJsonObject("who").toString()).contains("urn:uuid:" + LineFixture.NURSE);
        then(user.getJsonArray("policy").getString(0)).endsWith("rulebook/default-1/D2-read-shared");
        then(user.getJsonArray("role").toString()).contains("CARE_WORKER");
        then(act.getJsonArray("agent").toString()).contains("\"address\":\"192.0.2.17\",\"type\":\"2\"");
        then(act.getJsonObject("source").getString("site")).isEqualTo("Stichting De Luwte");
    }

    @Test
    void a_case_that_the_agency_may_not_hear_of_is_not_in_it_nor_is_its_person() {
        var kept = LineFixture.line(
                Action.VIEW_SECTION.name(),
                Outcome.REFUSED,
                LineFixture.nurse(),
                event -> event.consentId(LineFixture.CONSENT),
                java.util.Optional.empty(),
                true);
        then(valid(kept)).hasSize(1);
        then(lines.written(kept))
                .doesNotContain(LineFixture.PERSON.toString())
                .doesNotContain(LineFixture.CASE.toString());
    }

    @Test
    void the_words_of_a_search_are_its_query() {
        var act = valid(LineFixture.line(Action.SEARCH, Outcome.PERMITTED, event -> {}))
                .get(0);
        then(act.getJsonObject("type").getString("code")).isEqualTo("110112");
        var query = act.getJsonArray("entity").getValuesAs(JsonObject.class).stream()
                .filter(entity -> entity.containsKey("query"))
                .findFirst()
                .orElseThrow();
        then(query.getJsonObject("role").getString("code")).isEqualTo("24");
        then(new String(Base64.getDecoder().decode(query.getString("query")), UTF_8))
                .isEqualTo("NAME: Jansen & \"zoon\"");
    }

    private static List<String> codes(JsonObject resource, String field) {
        return resource.getJsonArray(field).getValuesAs(JsonObject.class).stream()
                .map(coding -> coding.getString("code"))
                .toList();
    }

    private static List<String> agentTypes(JsonObject resource) {
        return resource.getJsonArray("agent").getValuesAs(JsonObject.class).stream()
                .map(agent -> agent.getJsonObject("type")
                        .getJsonArray("coding")
                        .getJsonObject(0)
                        .getString("code"))
                .toList();
    }

    private static List<String> entityTypes(JsonObject resource) {
        return resource.getJsonArray("entity").getValuesAs(JsonValue.class).stream()
                .map(entity -> entity.asJsonObject().getJsonObject("type").getString("code"))
                .toList();
    }
}
