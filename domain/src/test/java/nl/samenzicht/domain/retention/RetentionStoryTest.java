package nl.samenzicht.domain.retention;

import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.BDDAssertions.then;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.samenzicht.domain.casefile.CaseName;
import nl.samenzicht.domain.casefile.ClosingReason;
import nl.samenzicht.domain.casefile.Cooperation;
import nl.samenzicht.domain.casefile.ItemId;
import nl.samenzicht.domain.casefile.ItemKind;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.casefile.OpenCase;
import nl.samenzicht.domain.casefile.SearchKind;
import nl.samenzicht.domain.retention.RetentionOverview.Batch;
import nl.samenzicht.domain.retention.RetentionOverview.DueCase;
import nl.samenzicht.domain.world.CaseworkWorld;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.AssuranceLevel;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.security.directory.SessionId;
import nl.samenzicht.security.ledger.FindingKind;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Framework;
import nl.samenzicht.security.policy.Purpose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Officers, a manager and what they destroy; sixteen years after it was written down. */
class RetentionStoryTest {

    private static final String WHY = "Verzoek van de betrokkene, toegewezen na overleg.";

    private final CaseworkWorld world = World.SHARED;
    private final ActingProfessional officer = world.officer;
    private final ActingProfessional secondOfficer = world.colleagueOf(world.officer, Function.PRIVACY_OFFICER);
    private final ActingProfessional manager = world.colleagueOf(world.officer, Function.MANAGER);
    private final ActingProfessional supervisor = world.colleagueOf(world.officer, Function.DATA_PROTECTION_OFFICER);

    private CaseName file;

    /** One database for all; each story has a case of its own. */
    private static final class World {
        private static final CaseworkWorld SHARED = new CaseworkWorld();
    }

    @BeforeEach
    void a_case() {
        world.clock.ticks(Duration.ofMillis(1));
        file = world.openCase();
    }

    private ItemId recorded(DataCategory category, Map<String, String> fields) {
        return world.as(
                world.coordinator,
                () -> world.caseFiles.record(file.id(), category, ItemKind.FIELDS, fields, Purpose.SUPPORT));
    }

    private ItemId somebody() {
        return recorded(
                DataCategory.IDENTITY,
                Map.of("givenNames", "Wendelmoet", "familyName", "Vlierboom", "birthDate", "1999-04-03"));
    }

    private void yearsLater(int years) {
        world.clock.turn(Duration.ofDays(366L * years));
    }

    private RetentionOverview look(ActingProfessional who) {
        return world.as(who, world.retention::look);
    }

    private Optional<DueCase> due() {
        return look(officer).due().stream()
                .filter(each -> each.dossier().equals(file.id()))
                .findFirst();
    }

    private Batch batch(UUID id) {
        return look(officer).batches().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private UUID proposed() {
        return world.as(officer, () -> world.retention.propose(Set.of(file.id())));
    }

    private void carriedOut(UUID id) {
        world.does(officer, () -> world.destruction.destroy(id));
        world.does(officer, () -> world.destruction.certify(id));
    }

    private static String refusal(Runnable act) {
        return catchThrowableOfType(NotPossible.class, act::run).messageKey();
    }

    private int count(String table, ItemId item) {
        return Integer.parseInt(world.ask("select count(*) from " + table + " where item_id = '" + item.value() + "'"));
    }

    private List<FindingKind> findings() {
        world.seal();
        return world.as(officer, () -> world.inspection.inspect(officer.agency())).findings().stream()
                .map(each -> each.kind())
                .toList();
    }

    // ---- what is due ----

    @Test
    void an_item_is_due_when_the_term_of_its_own_controller_has_passed() {
        somebody();
        then(due()).isEmpty();
        // when
        yearsLater(16);
        // then
        var line = due().orElseThrow().lines().get(0);
        then(line.category()).isEqualTo(DataCategory.IDENTITY);
        then(line.record()).isEqualTo(RecordKind.WMO_FILE);
        then(line.basis()).isEqualTo("Wmo 2015 art. 5.3.4");
        then(line.items()).isEqualTo(1);
    }

    @Test
    void what_was_recorded_later_is_not_dragged_along_and_does_not_hold_up_the_rest() {
        var older = somebody();
        yearsLater(10);
        var younger = recorded(DataCategory.SITUATION, Map.of("living", "Bij een tante"));
        yearsLater(6);
        // when
        var id = proposed();
        world.does(manager, () -> world.retention.approve(id));
        carriedOut(id);
        // then
        then(count("item_key", older)).isZero();
        then(count("item_key", younger)).isPositive();
        then(batch(id).counts()).hasSize(1);
    }

    @Test
    void an_officer_sees_nothing_of_what_another_agency_keeps() {
        somebody();
        yearsLater(16);
        var elsewhere = new ActingProfessional(
                world.directory.hire(world.carer.agency(), "Greet", Function.PRIVACY_OFFICER),
                world.carer.agency(),
                world.carer.agencyType(),
                Function.PRIVACY_OFFICER,
                AssuranceLevel.TWO_FACTOR,
                new SessionId(UUID.randomUUID()));
        then(look(elsewhere).due()).isEmpty();
        then(refusal(() -> world.as(elsewhere, () -> world.retention.proposeErasure(file.number(), WHY))))
                .isEqualTo("retention.error.no-case");
        then(refusal(() -> world.as(elsewhere, () -> world.retention.proposeErasure("SZ-999999", WHY))))
                .as("a case that does not exist")
                .isEqualTo("retention.error.no-case");
        var ours = proposed();
        then(refusal(() -> world.does(elsewhere, () -> world.retention.refuse(ours, WHY))))
                .isEqualTo("retention.error.gone");
    }

    @Test
    void who_works_on_cases_sees_no_list_and_the_supervisor_decides_nothing() {
        then(catchThrowable(() -> look(world.coordinator))).isInstanceOf(AccessDenied.class);
        somebody();
        yearsLater(16);
        var id = proposed();
        then(look(supervisor).mayApprove()).isFalse();
        then(catchThrowable(() -> world.does(supervisor, () -> world.retention.approve(id))))
                .isInstanceOf(AccessDenied.class);
        then(catchThrowable(() -> world.as(manager, () -> world.retention.propose(Set.of(file.id())))))
                .isInstanceOf(AccessDenied.class);
    }

    // ---- two people ----

    @Test
    void who_proposed_cannot_agree() {
        somebody();
        yearsLater(16);
        var id = proposed();
        then(refusal(() -> world.does(officer, () -> world.retention.approve(id))))
                .isEqualTo("retention.error.own-proposal");
        then(batch(id).state()).isEqualTo(DestructionState.PROPOSED);
        world.does(secondOfficer, () -> world.retention.approve(id));
        then(batch(id).state()).isEqualTo(DestructionState.APPROVED);
    }

    @Test
    void what_was_refused_or_taken_back_is_proposed_anew_and_not_before() {
        somebody();
        yearsLater(16);
        var id = proposed();
        then(refusal(this::proposed)).isEqualTo("retention.error.nothing-to-destroy");
        world.does(manager, () -> world.retention.refuse(id, "Eerst nog overleg met de gemeenteadvocaat."));
        var again = proposed();
        world.does(officer, () -> world.retention.takeBack(again));
        then(proposed()).isNotNull();
        then(refusal(() -> world.does(manager, () -> world.retention.approve(id))))
                .isEqualTo("retention.error.gone");
    }

    @Test
    void nothing_is_added_to_what_two_people_agree_on() {
        somebody();
        yearsLater(16);
        var younger = recorded(DataCategory.SITUATION, Map.of("living", "Bij een tante"));
        var id = proposed();
        var slipIn =
                "insert into destruction_item select '%s', id, case_id, category, null, null from item where id = '%s'"
                        .formatted(id, younger.value());
        // when somebody with the database in hand adds an item
        world.sql(slipIn);
        // then
        then(refusal(() -> world.does(manager, () -> world.retention.approve(id))))
                .isEqualTo("retention.error.changed");
        // when it is added after the second person agreed
        world.sql("delete from destruction_item where item_id = '" + younger.value() + "'");
        world.does(manager, () -> world.retention.approve(id));
        world.sql(slipIn);
        carriedOut(id);
        then(batch(id).state()).isEqualTo(DestructionState.STOPPED);
        then(count("item_key", younger)).isPositive();
    }

    @Test
    void an_update_in_the_database_approves_nothing() {
        var item = somebody();
        yearsLater(16);
        var id = proposed();
        world.sql("update destruction set state = 'APPROVED', decided_by = uuid(), decided_at = now(6) where id = '"
                + id + "'");
        carriedOut(id);
        then(count("item_key", item)).isPositive();
    }

    // ---- holds ----

    @Test
    void a_hold_stops_what_was_agreed_on_and_two_people_lift_it() {
        var item = somebody();
        yearsLater(16);
        var id = proposed();
        world.does(manager, () -> world.retention.approve(id));
        // when
        var hold = world.as(
                officer,
                () -> world.retention.hold(
                        file.number(),
                        HoldReason.CRIMINAL_CASE,
                        today().plusDays(400),
                        "Strafzaak loopt nog in beroep."));
        carriedOut(id);
        // then
        then(batch(id).state()).isEqualTo(DestructionState.STOPPED);
        then(count("item_key", item)).isPositive();
        then(due().orElseThrow().held()).isTrue();
        then(refusal(this::proposed)).isEqualTo("retention.error.nothing-to-destroy");
        // when
        then(refusal(() -> world.does(manager, () -> world.retention.lift(hold))))
                .isEqualTo("retention.error.lift-not-asked");
        world.does(officer, () -> world.retention.askToLift(hold, "De strafzaak is onherroepelijk."));
        then(refusal(() -> world.does(officer, () -> world.retention.lift(hold))))
                .isEqualTo("retention.error.own-proposal");
        world.does(manager, () -> world.retention.lift(hold));
        // then
        then(due().orElseThrow().held()).isFalse();
        then(proposed()).isNotNull();
    }

    @Test
    void a_hold_ends_after_its_last_day() {
        somebody();
        yearsLater(16);
        world.as(
                officer,
                () -> world.retention.hold(
                        file.number(), HoldReason.OBJECTION, today().plusDays(3), "Bezwaar van de betrokkene loopt."));
        world.clock.turn(Duration.ofDays(3));
        then(due().orElseThrow().held()).isTrue();
        world.clock.turn(Duration.ofDays(1));
        then(due().orElseThrow().held()).isFalse();
    }

    @Test
    void a_hold_that_was_lifted_in_the_database_goes_on_to_hold() {
        somebody();
        yearsLater(16);
        world.as(
                officer,
                () -> world.retention.hold(
                        file.number(), HoldReason.OBJECTION, today().plusDays(30), "Bezwaar van de betrokkene loopt."));
        world.sql(
                "update legal_hold set lift_asked_by = placed_by, lifted_by = uuid(), lifted_at = now(6) where dossier = '"
                        + file.id().value() + "'");
        then(due().orElseThrow().held()).isTrue();
    }

    private LocalDate today() {
        return DueItem.day(world.clock.instant());
    }

    // ---- destruction ----

    @Test
    void afterwards_nothing_opens_finds_or_links_the_item_and_the_log_is_whole() {
        var item = somebody();
        recorded(DataCategory.BSN, Map.of("bsn", "999990019"));
        yearsLater(16);
        then(found("Vlierboom")).isTrue();
        // when
        var id = proposed();
        world.does(manager, () -> world.retention.approve(id));
        carriedOut(id);
        // then
        for (var table : List.of("item_version", "item_key", "search_token", "linkage_record")) {
            then(count(table, item)).as(table).isZero();
        }
        then(world.as(world.coordinator, () -> world.caseFiles.open(file.id(), DataCategory.IDENTITY, Purpose.SUPPORT))
                        .items())
                .isEmpty();
        then(found("Vlierboom")).isFalse();
        then(due()).isEmpty();
        then(findings()).isEmpty();
    }

    private boolean found(String name) {
        return world
                .as(world.coordinator, () -> world.searches.find(SearchKind.NAME, name, Purpose.SUPPORT))
                .hits()
                .stream()
                .anyMatch(each -> each.name().id().equals(file.id()));
    }

    @Test
    void the_certificate_says_what_on_what_basis_and_by_whom_and_nothing_of_the_person() {
        somebody();
        yearsLater(16);
        var id = proposed();
        world.does(manager, () -> world.retention.approve(id));
        carriedOut(id);
        // when
        var certificate = world.as(supervisor, () -> world.retention.certificate(id));
        // then
        then(certificate.basis()).isEqualTo(DestructionBasis.TERM);
        then(certificate.numbers()).containsExactly(file.number());
        then(certificate.counts().get(0).items()).isEqualTo(1);
        then(certificate.proposedBy()).isEqualTo("Fatima Privacy");
        then(certificate.approvedBy()).startsWith("MANAGER");
        then(certificate.toString()).doesNotContain("Wendelmoet").doesNotContain("Vlierboom");
        then(world.ask("select count(*) from ledger_entry where action = 'DESTROY' and code = '"
                        + certificate.line().value() + "'"))
                .isEqualTo("1");
        // a case line and the certificate
        then(world.ask("select count(*) from ledger_entry where action = 'DESTROY' and items like '%" + id + "%'"))
                .isEqualTo("2");
    }

    @Test
    void an_erasure_that_was_granted_needs_no_passed_term_and_its_reason() {
        var item = somebody();
        then(refusal(() -> world.as(officer, () -> world.retention.proposeErasure(file.number(), "kort"))))
                .isEqualTo("retention.error.reason-short");
        var id = world.as(officer, () -> world.retention.proposeErasure(file.number(), WHY));
        then(batch(id).why()).contains(WHY);
        world.does(manager, () -> world.retention.approve(id));
        carriedOut(id);
        then(count("item_version", item)).isZero();
        then(batch(id).state()).isEqualTo(DestructionState.CERTIFIED);
    }

    @Test
    void the_term_of_an_investigation_runs_from_the_day_on_which_its_case_was_closed() {
        var detective = world.detective;
        var theirs = world.as(
                detective,
                () -> world.caseFiles.open(
                        new OpenCase(new Cooperation(Framework.ENKEL, "", Optional.empty())), Purpose.INVESTIGATION));
        world.as(
                detective,
                () -> world.caseFiles.record(
                        theirs.id(),
                        DataCategory.CRIMINAL_JUSTICE,
                        ItemKind.FIELDS,
                        Map.of("investigation", "Een bestuurder die steeds in de buurt is."),
                        Purpose.INVESTIGATION));
        var theirOfficer = new ActingProfessional(
                world.directory.hire(detective.agency(), "Esther", Function.PRIVACY_OFFICER),
                detective.agency(),
                detective.agencyType(),
                Function.PRIVACY_OFFICER,
                AssuranceLevel.TWO_FACTOR,
                new SessionId(UUID.randomUUID()));
        yearsLater(9);
        then(look(theirOfficer).due()).as("while the case is open").isEmpty();
        // when
        world.does(
                detective,
                () -> world.participations.close(theirs.id(), ClosingReason.values()[0], Purpose.INVESTIGATION));
        var closed = today();
        yearsLater(6);
        // then
        then(look(theirOfficer).due().get(0).firstDue())
                .isEqualTo(closed.plusMonths(66).plusDays(1));
    }

    // ---- what an attacker would do ----

    @Test
    void an_update_in_the_database_makes_nothing_due() {
        var item = somebody();
        world.sql("create or replace table untouched_item as select * from item where id = '" + item.value() + "'");
        world.sql("update item set recorded_at = '2001-01-01' where id = '" + item.value() + "'");
        then(due()).isEmpty();
        world.sql("update item i join untouched_item u on u.id = i.id set i.recorded_at = u.recorded_at");
    }

    @Test
    void an_item_that_comes_back_after_its_destruction_is_found() {
        var item = somebody();
        world.sql("create or replace table kept_item as select * from item where id = '" + item.value() + "'");
        yearsLater(16);
        var id = proposed();
        world.does(manager, () -> world.retention.approve(id));
        carriedOut(id);
        then(findings()).isEmpty();
        world.sql("create or replace table destroyed_item as select * from item where id = '" + item.value() + "'");
        // when
        world.sql("update item i join kept_item k on k.id = i.id set i.destroyed_at = null, i.mac = k.mac");
        // then
        then(findings()).contains(FindingKind.ITEM_RETURNED);
        world.sql("update item set destroyed_at = now(6) where id = '" + item.value() + "'");
        then(findings()).contains(FindingKind.ITEM_FORGED);
        // the other stories look at the same log
        world.sql(
                "update item i join destroyed_item d on d.id = i.id set i.destroyed_at = d.destroyed_at, i.mac = d.mac");
    }
}
