package nl.samenzicht.domain.clock;

import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.BDDAssertions.then;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import nl.samenzicht.domain.casefile.ContentNotValid;
import nl.samenzicht.domain.casefile.Cooperation;
import nl.samenzicht.domain.casefile.ItemId;
import nl.samenzicht.domain.casefile.ItemKind;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.casefile.OpenCase;
import nl.samenzicht.domain.casefile.ParticipationService.Invitation;
import nl.samenzicht.domain.casefile.SectionView;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.residence.EarlyEnd;
import nl.samenzicht.domain.residence.ReflectionGround;
import nl.samenzicht.domain.residence.RouteAnswer;
import nl.samenzicht.domain.residence.RouteNotLegal;
import nl.samenzicht.domain.residence.RouteStep;
import nl.samenzicht.domain.sharing.ShareDraft;
import nl.samenzicht.domain.world.CaseworkWorld;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Framework;
import nl.samenzicht.security.policy.Ground;
import nl.samenzicht.security.policy.Purpose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ClockStoryTest {

    private static CaseworkWorld world;

    @BeforeAll
    static void start() {
        world = new CaseworkWorld();
        world.clock.ticks(Duration.ofMillis(1));
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(world.clock.instant(), ZoneId.of("Europe/Amsterdam"));
    }

    private static CaseFileId openedCase() {
        return world.as(
                        world.coordinator,
                        () -> world.caseFiles.open(
                                new OpenCase(new Cooperation(
                                        Framework.CONVENANT,
                                        "Convenant Waterland 2026",
                                        Optional.of(world.clock.instant().plus(Duration.ofDays(300))))),
                                Purpose.SUPPORT))
                .id();
    }

    private static void invited(CaseFileId file, ActingProfessional whom, Purpose purpose) {
        var invitation = world.as(
                world.coordinator,
                () -> world.participations.invite(
                        file,
                        new Invitation(
                                whom.agency(),
                                Optional.empty(),
                                purpose,
                                Ground.STATUTORY_TASK,
                                world.clock.instant(),
                                world.clock.instant().plus(Duration.ofDays(90))),
                        Purpose.SUPPORT));
        then(invitation).isNotNull();
    }

    private static ItemId period(CaseFileId file, ActingProfessional who, Purpose purpose, int daysLeft) {
        return world.as(
                who,
                () -> world.caseFiles.record(
                        file,
                        DataCategory.RESIDENCE,
                        ItemKind.FIELDS,
                        Map.of(
                                "status",
                                "UNDOCUMENTED",
                                "reflectionFrom",
                                today().minusDays(40).toString(),
                                "reflectionUntil",
                                today().plusDays(daysLeft).toString()),
                        purpose));
    }

    private static SectionView residence(CaseFileId file, ActingProfessional who) {
        return world.as(who, () -> world.caseFiles.open(file, DataCategory.RESIDENCE, Purpose.SUPPORT));
    }

    private static List<CaseClock> strip(CaseFileId file, ActingProfessional who, Purpose purpose) {
        return world.as(who, () -> world.cards.read(file, purpose)).clocks();
    }

    private static List<ClockKind> kinds(CaseFileId file, ActingProfessional who, Purpose purpose) {
        return strip(file, who, purpose).stream().map(CaseClock::kind).toList();
    }

    private static int lines() {
        return Integer.parseInt(world.ask("select count(*) from ledger_entry"));
    }

    private static void take(SectionView seen, ActingProfessional who, RouteStep step) {
        world.does(who, () -> world.routes.record(seen, step));
    }

    private static void onlyTermsOfThisStory() {
        world.sql("delete from item_term");
    }

    private static long warn() {
        return world.as(world.coordinator, world.warnings::due).stream()
                .filter(warning -> world.as(world.coordinator, () -> world.warnings.give(warning)))
                .count();
    }

    // ---- steps ----

    @Test
    void a_step_is_one_change_of_one_item_and_one_line_of_the_log() {
        // given
        var file = openedCase();
        var seen = residence(file, world.coordinator);
        var before = lines();
        // when
        take(
                seen,
                world.coordinator,
                new RouteStep.Begin(today().minusDays(5), today().plusDays(25), ReflectionGround.DUBLIN));
        // then
        then(lines()).isEqualTo(before + 1);
        var begun = residence(file, world.coordinator);
        then(begun.items()).hasSize(1);
        // when
        before = lines();
        take(begun, world.coordinator, new RouteStep.Answer(today(), RouteAnswer.COMPLAINT));
        // then
        then(lines()).isEqualTo(before + 1);
        var answered = residence(file, world.coordinator);
        then(answered.items()).hasSize(1);
        then(answered.items().get(0).content().values())
                .containsEntry("reflectionEndedBy", "COMPLAINT")
                .containsEntry("reflectionEndedOn", today().toString());
    }

    @Test
    void a_correction_keeps_what_was_there() {
        // given
        var file = openedCase();
        var item = period(file, world.coordinator, Purpose.SUPPORT, 30);
        take(
                residence(file, world.coordinator),
                world.coordinator,
                new RouteStep.EndEarly(today().minusDays(1), EarlyEnd.RENOUNCED));
        // when
        var now = residence(file, world.coordinator).items().get(0);
        world.does(
                world.coordinator,
                () -> world.caseFiles.change(
                        file,
                        DataCategory.RESIDENCE,
                        item,
                        now.version(),
                        now.content()
                                .with("reflectionEndedOn", today().minusDays(2).toString())
                                .values(),
                        Purpose.SUPPORT));
        // then
        var history = world.as(
                world.coordinator, () -> world.caseFiles.history(file, DataCategory.RESIDENCE, item, Purpose.SUPPORT));
        then(history).hasSize(3);
        then(history.get(0).content().values()).doesNotContainKey("reflectionEndedOn");
        then(history.get(1).content().values())
                .containsEntry("reflectionEndedOn", today().minusDays(1).toString());
        then(history.get(2).content().values())
                .containsEntry("reflectionEndedOn", today().minusDays(2).toString())
                .containsEntry("status", "UNDOCUMENTED");
    }

    @Test
    void the_second_of_two_editors_is_told_and_overwrites_nothing() {
        // given
        var file = openedCase();
        period(file, world.coordinator, Purpose.SUPPORT, 30);
        var seen = residence(file, world.coordinator);
        var colleague = world.colleagueOf(world.coordinator);
        // when
        take(seen, world.coordinator, new RouteStep.EndEarly(today(), EarlyEnd.DEPARTED));
        var refused = catchThrowableOfType(
                () -> take(seen, colleague, new RouteStep.Answer(today(), RouteAnswer.NONE)), NotPossible.class);
        // then
        then(refused.messageKey()).isEqualTo("route.error.meanwhile");
        then(residence(file, colleague).items().get(0).content().values())
                .containsEntry("reflectionEndedBy", "DEPARTED")
                .doesNotContainKey("routeAnswer");
    }

    @Test
    void of_two_who_begin_at_once_the_second_is_told() {
        // given
        var file = openedCase();
        var seen = residence(file, world.coordinator);
        var begin = new RouteStep.Begin(today(), today().plusDays(30), ReflectionGround.DUBLIN);
        // when
        take(seen, world.coordinator, begin);
        var refused = catchThrowableOfType(() -> take(seen, world.coordinator, begin), NotPossible.class);
        // then
        then(refused.messageKey()).isEqualTo("route.error.meanwhile");
        then(residence(file, world.coordinator).items()).hasSize(1);
    }

    @Test
    void what_the_law_does_not_allow_is_not_recorded_by_any_form() {
        // given
        var file = openedCase();
        var before = lines();
        // when
        var wrong = catchThrowableOfType(
                () -> world.does(
                        world.coordinator,
                        () -> world.caseFiles.record(
                                file,
                                DataCategory.RESIDENCE,
                                ItemKind.FIELDS,
                                Map.of("reflectionFrom", "2026-11-02", "reflectionUntil", "2027-02-03"),
                                Purpose.SUPPORT)),
                ContentNotValid.class);
        // then
        then(wrong.errors()).extracting("field").containsExactly("reflectionUntil");
        then(lines()).isEqualTo(before);
    }

    @Test
    void a_step_that_is_yet_to_come_is_refused() {
        // given
        var file = openedCase();
        var seen = residence(file, world.coordinator);
        // when
        var refused = catchThrowableOfType(
                () -> take(seen, world.coordinator, new RouteStep.Answer(today().plusDays(1), RouteAnswer.COMPLAINT)),
                RouteNotLegal.class);
        // then
        then(refused.messageKey()).isEqualTo("route.error.future");
    }

    // ---- the strip ----

    @Test
    void the_strip_holds_every_clock_first_ending_first() {
        // given
        var file = openedCase();
        period(file, world.coordinator, Purpose.SUPPORT, 20);
        // when
        var strip = strip(file, world.coordinator, Purpose.SUPPORT);
        // then
        then(strip).extracting(CaseClock::kind).containsExactly(ClockKind.REFLECTION, ClockKind.FRAMEWORK);
        then(strip.get(0).daysLeft()).isEqualTo(20);
        then(strip.get(0).tone()).isEqualTo(ClockTone.SOON);
        then(strip.get(1).tone()).isEqualTo(ClockTone.CALM);
    }

    @Test
    void who_may_not_see_residence_cannot_tell_that_there_is_a_clock() {
        // given
        var file = openedCase();
        invited(file, world.carer, Purpose.SUPPORT);
        var without = kinds(file, world.carer, Purpose.SUPPORT);
        // when
        period(file, world.coordinator, Purpose.SUPPORT, 20);
        // then
        then(kinds(file, world.carer, Purpose.SUPPORT)).isEqualTo(without).doesNotContain(ClockKind.REFLECTION);
        then(world.as(world.carer, () -> world.clocks.ending(Purpose.SUPPORT)))
                .noneMatch(term -> term.caseName().id().equals(file));
        // and for a purpose that does not read residence neither does its owner
        then(kinds(file, world.coordinator, Purpose.ACUTE_SAFETY)).doesNotContain(ClockKind.REFLECTION);
    }

    @Test
    void a_share_tells_the_clock_unless_it_leaves_the_day_out() {
        // given
        var file = openedCase();
        invited(file, world.carer, Purpose.RESIDENCE);
        var item = period(file, world.coordinator, Purpose.SUPPORT, 20);
        share(file, item, Set.of("reflectionUntil"));
        then(kinds(file, world.carer, Purpose.RESIDENCE)).doesNotContain(ClockKind.REFLECTION);
        // when
        share(file, item, Set.of());
        // then
        then(kinds(file, world.carer, Purpose.RESIDENCE)).contains(ClockKind.REFLECTION, ClockKind.SHARE);
        then(world.as(world.carer, () -> world.clocks.ending(Purpose.RESIDENCE)))
                .filteredOn(term -> term.caseName().id().equals(file))
                .extracting(term -> term.clock().kind())
                .contains(ClockKind.REFLECTION);
    }

    private static void share(CaseFileId file, ItemId item, Set<String> withheld) {
        var share = world.as(
                world.coordinator,
                () -> world.shares.offer(new ShareDraft(
                        file,
                        DataCategory.RESIDENCE,
                        false,
                        Set.of(item),
                        withheld,
                        world.carer.agency(),
                        Optional.empty(),
                        Purpose.RESIDENCE,
                        Ground.STATUTORY_TASK,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(""),
                        world.clock.instant().plus(Duration.ofDays(30)))));
        world.does(world.carer, () -> world.shares.accept(share, Purpose.RESIDENCE));
    }

    @Test
    void a_complaint_takes_the_clock_off_the_strip() {
        // given
        var file = openedCase();
        period(file, world.coordinator, Purpose.SUPPORT, 20);
        // when
        take(
                residence(file, world.coordinator),
                world.coordinator,
                new RouteStep.Answer(today(), RouteAnswer.COMPLAINT));
        take(residence(file, world.coordinator), world.coordinator, new RouteStep.SendM55(today()));
        // then
        then(strip(file, world.coordinator, Purpose.SUPPORT))
                .filteredOn(clock -> clock.kind().ofResidence())
                .singleElement()
                .satisfies(clock -> {
                    then(clock.kind()).isEqualTo(ClockKind.M55);
                    then(clock.daysLeft()).isEqualTo(1);
                    then(clock.tone()).isEqualTo(ClockTone.URGENT);
                });
    }

    @Test
    void the_strip_is_part_of_the_one_look_at_the_card() {
        // given
        var file = openedCase();
        period(file, world.coordinator, Purpose.SUPPORT, 20);
        var before = lines();
        // when
        strip(file, world.coordinator, Purpose.SUPPORT);
        // then
        then(lines()).isEqualTo(before + 1);
    }

    @Test
    void a_day_that_somebody_changes_in_the_database_is_no_clock() {
        // given
        var file = openedCase();
        var item = period(file, world.coordinator, Purpose.SUPPORT, 20);
        // when
        world.sql("update item_term set last_day = '2027-12-31' where item_id = '" + item.value() + "'");
        // then
        then(kinds(file, world.coordinator, Purpose.SUPPORT)).doesNotContain(ClockKind.REFLECTION);
    }

    @Test
    void what_ends_is_not_told_by_the_database() {
        // given
        var file = openedCase();
        period(file, world.coordinator, Purpose.SUPPORT, 20);
        // then
        then(world.ask("select group_concat(cast(what as char)) from item_term"))
                .doesNotContain("REFLECTION");
    }

    // ---- warnings ----

    @Test
    void each_threshold_is_warned_of_once_to_who_may_see_it() {
        // given
        onlyTermsOfThisStory();
        var file = openedCase();
        invited(file, world.carer, Purpose.SUPPORT);
        period(file, world.coordinator, Purpose.SUPPORT, 25);
        world.notices.told.clear();
        // when: too early
        then(warn()).isZero();
        // when
        world.clock.turn(Duration.ofDays(4));
        warn();
        warn();
        // then
        then(world.notices.told).extracting("kind").containsOnly("term.ends-soon");
        var readers = world.notices.told.size();
        then(world.notices.told).extracting("agency").containsOnly(world.coordinator.agency());
        then(world.notices.told)
                .extracting("whom")
                .contains(world.coordinator.professional())
                .doesNotContain(world.officer.professional(), world.attentionOfficer.professional());
        // when
        world.notices.told.clear();
        world.clock.turn(Duration.ofDays(14));
        warn();
        warn();
        // then
        then(world.notices.told)
                .extracting("kind")
                .containsOnly("term.ends-urgent")
                .hasSize(readers);
        // when
        world.notices.told.clear();
        world.clock.turn(Duration.ofDays(7));
        warn();
        warn();
        // then
        then(world.notices.told)
                .extracting("kind")
                .containsOnly("term.ends-today")
                .hasSize(readers);
        // when
        world.notices.told.clear();
        world.clock.turn(Duration.ofDays(1));
        // then
        then(warn()).isZero();
    }

    @Test
    void of_warnings_that_were_missed_only_the_last_is_given() {
        // given
        onlyTermsOfThisStory();
        period(openedCase(), world.coordinator, Purpose.SUPPORT, 25);
        world.notices.told.clear();
        // when
        world.clock.turn(Duration.ofDays(20));
        warn();
        warn();
        // then
        then(world.notices.told).extracting("kind").containsOnly("term.ends-urgent");
    }

    @Test
    void two_nodes_that_found_the_same_warning_give_it_once() {
        // given
        onlyTermsOfThisStory();
        period(openedCase(), world.coordinator, Purpose.SUPPORT, 10);
        world.notices.told.clear();
        var found = world.as(world.coordinator, world.warnings::due);
        var foundByOther = world.as(world.coordinator, world.warnings::due);
        // when
        var given = world.as(world.coordinator, () -> world.warnings.give(found.get(0)));
        var again = world.as(world.coordinator, () -> world.warnings.give(foundByOther.get(0)));
        // then
        then(found).hasSize(1);
        then(given).isTrue();
        then(again).isFalse();
    }

    @Test
    void two_nodes_at_the_same_moment_give_it_once() throws Exception {
        // given
        onlyTermsOfThisStory();
        var nodes = Executors.newFixedThreadPool(2);
        for (int round = 0; round < 10; round++) {
            period(openedCase(), world.coordinator, Purpose.SUPPORT, 10);
            var warning = world.as(world.coordinator, world.warnings::due).get(0);
            var together = new CyclicBarrier(2);
            Callable<Boolean> node = () -> {
                together.await();
                return world.as(world.coordinator, () -> world.warnings.give(warning));
            };
            // when
            var one = nodes.submit(node);
            var other = nodes.submit(node);
            // then
            then(List.of(one.get(), other.get())).containsExactlyInAnyOrder(true, false);
        }
        nodes.shutdownNow();
    }

    @Test
    void a_term_that_was_recorded_after_its_end_warns_nobody() {
        // given
        onlyTermsOfThisStory();
        period(openedCase(), world.coordinator, Purpose.SUPPORT, -2);
        world.notices.told.clear();
        // when
        then(warn()).isZero();
        // then
        then(world.notices.told).isEmpty();
    }

    @Test
    void the_list_holds_what_ends_soon_and_no_more() {
        // given
        var soon = openedCase();
        period(soon, world.coordinator, Purpose.SUPPORT, 7);
        var later = openedCase();
        period(later, world.coordinator, Purpose.SUPPORT, 22);
        // when
        var ending = world.as(world.coordinator, () -> world.clocks.ending(Purpose.SUPPORT));
        // then
        then(ending).extracting(term -> term.caseName().id()).contains(soon).doesNotContain(later);
    }
}
