package nl.samenzicht.domain.retention;

import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.BDDAssertions.then;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.samenzicht.domain.casefile.CaseName;
import nl.samenzicht.domain.casefile.ItemKind;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.emergency.Verdict;
import nl.samenzicht.domain.officer.LogQuestion;
import nl.samenzicht.domain.report.ReportBasis;
import nl.samenzicht.domain.report.ReportState;
import nl.samenzicht.domain.report.ReportTask;
import nl.samenzicht.domain.report.ReportTransport.HandedOver;
import nl.samenzicht.domain.world.CaseworkWorld;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.security.ledger.Finding;
import nl.samenzicht.security.ledger.FindingKind;
import nl.samenzicht.security.ledger.LogFilter;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Purpose;
import nl.samenzicht.security.policy.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was written around the data of a person goes with them: reports, reasons, judgements. */
class LeavingsStoryTest {
    private CaseworkWorld world;
    private ActingProfessional manager;
    private CaseName file;
    private UUID report;

    @BeforeEach
    void a_person_who_was_reported_whose_glass_was_broken_and_whose_parent_was_kept_out() {
        world = new CaseworkWorld();
        world.clock.ticks(Duration.ofMillis(1));
        manager = world.colleagueOf(world.officer, Function.MANAGER);
        file = world.openCase();
        recorded(
                DataCategory.IDENTITY,
                Map.of("givenNames", "Wendelmoet", "familyName", "Vlierboom", "birthDate", "1999-04-03"));
        recorded(
                DataCategory.SIGNAL,
                Map.of("exploitation", "LABOUR", "means", "DECEPTION", "countryOfExploitation", "NL"));
        report = reported();
        glassBrokenAndJudged();
        world.does(
                world.coordinator,
                () -> world.consents.blockParent(file.id(), "De vader dreigt met geweld", Purpose.SUPPORT));
    }

    private void recorded(DataCategory category, Map<String, String> values) {
        world.as(
                world.coordinator,
                () -> world.caseFiles.record(file.id(), category, ItemKind.FIELDS, values, Purpose.SUPPORT));
    }

    private UUID reported() {
        var start = world.as(world.coordinator, () -> world.reports.begin(file.id(), ReportTask.REGISTRATION));
        var typed = new HashMap<>(start.filled());
        typed.putAll(Map.of(
                "region", "MIDDEN_NEDERLAND", "sector", "BEAUTY", "reported", "UNDECIDED", "ageGroup", "FROM_24"));
        typed.putAll(Map.of("minor", "NO", "gender", "FEMALE", "nationality", "VN"));
        var id = world.as(
                world.coordinator,
                () -> world.reports.compose(file.id(), ReportTask.REGISTRATION, ReportBasis.ANONYMOUS, typed));
        world.does(world.coordinator, () -> world.reports.check(file.id(), id, 1));
        world.does(world.coordinator, () -> world.reports.send(file.id(), id, 1));
        for (var message : world.as(world.coordinator, () -> world.outbox.due())) {
            world.as(world.coordinator, () -> world.outbox.take(message));
            world.does(world.coordinator, () -> world.outbox.settle(message, new HandedOver()));
        }
        return id;
    }

    /** By somebody of an agency that has nothing in the case. */
    private void glassBrokenAndJudged() {
        world.as(
                world.carer,
                () -> world.emergencies.use(file.id(), "Ze belt in paniek vanaf de straat", Duration.ofHours(1)));
        var judge = world.colleagueOf(world.carer, Function.PRIVACY_OFFICER);
        var use = world.as(judge, () -> world.emergencies.reviews().waiting()).get(0);
        world.does(
                judge,
                () -> world.emergencies.review(
                        use.id(),
                        Verdict.LAWFUL,
                        "De nood was echt en er is niet meer bekeken dan nodig",
                        Purpose.OVERSIGHT));
    }

    private void destroyed() {
        var id = world.as(
                world.officer,
                () -> world.retention.proposeErasure(file.number(), "Verzoek van de betrokkene, toegewezen."));
        world.does(manager, () -> world.retention.approve(id));
        world.does(world.officer, () -> world.destruction.destroy(id));
        world.does(world.officer, () -> world.destruction.certify(id));
    }

    private String ask(String sql) {
        return world.ask(sql);
    }

    @Test
    void what_a_report_said_goes_at_its_sender_and_that_it_was_made_stays() {
        // given
        var before = world.as(world.coordinator, () -> world.reports.open(file.id(), report));
        then(before.values()).containsEntry("sector", "BEAUTY");
        // when
        destroyed();
        // then
        var after = world.as(world.coordinator, () -> world.reports.open(file.id(), report));
        then(after.destroyed()).isTrue();
        then(after.values()).isEmpty();
        then(after.messages()).allSatisfy(message -> then(message.said()).isEmpty());
        then(after.card().state()).isEqualTo(ReportState.SENT);
        then(ask("select count(*) from report_key where report_id = '" + report + "' and holder = '"
                        + world.coordinator.agency() + "'"))
                .isEqualTo("0");
        then(ask("select sum(length(envelope)) from report_message where report_id = '" + report + "'"))
                .isEqualTo("0");
        // and nobody changes it any more
        then(catchThrowableOfType(
                                NotPossible.class,
                                () -> world.does(world.coordinator, () -> world.reports.check(file.id(), report, 1)))
                        .getMessage())
                .contains("report.error.destroyed");
    }

    @Test
    void who_may_not_report_is_refused_as_before_and_does_not_learn_that_it_was_destroyed() {
        destroyed();
        then(catchThrowableOfType(
                        AccessDenied.class,
                        () -> world.does(
                                manager,
                                () -> world.reports.withdraw(
                                        file.id(), report, 1, "Dit bleek een vergissing te zijn"))))
                .isNotNull();
    }

    @Test
    void the_receiver_keeps_what_it_received() {
        destroyed();
        var received = world.as(world.registrar, () -> world.inbox.open(report, ReportTask.REGISTRATION));
        then(received.values()).containsEntry("sector", "BEAUTY");
    }

    @Test
    void reasons_and_judgements_go_and_that_somebody_used_and_judged_it_stays() {
        var judge = world.colleagueOf(world.carer, Function.PRIVACY_OFFICER);
        var before = world.as(judge, () -> world.emergencies.reviews()).judged();
        then(before)
                .extracting(each -> each.note())
                .containsExactly("De nood was echt en er is niet meer bekeken dan nodig");
        // when
        destroyed();
        // then
        var after = world.as(judge, () -> world.emergencies.reviews()).judged();
        then(after).extracting(each -> each.note()).containsExactly("");
        then(after).extracting(each -> each.use().reason()).containsExactly("");
        then(after).extracting(each -> each.verdict()).containsExactly(Verdict.LAWFUL);
        then(world.as(world.coordinator, () -> world.consents.ownBlock(file.id(), Purpose.SUPPORT)))
                .hasValueSatisfying(block -> then(block.reason()).isEmpty());
    }

    private static final String UNJUDGED = "Wendelmoet Vlierboom belt vanaf de Kade en durft niet naar huis";

    @Test
    void the_reason_of_an_emergency_that_nobody_judged_goes_and_its_review_is_waited_for() {
        // given
        world.as(world.carer, () -> world.emergencies.use(file.id(), UNJUDGED, Duration.ofHours(1)));
        var before = ask("select hex(sealed_reason) from break_glass where verdict is null");
        // when
        destroyed();
        // then no row holds what was sealed
        then(ask("select count(*) from break_glass where hex(sealed_reason) = '" + before + "'"))
                .isEqualTo("0");
        var judge = world.colleagueOf(world.carer, Function.PRIVACY_OFFICER);
        var waiting = world.as(judge, () -> world.emergencies.reviews().waiting());
        then(waiting).hasSize(1);
        then(waiting.get(0).reason()).isEmpty();
        then(waiting.get(0).destroyedAt()).isPresent();
        then(waiting.get(0).professional().displayName())
                .isEqualTo(
                        world.directory.professional(world.carer.professional()).displayName());
        // and who used it is still suspended when nobody judges
        world.clock.turn(Duration.ofDays(14));
        then(catchThrowableOfType(
                                AccessDenied.class,
                                () -> world.as(
                                        world.carer,
                                        () -> world.emergencies.use(file.id(), UNJUDGED, Duration.ofHours(1))))
                        .told())
                .isEqualTo(Reason.REVIEW_OVERDUE);
    }

    @Test
    void an_emergency_is_judged_after_the_destruction_and_the_line_says_that_the_data_were_destroyed() {
        // given
        world.as(world.carer, () -> world.emergencies.use(file.id(), UNJUDGED, Duration.ofHours(1)));
        destroyed();
        var judge = world.colleagueOf(world.carer, Function.PRIVACY_OFFICER);
        var use = world.as(judge, () -> world.emergencies.reviews().waiting()).get(0);
        // when
        world.does(
                judge,
                () -> world.emergencies.review(
                        use.id(),
                        Verdict.INVESTIGATE,
                        "Het waarom is weg, wat hij bekeek staat in het log",
                        Purpose.OVERSIGHT));
        // then
        then(world.as(judge, () -> world.emergencies.reviews().waiting())).isEmpty();
        var judged = world.as(judge, () -> world.emergencies.reviews()).judged();
        then(judged.get(0).verdict()).isEqualTo(Verdict.INVESTIGATE);
        then(judged.get(0).use().destroyedAt()).isEqualTo(use.destroyedAt());
        then(judged.get(0).note()).isEqualTo("Het waarom is weg, wat hij bekeek staat in het log");
        then(typed(judge, Action.REVIEW_BREAK_GLASS))
                .anySatisfy(said -> then(said)
                        .startsWith("INVESTIGATE (data destroyed at "
                                + use.destroyedAt().orElseThrow() + "): Het waarom is weg"));
        // and verification finds nothing wrong, also with the moment
        world.seal();
        then(findings(world.carer)).isEmpty();
        // when somebody lets it look as if nothing was destroyed
        world.sql("update break_glass set destroyed_at = null where verdict = 'INVESTIGATE'");
        // then
        then(findings(world.carer)).extracting(Finding::kind).containsExactly(FindingKind.EMERGENCY_FORGED);
    }

    private List<String> typed(ActingProfessional officer, Action action) {
        world.seal();
        return world.as(officer, () -> {
            var question =
                    LogQuestion.about(LogFilter.where().action(action.name()).build());
            return world.officers.page(question, Optional.empty()).lines().stream()
                    .map(line -> world.officers.detail(line.code()).orElseThrow())
                    .flatMap(detail -> detail.typed().stream())
                    .toList();
        });
    }

    private List<Finding> findings(ActingProfessional of) {
        return world.as(of, () -> world.inspection.inspect(of.agency())).findings();
    }

    @Test
    void verification_finds_nothing_wrong_with_what_is_left() {
        destroyed();
        world.seal();
        then(world.as(world.officer, () -> world.inspection.inspect(world.officer.agency()))
                        .findings())
                .isEmpty();
    }
}
