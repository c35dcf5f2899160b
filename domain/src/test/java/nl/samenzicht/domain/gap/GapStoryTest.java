package nl.samenzicht.domain.gap;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.samenzicht.domain.casefile.Cooperation;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.gap.ToReport.Standing;
import nl.samenzicht.domain.indicator.Assessment;
import nl.samenzicht.domain.indicator.Conclusion;
import nl.samenzicht.domain.indicator.Observation;
import nl.samenzicht.domain.indicator.Profile;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.report.ReportBasis;
import nl.samenzicht.domain.report.ReportTask;
import nl.samenzicht.domain.signal.SignalId;
import nl.samenzicht.domain.world.CaseworkWorld;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.AgencyType;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.security.directory.SessionId;
import nl.samenzicht.security.policy.Framework;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GapStoryTest {
    private CaseworkWorld world;

    @BeforeEach
    void start() {
        world = new CaseworkWorld();
        world.clock.ticks(Duration.ofMillis(1));
    }

    private SignalId concluded(ActingProfessional by, Conclusion conclusion, String seenIn) {
        var typed = Map.of(
                "observed",
                "Een jongen bezorgt pakketjes " + UUID.randomUUID(),
                "observation",
                "FACT",
                "seenIn",
                seenIn);
        var id = world.as(world.teacher, () -> {
            var draft = world.signals.begin(typed);
            world.signals.send(draft.id(), draft.saves(), typed, by.agency(), false, true);
            return draft.id();
        });
        world.does(by, () -> world.triage.take(id));
        world.does(
                by,
                () -> world.triage.assess(
                        id,
                        new Assessment(
                                1,
                                Profile.CHILD_LABOUR,
                                Optional.of("CRIMINAL"),
                                Optional.empty(),
                                List.of(Observation.of("CD-06", Observation.Answer.PRESENT)),
                                conclusion,
                                "Meerdere aanwijzingen voor dwang, en hij is dertien")));
        return id;
    }

    private CaseFileId accepted(SignalId id, ActingProfessional by) {
        return world.as(by, () -> world.triage.accept(id, new Cooperation(Framework.ENKEL, "", Optional.empty())))
                .id();
    }

    private List<ToReport> toReport(ActingProfessional who) {
        return world.as(who, () -> world.gap.toReport());
    }

    private UUID begun(CaseFileId file) {
        var typed = new HashMap<>(Map.of(
                "groundText", "Gewichtig belang, hier uitgeschreven",
                "ageGroup", "FROM_12",
                "minor", "YES",
                "gender", "MALE",
                "nationality", "NL",
                "region", "MIDDEN_NEDERLAND",
                "exploitation", "CRIMINAL",
                "sector", "DRUGS",
                "countryOfExploitation", "NL",
                "reported", "UNDECIDED"));
        return world.as(
                world.coordinator,
                () -> world.reports.compose(file, ReportTask.REGISTRATION, ReportBasis.OTHER_GROUND, typed));
    }

    @Test
    void a_signal_of_a_presumed_victim_stays_in_sight_until_its_report_is_sent() {
        // given
        var signal = concluded(world.coordinator, Conclusion.PRESUMED_VICTIM, "GM0344");
        then(toReport(world.coordinator)).singleElement().satisfies(row -> {
            then(row.standing()).isEqualTo(Standing.NO_CASE);
            then(row.mayReport()).isFalse();
            then(row.form()).contains("CRIMINAL");
        });
        // when
        var file = accepted(signal, world.coordinator);
        // then
        then(toReport(world.coordinator)).singleElement().satisfies(row -> {
            then(row.standing()).isEqualTo(Standing.NOT_BEGUN);
            then(row.caseName().orElseThrow().id()).isEqualTo(file);
            then(row.mayReport()).isTrue();
        });
        // when
        var report = begun(file);
        // then
        then(toReport(world.coordinator))
                .singleElement()
                .satisfies(row -> then(row.standing()).isEqualTo(Standing.BEGUN));
        // when
        world.does(world.coordinator, () -> world.reports.check(file, report, 1));
        world.does(world.coordinator, () -> world.reports.send(file, report, 1));
        // then
        then(toReport(world.coordinator)).isEmpty();
    }

    @Test
    void what_is_no_presumed_victim_is_no_gap_and_another_agency_sees_nothing_of_ours() {
        // when
        concluded(world.coordinator, Conclusion.FURTHER_INQUIRY, "GM0344");
        accepted(concluded(world.coordinator, Conclusion.PRESUMED_VICTIM, "GM0344"), world.coordinator);
        // then
        then(toReport(world.coordinator)).hasSize(1);
        then(toReport(world.otherCoordinator)).isEmpty();
        then(toReport(world.teacher)).isEmpty();
    }

    @Test
    void who_could_report_says_why_not_and_the_last_word_holds() {
        // given
        var file = accepted(concluded(world.coordinator, Conclusion.PRESUMED_VICTIM, "GM0344"), world.coordinator);
        // when
        world.does(world.coordinator, () -> world.gap.because(file, "INQUIRY", ""));
        world.does(world.coordinator, () -> world.gap.because(file, "SAFETY", "Zijn uitbuiter leest mee"));
        // then
        var given = toReport(world.coordinator).get(0).given().orElseThrow();
        then(given.code()).isEqualTo("SAFETY");
        then(given.words()).isEqualTo("Zijn uitbuiter leest mee");
        then(world.ask("select count(*) from unreported_reason where sealed_words like '%uitbuiter%'"))
                .isEqualTo("0");
        thenThrownBy(() -> world.does(world.carer, () -> world.gap.because(file, "SAFETY", "")))
                .isInstanceOf(AccessDenied.class);
    }

    @Test
    void a_reason_that_is_not_in_the_list_or_says_nothing_is_told() {
        var file = accepted(concluded(world.coordinator, Conclusion.PRESUMED_VICTIM, "GM0344"), world.coordinator);
        thenThrownBy(() -> world.does(world.coordinator, () -> world.gap.because(file, "NO_TIME", "")))
                .isInstanceOfSatisfying(
                        NotPossible.class, no -> then(no.messageKey()).isEqualTo("gap.error.reason"));
        thenThrownBy(() -> world.does(world.coordinator, () -> world.gap.because(file, "OTHER", " ")))
                .isInstanceOfSatisfying(
                        NotPossible.class, no -> then(no.messageKey()).isEqualTo("gap.error.words"));
        then(world.ask("select count(*) from unreported_reason")).isEqualTo("0");
    }

    @Test
    void a_forged_reason_counts_as_none() {
        // given
        var file = accepted(concluded(world.coordinator, Conclusion.PRESUMED_VICTIM, "GM0344"), world.coordinator);
        world.does(world.coordinator, () -> world.gap.because(file, "INQUIRY", ""));
        // when
        world.sql("update unreported_reason set code = 'NO_WISH'");
        // then
        then(toReport(world.coordinator).get(0).given()).isEmpty();
    }

    private ActingProfessional adviserOf(ActingProfessional one) {
        return new ActingProfessional(
                world.directory.hire(one.agency(), "Bram Beleid", Function.POLICY_ADVISER),
                one.agency(),
                AgencyType.MUNICIPALITY,
                Function.POLICY_ADVISER,
                one.assurance(),
                new SessionId(UUID.randomUUID()));
    }

    @Test
    void a_policy_adviser_sees_the_own_figures_as_they_are_and_those_of_others_made_fit() {
        // given
        var reported = accepted(concluded(world.coordinator, Conclusion.PRESUMED_VICTIM, "GM0344"), world.coordinator);
        var report = begun(reported);
        world.does(world.coordinator, () -> world.reports.check(reported, report, 1));
        world.does(world.coordinator, () -> world.reports.send(reported, report, 1));
        var open = accepted(concluded(world.coordinator, Conclusion.PRESUMED_VICTIM, "GM0344"), world.coordinator);
        world.does(world.coordinator, () -> world.gap.because(open, "NO_WISH", ""));
        for (int i = 0; i < 7; i++) {
            concluded(world.otherCoordinator, Conclusion.PRESUMED_VICTIM, i < 6 ? "GM0344" : "GM0363");
        }
        // when
        var figures = world.as(adviserOf(world.coordinator), () -> world.gap.figures());
        // then
        var own = figures.own().orElseThrow();
        then(own.byForm()).singleElement().satisfies(row -> {
            then(row.form()).isEqualTo("CRIMINAL");
            then(row.positive()).isEqualTo(2);
            then(row.gap()).isEqualTo(1);
        });
        then(own.reasons()).isEqualTo(Map.of("NO_WISH", 1));
        then(figures.others().byForm().shown()).isEqualTo(Map.of("CRIMINAL", 5));
        then(figures.others().byRegion().shown()).isEqualTo(Map.of("GM0344", 5));
        then(figures.others().positive()).hasValue(5);
        then(world.ask("select action from ledger_entry order by seq desc limit 1"))
                .isEqualTo("COUNT");
    }

    @Test
    void whoever_does_not_count_for_policy_sees_no_figures() {
        for (var who : List.of(world.coordinator, world.officer, world.detective, world.teacher, world.administrator)) {
            thenThrownBy(() -> world.as(who, () -> world.gap.figures())).isInstanceOf(AccessDenied.class);
        }
    }
}
