package nl.samenzicht.domain.oversight;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.samenzicht.domain.casefile.Cooperation;
import nl.samenzicht.domain.casefile.ItemKind;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.casefile.OpenCase;
import nl.samenzicht.domain.emergency.Verdict;
import nl.samenzicht.domain.officer.LogQuestion;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.world.CaseworkWorld;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.AssuranceLevel;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.security.directory.SessionId;
import nl.samenzicht.security.ledger.LogFilter;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Purpose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The officer's alerts on the real log: what is told, to whom, and how it ends. */
class AlertStoryTest {
    private static final String WHY = "Haar broer werkt bij ons op de afdeling zorg";
    private static final String NOTE = "Besproken met de coördinator, dit hoorde bij het werk";

    private CaseworkWorld world;
    private ActingProfessional coordinator;
    private ActingProfessional officer;
    private CaseFileId file;
    private String number;

    @BeforeEach
    void a_case_that_is_watched_for_the_coordinator() {
        world = new CaseworkWorld();
        coordinator = world.coordinator;
        officer = world.officer;
        var name =
                world.as(coordinator, () -> world.caseFiles.open(new OpenCase(Cooperation.single()), Purpose.SUPPORT));
        file = name.id();
        number = name.number();
        world.as(
                coordinator,
                () -> world.caseFiles.record(
                        file, DataCategory.RISK, ItemKind.FIELDS, Map.of("level", "ACUTE"), Purpose.SUPPORT));
        world.seal();
    }

    private void marked(MarkKind kind) {
        world.as(
                officer,
                () -> world.oversight.mark(
                        number,
                        kind,
                        Optional.of(coordinator.professional()).filter(any -> kind.namesColleague()),
                        WHY));
    }

    private void looks() {
        world.clock.turn(Duration.ofMinutes(1));
        world.as(coordinator, () -> world.caseFiles.open(file, DataCategory.IDENTITY, Purpose.SUPPORT));
        world.seal();
    }

    private AlertList alerts(ActingProfessional who) {
        world.clock.turn(Duration.ofMinutes(1));
        var seen = world.as(who, () -> world.alerts.alerts());
        world.seal();
        return seen;
    }

    private ActingProfessional hired(ActingProfessional where, Function function, String name) {
        return new ActingProfessional(
                world.directory.hire(where.agency(), name, function),
                where.agency(),
                where.agencyType(),
                function,
                AssuranceLevel.TWO_FACTOR,
                new SessionId(UUID.randomUUID()));
    }

    @Test
    void a_look_at_a_watched_case_is_told_with_its_lines_and_closed_with_a_verdict() {
        // given
        marked(MarkKind.FAMILY);
        looks();
        // when
        var alert = alerts(officer).waiting().get(0);
        // then
        then(alert.rule()).isEqualTo(AnomalyRule.OWN_CIRCLE);
        then(alert.who())
                .contains(
                        world.directory.professional(coordinator.professional()).displayName());
        then(alert.caseName().orElseThrow().number()).isEqualTo(number);
        then(alert.thresholds()).isEqualTo(1);
        var lines = world.as(officer, () -> world.alerts.lines(alert.id()));
        then(lines.lines()).singleElement().satisfies(line -> {
            then(line.event().action()).isEqualTo("VIEW_SECTION");
            then(line.professional()).contains(coordinator.professional());
        });

        // when
        world.as(officer, () -> world.alerts.judge(alert.id(), Verdict.INVESTIGATE, NOTE));
        // then it waits on
        then(alerts(officer).waiting()).extracting(AlertView::id).containsExactly(alert.id());
        // when
        world.as(officer, () -> world.alerts.judge(alert.id(), Verdict.UNLAWFUL, NOTE));
        // then
        var after = alerts(officer);
        then(after.waiting()).isEmpty();
        then(after.closed()).singleElement().satisfies(closed -> {
            then(closed.judged()).extracting(Judged::verdict).containsExactly(Verdict.UNLAWFUL, Verdict.INVESTIGATE);
            then(closed.judged().get(0).note()).isEqualTo(NOTE);
        });
        thenThrownBy(() -> world.as(officer, () -> world.alerts.judge(alert.id(), Verdict.LAWFUL, NOTE)))
                .isInstanceOf(NotPossible.class)
                .hasMessageContaining("alert.error.closed");
    }

    @Test
    void more_of_the_same_before_a_judgement_joins_the_alert_and_after_it_is_told_anew() {
        // given
        marked(MarkKind.WELL_KNOWN);
        looks();
        then(alerts(officer).waiting())
                .singleElement()
                .satisfies(alert -> then(alert.lines()).isEqualTo(1));
        looks();
        var alert = alerts(officer).waiting().get(0);
        then(alert.lines()).isEqualTo(2);
        // when
        world.as(officer, () -> world.alerts.judge(alert.id(), Verdict.LAWFUL, NOTE));
        then(alerts(officer).waiting()).isEmpty();
        looks();
        // then
        then(alerts(officer).waiting()).singleElement().satisfies(fresh -> {
            then(fresh.id()).isNotEqualTo(alert.id());
            then(fresh.lines()).isEqualTo(1);
        });
    }

    @Test
    void an_officer_who_looks_at_their_own_acts_is_flagged_and_somebody_else_must_judge() {
        // given
        world.as(
                officer,
                () -> world.officers.page(
                        LogQuestion.about(LogFilter.where()
                                .professional(officer.professional())
                                .build()),
                        Optional.empty()));
        world.seal();
        // when
        var own = alerts(officer).waiting().get(0);
        // then
        then(own.rule()).isEqualTo(AnomalyRule.OFFICER_ON_OWN);
        then(own.ownActs()).isTrue();
        thenThrownBy(() -> world.as(officer, () -> world.alerts.judge(own.id(), Verdict.LAWFUL, NOTE)))
                .isInstanceOf(NotPossible.class)
                .hasMessageContaining("judgement.error.own");
        var colleague = world.colleagueOf(officer);
        world.as(colleague, () -> world.alerts.judge(own.id(), Verdict.LAWFUL, NOTE));
        then(alerts(colleague).waiting()).isEmpty();
    }

    @Test
    void a_try_at_a_case_of_others_is_told_without_saying_which() {
        // given
        world.clock.turn(Duration.ofMinutes(1));
        thenThrownBy(() -> world.as(world.otherCoordinator, () -> world.caseFiles.view(file, Purpose.SUPPORT)))
                .isInstanceOf(AccessDenied.class);
        world.seal();
        var theirs = hired(world.otherCoordinator, Function.PRIVACY_OFFICER, "Mirjam Postma");
        // when
        var alert = alerts(theirs).waiting().get(0);
        // then
        then(alert.rule()).isEqualTo(AnomalyRule.NOT_ASSIGNED);
        then(alert.caseName()).isEmpty();
        // and the officer of the agency that leads the case judges the acts of her own people only
        then(alerts(officer).waiting()).isEmpty();
    }

    @Test
    void an_alert_of_one_agency_is_not_there_for_another() {
        // given
        marked(MarkKind.WELL_KNOWN);
        looks();
        var id = alerts(officer).waiting().get(0).id();
        var theirs = hired(world.otherCoordinator, Function.PRIVACY_OFFICER, "Mirjam Postma");
        // then
        then(alerts(theirs).waiting()).isEmpty();
        thenThrownBy(() -> world.as(theirs, () -> world.alerts.lines(id)))
                .isInstanceOf(NotPossible.class)
                .hasMessageContaining("alert.error.gone");
        thenThrownBy(() -> world.as(theirs, () -> world.alerts.judge(id, Verdict.LAWFUL, NOTE)))
                .isInstanceOf(NotPossible.class)
                .hasMessageContaining("alert.error.gone");
    }

    @Test
    void the_data_protection_officer_sees_and_judges_nothing() {
        // given
        marked(MarkKind.WELL_KNOWN);
        looks();
        var supervisor = hired(officer, Function.DATA_PROTECTION_OFFICER, "Pieter Toezicht");
        // when
        var seen = alerts(supervisor);
        // then
        then(seen.waiting()).hasSize(1);
        then(seen.mayJudge()).isFalse();
        var id = seen.waiting().get(0).id();
        thenThrownBy(() -> world.as(supervisor, () -> world.alerts.judge(id, Verdict.LAWFUL, NOTE)))
                .isInstanceOf(AccessDenied.class);
        thenThrownBy(() -> world.as(coordinator, () -> world.alerts.alerts())).isInstanceOf(AccessDenied.class);
    }

    @Test
    void going_through_the_log_seeing_lines_and_judging_stand_in_the_log() {
        // given
        marked(MarkKind.WELL_KNOWN);
        looks();
        var id = alerts(officer).waiting().get(0).id();
        world.as(officer, () -> world.alerts.lines(id));
        world.as(officer, () -> world.alerts.judge(id, Verdict.LAWFUL, NOTE));
        world.seal();
        // when
        var page = world.as(officer, () -> world.officers.page(LogQuestion.everything(), Optional.empty()));
        // then
        then(page.lines())
                .extracting(line -> line.event().action())
                .contains("JUDGE_ACCESS", "SET_OVERSIGHT", "VIEW_LOG");
        var judged = page.lines().stream()
                .filter(line -> line.event().action().equals("JUDGE_ACCESS"))
                .findFirst()
                .orElseThrow();
        then(world.as(officer, () -> world.officers.detail(judged.code()))
                        .orElseThrow()
                        .typed())
                .hasValueSatisfying(typed -> then(typed).contains("LAWFUL", NOTE));
    }

    @Test
    void what_is_kept_names_nobody_in_the_clear_and_a_changed_row_counts_as_absent() {
        // given
        marked(MarkKind.FAMILY);
        looks();
        alerts(officer);
        // then
        var stored = world.ask("select concat(hex(sealed_finding), hex(fingerprint)) from oversight_alert");
        var id = coordinator.professional().value().toString();
        then(stored).doesNotContainIgnoringCase(id.replace("-", "")).doesNotContain(hex(id));
        var mark = world.ask("select hex(sealed_about) from oversight_mark");
        then(mark).doesNotContain(hex(id)).doesNotContain(hex("broer"));
        // when
        world.sql("update oversight_alert set rule = 'VOLUME'");
        // then
        then(alerts(officer).waiting()).extracting(AlertView::rule).doesNotContain(AnomalyRule.VOLUME);
    }

    private static String hex(String text) {
        return java.util.HexFormat.of()
                .withUpperCase()
                .formatHex(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Test
    void thresholds_are_versions_with_a_reason_and_a_new_one_is_used_from_then_on() {
        // given a look at eight in the evening, Amsterdam time
        world.clock.turn(Duration.ofHours(8));
        looks();
        then(alerts(officer).waiting()).isEmpty();
        var before = world.as(officer, () -> world.oversight.settings());
        var values = new EnumMap<>(before.inForce().values());
        values.put(Threshold.HOURS_UNTIL, 18);
        // when
        world.as(officer, () -> world.oversight.set(1, values, "Besluit privacyoverleg van 23 november"));
        // then
        then(alerts(officer).waiting()).singleElement().satisfies(alert -> {
            then(alert.rule()).isEqualTo(AnomalyRule.OUTSIDE_HOURS);
            then(alert.thresholds()).isEqualTo(2);
            then(alert.figures()).containsExactly(1L, 7L, 18L);
        });
        var after = world.as(officer, () -> world.oversight.settings());
        then(after.versions()).extracting(each -> each.thresholds().version()).containsExactly(2, 1);
        then(after.versions().get(0).by()).contains("Fatima Privacy");
        thenThrownBy(() -> world.as(
                        officer, () -> world.oversight.set(1, values, "Besluit privacyoverleg van 23 november")))
                .hasMessageContaining("oversight.error.changed-meanwhile");
        thenThrownBy(() -> world.as(
                        officer, () -> world.oversight.set(2, values, "Besluit privacyoverleg van 23 november")))
                .hasMessageContaining("oversight.error.nothing-changes");
        values.put(Threshold.HOURS_UNTIL, 25);
        thenThrownBy(() -> world.as(
                        officer, () -> world.oversight.set(2, values, "Besluit privacyoverleg van 23 november")))
                .hasMessageContaining("oversight.error.value");
        // and another agency keeps its own
        var theirs = hired(world.otherCoordinator, Function.PRIVACY_OFFICER, "Mirjam Postma");
        then(world.as(theirs, () -> world.oversight.settings()).inForce().version())
                .isEqualTo(1);
    }

    @Test
    void a_case_that_the_agency_has_nothing_to_do_with_cannot_be_marked_and_looks_like_none() {
        var theirs = hired(world.otherCoordinator, Function.PRIVACY_OFFICER, "Mirjam Postma");
        for (var typed : List.of(number, "SZ-999999")) {
            thenThrownBy(() -> world.as(
                            theirs, () -> world.oversight.mark(typed, MarkKind.WELL_KNOWN, Optional.empty(), WHY)))
                    .isInstanceOf(NotPossible.class)
                    .hasMessageContaining("oversight.error.no-case");
        }
    }

    @Test
    void a_mark_names_a_colleague_where_its_kind_is_about_one() {
        for (var named : List.of(
                Optional.of(world.carer.professional()),
                Optional.<nl.samenzicht.security.directory.ProfessionalId>empty())) {
            thenThrownBy(() -> world.as(officer, () -> world.oversight.mark(number, MarkKind.FAMILY, named, WHY)))
                    .hasMessageContaining("oversight.error.no-colleague");
        }
    }

    @Test
    void a_mark_that_was_lifted_watches_no_longer() {
        // given
        marked(MarkKind.WELL_KNOWN);
        var mark = world.as(officer, () -> world.oversight.settings()).marks().get(0);
        then(mark.why()).isEqualTo(WHY);
        // when
        world.as(officer, () -> world.oversight.lift(mark.id(), "Is niet langer in het nieuws, afgesproken met de FG"));
        looks();
        // then
        then(alerts(officer).waiting()).isEmpty();
        thenThrownBy(() -> world.as(
                        officer, () -> world.oversight.lift(mark.id(), "Is niet langer in het nieuws, afgesproken")))
                .hasMessageContaining("oversight.error.gone");
    }
}
