package nl.samenzicht.domain.oversight;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import java.time.Duration;
import java.time.YearMonth;
import java.util.UUID;
import nl.samenzicht.domain.casefile.Cooperation;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.casefile.OpenCase;
import nl.samenzicht.domain.emergency.Verdict;
import nl.samenzicht.domain.oversight.SampleLines.Drawn;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.world.CaseworkWorld;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.AssuranceLevel;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.security.directory.SessionId;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Purpose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The officer draws from a month and judges; nobody draws until it suits, and nobody judges themselves. */
class SampleStoryTest {
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final String NOTE = "Hoort bij de overdracht van die week, nagevraagd";

    private CaseworkWorld world;
    private ActingProfessional officer;
    private CaseFileId file;

    @BeforeEach
    void thirty_looks_at_one_case() {
        world = new CaseworkWorld();
        officer = world.officer;
        file = world.as(
                        world.coordinator,
                        () -> world.caseFiles.open(new OpenCase(Cooperation.single()), Purpose.SUPPORT))
                .id();
        looks(30);
    }

    private void looks(int times) {
        for (int i = 0; i < times; i++) {
            world.clock.turn(Duration.ofMinutes(2));
            world.as(world.coordinator, () -> world.caseFiles.open(file, DataCategory.IDENTITY, Purpose.SUPPORT));
        }
        world.clock.turn(Duration.ofMinutes(2));
        world.seal();
    }

    private UUID draws() {
        return world.as(officer, () -> world.samples.draw(NOVEMBER));
    }

    private SampleLines sample(UUID id) {
        return world.as(officer, () -> world.samples.sample(id));
    }

    private ActingProfessional supervisor() {
        return new ActingProfessional(
                world.directory.hire(officer.agency(), "Pieter Toezicht", Function.DATA_PROTECTION_OFFICER),
                officer.agency(),
                officer.agencyType(),
                Function.DATA_PROTECTION_OFFICER,
                AssuranceLevel.TWO_FACTOR,
                new SessionId(UUID.randomUUID()));
    }

    @Test
    void twenty_five_of_thirty_accesses_are_drawn_and_can_be_drawn_again() {
        // when
        var id = draws();
        // then
        var sample = sample(id);
        then(sample.lines()).hasSize(25);
        then(sample.card().accesses()).isEqualTo(30);
        then(world.as(supervisor(), () -> world.samples.drawsTheSame(id))).isTrue();
        // when somebody puts another seed into the database
        world.sql("update oversight_sample set seed = seed + 1");
        // then
        thenThrownBy(() -> world.as(officer, () -> world.samples.drawsTheSame(id)))
                .hasMessageContaining("samples.error.gone");
    }

    @Test
    void a_month_is_drawn_from_once_and_goes_on_where_it_was_left() {
        // given
        draws();
        thenThrownBy(() -> draws()).isInstanceOf(NotPossible.class).hasMessageContaining("samples.error.nothing-left");
        looks(3);
        // when
        var second = draws();
        // then
        then(sample(second).lines()).hasSize(3);
        // when the month has ended
        world.clock.turn(Duration.ofDays(10));
        var last = draws();
        then(sample(last).lines()).isEmpty();
        // then
        thenThrownBy(() -> draws()).hasMessageContaining("samples.error.nothing-left");
        then(world.as(officer, () -> world.samples.samples()).due()).isEmpty();
    }

    @Test
    void a_month_that_ended_waits_to_be_drawn_from() {
        world.clock.turn(Duration.ofDays(10));
        var list = world.as(officer, () -> world.samples.samples());
        then(list.due()).contains(NOVEMBER);
        then(list.dueUntil()).isEqualTo("2026-12-31T23:00:00Z");
    }

    @Test
    void each_line_is_judged_and_the_quarter_counts_it() {
        // given
        var id = draws();
        var lines = sample(id).lines();
        // when
        judges(officer, id, lines.get(0), Verdict.LAWFUL);
        judges(officer, id, lines.get(1), Verdict.UNLAWFUL);
        judges(officer, id, lines.get(2), Verdict.INVESTIGATE);
        // then
        var list = world.as(officer, () -> world.samples.samples());
        then(list.samples()).singleElement().satisfies(card -> {
            then(card.drawn()).isEqualTo(25);
            then(card.judged()).isEqualTo(2);
            then(card.waits()).isTrue();
        });
        var quarter = list.quarters().get(0);
        then(quarter.year()).isEqualTo(2026);
        then(quarter.quarter()).isEqualTo(4);
        then(quarter.samples().all()).isEqualTo(25);
        then(quarter.samples().of(Verdict.LAWFUL)).isEqualTo(1);
        then(quarter.samples().of(Verdict.UNLAWFUL)).isEqualTo(1);
        then(quarter.samples().of(Verdict.INVESTIGATE)).isEqualTo(1);
        then(quarter.samples().open()).isEqualTo(22);
        then(list.quarters()).extracting(QuarterFigures::quarter).containsExactly(4, 3, 2, 1);
        // when it was investigated
        judges(officer, id, lines.get(2), Verdict.LAWFUL);
        thenThrownBy(() -> judges(officer, id, lines.get(2), Verdict.UNLAWFUL))
                .hasMessageContaining("alert.error.closed");
        // then
        then(sample(id).lines().get(2).judged())
                .extracting(Judged::verdict)
                .containsExactly(Verdict.LAWFUL, Verdict.INVESTIGATE);
    }

    private void judges(ActingProfessional who, UUID id, Drawn drawn, Verdict verdict) {
        world.clock.turn(Duration.ofSeconds(1));
        world.as(who, () -> world.samples.judge(id, drawn.line().code(), verdict, NOTE));
    }

    @Test
    void who_looked_does_not_judge_and_who_supervises_judges_nothing() {
        // given
        var id = draws();
        var line = sample(id).lines().get(0);
        var both = new ActingProfessional(
                world.coordinator.professional(),
                officer.agency(),
                officer.agencyType(),
                Function.PRIVACY_OFFICER,
                AssuranceLevel.TWO_FACTOR,
                world.coordinator.session());
        // then
        thenThrownBy(() -> judges(both, id, line, Verdict.LAWFUL)).hasMessageContaining("judgement.error.own");
        thenThrownBy(() -> judges(supervisor(), id, line, Verdict.LAWFUL)).isInstanceOf(AccessDenied.class);
        thenThrownBy(() -> {
                    looks(1);
                    world.as(supervisor(), () -> world.samples.draw(NOVEMBER));
                })
                .isInstanceOf(AccessDenied.class);
        then(world.as(supervisor(), () -> world.samples.sample(id)).mayJudge()).isFalse();
    }

    @Test
    void a_sample_of_one_agency_is_not_there_for_another() {
        // given
        var id = draws();
        var theirs = new ActingProfessional(
                world.directory.hire(world.carer.agency(), "Wouter Dekker", Function.PRIVACY_OFFICER),
                world.carer.agency(),
                world.carer.agencyType(),
                Function.PRIVACY_OFFICER,
                AssuranceLevel.TWO_FACTOR,
                new SessionId(UUID.randomUUID()));
        // then
        thenThrownBy(() -> world.as(theirs, () -> world.samples.sample(id))).hasMessageContaining("samples.error.gone");
        then(world.as(theirs, () -> world.samples.samples()).samples()).isEmpty();
    }

    @Test
    void a_line_that_was_not_drawn_cannot_be_judged_in_it() {
        // given
        var id = draws();
        looks(1);
        var other = sample(draws()).lines().get(0);
        // then
        thenThrownBy(() -> judges(officer, id, other, Verdict.LAWFUL)).hasMessageContaining("samples.error.gone");
    }
}
