package nl.samenzicht.domain.processing;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import nl.samenzicht.domain.casefile.CaseName;
import nl.samenzicht.domain.casefile.Cooperation;
import nl.samenzicht.domain.casefile.ItemKind;
import nl.samenzicht.domain.casefile.OpenCase;
import nl.samenzicht.domain.casefile.ParticipationService.Invitation;
import nl.samenzicht.domain.consent.ConsentForm;
import nl.samenzicht.domain.consent.ConsentGiver;
import nl.samenzicht.domain.consent.ConsentQuestion;
import nl.samenzicht.domain.consent.GivenBy;
import nl.samenzicht.domain.officer.LogFigures.Table;
import nl.samenzicht.domain.sharing.ShareDraft;
import nl.samenzicht.domain.world.CaseworkWorld;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Framework;
import nl.samenzicht.security.policy.Ground;
import nl.samenzicht.security.policy.Purpose;
import nl.samenzicht.security.policy.Regime;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The register of a municipality of which one case was shared in part, told to its privacy officer. */
class ProcessingStoryTest {
    private static CaseworkWorld world;

    @BeforeAll
    static void a_case_of_which_care_was_given_a_part() {
        world = new CaseworkWorld();
        world.clock.ticks(Duration.ofMillis(1));
        var until = world.clock.instant().plus(Duration.ofDays(60));
        CaseName name = world.as(
                world.coordinator,
                () -> world.caseFiles.open(
                        new OpenCase(
                                new Cooperation(Framework.CONVENANT, "Convenant Waterland 2026", Optional.of(until))),
                        Purpose.SUPPORT));
        world.as(
                world.coordinator,
                () -> world.participations.invite(
                        name.id(),
                        new Invitation(
                                world.carer.agency(),
                                Optional.empty(),
                                Purpose.SUPPORT,
                                Ground.STATUTORY_TASK,
                                world.clock.instant(),
                                until),
                        Purpose.SUPPORT));
        var living = world.as(
                world.coordinator,
                () -> world.caseFiles.record(
                        name.id(),
                        DataCategory.SITUATION,
                        ItemKind.FIELDS,
                        Map.of("living", "Logeert bij een vriendin"),
                        Purpose.SUPPORT));
        world.as(world.coordinator, () -> world.caseFiles.open(name.id(), DataCategory.SITUATION, Purpose.SUPPORT));
        var consent = world.as(
                world.coordinator,
                () -> world.consents.record(
                        name.id(),
                        new ConsentQuestion(world.carer.agency(), Purpose.SUPPORT, DataCategory.SITUATION, until),
                        true,
                        new ConsentGiver(GivenBy.SELF, false, OptionalInt.of(22), ConsentForm.WRITTEN),
                        Purpose.SUPPORT));
        world.as(
                world.coordinator,
                () -> world.shares.offer(new ShareDraft(
                        name.id(),
                        DataCategory.SITUATION,
                        false,
                        Set.of(living),
                        Set.of(),
                        world.carer.agency(),
                        Optional.empty(),
                        Purpose.SUPPORT,
                        Ground.CONSENT,
                        Optional.of(consent),
                        Optional.empty(),
                        Optional.empty(),
                        until)));
        world.seal();
    }

    private static ProcessingRegister.Entry support(ProcessingRegister register) {
        return register.processings().stream()
                .filter(entry -> entry.purpose() == Purpose.SUPPORT)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void what_the_rules_say_and_what_happened_stand_in_one_line() {
        // when
        var register = world.as(world.officer, world.processing::register);
        // then
        then(register.agency().id()).isEqualTo(world.coordinator.agency());
        then(register.regime()).isEqualTo(Regime.AVG);
        then(register.rulebook()).isEqualTo(world.engine.rulebook().reference());
        then(support(register).processing().categories()).contains(DataCategory.SITUATION);
        then(support(register).looks()).isEqualTo(1);
        then(support(register).received())
                .containsExactly(world.directory.agency(world.carer.agency()).name());
        then(register.figures().get(Table.EXPORTS)).containsEntry(Action.SHARE_ITEM.name(), 1L);
        then(register.terms()).extracting(term -> term.basis()).contains("Wmo 2015 art. 5.3.4");
    }

    @Test
    void reading_it_and_taking_it_out_are_on_record() {
        // when
        var read = world.as(world.officer, world.processing::register);
        var taken = world.as(world.officer, world.processing::takeOut);
        world.seal();
        // then
        then(action(read)).isEqualTo(Action.VIEW_LOG.name());
        then(action(taken)).isEqualTo(Action.EXPORT_LOG.name());
    }

    private static String action(ProcessingRegister register) {
        return world.as(world.officer, () -> world.officers.detail(register.entry()))
                .orElseThrow()
                .line()
                .event()
                .action();
    }

    @Test
    void who_works_on_cases_gets_none_of_it() {
        for (ActingProfessional who : Set.of(world.coordinator, world.carer, world.detective)) {
            thenThrownBy(() -> world.as(who, world.processing::register)).isInstanceOf(AccessDenied.class);
            thenThrownBy(() -> world.as(who, world.processing::takeOut)).isInstanceOf(AccessDenied.class);
        }
    }
}
