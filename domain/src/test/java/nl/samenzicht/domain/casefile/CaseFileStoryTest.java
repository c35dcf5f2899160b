package nl.samenzicht.domain.casefile;

import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import nl.samenzicht.domain.casefile.ParticipationService.Invitation;
import nl.samenzicht.domain.consent.ConsentForm;
import nl.samenzicht.domain.consent.ConsentGiver;
import nl.samenzicht.domain.consent.ConsentId;
import nl.samenzicht.domain.consent.ConsentQuestion;
import nl.samenzicht.domain.consent.GivenBy;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.police.ProvisionArticle;
import nl.samenzicht.domain.police.ProvisionDecision;
import nl.samenzicht.domain.police.WeightyInterest;
import nl.samenzicht.domain.sharing.EndReason;
import nl.samenzicht.domain.sharing.RequestForAccess;
import nl.samenzicht.domain.sharing.RequestView;
import nl.samenzicht.domain.sharing.ShareDraft;
import nl.samenzicht.domain.sharing.ShareId;
import nl.samenzicht.domain.sharing.ShareView;
import nl.samenzicht.domain.world.CaseworkWorld;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.security.access.SectionState;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Framework;
import nl.samenzicht.security.policy.Ground;
import nl.samenzicht.security.policy.Purpose;
import nl.samenzicht.security.policy.Reason;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CaseFileStoryTest {

    private static CaseworkWorld world;

    @BeforeAll
    static void start() {
        world = new CaseworkWorld();
    }

    private CaseFileId openedCase() {
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

    private ItemId recorded(
            CaseFileId file, ActingProfessional who, DataCategory category, Map<String, String> values) {
        return world.as(who, () -> world.caseFiles.record(file, category, ItemKind.FIELDS, values, Purpose.SUPPORT));
    }

    private void invited(CaseFileId file, ActingProfessional whom, Purpose purpose) {
        world.as(
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
    }

    private ShareDraft draft(CaseFileId file, DataCategory category, ItemId item, ActingProfessional to) {
        return new ShareDraft(
                file,
                category,
                false,
                Set.of(item),
                Set.of(),
                to.agency(),
                Optional.empty(),
                Purpose.SUPPORT,
                Ground.CONSENT,
                Optional.of(consent(file, category, to)),
                Optional.empty(),
                Optional.of("Graag uw blik"),
                world.clock.instant().plus(Duration.ofDays(30)));
    }

    private ConsentId consent(CaseFileId file, DataCategory category, ActingProfessional to) {
        return world.as(
                world.coordinator,
                () -> world.consents.record(
                        file,
                        new ConsentQuestion(
                                to.agency(),
                                Purpose.SUPPORT,
                                category,
                                world.clock.instant().plus(Duration.ofDays(20))),
                        true,
                        new ConsentGiver(GivenBy.SELF, false, OptionalInt.of(22), ConsentForm.WRITTEN),
                        Purpose.SUPPORT));
    }

    private ShareId shared(ShareDraft draft, ActingProfessional from, ActingProfessional to) {
        var share = world.as(from, () -> world.shares.offer(draft));
        world.does(to, () -> world.shares.accept(share, Purpose.SUPPORT));
        return share;
    }

    @Test
    void the_opener_leads_and_reads_what_they_recorded() {
        // given
        var file = openedCase();
        // when
        recorded(file, world.coordinator, DataCategory.SITUATION, Map.of("living", "Logeert bij een vriendin"));
        var section =
                world.as(world.coordinator, () -> world.caseFiles.open(file, DataCategory.SITUATION, Purpose.SUPPORT));
        var card = world.as(world.coordinator, () -> world.caseFiles.view(file, Purpose.SUPPORT));
        // then
        then(section.items()).hasSize(1);
        then(section.items().get(0).content().values()).containsEntry("living", "Logeert bij een vriendin");
        then(card.weLead()).isTrue();
        then(card.sections().get(DataCategory.SITUATION)).isEqualTo(new SectionState.Open(1, 0));
        then(card.sections().get(DataCategory.HEALTH)).isInstanceOf(SectionState.Refused.class);
    }

    @Test
    void a_share_can_be_used_in_the_transaction_that_accepted_it() {
        // given
        var file = openedCase();
        invited(file, world.carer, Purpose.SUPPORT);
        recorded(file, world.coordinator, DataCategory.SITUATION, Map.of("living", "Logeert bij een vriendin"));
        var consent = consent(file, DataCategory.SITUATION, world.carer);
        var standing = new ShareDraft(
                file,
                DataCategory.SITUATION,
                true,
                Set.of(),
                Set.of(),
                world.carer.agency(),
                Optional.empty(),
                Purpose.SUPPORT,
                Ground.CONSENT,
                Optional.of(consent),
                Optional.empty(),
                Optional.of(""),
                world.clock.instant().plus(Duration.ofDays(30)));
        // when
        var section = world.as(world.coordinator, () -> {
            var share = world.shares.offer(standing);
            world.now(world.carer);
            world.shares.accept(share, Purpose.SUPPORT);
            return world.caseFiles.open(file, DataCategory.SITUATION, Purpose.SUPPORT);
        });
        // then
        then(section.items()).hasSize(1);
    }

    /** A case in which the carer takes part and is offered the situation, with the words 'Graag uw blik'. */
    private CaseFileId caseWithAnOffer() {
        var file = openedCase();
        invited(file, world.carer, Purpose.SUPPORT);
        var item =
                recorded(file, world.coordinator, DataCategory.SITUATION, Map.of("living", "Logeert bij een vriendin"));
        var draft = draft(file, DataCategory.SITUATION, item, world.carer);
        world.as(world.coordinator, () -> world.shares.offer(draft));
        return file;
    }

    @Test
    void one_look_at_a_card_or_at_what_waits_is_one_line() {
        // given
        var file = caseWithAnOffer();
        var before = lines();
        // when
        var card = world.as(world.carer, () -> world.cards.read(file, Purpose.SUPPORT));
        var work = world.as(world.carer, () -> world.work.of(Purpose.SUPPORT));
        // then
        then(card.shares()).hasSize(1);
        then(work.offers()).extracting(share -> share.caseName().id()).contains(file);
        then(lines() - before).isEqualTo(2);
    }

    private int lines() {
        return Integer.parseInt(world.ask("select count(*) from ledger_entry"));
    }

    @Test
    void the_card_tells_who_else_looked_lately_and_only_of_what_is_open_to_the_asker() {
        // given
        var file = openedCase();
        invited(file, world.carer, Purpose.SUPPORT);
        var item =
                recorded(file, world.coordinator, DataCategory.SITUATION, Map.of("living", "Logeert bij een vriendin"));
        shared(draft(file, DataCategory.SITUATION, item, world.carer), world.coordinator, world.carer);
        // when
        world.does(world.carer, () -> world.caseFiles.open(file, DataCategory.SITUATION, Purpose.SUPPORT));
        world.does(world.coordinator, () -> world.caseFiles.open(file, DataCategory.SITUATION, Purpose.SUPPORT));
        world.seal();
        // then
        then(world.as(world.coordinator, () -> world.cards.read(file, Purpose.SUPPORT))
                        .looks())
                .singleElement()
                .satisfies(look -> {
                    then(look.agency().id()).isEqualTo(world.carer.agency());
                    then(look.category()).isEqualTo(DataCategory.SITUATION);
                });
        then(world.as(world.attentionOfficer, () -> world.cards.read(file, Purpose.SUPPORT))
                        .looks())
                .as("situation is not open to the attention officer")
                .isEmpty();
        then(world.as(world.carer, () -> world.cards.read(file, Purpose.SUPPORT))
                        .looks())
                .as("what is not the carer's is not for the carer to see")
                .isEmpty();
    }

    @Test
    void what_is_written_with_a_share_or_a_request_is_for_who_could_read_the_data() {
        // given
        var file = caseWithAnOffer();
        world.as(
                world.carer,
                () -> world.requests.ask(
                        file,
                        DataCategory.FINANCE,
                        world.coordinator.agency(),
                        "Zij heeft schulden op haar naam",
                        Purpose.SUPPORT));
        // then
        then(offered(world.coordinator, file).message()).hasValue("Graag uw blik");
        then(offered(world.attentionOfficer, file).message()).isEmpty();
        then(waiting(world.coordinator, file).why()).hasValue("Zij heeft schulden op haar naam");
        then(waiting(world.attentionOfficer, file).why()).isEmpty();
    }

    private ShareView offered(ActingProfessional who, CaseFileId file) {
        return only(world.as(who, () -> world.shares.directory(Purpose.SUPPORT)), file, ShareView::caseName);
    }

    private RequestView waiting(ActingProfessional who, CaseFileId file) {
        return only(world.as(who, () -> world.requests.of(Purpose.SUPPORT)).waiting(), file, RequestView::caseName);
    }

    private static <T> T only(List<T> all, CaseFileId file, Function<T, CaseName> name) {
        var ofFile =
                all.stream().filter(each -> name.apply(each).id().equals(file)).toList();
        then(ofFile).hasSize(1);
        return ofFile.get(0);
    }

    @Test
    void who_asked_sees_what_became_of_it() {
        // given
        var file = openedCase();
        invited(file, world.carer, Purpose.SUPPORT);
        var asked = world.as(
                world.carer,
                () -> world.requests.ask(
                        file,
                        DataCategory.SITUATION,
                        world.coordinator.agency(),
                        "Voor de woonplek die wij zoeken",
                        Purpose.SUPPORT));
        // when
        world.does(world.coordinator, () -> world.requests.answer(asked.id(), false, Purpose.SUPPORT));
        // then
        var requests = world.as(world.carer, () -> world.requests.of(Purpose.SUPPORT));
        then(requests.waiting()).isEmpty();
        then(requests.sent()).singleElement().satisfies(sent -> {
            then(sent.state()).isEqualTo(RequestForAccess.State.REFUSED);
            then(sent.why()).hasValue("Voor de woonplek die wij zoeken");
        });
        then(world.as(world.coordinator, () -> world.requests.of(Purpose.SUPPORT))
                        .sent())
                .isEmpty();
    }

    @Test
    void the_line_of_a_recorded_item_names_it() {
        // given
        var file = openedCase();
        // when
        var item =
                recorded(file, world.coordinator, DataCategory.SITUATION, Map.of("living", "Logeert bij een vriendin"));
        // then
        then(world.ask("select items from ledger_entry where action = 'RECORD_ITEM' and case_id = '" + file.value()
                        + "'"))
                .contains(item.value().toString());
    }

    @Test
    void a_category_that_a_share_could_open_is_refused_as_not_shared_and_one_that_nothing_opens_is_not() {
        // given
        var opened = world.as(
                world.caseDirector,
                () -> world.caseFiles.open(
                        new OpenCase(new Cooperation(
                                Framework.WGS_ZVH,
                                "Protocol ZVH",
                                Optional.of(world.clock.instant().plus(Duration.ofDays(90))))),
                        Purpose.CASE_CONFERENCE));
        // when
        var shut = world.as(world.caseDirector, () -> world.caseFiles.view(opened.id(), Purpose.CASE_CONFERENCE))
                .sections();
        // then
        then(shut.get(DataCategory.IDENTITY)).isEqualTo(new SectionState.Refused(Reason.NOT_SHARED));
        then(shut.get(DataCategory.CRIMINAL_JUSTICE)).isEqualTo(new SectionState.Refused(Reason.NOT_SHARED));
        then(shut.get(DataCategory.FINANCE)).isEqualTo(new SectionState.Refused(Reason.NO_RULE));
    }

    @Test
    void only_the_agency_that_leads_brings_others_in_and_it_hears_of_who_tried() {
        // given
        var file = openedCase();
        invited(file, world.carer, Purpose.SUPPORT);
        // when
        var refused = catchThrowableOfType(
                AccessDenied.class,
                () -> world.does(
                        world.carer,
                        () -> world.participations.invite(
                                file,
                                new Invitation(
                                        world.otherCarer.agency(),
                                        Optional.empty(),
                                        Purpose.SUPPORT,
                                        Ground.STATUTORY_TASK,
                                        world.clock.instant(),
                                        world.clock.instant().plus(Duration.ofDays(30))),
                                Purpose.SUPPORT)));
        // then
        then(refused.told()).isEqualTo(Reason.NOT_LEADING);
        then(world.ask("select holders from ledger_entry where outcome = 'REFUSED' and case_id = '" + file.value()
                        + "'"))
                .contains(world.coordinator.agency().value().toString());
    }

    @Test
    void a_case_of_others_and_no_case_answer_alike() {
        // given
        var file = openedCase();
        var nothing = new CaseFileId(UUID.randomUUID());
        // when
        var forbidden = refusal(world.otherCoordinator, file, DataCategory.IDENTITY);
        var absent = refusal(world.otherCoordinator, nothing, DataCategory.IDENTITY);
        // then
        then(forbidden.told()).isEqualTo(Reason.NOTHING_HERE).isEqualTo(absent.told());
        then(forbidden.help()).isEmpty();
        then(absent.help()).isEmpty();
        then(forbidden.getMessage()).isEqualTo(absent.getMessage());
    }

    private AccessDenied refusal(ActingProfessional who, CaseFileId file, DataCategory category) {
        return refusalFor(who, file, category, Purpose.SUPPORT);
    }

    private AccessDenied refusalFor(ActingProfessional who, CaseFileId file, DataCategory category, Purpose purpose) {
        try {
            world.as(who, () -> world.caseFiles.open(file, category, purpose));
        } catch (AccessDenied denied) {
            return denied;
        }
        throw new AssertionError("admitted");
    }

    @Test
    void participation_opens_nothing_until_something_is_shared() {
        // given
        var file = openedCase();
        var item = recorded(file, world.coordinator, DataCategory.SITUATION, Map.of("living", "Kamer 4"));
        invited(file, world.carer, Purpose.SUPPORT);
        // when
        var before = world.as(world.carer, () -> world.caseFiles.open(file, DataCategory.SITUATION, Purpose.SUPPORT));
        shared(draft(file, DataCategory.SITUATION, item, world.carer), world.coordinator, world.carer);
        var after = world.as(world.carer, () -> world.caseFiles.open(file, DataCategory.SITUATION, Purpose.SUPPORT));
        // then
        then(before.items()).isEmpty();
        then(after.items())
                .extracting(view -> view.content().values().get("living"))
                .containsExactly("Kamer 4");
        then(after.items().get(0).own()).isFalse();
    }

    @Test
    void a_share_of_a_whole_category_takes_in_what_comes_later() {
        // given
        var file = openedCase();
        recorded(file, world.coordinator, DataCategory.SITUATION, Map.of("living", "eerst"));
        invited(file, world.carer, Purpose.SUPPORT);
        var standing = new ShareDraft(
                file,
                DataCategory.SITUATION,
                true,
                Set.of(),
                Set.of(),
                world.carer.agency(),
                Optional.empty(),
                Purpose.SUPPORT,
                Ground.CONSENT,
                Optional.of(consent(file, DataCategory.SITUATION, world.carer)),
                Optional.empty(),
                Optional.empty(),
                world.clock.instant().plus(Duration.ofDays(10)));
        shared(standing, world.coordinator, world.carer);
        // when
        world.clock.turn(Duration.ofNanos(1_234_567));
        recorded(file, world.coordinator, DataCategory.SITUATION, Map.of("living", "later"));
        var section = world.as(world.carer, () -> world.caseFiles.open(file, DataCategory.SITUATION, Purpose.SUPPORT));
        // then
        then(section.items())
                .extracting(view -> view.content().values().get("living"))
                .containsExactly("eerst", "later");
    }

    @Test
    void everything_happens_in_one_transaction_as_well() {
        // given
        world.clock.turn(Duration.ofNanos(123_456_789));
        var living = world.as(world.coordinator, () -> {
            var file = world.caseFiles
                    .open(
                            new OpenCase(new Cooperation(
                                    Framework.CONVENANT,
                                    "Convenant Waterland 2026",
                                    Optional.of(world.clock.instant().plus(Duration.ofDays(300))))),
                            Purpose.SUPPORT)
                    .id();
            world.clock.turn(Duration.ofNanos(1_234));
            world.caseFiles.record(
                    file, DataCategory.SITUATION, ItemKind.FIELDS, Map.of("living", "hier"), Purpose.SUPPORT);
            // when
            var section = world.caseFiles.open(file, DataCategory.SITUATION, Purpose.SUPPORT);
            return section.items().get(0).content().values().get("living");
        });
        // then
        then(living).isEqualTo("hier");
    }

    @Test
    void a_share_that_ended_gives_nothing_on_the_next_request() {
        // given
        var file = openedCase();
        var item = recorded(file, world.coordinator, DataCategory.SITUATION, Map.of("living", "Kamer 5"));
        invited(file, world.carer, Purpose.SUPPORT);
        var share = shared(draft(file, DataCategory.SITUATION, item, world.carer), world.coordinator, world.carer);
        world.as(world.carer, () -> world.caseFiles.open(file, DataCategory.SITUATION, Purpose.SUPPORT));
        world.seal();
        // when
        var ended =
                world.as(world.coordinator, () -> world.shares.end(share, EndReason.NO_LONGER_NEEDED, Purpose.SUPPORT));
        // then
        then(ended.looks()).hasSize(1);
        then(refusal(world.carer, file, DataCategory.SITUATION).told()).isEqualTo(Reason.SHARE_ENDED);
        then(world.ask("select count(*) from item_key where item_id = '" + item + "'"))
                .isEqualTo("1");
    }

    @Test
    void a_share_whose_last_day_has_passed_gives_nothing() {
        // given
        var file = openedCase();
        var item = recorded(file, world.coordinator, DataCategory.SITUATION, Map.of("living", "Kamer 6"));
        invited(file, world.carer, Purpose.SUPPORT);
        shared(draft(file, DataCategory.SITUATION, item, world.carer), world.coordinator, world.carer);
        // when
        world.clock.turn(Duration.ofDays(30));
        // then
        then(refusal(world.carer, file, DataCategory.SITUATION).told())
                .isIn(Reason.SHARE_ENDED, Reason.CONSENT_MISSING);
    }

    @Test
    void health_stays_with_care_until_the_person_consents_and_ends_with_the_consent() {
        // given
        var file = openedCase();
        invited(file, world.carer, Purpose.SUPPORT);
        var item = recorded(
                file, world.carer, DataCategory.HEALTH, Map.of("careNeeds", "Traumabehandeling", "diagnosis", "PTSS"));
        var onOwnTask = new ShareDraft(
                file,
                DataCategory.HEALTH,
                false,
                Set.of(item),
                Set.of(),
                world.coordinator.agency(),
                Optional.empty(),
                Purpose.SUPPORT,
                Ground.STATUTORY_TASK,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                world.clock.instant().plus(Duration.ofDays(10)));
        // when
        thenThrownBy(() -> world.as(world.carer, () -> world.shares.offer(onOwnTask)))
                .isInstanceOf(AccessDenied.class);
        var consent = consent(file, DataCategory.HEALTH, world.coordinator);
        var withConsent = new ShareDraft(
                file,
                DataCategory.HEALTH,
                false,
                Set.of(item),
                Set.of("diagnosis"),
                world.coordinator.agency(),
                Optional.empty(),
                Purpose.SUPPORT,
                Ground.CONSENT,
                Optional.of(consent),
                Optional.empty(),
                Optional.empty(),
                world.clock.instant().plus(Duration.ofDays(10)));
        var preview = world.as(world.carer, () -> world.shares.preview(withConsent, Purpose.SUPPORT));
        shared(withConsent, world.carer, world.coordinator);
        var seen = world.as(world.coordinator, () -> world.caseFiles.open(file, DataCategory.HEALTH, Purpose.SUPPORT));
        // then
        then(seen.items().get(0).content()).isEqualTo(preview.given().get(0).content());
        then(seen.items().get(0).content().values()).containsEntry("careNeeds", "Traumabehandeling");
        then(seen.items().get(0).content().values()).doesNotContainKey("diagnosis");
        // and when
        world.does(world.carer, () -> world.consents.withdraw(file, consent, Purpose.SUPPORT));
        // then
        then(refusal(world.coordinator, file, DataCategory.HEALTH).told())
                .isIn(Reason.CONSENT_WITHDRAWN, Reason.SHARE_ENDED);
    }

    @Test
    void what_the_police_provide_opens_for_the_recipient_and_for_nobody_else() {
        // given
        var file = openedCase();
        invited(file, world.detective, Purpose.CASE_CONFERENCE);
        invited(file, world.caseDirector, Purpose.CASE_CONFERENCE);
        var item = world.as(
                world.detective,
                () -> world.caseFiles.record(
                        file,
                        DataCategory.CRIMINAL_JUSTICE,
                        ItemKind.FIELDS,
                        Map.of("agreements", "Geen contact", "policeCode", "OPEN"),
                        Purpose.INVESTIGATION));
        var provision = world.as(
                world.detective,
                () -> world.provisions.decide(
                        file,
                        new ProvisionDecision(
                                ProvisionArticle.WPG_20,
                                "Besluit 2026-17",
                                WeightyInterest.HELP,
                                world.coordinator.agency(),
                                Purpose.CASE_CONFERENCE,
                                false,
                                world.clock.instant().plus(Duration.ofDays(30))),
                        Purpose.INVESTIGATION));
        // when
        var share = world.as(
                world.detective,
                () -> world.shares.offer(new ShareDraft(
                        file,
                        DataCategory.CRIMINAL_JUSTICE,
                        false,
                        Set.of(item),
                        Set.of(),
                        world.coordinator.agency(),
                        Optional.empty(),
                        Purpose.CASE_CONFERENCE,
                        Ground.WPG_PROVISION,
                        Optional.empty(),
                        Optional.of(provision),
                        Optional.empty(),
                        world.clock.instant().plus(Duration.ofDays(20)))));
        world.does(world.coordinator, () -> world.shares.accept(share, Purpose.CASE_CONFERENCE));
        var seen = world.as(
                world.coordinator,
                () -> world.caseFiles.open(file, DataCategory.CRIMINAL_JUSTICE, Purpose.CASE_CONFERENCE));
        // then
        then(seen.items().get(0).content().values()).containsEntry("agreements", "Geen contact");
        thenThrownBy(() -> world.as(
                        world.caseDirector,
                        () -> world.caseFiles.open(file, DataCategory.CRIMINAL_JUSTICE, Purpose.CASE_CONFERENCE)))
                .isInstanceOf(AccessDenied.class);
    }

    @Test
    void a_forged_share_buys_nothing() {
        // given
        var file = openedCase();
        var item = recorded(file, world.coordinator, DataCategory.SITUATION, Map.of("living", "Kamer 7"));
        invited(file, world.carer, Purpose.SUPPORT);
        invited(file, world.youthWorker, Purpose.SUPPORT);
        shared(draft(file, DataCategory.SITUATION, item, world.carer), world.coordinator, world.carer);
        // when
        world.sql("update share set recipient = '" + world.youthWorker.agency().value() + "' where case_id = '" + file
                + "'");
        // then
        var section =
                world.as(world.youthWorker, () -> world.caseFiles.open(file, DataCategory.SITUATION, Purpose.SUPPORT));
        then(section.items()).isEmpty();
    }

    @Test
    void the_second_of_two_editors_is_told_and_overwrites_nothing() {
        // given
        var file = openedCase();
        var item = recorded(file, world.coordinator, DataCategory.SITUATION, Map.of("living", "eerste"));
        // when
        world.does(
                world.coordinator,
                () -> world.caseFiles.change(
                        file, DataCategory.SITUATION, item, 1, Map.of("living", "tweede"), Purpose.SUPPORT));
        // then
        thenThrownBy(() -> world.does(
                        world.colleagueOf(world.coordinator),
                        () -> world.caseFiles.change(
                                file, DataCategory.SITUATION, item, 1, Map.of("living", "derde"), Purpose.SUPPORT)))
                .isInstanceOfSatisfying(
                        ItemChangedMeanwhile.class, told -> then(told.current()).isEqualTo(2));
        var history = world.as(
                world.coordinator, () -> world.caseFiles.history(file, DataCategory.SITUATION, item, Purpose.SUPPORT));
        then(history).extracting(view -> view.content().values().get("living")).containsExactly("eerste", "tweede");
    }

    @Test
    void an_item_that_is_shared_twice_opens_through_the_share_for_the_purpose() {
        // given
        var file = openedCase();
        invited(file, world.carer, Purpose.SUPPORT);
        var item = recorded(
                file, world.coordinator, DataCategory.SITUATION, Map.of("living", "Kamer 8", "needs", "SHELTER"));
        var draft = draft(file, DataCategory.SITUATION, item, world.carer);
        shared(withholding(draft, Set.of("needs"), 25), world.coordinator, world.carer);
        shared(withholding(draft, Set.of(), 5), world.coordinator, world.carer);
        // when
        var section = world.as(world.carer, () -> world.caseFiles.open(file, DataCategory.SITUATION, Purpose.SUPPORT));
        // then the one that leaves out least
        then(section.items()).hasSize(1);
        then(section.items().get(0).content().values()).containsOnlyKeys("living", "needs");
    }

    @Test
    void the_agency_that_leads_has_every_look_at_the_card_in_its_log_and_all_of_an_emergency() {
        // given
        var file = openedCase();
        invited(file, world.carer, Purpose.SUPPORT);
        // when
        world.as(world.carer, () -> world.caseFiles.view(file, Purpose.SUPPORT));
        world.as(
                world.youthWorker,
                () -> world.emergencies.use(file, "Ze belt in paniek vanaf de straat", Duration.ofHours(2)));
        world.as(world.youthWorker, () -> world.caseFiles.open(file, DataCategory.RISK, Purpose.ACUTE_SAFETY));
        // then
        then(holdersOf(file, "VIEW_CASE", world.carer)).contains(lead());
        then(holdersOf(file, "BREAK_GLASS", world.youthWorker)).contains(lead());
        then(holdersOf(file, "VIEW_SECTION", world.youthWorker)).contains(lead());
    }

    @Test
    void a_look_through_a_share_is_on_record_with_the_ground_and_the_consent_of_that_share() {
        // given
        var file = openedCase();
        invited(file, world.carer, Purpose.SUPPORT);
        var item = recorded(file, world.coordinator, DataCategory.SITUATION, Map.of("living", "Kamer 8"));
        var draft = draft(file, DataCategory.SITUATION, item, world.carer);
        shared(draft, world.coordinator, world.carer);
        // when
        world.as(world.carer, () -> world.caseFiles.open(file, DataCategory.SITUATION, Purpose.SUPPORT));
        // then
        then(world.ask("select concat(ground, ' ', consent_id) from ledger_entry where action = 'VIEW_SECTION'"
                        + " and case_id = '" + file.value() + "' and outcome = 'PERMITTED'"))
                .isEqualTo("CONSENT " + draft.consent().orElseThrow().value());
    }

    private static String lead() {
        return world.coordinator.agency().value().toString();
    }

    private static String holdersOf(CaseFileId file, String action, ActingProfessional who) {
        return world.ask("select holders from ledger_entry where action = '" + action + "' and case_id = '"
                + file.value() + "' and professional = '" + who.professional().value() + "'");
    }

    @Test
    void what_is_shared_for_help_opens_in_an_emergency_as_well() {
        // given
        var file = openedCase();
        invited(file, world.carer, Purpose.SUPPORT);
        var item = recorded(
                file, world.coordinator, DataCategory.RISK, Map.of("level", "ACUTE", "threats", "Dreigbericht"));
        shared(
                withholding(draft(file, DataCategory.RISK, item, world.carer), Set.of("threats"), 10),
                world.coordinator,
                world.carer);
        // when
        world.as(
                world.carer,
                () -> world.emergencies.use(file, "Ze belt in paniek vanaf de straat", Duration.ofHours(2)));
        var risk = world.as(world.carer, () -> world.caseFiles.open(file, DataCategory.RISK, Purpose.ACUTE_SAFETY));
        var help = world.as(world.carer, () -> world.caseFiles.open(file, DataCategory.RISK, Purpose.SUPPORT));
        // then
        then(risk.items().get(0).content().values()).containsEntry("threats", "Dreigbericht");
        then(help.items().get(0).content().values()).doesNotContainKey("threats");
    }

    private ShareDraft withholding(ShareDraft draft, Set<String> withheld, int days) {
        return new ShareDraft(
                draft.caseFile(),
                draft.category(),
                draft.standing(),
                draft.items(),
                withheld,
                draft.recipient(),
                draft.recipientProfessional(),
                draft.purpose(),
                draft.ground(),
                draft.consent(),
                draft.provision(),
                draft.message(),
                world.clock.instant().plus(Duration.ofDays(days)));
    }

    @Test
    void break_glass_opens_for_safety_only_and_tells_the_privacy_officer() {
        // given
        var file = openedCase();
        recorded(file, world.coordinator, DataCategory.RISK, Map.of("level", "ACUTE", "threats", "Dreigbericht"));
        recorded(file, world.coordinator, DataCategory.SITUATION, Map.of("living", "Kamer 8"));
        // when
        Instant until = world.as(
                world.otherCarer,
                () -> world.emergencies.use(file, "Ze belt in paniek vanaf de straat", Duration.ofHours(2)));
        var risk =
                world.as(world.otherCarer, () -> world.caseFiles.open(file, DataCategory.RISK, Purpose.ACUTE_SAFETY));
        // then
        then(until).isEqualTo(world.clock.instant().plus(Duration.ofHours(2)));
        then(risk.items()).hasSize(1);
        then(world.notices.told).extracting(told -> told.kind()).contains("emergency.used", "emergency.on-our-case");
        thenThrownBy(() -> world.as(
                        world.otherCarer,
                        () -> world.caseFiles.open(file, DataCategory.SITUATION, Purpose.ACUTE_SAFETY)))
                .isInstanceOf(AccessDenied.class);
        world.clock.turn(Duration.ofHours(2));
        thenThrownBy(() -> world.as(
                        world.otherCarer, () -> world.caseFiles.open(file, DataCategory.RISK, Purpose.ACUTE_SAFETY)))
                .isInstanceOf(AccessDenied.class);
    }
}
