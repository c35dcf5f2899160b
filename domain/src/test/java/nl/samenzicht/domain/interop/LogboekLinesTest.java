package nl.samenzicht.domain.interop;

import static org.assertj.core.api.BDDAssertions.then;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.samenzicht.domain.officer.LinesPart;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.ledger.Actor;
import nl.samenzicht.security.ledger.Outcome;
import nl.samenzicht.security.policy.Action;
import org.junit.jupiter.api.Test;

class LogboekLinesTest {
    private final LogboekLines lines = new LogboekLines(LineFixture.origin());

    private static JsonObject json(String line) {
        try (var reader = Json.createReader(new StringReader(line))) {
            return reader.readObject();
        }
    }

    private static Optional<String> attribute(JsonObject holder, String key) {
        return holder.getJsonArray("attributes").getValuesAs(JsonObject.class).stream()
                .filter(each -> each.getString("key").equals(key))
                .map(each -> each.getString("value"))
                .findFirst();
    }

    @Provide
    Arbitrary<LinesPart.Line> lines() {
        return LineFixture.lines();
    }

    @Property(tries = 1_000)
    void nobody_who_worked_is_in_a_line(@ForAll("lines") LinesPart.Line line) {
        var written = lines.written(line);
        then(written.lines().count()).isEqualTo(1);
        then(written)
                .doesNotContain(LineFixture.NURSE.toString())
                .doesNotContain(LineFixture.CLERK.toString())
                .doesNotContain(LineFixture.SESSION.toString())
                .doesNotContain("Amina", "Osman", LineFixture.ADDRESS)
                .doesNotContain("CARE_WORKER", "CARE_COORDINATOR", "DETECTIVE", "Jansen");
    }

    @Property(tries = 1_000)
    void the_person_is_sealed_and_the_standards_fields_are_there(@ForAll("lines") LinesPart.Line line) {
        var written = lines.written(line);
        var operation = json(written);
        then(written).doesNotContain(LineFixture.PERSON.toString(), LineFixture.CASE.toString());
        then(operation.getString("trace_id")).matches("[0-9a-f]{32}");
        then(operation.getString("operation_id")).matches("[0-9a-f]{16}");
        then(operation.getString("status_code")).isIn("STATUS_CODE_OK", "STATUS_CODE_ERROR");
        then(operation.getString("start_time"))
                .isEqualTo("2026-11-23T10:00:00.123Z")
                .isEqualTo(operation.getString("end_time"));
        then(attribute(operation, "dpl.core.processing_activity_id")).isPresent();
        then(attribute(operation, "dpl.core.data_subject_id").isPresent())
                .isEqualTo(line.line().person().isPresent());
    }

    @Test
    void the_agency_finds_the_person_again_with_its_own_key() {
        var first = json(lines.written(LineFixture.line(Action.VIEW_SECTION, Outcome.PERMITTED, event -> {})));
        var second = json(lines.written(LineFixture.line(Action.SHARE_ITEM, Outcome.PERMITTED, event -> {})));
        var sealed = attribute(first, "dpl.core.data_subject_id").orElseThrow();
        then(attribute(second, "dpl.core.data_subject_id")).contains(sealed);
        var key = attribute(first.getJsonObject("resource"), "data_subject_key").orElseThrow();
        then(LineFixture.SEALS.of(LineFixture.HOLDER, key).opened(sealed)).isEqualTo(LineFixture.PERSON);
    }

    @Test
    void the_row_of_the_rulebook_is_the_processing_activity() {
        var decided = json(lines.written(LineFixture.line(Action.VIEW_SECTION, Outcome.PERMITTED, event -> {})));
        then(attribute(decided, "dpl.core.processing_activity_id").orElseThrow())
                .endsWith("/default-1/D2-read-shared");
        var undecided = json(lines.written(LineFixture.line(Action.END_SHARE, Outcome.RECORDED, event -> {})));
        then(attribute(undecided, "dpl.core.processing_activity_id").orElseThrow())
                .endsWith("/act/END_SHARE");
    }

    @Test
    void an_act_of_another_agency_is_the_foreign_operation_and_in_their_export_their_own() {
        // given
        var coordinator = new Actor(
                LineFixture.CLERK, LineFixture.TOWN.id(), "MUNICIPALITY", "CARE_COORDINATOR", null, null, null);
        var line = LineFixture.line(
                "VIEW_SECTION", Outcome.PERMITTED, coordinator, event -> {}, Optional.of("SZ-001001"), false);
        // when
        var ours = json(lines.written(line));
        var theirs = json(exportOf(LineFixture.TOWN.id()).written(line));
        // then
        then(theirs).doesNotContainKey("foreign_operation");
        var foreign = ours.getJsonObject("foreign_operation");
        then(foreign.getString("trace_id")).isEqualTo(theirs.getString("trace_id"));
        then(foreign.getString("operation_id")).isEqualTo(theirs.getString("operation_id"));
        then(foreign.getString("entity")).isEqualTo("urn:uuid:" + LineFixture.TOWN.id());
        then(ours.getString("operation_id")).isNotEqualTo(theirs.getString("operation_id"));
    }

    private static LogboekLines exportOf(AgencyId agency) {
        return new LogboekLines(
                new ExportOrigin("samenzicht.test/ledger", agency, LineFixture.SEALS.fresh(LineFixture.HOLDER)));
    }
}
