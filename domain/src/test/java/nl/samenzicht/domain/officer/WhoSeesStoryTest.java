package nl.samenzicht.domain.officer;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.BDDAssertions.then;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import nl.samenzicht.domain.casefile.CaseName;
import nl.samenzicht.domain.casefile.Cooperation;
import nl.samenzicht.domain.casefile.ItemId;
import nl.samenzicht.domain.casefile.ItemKind;
import nl.samenzicht.domain.casefile.ItemView;
import nl.samenzicht.domain.casefile.OpenCase;
import nl.samenzicht.domain.casefile.ParticipationService.Invitation;
import nl.samenzicht.domain.consent.ConsentForm;
import nl.samenzicht.domain.consent.ConsentGiver;
import nl.samenzicht.domain.consent.ConsentQuestion;
import nl.samenzicht.domain.consent.GivenBy;
import nl.samenzicht.domain.officer.WhoSees.Sighting;
import nl.samenzicht.domain.officer.WhoSeesService.Asked;
import nl.samenzicht.domain.sharing.ShareDraft;
import nl.samenzicht.domain.world.CaseworkWorld;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.security.access.Sight;
import nl.samenzicht.security.access.Supposition;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.AgencyType;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Framework;
import nl.samenzicht.security.policy.Ground;
import nl.samenzicht.security.policy.Purpose;
import nl.samenzicht.security.policy.Rule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WhoSeesStoryTest {
    private static CaseworkWorld world;
    private static CaseName name;
    private static Instant shareEnds;

    @BeforeAll
    static void a_case_of_which_care_is_given_a_part() {
        world = new CaseworkWorld();
        world.clock.ticks(Duration.ofMillis(1));
        name = world.as(
                world.coordinator,
                () -> world.caseFiles.open(
                        new OpenCase(new Cooperation(
                                Framework.CONVENANT, "Convenant Waterland 2026", Optional.of(inDays(300)))),
                        Purpose.SUPPORT));
        for (var party : List.of(world.carer, world.detective)) {
            var purpose = party.agencyType() == AgencyType.POLICE ? Purpose.CASE_CONFERENCE : Purpose.SUPPORT;
            world.as(
                    world.coordinator,
                    () -> world.participations.invite(
                            name.id(),
                            new Invitation(
                                    party.agency(),
                                    Optional.empty(),
                                    purpose,
                                    Ground.STATUTORY_TASK,
                                    world.clock.instant(),
                                    inDays(90)),
                            Purpose.SUPPORT));
        }
        var living = recorded(world.coordinator, DataCategory.SITUATION, Map.of("living", "Logeert bij een vriendin"));
        recorded(world.coordinator, DataCategory.SITUATION, Map.of("network", "Een tante"));
        recorded(world.carer, DataCategory.HEALTH, Map.of("careNeeds", "Rust"));
        shareEnds = inDays(30);
        var consent = world.as(
                world.coordinator,
                () -> world.consents.record(
                        name.id(),
                        new ConsentQuestion(world.carer.agency(), Purpose.SUPPORT, DataCategory.SITUATION, inDays(60)),
                        true,
                        new ConsentGiver(GivenBy.SELF, false, OptionalInt.of(22), ConsentForm.WRITTEN),
                        Purpose.SUPPORT));
        var share = world.as(
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
                        shareEnds)));
        world.does(world.carer, () -> world.shares.accept(share, Purpose.SUPPORT));
        world.seal();
    }

    private static Instant inDays(int days) {
        return world.clock.instant().plus(Duration.ofDays(days));
    }

    private static ItemId recorded(ActingProfessional who, DataCategory category, Map<String, String> values) {
        return world.as(
                who, () -> world.caseFiles.record(name.id(), category, ItemKind.FIELDS, values, Purpose.SUPPORT));
    }

    private static List<Sighting> asked(Optional<Purpose> purpose, Optional<Supposition> supposed) {
        return asked(world.officer, purpose, supposed);
    }

    private static List<Sighting> asked(
            ActingProfessional officer, Optional<Purpose> purpose, Optional<Supposition> supposed) {
        return world
                .as(officer, () -> world.whoSees.ask(new Asked(name.number(), false, purpose, supposed)))
                .cases()
                .stream()
                .flatMap(each -> each.sightings().stream())
                .toList();
    }

    private static List<Sighting> ofCare(List<Sighting> all) {
        return all.stream()
                .filter(line -> line.agency().id().equals(world.carer.agency()))
                .toList();
    }

    @Test
    void the_officer_sees_which_function_of_care_could_see_how_much_why_and_until_when() {
        // when
        var care = ofCare(asked(Optional.of(Purpose.SUPPORT), Optional.empty()));
        // then
        then(care).hasSize(1);
        then(care.get(0).category()).isEqualTo(DataCategory.SITUATION);
        then(care.get(0).function()).isEqualTo(Function.CARE_WORKER);
        then(care.get(0).items()).isEqualTo(1);
        then(care.get(0).people()).isEqualTo(1);
        then(care.get(0).names()).as("names of people of another agency").isEmpty();
        then(care.get(0).shared()).isTrue();
        then(care.get(0).until()).contains(shareEnds);
        then(care.get(0).reasons()).containsOnlyKeys(Purpose.SUPPORT);
        then(care.get(0).reasons().get(Purpose.SUPPORT)).extracting(Rule::id).containsExactly("D2-ZRG-ontvangen");
    }

    @Test
    void people_of_the_own_agency_are_named_and_what_care_keeps_to_itself_is_not_told() {
        // when
        var all = asked(Optional.empty(), Optional.empty());
        // then
        then(all)
                .filteredOn(line -> line.category() == DataCategory.SITUATION
                        && line.agency().id().equals(world.coordinator.agency()))
                .anySatisfy(line -> {
                    then(line.names()).contains("CARE_COORDINATOR of Gemeente Waterdam");
                    then(line.items()).isEqualTo(2);
                });
        then(all).noneMatch(line -> line.category() == DataCategory.HEALTH);
        then(all).noneMatch(line -> line.agency().type() == AgencyType.POLICE);
    }

    @Test
    void without_the_consent_care_would_see_nothing_and_nothing_has_changed() {
        // when
        var without = asked(Optional.empty(), Optional.of(Supposition.CONSENT_WITHDRAWN));
        // then
        then(ofCare(without)).isEmpty();
        then(without).anyMatch(line -> line.agency().id().equals(world.coordinator.agency()));
        then(ofCare(asked(Optional.empty(), Optional.empty()))).isNotEmpty();
    }

    @Test
    void what_would_close_is_named() {
        // when
        var of = world.as(
                        world.officer,
                        () -> world.whoSees.ask(new Asked(
                                name.number(),
                                true,
                                Optional.of(Purpose.SUPPORT),
                                Optional.of(Supposition.CONSENT_WITHDRAWN))))
                .cases()
                .get(0);
        // then
        then(of.closing()).isEqualTo(ofCare(asked(Optional.of(Purpose.SUPPORT), Optional.empty())));
        then(of.closing()).isNotEmpty();
    }

    @Test
    void after_the_end_of_the_framework_nobody_sees_what_was_shared_by_it() {
        then(ofCare(asked(Optional.empty(), Optional.of(Supposition.FRAMEWORK_ENDED))))
                .isEmpty();
    }

    @Test
    void another_purpose_opens_nothing_to_care() {
        then(ofCare(asked(Optional.of(Purpose.INVESTIGATION), Optional.empty())))
                .isEmpty();
    }

    @Test
    void the_officer_of_care_sees_what_its_own_people_could_see_of_the_municipality() {
        // given
        var id = world.directory.hire(world.carer.agency(), "Wouter Privacy", Function.PRIVACY_OFFICER);
        var theirs = new ActingProfessional(
                id,
                world.carer.agency(),
                AgencyType.CARE_PROVIDER,
                Function.PRIVACY_OFFICER,
                world.officer.assurance(),
                world.officer.session());
        // when
        var all = asked(theirs, Optional.of(Purpose.SUPPORT), Optional.empty());
        // then
        then(all).extracting(line -> line.agency().id()).containsOnly(world.carer.agency());
        then(all)
                .filteredOn(line -> line.category() == DataCategory.SITUATION)
                .singleElement()
                .satisfies(line -> {
                    then(line.owner().id()).isEqualTo(world.coordinator.agency());
                    then(line.names()).containsExactly("CARE_WORKER of Zorgpunt De Linde");
                });
    }

    @Test
    void a_case_that_does_not_concern_the_agency_is_like_none() {
        // given
        var elsewhere = world.as(
                world.otherCoordinator,
                () -> world.caseFiles.open(
                        new OpenCase(new Cooperation(Framework.ENKEL, "", Optional.empty())), Purpose.SUPPORT));
        world.seal();
        // when
        var there = world.as(
                world.officer,
                () -> world.whoSees.ask(new Asked(elsewhere.number(), true, Optional.empty(), Optional.empty())));
        var nowhere = world.as(
                world.officer,
                () -> world.whoSees.ask(new Asked("SZ-999999", true, Optional.empty(), Optional.empty())));
        // then
        then(there.cases()).isEmpty();
        then(nowhere.cases()).isEmpty();
    }

    @Test
    void only_an_officer_may_ask_and_the_question_is_on_record() {
        // when
        var denied = catchThrowableOfType(
                () -> asked(world.coordinator, Optional.empty(), Optional.empty()), AccessDenied.class);
        asked(Optional.of(Purpose.SUPPORT), Optional.of(Supposition.CONSENT_WITHDRAWN));
        // then
        then(denied).isNotNull();
        then(world.ask("select action from ledger_entry order by seq desc limit 1"))
                .isEqualTo("VIEW_LOG");
    }

    @Test
    void what_is_foretold_is_what_a_look_then_gives_to_everybody_for_every_purpose() {
        for (var who : List.of(
                world.coordinator,
                world.attentionOfficer,
                world.carer,
                world.otherCarer,
                world.detective,
                world.caseDirector)) {
            var foretold = world.as(
                    who,
                    () -> world.gate.sights(
                            who,
                            name.id().value(),
                            EnumSet.allOf(Purpose.class),
                            Optional.empty(),
                            world.clock.instant()));
            for (var purpose : Purpose.values()) {
                for (var category : List.of(DataCategory.SITUATION, DataCategory.HEALTH, DataCategory.IDENTITY)) {
                    then(looked(who, category, purpose))
                            .as("%s of %s for %s", category, who.function(), purpose)
                            .isEqualTo(foretold.stream()
                                    .filter(sight -> sight.category() == category && sight.purpose() == purpose)
                                    .map(Sight::item)
                                    .collect(toSet()));
                }
            }
        }
    }

    private static Set<UUID> looked(ActingProfessional who, DataCategory category, Purpose purpose) {
        try {
            return world.as(who, () -> world.caseFiles.open(name.id(), category, purpose)).items().stream()
                    .map(ItemView::id)
                    .map(ItemId::value)
                    .collect(toSet());
        } catch (AccessDenied refused) {
            return Set.of();
        }
    }
}
