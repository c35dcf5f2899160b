package nl.samenzicht.domain.logretention;

import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.BDDAssertions.then;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.samenzicht.domain.casefile.CaseName;
import nl.samenzicht.domain.casefile.Cooperation;
import nl.samenzicht.domain.casefile.ItemKind;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.casefile.OpenCase;
import nl.samenzicht.domain.logretention.LogRetentionOverview.Card;
import nl.samenzicht.domain.officer.LogPage;
import nl.samenzicht.domain.officer.LogQuestion;
import nl.samenzicht.domain.retention.HoldReason;
import nl.samenzicht.domain.rights.NewRequest;
import nl.samenzicht.domain.rights.Requester;
import nl.samenzicht.domain.rights.SubjectRight;
import nl.samenzicht.domain.world.CaseworkWorld;
import nl.samenzicht.domain.world.TestNotices.Told;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.AgencyType;
import nl.samenzicht.security.directory.AssuranceLevel;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.security.directory.SessionId;
import nl.samenzicht.security.ledger.FindingKind;
import nl.samenzicht.security.ledger.LogFilter;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Framework;
import nl.samenzicht.security.policy.Purpose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People who decide that lines of six years ago go, and people who stop that. */
class LogRetentionStoryTest {
    private static final String WHY = "De termijn van vijf jaar is ruim voorbij.";
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private final CaseworkWorld world = new CaseworkWorld();
    private final ActingProfessional administrator = world.administrator;
    private final ActingProfessional manager = world.colleagueOf(administrator, Function.MANAGER);
    private final ActingProfessional officer = world.officer;

    private CaseName file;

    @BeforeEach
    void a_case_of_2020_and_a_look_of_now() {
        world.clock.ticks(Duration.ofMillis(1));
        turnTo(Instant.parse("2020-10-05T10:00:00Z"));
        file = world.as(
                world.coordinator,
                () -> world.caseFiles.open(
                        new OpenCase(new Cooperation(
                                Framework.CONVENANT,
                                "Convenant Waterland",
                                Optional.of(world.clock.instant().plus(Duration.ofDays(3650))))),
                        Purpose.SUPPORT));
        world.as(
                world.coordinator,
                () -> world.caseFiles.record(
                        file.id(),
                        DataCategory.IDENTITY,
                        ItemKind.FIELDS,
                        Map.of("givenNames", "Wendelmoet", "familyName", "Vlierboom", "birthDate", "1999-04-03"),
                        Purpose.SUPPORT));
    }

    private void turnTo(Instant moment) {
        world.clock.turn(Duration.between(world.clock.instant(), moment));
    }

    private void sixYearsLater() {
        world.seal();
        turnTo(NOW);
        look(officer);
        world.seal();
    }

    private LogRetentionOverview look(ActingProfessional who) {
        return world.as(who, world.logRetention::look);
    }

    private Card card(UUID id) {
        return look(officer).removals().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private UUID approved() {
        var id = world.as(administrator, () -> world.logRetention.propose(WHY));
        world.does(manager, () -> world.logRetention.approve(id));
        world.seal();
        return id;
    }

    /** What the runner does each minute. */
    private void round() {
        world.as(officer, world.logRemovalJob::ripe)
                .forEach(id -> world.does(officer, () -> world.logRemovalJob.begin(id)));
        world.as(officer, world.logRemovalJob::begun)
                .forEach(order -> world.logRemovalJob
                        .remove(order)
                        .ifPresent(how -> world.does(officer, () -> world.logRemovalJob.ended(order.id(), how))));
        world.seal();
    }

    private void rounds() {
        round();
        round();
    }

    private long oldLines() {
        return Long.parseLong(world.ask("select count(*) from ledger_entry where at < '2021-01-01'"));
    }

    private LogPage pageOf(ActingProfessional who) {
        return world.as(who, () -> world.officers.page(LogQuestion.about(LogFilter.all()), Optional.empty()));
    }

    private static String refusal(Runnable act) {
        return catchThrowableOfType(NotPossible.class, act::run).messageKey();
    }

    @Test
    void two_people_decide_the_officers_have_fourteen_days_and_then_the_lines_go() {
        sixYearsLater();
        long before = oldLines();
        then(before).isGreaterThanOrEqualTo(2);
        // given
        var seen = look(administrator);
        then(seen.due()).hasValueSatisfying(due -> {
            then(due.lines()).isEqualTo(before);
            then(due.firstMonth()).isEqualTo(YearMonth.of(2020, 10));
            then(due.lastMonth()).isEqualTo(YearMonth.of(2020, 10));
        });
        then(seen.waiting().none()).isTrue();
        then(pageOf(officer).gone()).isEmpty();
        // when
        world.notices.told.clear();
        var id = approved();
        // then the officers of all agencies are told at once, and who approves sees counts only
        then(world.notices.told)
                .contains(
                        new Told(administrator.agency(), Function.MANAGER, "log-retention.proposed"),
                        new Told(officer.agency(), Function.PRIVACY_OFFICER, "log-retention.approved"),
                        new Told(world.detective.agency(), Function.PRIVACY_OFFICER, "log-retention.approved"),
                        new Told(world.carer.agency(), Function.PRIVACY_OFFICER, "log-retention.approved"));
        then(look(manager).due()).isEmpty();
        then(card(id).state()).isEqualTo(LogRemovalState.APPROVED);
        then(card(id).why()).isEqualTo(WHY);
        // a minute before fourteen days nothing happens
        turnTo(card(id).earliest().orElseThrow().minusSeconds(60));
        rounds();
        then(card(id).state()).isEqualTo(LogRemovalState.APPROVED);
        then(oldLines()).isEqualTo(before);
        // and then it does
        turnTo(card(id).earliest().orElseThrow().plusSeconds(60));
        rounds();
        then(card(id).state()).isEqualTo(LogRemovalState.REMOVED);
        then(oldLines()).isZero();
        then(world.notices.told)
                .contains(new Told(officer.agency(), Function.PRIVACY_OFFICER, "log-retention.removed"));
        // and the officer reads from when on the log is whole
        then(pageOf(officer).gone()).hasValueSatisfying(gone -> {
            then(gone.before()).isEqualTo(LocalDate.of(2020, 11, 1));
            then(gone.on()).isEqualTo(LocalDate.of(2026, 12, 7));
            then(gone.lines()).isEqualTo(before);
        });
        // each step is on record
        for (var action : new String[] {
            "PROPOSE_LOG_REMOVAL", "APPROVE_LOG_REMOVAL", "REMOVE_LOG", "END_LOG_REMOVAL", "VIEW_LOG_RETENTION"
        }) {
            then(world.ask("select count(*) > 0 from ledger_entry where action = '" + action
                            + "' and outcome = 'PERMITTED'"))
                    .as(action)
                    .isEqualTo("1");
        }
        // and what rests on the lines that are gone raises no alarm
        then(world.as(officer, () -> world.inspection.inspect(officer.agency())).findings())
                .isEmpty();
    }

    @Test
    void nobody_decides_alone_and_nobody_else_decides() {
        sixYearsLater();
        var id = world.as(administrator, () -> world.logRetention.propose(WHY));
        for (var who : new ActingProfessional[] {
            administrator, officer, world.coordinator, world.colleagueOf(officer, Function.MANAGER)
        }) {
            then(catchThrowable(() -> world.does(who, () -> world.logRetention.approve(id))))
                    .as(who.function() + " at " + who.agencyType())
                    .isInstanceOf(AccessDenied.class);
        }
        then(catchThrowable(() -> world.as(manager, () -> world.logRetention.propose(WHY))))
                .isInstanceOf(AccessDenied.class);
        then(catchThrowable(() -> look(world.coordinator))).isInstanceOf(AccessDenied.class);
        then(catchThrowable(() -> look(world.colleagueOf(officer, Function.MANAGER))))
                .isInstanceOf(AccessDenied.class);
        then(card(id).state()).isEqualTo(LogRemovalState.PROPOSED);
        // somebody who holds both functions does not agree to their own proposal
        var both = new ActingProfessional(
                administrator.professional(),
                administrator.agency(),
                AgencyType.PLATFORM,
                Function.MANAGER,
                AssuranceLevel.TWO_FACTOR,
                new SessionId(UUID.randomUUID()));
        then(refusal(() -> world.does(both, () -> world.logRetention.approve(id))))
                .isEqualTo("retention.error.own-proposal");
        // a second one waits for the first
        then(refusal(() -> world.as(administrator, () -> world.logRetention.propose(WHY))))
                .isEqualTo("log-retention.error.under-way");
        world.does(administrator, () -> world.logRetention.takeBack(id));
        then(card(id).state()).isEqualTo(LogRemovalState.REFUSED);
        then(refusal(() -> world.does(manager, () -> world.logRetention.approve(id))))
                .isEqualTo("retention.error.gone");
    }

    @Test
    void a_reason_is_needed_and_something_must_be_due() {
        then(refusal(() -> world.as(administrator, () -> world.logRetention.propose("te kort"))))
                .isEqualTo("retention.error.reason-short");
        world.seal();
        turnTo(Instant.parse("2025-10-31T22:59:00Z"));
        then(look(administrator).due()).isEmpty();
        then(refusal(() -> world.as(administrator, () -> world.logRetention.propose(WHY))))
                .isEqualTo("log-retention.error.nothing-due");
    }

    @Test
    void a_privacy_officer_of_any_agency_stops_it_with_a_reason() {
        sixYearsLater();
        var id = approved();
        var care = officerAt(world.carer);
        var words = "Er loopt een klacht over wie er toen keek.";
        then(catchThrowable(() -> world.does(manager, () -> world.logRetention.object(id, words))))
                .isInstanceOf(AccessDenied.class);
        world.does(care, () -> world.logRetention.object(id, words));
        then(card(id).state()).isEqualTo(LogRemovalState.OBJECTED);
        then(card(id).objection()).contains(words);
        then(card(id).objectedBy())
                .contains(world.directory.agency(care.agency()).name());
        turnTo(NOW.plus(Duration.ofDays(20)));
        rounds();
        then(card(id).state()).isEqualTo(LogRemovalState.OBJECTED);
        then(oldLines()).isPositive();
    }

    private ActingProfessional officerAt(ActingProfessional who) {
        return world.colleagueOf(who, Function.PRIVACY_OFFICER);
    }

    @Test
    void a_hold_or_an_open_request_on_a_case_of_which_the_lines_speak_is_waited_for() {
        sixYearsLater();
        var id = approved();
        var day = LocalDate.of(2026, 12, 20);
        world.as(
                officer,
                () -> world.retention.hold(
                        file.number(), HoldReason.CRIMINAL_CASE, day, "Strafzaak loopt nog, zie OM."));
        var request = world.as(
                officer,
                () -> world.rights.receive(new NewRequest(
                        SubjectRight.ACCESS,
                        Requester.SELF,
                        Optional.of(file.number()),
                        LocalDate.of(2026, 11, 23),
                        "Wil weten wie er heeft gekeken.")));
        world.seal();
        turnTo(NOW.plus(Duration.ofDays(20)));
        rounds();
        then(card(id).state()).isEqualTo(LogRemovalState.APPROVED);
        // the hold ends by itself, the request does not
        turnTo(Instant.parse("2026-12-21T10:00:00Z"));
        rounds();
        then(card(id).state()).isEqualTo(LogRemovalState.APPROVED);
        then(request).isNotBlank();
        then(oldLines()).isPositive();
    }

    @Test
    void the_waiting_is_told_as_a_number() {
        sixYearsLater();
        world.as(
                officer,
                () -> world.retention.hold(
                        file.number(),
                        HoldReason.CRIMINAL_CASE,
                        LocalDate.of(2026, 12, 1),
                        "Strafzaak loopt nog, zie OM."));
        world.seal();
        then(look(administrator).waiting()).isEqualTo(new LogNeeds.Waiting(1, 0));
        // and when it is over, what was agreed on goes
        var id = approved();
        turnTo(NOW.plus(Duration.ofDays(20)));
        rounds();
        then(card(id).state()).isEqualTo(LogRemovalState.REMOVED);
    }

    @Test
    void a_row_that_somebody_changed_removes_nothing_and_is_named() {
        sixYearsLater();
        var id = world.as(administrator, () -> world.logRetention.propose(WHY));
        world.sql("update log_removal set state = 'APPROVED', decided_by = uuid(), decided_at = '2026-01-01'");
        rounds();
        then(oldLines()).isPositive();
        then(world.as(officer, () -> world.inspection.inspect(officer.agency())).findings())
                .singleElement()
                .satisfies(finding -> {
                    then(finding.kind()).isEqualTo(FindingKind.BOOK_FORGED);
                    then(finding.args()).containsExactly(id.toString(), "log_removal");
                });
    }

    @Test
    void what_is_not_as_it_was_agreed_on_any_more_stops_and_is_told() {
        sixYearsLater();
        var id = approved();
        // a line of that month that was sealed late, by a clock that ran back
        turnTo(Instant.parse("2020-10-20T10:00:00Z"));
        look(officer);
        world.seal();
        turnTo(NOW.plus(Duration.ofDays(20)));
        world.notices.told.clear();
        rounds();
        then(card(id).state()).isEqualTo(LogRemovalState.STOPPED);
        then(world.notices.told)
                .contains(new Told(administrator.agency(), Function.PLATFORM_ADMINISTRATOR, "log-retention.stopped"));
        then(oldLines()).isPositive();
    }

    @Test
    void an_item_whose_destruction_is_older_than_the_log_is_not_missed() {
        // given an item that two people destroyed in 2020
        var chief = world.colleagueOf(officer, Function.MANAGER);
        var destruction = world.as(
                officer, () -> world.retention.proposeErasure(file.number(), "Verzoek van de betrokkene, toegewezen."));
        world.does(chief, () -> world.retention.approve(destruction));
        world.does(officer, () -> world.destruction.destroy(destruction));
        world.does(officer, () -> world.destruction.certify(destruction));
        sixYearsLater();
        var id = approved();
        turnTo(NOW.plus(Duration.ofDays(20)));
        rounds();
        then(card(id).state()).isEqualTo(LogRemovalState.REMOVED);
        then(world.ask("select count(*) from ledger_entry where action = 'DESTROY'"))
                .isEqualTo("0");
        // then
        then(world.as(officer, () -> world.inspection.inspect(officer.agency())).findings())
                .isEmpty();
    }

    @Test
    void a_term_under_five_years_is_refused_with_a_sentence() {
        then(catchThrowable(() -> new LogTerm(59)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("SAMENZICHT_LEDGER_TERM_MONTHS is '59'")
                .hasMessageContaining("at least 60 months");
        then(new LogTerm(84).months()).isEqualTo(84);
    }
}
