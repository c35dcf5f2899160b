package nl.samenzicht.domain.supervision;

import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.samenzicht.domain.breach.Account;
import nl.samenzicht.domain.breach.BreachState;
import nl.samenzicht.domain.breach.Nature;
import nl.samenzicht.domain.casefile.Cooperation;
import nl.samenzicht.domain.casefile.ItemKind;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.casefile.OpenCase;
import nl.samenzicht.domain.emergency.Verdict;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.rights.NewRequest;
import nl.samenzicht.domain.rights.Requester;
import nl.samenzicht.domain.rights.SubjectRight;
import nl.samenzicht.domain.world.CaseworkWorld;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.AssuranceLevel;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.directory.SessionId;
import nl.samenzicht.security.ledger.EntryCode;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Framework;
import nl.samenzicht.security.policy.Purpose;
import nl.samenzicht.security.policy.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A data protection officer sees every decision with its reason, comments, and reports; and decides nothing. */
class SupervisionStoryTest {
    private static final String NOTE = "De inzage hoort bij het gesprek van die ochtend";
    private static final String COMMENT = "Vraag bij zo'n oordeel voortaan ook de agenda op";
    private static final Quarter RUNNING = new Quarter(2026, 4);

    private CaseworkWorld world;
    private ActingProfessional officer;
    private ActingProfessional supervisor;
    private CaseFileId file;

    @BeforeEach
    void an_officer_has_judged_one_look() {
        world = new CaseworkWorld();
        officer = world.officer;
        supervisor = working("Pieter Toezicht", Function.DATA_PROTECTION_OFFICER);
        file = world.as(
                        world.coordinator,
                        () -> world.caseFiles.open(
                                new OpenCase(new Cooperation(
                                        Framework.CONVENANT,
                                        "Convenant Waterland 2026",
                                        Optional.of(world.clock.instant().plus(Duration.ofDays(300))))),
                                Purpose.SUPPORT))
                .id();
        world.as(
                world.coordinator,
                () -> world.caseFiles.record(
                        file,
                        DataCategory.SITUATION,
                        ItemKind.FIELDS,
                        Map.of("living", "Logeert bij een vriendin"),
                        Purpose.SUPPORT));
        world.as(world.coordinator, () -> world.caseFiles.open(file, DataCategory.SITUATION, Purpose.SUPPORT));
        world.seal();
        world.clock.turn(Duration.ofMinutes(1));
        judgeOne(officer);
    }

    private ActingProfessional working(String name, Function function) {
        return as(world.directory.hire(officer.agency(), name, function), function);
    }

    private ActingProfessional as(ProfessionalId professional, Function function) {
        return new ActingProfessional(
                professional,
                officer.agency(),
                officer.agencyType(),
                function,
                AssuranceLevel.TWO_FACTOR,
                new SessionId(UUID.randomUUID()));
    }

    /** Draws a sample and judges one line of it. */
    private void judgeOne(ActingProfessional who) {
        var sample = world.as(who, () -> world.samples.draw(YearMonth.of(2026, 11)));
        world.seal();
        var drawn = world.as(who, () -> world.samples.sample(sample)).lines().stream()
                .filter(line -> !line.ownAct())
                .findFirst()
                .orElseThrow();
        world.as(who, () -> world.samples.judge(sample, drawn.line().code(), Verdict.LAWFUL, NOTE));
        world.seal();
    }

    private Account breach() {
        return new Account(
                Set.of(Nature.CONFIDENTIALITY),
                world.clock.instant(),
                Optional.empty(),
                Set.of(DataCategory.SITUATION),
                Optional.empty(),
                Optional.empty(),
                "Een brief ging naar een oud adres",
                "",
                "",
                "");
    }

    private Supervision seenBy(ActingProfessional who) {
        var seen = world.as(who, () -> world.supervision.supervision());
        world.seal();
        return seen;
    }

    private Supervised judgement() {
        return seenBy(supervisor).decisions().stream()
                .filter(each -> each.typed().orElse("").contains(NOTE))
                .findFirst()
                .orElseThrow();
    }

    private EntryCode comments(ActingProfessional who, EntryCode line, int seen, String words) {
        var code = world.as(who, () -> world.supervision.comment(line, seen, words));
        world.seal();
        return code;
    }

    @Test
    void a_supervisor_sees_a_verdict_with_its_reason_and_what_they_say_of_it_reaches_the_officer() {
        // given
        var judgement = judgement();
        then(judgement.line().event().action()).isEqualTo(Action.JUDGE_ACCESS.name());
        then(judgement.line().professional()).contains(officer.professional());
        // when
        comments(supervisor, judgement.line().code(), 0, COMMENT);
        comments(supervisor, judgement.line().code(), 1, COMMENT + ", en leg dat vast");
        // then
        var seen = seenBy(officer);
        then(seen.maySupervise()).isFalse();
        then(seen.decisions().stream()
                        .filter(each ->
                                each.line().code().equals(judgement.line().code()))
                        .flatMap(each -> each.comments().stream()))
                .extracting(Comment::words)
                .containsExactly(COMMENT + ", en leg dat vast", COMMENT);
    }

    @Test
    void a_comment_can_be_about_any_line_of_the_agency_and_of_no_other() {
        // given
        var look = world.as(
                        world.coordinator, () -> world.caseFiles.open(file, DataCategory.SITUATION, Purpose.SUPPORT))
                .entry();
        var another = world.as(
                        world.otherCoordinator,
                        () -> world.caseFiles.open(
                                new OpenCase(new Cooperation(Framework.ENKEL, "", Optional.empty())), Purpose.SUPPORT))
                .id();
        var elsewhere = world.as(
                        world.otherCoordinator,
                        () -> world.caseFiles.open(another, DataCategory.SITUATION, Purpose.SUPPORT))
                .entry();
        world.seal();
        // when
        comments(supervisor, look, 0, COMMENT);
        // then
        then(seenBy(supervisor).others()).extracting(each -> each.line().code()).containsExactly(look);
        thenThrownBy(() -> comments(supervisor, elsewhere, 0, COMMENT))
                .isInstanceOfSatisfying(
                        NotPossible.class, no -> then(no.messageKey()).isEqualTo("supervision.error.gone"));
    }

    @Test
    void whoever_judged_supervises_neither_the_verdict_nor_its_quarter_under_another_function() {
        // given
        var judgement = judgement();
        var both = as(officer.professional(), Function.DATA_PROTECTION_OFFICER);
        // then
        for (var attempt : new Runnable[] {
            () -> comments(both, judgement.line().code(), 0, COMMENT),
            () -> world.as(both, () -> world.supervision.write(RUNNING, 0, COMMENT))
        }) {
            thenThrownBy(attempt::run)
                    .isInstanceOfSatisfying(
                            NotPossible.class, no -> then(no.messageKey()).isEqualTo("supervision.error.own"));
        }
        then(seenBy(both).decisions()).allSatisfy(each -> then(each.own()).isTrue());
        then(seenBy(supervisor).decisions()).isNotEmpty().noneMatch(Supervised::own);
    }

    @Test
    void only_a_supervisor_comments_and_a_supervisor_judges_nothing() {
        var line = judgement().line().code();
        for (var other : new ActingProfessional[] {officer, world.coordinator, working("Els Baas", Function.MANAGER)}) {
            thenThrownBy(() -> comments(other, line, 0, COMMENT))
                    .isInstanceOfSatisfying(
                            AccessDenied.class, no -> then(no.told()).isEqualTo(Reason.SUPERVISION_APART));
        }
        world.clock.turn(Duration.ofMinutes(1));
        thenThrownBy(() -> judgeOne(supervisor))
                .isInstanceOfSatisfying(
                        AccessDenied.class, no -> then(no.told()).isEqualTo(Reason.SUPERVISION_APART));
        thenThrownBy(() -> seenBy(world.coordinator)).isInstanceOf(AccessDenied.class);
    }

    @Test
    void of_two_who_comment_at_once_the_second_is_told() {
        var line = judgement().line().code();
        comments(supervisor, line, 0, COMMENT);
        thenThrownBy(() -> comments(working("Vera Toezicht", Function.DATA_PROTECTION_OFFICER), line, 0, COMMENT))
                .isInstanceOfSatisfying(
                        NotPossible.class, no -> then(no.messageKey()).isEqualTo("supervision.error.changed"));
        thenThrownBy(() -> comments(supervisor, line, 1, "te kort"))
                .isInstanceOfSatisfying(
                        NotPossible.class, no -> then(no.messageKey()).isEqualTo("supervision.error.words"));
    }

    @Test
    void a_comment_that_was_changed_in_the_database_counts_as_absent() {
        var line = judgement().line().code();
        comments(supervisor, line, 0, COMMENT);
        world.sql("update supervision_comment set written_by = uuid()");
        then(judgement().comments()).isEmpty();
    }

    @Test
    void a_report_keeps_the_figures_as_they_were_when_it_was_written() {
        // given one look, one verdict, one request and one breach in the quarter
        world.as(officer, () -> world.breaches.record(world.clock.instant(), breach()));
        world.as(
                officer,
                () -> world.rights.receive(new NewRequest(
                        SubjectRight.ACCESS,
                        Requester.SELF,
                        Optional.empty(),
                        LocalDate.parse("2026-11-23"),
                        "Per brief gevraagd")));
        world.seal();
        world.as(supervisor, () -> world.supervision.write(RUNNING, 0, "Het kwartaal verliep zonder bijzonderheden"));
        world.seal();
        // when somebody looks again afterwards
        world.as(world.coordinator, () -> world.caseFiles.open(file, DataCategory.SITUATION, Purpose.SUPPORT));
        world.seal();
        // then
        var report = world.as(supervisor, () -> world.supervision.report(RUNNING));
        then(report.now().tables().get("ACCESSES")).containsEntry(Purpose.SUPPORT.name(), 2L);
        then(report.versions()).singleElement().satisfies(version -> {
            then(version.words()).isEqualTo("Het kwartaal verliep zonder bijzonderheden");
            then(version.figures().tables().get("ACCESSES")).containsEntry(Purpose.SUPPORT.name(), 1L);
            then(version.figures().tables().get("DECISIONS"))
                    .containsEntry(Action.JUDGE_ACCESS.name(), 2L)
                    .containsEntry(Action.HANDLE_REQUEST.name(), 1L)
                    .containsEntry(Action.HANDLE_BREACH.name(), 1L);
            then(version.figures().tables().get(Figures.SAMPLES)).containsEntry(Verdict.LAWFUL.name(), 1L);
            then(version.figures().tables().get(Figures.REQUESTS)).containsEntry(SubjectRight.ACCESS.name(), 1L);
            then(version.figures().tables().get(Figures.BREACHES))
                    .containsOnly(entry(BreachState.RECORDED.name(), 1L), entry(Figures.LATE, 0L));
            then(version.figures().rulebook()).isEqualTo("default-1");
        });
        then(seenBy(officer).quarters())
                .extracting(each -> each.quarter().toString(), Supervision.QuarterCard::versions)
                .startsWith(tuple("2026-4", 1));
    }

    @Test
    void nothing_is_reported_on_a_quarter_long_past_or_to_come() {
        for (var quarter : new Quarter[] {new Quarter(2025, 4), new Quarter(2027, 1)}) {
            thenThrownBy(() -> world.as(supervisor, () -> world.supervision.write(quarter, 0, COMMENT)))
                    .isInstanceOfSatisfying(
                            NotPossible.class, no -> then(no.messageKey()).isEqualTo("supervision.error.no-quarter"));
        }
    }

    @Test
    void what_was_said_is_sealed() {
        comments(supervisor, judgement().line().code(), 0, COMMENT);
        then(world.ask("select count(*) from supervision_comment where sealed_words like '%agenda%'"))
                .isEqualTo("0");
    }
}
