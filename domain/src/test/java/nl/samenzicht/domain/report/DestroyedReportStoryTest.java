package nl.samenzicht.domain.report;

import static org.assertj.core.api.BDDAssertions.then;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.samenzicht.domain.casefile.CaseName;
import nl.samenzicht.domain.casefile.ItemKind;
import nl.samenzicht.domain.world.CaseworkWorld;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Purpose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A report that turns out to be wrong after the data of its person were destroyed at who made it. */
class DestroyedReportStoryTest {
    private static final String WHY = "Dit bleek een vergissing te zijn";

    private static CaseworkWorld world;
    private static ActingProfessional manager;

    private CaseName file;
    private UUID report;

    @BeforeAll
    static void a_manager_who_agrees() {
        world = new CaseworkWorld();
        world.clock.ticks(Duration.ofMillis(1));
        manager = world.colleagueOf(world.officer, Function.MANAGER);
    }

    @BeforeEach
    void a_report_that_waits_to_be_carried() {
        file = world.openCase();
        world.as(
                world.coordinator,
                () -> world.caseFiles.record(
                        file.id(),
                        DataCategory.SIGNAL,
                        ItemKind.FIELDS,
                        Map.of("exploitation", "LABOUR", "means", "DECEPTION", "countryOfExploitation", "NL"),
                        Purpose.SUPPORT));
        var start = world.as(world.coordinator, () -> world.reports.begin(file.id(), ReportTask.REGISTRATION));
        var typed = new HashMap<>(start.filled());
        typed.putAll(Map.of(
                "region", "MIDDEN_NEDERLAND", "sector", "BEAUTY", "reported", "UNDECIDED", "ageGroup", "FROM_24"));
        typed.putAll(Map.of("minor", "NO", "gender", "FEMALE", "nationality", "VN"));
        report = world.as(
                world.coordinator,
                () -> world.reports.compose(file.id(), ReportTask.REGISTRATION, ReportBasis.ANONYMOUS, typed));
        world.does(world.coordinator, () -> world.reports.check(file.id(), report, 1));
        world.does(world.coordinator, () -> world.reports.send(file.id(), report, 1));
    }

    private static List<JsonObject> carried() {
        var letters = new ArrayList<JsonObject>();
        for (var message : world.as(world.coordinator, () -> world.outbox.due())) {
            world.as(world.coordinator, () -> world.outbox.take(message))
                    .map(taken -> Envelope.open(taken.envelope(), world.comenshaKeys, world.seal.verifyingKeyset()))
                    .ifPresent(letters::add);
            world.does(world.coordinator, () -> world.outbox.settle(message, new ReportTransport.HandedOver()));
        }
        return letters;
    }

    private void destroyed() {
        var id = world.as(
                world.officer,
                () -> world.retention.proposeErasure(file.number(), "Verzoek van de betrokkene, toegewezen."));
        world.does(manager, () -> world.retention.approve(id));
        world.does(world.officer, () -> world.destruction.destroy(id));
        world.does(world.officer, () -> world.destruction.certify(id));
    }

    private void withdrawn() {
        world.does(world.coordinator, () -> world.reports.withdraw(file.id(), report, 1, WHY));
    }

    private String rows(String table) {
        return world.ask("select count(*) from " + table + " where report_id = '" + report + "'");
    }

    private ReportState state() {
        return world.as(world.coordinator, () -> world.reports.open(file.id(), report))
                .card()
                .state();
    }

    @Test
    void it_is_withdrawn_and_its_receiver_is_told_that_it_was_destroyed() {
        // given
        carried();
        destroyed();
        // when
        withdrawn();
        // then
        then(state()).isEqualTo(ReportState.WITHDRAWN);
        var letters = carried();
        then(letters).hasSize(1);
        then(letters.get(0).getString("kind")).isEqualTo("WITHDRAWAL");
        then(letters.get(0).getString("report")).isEqualTo(report.toString());
        then(letters.get(0).getBoolean("destroyedAtReporter")).isTrue();
        then(letters.get(0).getJsonObject("fields")).isEmpty();
        var received = world.as(world.registrar, () -> world.inbox.open(report, ReportTask.REGISTRATION));
        then(received.report().destroyed()).isTrue();
        then(received.values()).isEmpty();
        // and nothing that nobody can open lies about
        then(rows("report_key")).isEqualTo("0");
        then(rows("report_version")).isEqualTo("0");
        // and verification finds nothing wrong
        world.seal();
        then(world.as(world.officer, () -> world.inspection.inspect(world.officer.agency()))
                        .findings())
                .isEmpty();
    }

    @Test
    void what_takes_back_a_report_that_was_not_destroyed_speaks_of_no_destruction() {
        carried();
        withdrawn();
        then(carried())
                .singleElement()
                .satisfies(letter ->
                        then(letter.containsKey("destroyedAtReporter")).isFalse());
        then(world.as(world.registrar, () -> world.inbox.open(report, ReportTask.REGISTRATION))
                        .report()
                        .destroyed())
                .isFalse();
    }

    @Test
    void one_that_had_not_left_is_a_concept_again_and_is_discarded_without_a_word() {
        // when
        destroyed();
        // then
        then(state()).isEqualTo(ReportState.CONCEPT);
        then(rows("report_version")).isEqualTo("0");
        // when
        withdrawn();
        // then
        then(state()).isEqualTo(ReportState.WITHDRAWN);
        then(carried()).isEmpty();
    }

    @Test
    void one_that_may_have_arrived_is_followed_by_a_withdrawal() {
        // given somebody took it, and nobody knows what became of it
        for (var message : world.as(world.coordinator, () -> world.outbox.due())) {
            world.as(world.coordinator, () -> world.outbox.take(message));
        }
        destroyed();
        // when
        withdrawn();
        // then
        then(carried())
                .singleElement()
                .satisfies(letter -> then(letter.getString("kind")).isEqualTo("WITHDRAWAL"));
    }

    @Test
    void a_withdrawal_that_waits_when_the_data_are_destroyed_still_arrives() {
        // given
        carried();
        withdrawn();
        // when
        destroyed();
        // then
        then(carried())
                .singleElement()
                .satisfies(letter -> then(letter.getString("kind")).isEqualTo("WITHDRAWAL"));
    }
}
