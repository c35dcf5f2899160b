package nl.samenzicht.domain.interop;

import static org.assertj.core.api.BDDAssertions.then;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.samenzicht.domain.officer.LinesPart;
import nl.samenzicht.security.ledger.Outcome;
import nl.samenzicht.security.policy.Action;
import org.junit.jupiter.api.Test;

class Nen7513LinesTest {
    /** The names of NEN 7513:2018, from the table in which it is compared with FHIR. */
    private static final Set<String> NAMES = Set.of(
            "EventID",
            "EventTypeCode",
            "EventActionCode",
            "EventDateTime",
            "EventOutcomeIndicator",
            "userID",
            "alternateUserID",
            "userName",
            "userIsRequestor",
            "roleIDCode",
            "purposeOfUse",
            "networkAccessPointID",
            "networkAccessPointTypeCode",
            "AuditEnterpriseSiteID",
            "AuditSourceId",
            "AuditSourceTypeCode",
            "autorisatieProtocol",
            "behandelrelatieProtocol",
            "toestemmingsProfiel",
            "participantObjectID",
            "participantObjectIDTypeCode",
            "participantObjectTypeCode",
            "participantObjectTypeCodeRole",
            "participantObjectDataLifeCycle",
            "participantObjectSensitivity",
            "participantObjectDetail",
            "participantObjectDescription");

    private final Nen7513Lines lines = new Nen7513Lines(LineFixture.origin());

    private JsonObject written(LinesPart.Line line) {
        var text = lines.written(line);
        then(text.lines().count()).isEqualTo(1);
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    @Provide
    Arbitrary<LinesPart.Line> lines() {
        return LineFixture.lines();
    }

    @Property(tries = 1_000)
    void every_field_has_the_name_of_the_standard_and_what_it_asks_of_all_is_there(
            @ForAll("lines") LinesPart.Line line) {
        var event = written(line);
        var names = new TreeSet<>(event.keySet());
        if (event.containsKey("participantObjects")) {
            event.getJsonArray("participantObjects")
                    .getValuesAs(JsonObject.class)
                    .forEach(object -> names.addAll(object.keySet()));
            names.remove("participantObjects");
        }
        then(NAMES).containsAll(names);
        then(names)
                .contains(
                        "EventID",
                        "EventTypeCode",
                        "EventActionCode",
                        "EventDateTime",
                        "EventOutcomeIndicator",
                        "AuditSourceId");
    }

    @Test
    void a_look_says_what_the_standard_asks() {
        var event = written(LineFixture.line(
                Action.VIEW_SECTION,
                Outcome.PERMITTED,
                more -> more.consentId(LineFixture.CONSENT).emergency(true).maskedFields(List.of("bsn"))));
        then(event.getString("EventActionCode")).isEqualTo("R");
        then(event.getString("EventDateTime")).isEqualTo("2026-11-23T10:00:00.123Z");
        then(event.getString("EventOutcomeIndicator")).isEqualTo("0");
        then(event.getString("userID")).isEqualTo(LineFixture.NURSE.toString());
        then(event.getString("roleIDCode")).isEqualTo("CARE_WORKER");
        then(event.getJsonArray("purposeOfUse").toString()).isEqualTo("[\"BTG\",\"SUPPORT\"]");
        then(event.getString("AuditEnterpriseSiteID"))
                .isEqualTo(LineFixture.CARE.id().toString());
        then(event.getJsonArray("autorisatieProtocol").getString(0)).isEqualTo("default-1/D2-read-shared");
        then(event.getString("toestemmingsProfiel")).isEqualTo(LineFixture.CONSENT.toString());
        var objects = event.getJsonArray("participantObjects").getValuesAs(JsonObject.class);
        then(objects)
                .extracting(object -> object.getString("participantObjectIDTypeCode"))
                .containsExactly("person", "case", "item");
        then(objects.get(0).getString("participantObjectID")).isEqualTo(LineFixture.PERSON.toString());
        then(objects.get(2).getString("participantObjectSensitivity")).isEqualTo("HEALTH");
        then(objects.get(2).getString("participantObjectDataLifeCycle")).isEqualTo("6");
        then(objects.get(2).getJsonArray("participantObjectDetail").getString(0))
                .isEqualTo("bsn");
    }

    @Test
    void a_case_that_the_agency_may_not_hear_of_is_not_in_it_nor_is_its_person() {
        var kept = LineFixture.line(
                Action.VIEW_SECTION.name(), Outcome.REFUSED, LineFixture.nurse(), event -> {}, Optional.empty(), true);
        then(written(kept)).doesNotContainKey("participantObjects");
        then(lines.written(kept)).doesNotContain(LineFixture.PERSON.toString(), LineFixture.CASE.toString());
    }
}
