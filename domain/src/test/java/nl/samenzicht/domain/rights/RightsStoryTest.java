package nl.samenzicht.domain.rights;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import nl.samenzicht.domain.casefile.Cooperation;
import nl.samenzicht.domain.casefile.ItemId;
import nl.samenzicht.domain.casefile.ItemKind;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.casefile.OpenCase;
import nl.samenzicht.domain.casefile.ParticipationService.Invitation;
import nl.samenzicht.domain.consent.ConsentForm;
import nl.samenzicht.domain.consent.ConsentGiver;
import nl.samenzicht.domain.consent.ConsentQuestion;
import nl.samenzicht.domain.consent.GivenBy;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.retention.RecordKind;
import nl.samenzicht.domain.retention.RetentionOverview;
import nl.samenzicht.domain.sharing.ShareDraft;
import nl.samenzicht.domain.world.CaseworkWorld;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.AgencyType;
import nl.samenzicht.security.directory.AssuranceLevel;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.security.directory.SessionId;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Framework;
import nl.samenzicht.security.policy.Ground;
import nl.samenzicht.security.policy.Purpose;
import nl.samenzicht.security.policy.Reason;
import nl.samenzicht.tlog.Checkpoint;
import nl.samenzicht.tlog.MerkleTree;
import nl.samenzicht.tlog.SignedNote;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person asks what is known of them and what is done with it; the officer answers, and it holds. */
class RightsStoryTest {
    private static final String WORDS = "Per brief gevraagd, afschrift in het postregister";
    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

    private CaseworkWorld world;
    private ActingProfessional officer;
    private ActingProfessional careOfficer;
    private CaseFileId file;
    private ItemId item;

    @BeforeEach
    void a_case_of_which_care_read_the_situation() {
        world = new CaseworkWorld();
        officer = world.officer;
        careOfficer = officerOf(world.carer);
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
                () -> world.participations.invite(
                        file,
                        new Invitation(
                                world.carer.agency(),
                                Optional.empty(),
                                Purpose.SUPPORT,
                                Ground.STATUTORY_TASK,
                                world.clock.instant(),
                                world.clock.instant().plus(Duration.ofDays(90))),
                        Purpose.SUPPORT));
        item = world.as(
                world.coordinator,
                () -> world.caseFiles.record(
                        file,
                        DataCategory.SITUATION,
                        ItemKind.FIELDS,
                        Map.of("living", "Logeert bij een vriendin"),
                        Purpose.SUPPORT));
        var consent = world.as(
                world.coordinator,
                () -> world.consents.record(
                        file,
                        new ConsentQuestion(
                                world.carer.agency(),
                                Purpose.SUPPORT,
                                DataCategory.SITUATION,
                                world.clock.instant().plus(Duration.ofDays(20))),
                        true,
                        new ConsentGiver(GivenBy.SELF, false, OptionalInt.of(22), ConsentForm.WRITTEN),
                        Purpose.SUPPORT));
        var share = world.as(
                world.coordinator,
                () -> world.shares.offer(new ShareDraft(
                        file,
                        DataCategory.SITUATION,
                        false,
                        Set.of(item),
                        Set.of(),
                        world.carer.agency(),
                        Optional.empty(),
                        Purpose.SUPPORT,
                        Ground.CONSENT,
                        Optional.of(consent),
                        Optional.empty(),
                        Optional.of("Graag uw blik"),
                        world.clock.instant().plus(Duration.ofDays(30)))));
        world.does(world.carer, () -> world.shares.accept(share, Purpose.SUPPORT));
        careLooks();
        world.seal();
    }

    private ActingProfessional officerOf(ActingProfessional colleague) {
        return new ActingProfessional(
                world.directory.hire(colleague.agency(), "Wouter Privacy", Function.PRIVACY_OFFICER),
                colleague.agency(),
                colleague.agencyType(),
                Function.PRIVACY_OFFICER,
                AssuranceLevel.TWO_FACTOR,
                new SessionId(UUID.randomUUID()));
    }

    private int careLooks() {
        return world.as(world.carer, () -> world.caseFiles.open(file, DataCategory.SITUATION, Purpose.SUPPORT))
                .items()
                .size();
    }

    private String number() {
        return world.ask("select number from case_file where id = '%s'".formatted(file.value()));
    }

    private String received(SubjectRight right, Requester requester) {
        return world.as(
                officer,
                () -> world.rights.receive(new NewRequest(right, requester, Optional.of(number()), TODAY, WORDS)));
    }

    private RequestPage page(String request) {
        return world.as(officer, () -> world.rights.request(request));
    }

    private void does(String request, Doing doing) {
        world.seal();
        var seen = page(request).seen();
        world.as(officer, () -> world.rights.act(request, seen, doing));
        world.seal();
    }

    private String scoped(SubjectRight right, DataCategory... categories) {
        var request = received(right, Requester.SELF);
        does(request, Doing.of(HandlingStep.IDENTIFY, "Paspoort gezien aan de balie"));
        does(request, Doing.scope(Set.of(categories), Optional.empty(), Optional.empty(), "Besproken aan de balie"));
        return request;
    }

    private String granted(SubjectRight right, DataCategory... categories) {
        var request = scoped(right, categories);
        does(request, Doing.decide(RequestDecision.GRANTED, Optional.empty(), Set.of(), "Geen grond om te weigeren"));
        return request;
    }

    private JsonObject statement(String request, boolean staff) throws IOException {
        var out = new ByteArrayOutputStream();
        var statement = world.as(officer, () -> world.statements.of(request, staff, StatementJson::new));
        statement.writeTo(out);
        return Json.createReader(new ByteArrayInputStream(out.toByteArray())).readObject();
    }

    @Test
    void a_restriction_holds_at_the_next_look_and_ends_when_it_is_lifted() {
        // given
        var request = granted(SubjectRight.RESTRICTION, DataCategory.SITUATION);
        then(careLooks()).isEqualTo(1);
        // when
        does(request, Doing.of(HandlingStep.CARRY_OUT, "Uitgevoerd zoals besloten"));
        // then
        thenThrownBy(() -> careLooks())
                .isInstanceOfSatisfying(
                        AccessDenied.class, denied -> then(denied.told()).isEqualTo(Reason.RESTRICTED_PROCESSING));
        then(world.as(world.coordinator, () -> world.caseFiles.open(file, DataCategory.SITUATION, Purpose.SUPPORT))
                        .items())
                .isEmpty();
        // when
        does(request, Doing.of(HandlingStep.ANSWER, "Brief van 23 november"));
        does(request, Doing.of(HandlingStep.LIFT, "Juistheid is gecontroleerd, betrokkene weet ervan"));
        // then
        then(careLooks()).isEqualTo(1);
    }

    @Test
    void what_is_recorded_while_a_restriction_holds_is_only_kept_as_well() {
        // given
        var request = granted(SubjectRight.RESTRICTION, DataCategory.SITUATION);
        does(request, Doing.of(HandlingStep.CARRY_OUT, "Uitgevoerd zoals besloten"));
        // when
        var later = world.as(
                world.coordinator,
                () -> world.caseFiles.record(
                        file,
                        DataCategory.SITUATION,
                        ItemKind.FIELDS,
                        Map.of("living", "Bij een vriendin"),
                        Purpose.SUPPORT));
        // then
        then(itemsSeen()).isZero();
        then(world.as(world.coordinator, () -> world.caseFiles.kept(file, DataCategory.SITUATION, Purpose.SUPPORT)))
                .extracting(header -> header.id())
                .containsExactlyInAnyOrder(item, later);
        // when
        does(request, Doing.of(HandlingStep.ANSWER, "Brief van 23 november"));
        does(request, Doing.of(HandlingStep.LIFT, "Juistheid is gecontroleerd, betrokkene weet ervan"));
        // then
        then(itemsSeen()).isEqualTo(2);
    }

    private int itemsSeen() {
        return world.as(world.coordinator, () -> world.caseFiles.open(file, DataCategory.SITUATION, Purpose.SUPPORT))
                .items()
                .size();
    }

    @Test
    void who_works_on_the_case_cannot_lift_what_the_person_asked_for() {
        // given
        var request = granted(SubjectRight.RESTRICTION, DataCategory.SITUATION);
        does(request, Doing.of(HandlingStep.CARRY_OUT, "Uitgevoerd zoals besloten"));
        // then
        thenThrownBy(() -> world.does(
                        world.coordinator,
                        () -> world.caseFiles.restrict(
                                file,
                                DataCategory.SITUATION,
                                item,
                                false,
                                "We hebben het toch nodig",
                                Purpose.SUPPORT)))
                .hasMessageContaining("item.error.restricted-by-request");
    }

    @Test
    void what_another_request_restricts_stays_restricted_when_one_is_lifted() {
        // given
        var one = granted(SubjectRight.RESTRICTION, DataCategory.SITUATION);
        does(one, Doing.of(HandlingStep.CARRY_OUT, "Uitgevoerd zoals besloten"));
        does(one, Doing.of(HandlingStep.ANSWER, "Brief van 23 november"));
        var other = granted(SubjectRight.OBJECTION, DataCategory.SITUATION);
        does(other, Doing.of(HandlingStep.CARRY_OUT, "Uitgevoerd zoals besloten"));
        // when
        does(one, Doing.of(HandlingStep.LIFT, "Juistheid is gecontroleerd, betrokkene weet ervan"));
        // then
        thenThrownBy(() -> careLooks()).isInstanceOf(AccessDenied.class);
    }

    @Test
    void every_recipient_is_told_and_confirms() {
        // given
        var request = granted(SubjectRight.RESTRICTION, DataCategory.SITUATION);
        then(world.as(officer, () -> world.rights.whoWouldBeTold(request))).containsExactly(world.carer.agency());
        // when
        does(request, Doing.of(HandlingStep.CARRY_OUT, "Uitgevoerd zoals besloten"));
        // then
        then(world.notices.told)
                .anyMatch(told -> told.agency().equals(world.carer.agency())
                        && told.whom() == Function.PRIVACY_OFFICER
                        && told.kind().equals("rights.told"));
        var told = world.as(careOfficer, () -> world.rights.list()).told();
        then(told).hasSize(1);
        then(told.get(0).waits()).isTrue();
        then(told.get(0).categories()).containsExactly(DataCategory.SITUATION);
        then(told.get(0).caseName()).isPresent();
        // when
        var notice = told.get(0).id();
        world.as(
                careOfficer, () -> world.rights.confirm(notice, NoticeOutcome.DONE, "Onze notities zijn ook gesloten"));
        // then
        var answer = page(request).told().get(0);
        then(answer.outcome()).contains(NoticeOutcome.DONE);
        then(answer.answer()).contains("Onze notities zijn ook gesloten");
        thenThrownBy(() -> world.as(
                        careOfficer, () -> world.rights.confirm(notice, NoticeOutcome.NOT_HELD, "Toch niets gevonden")))
                .hasMessageContaining("rights.error.confirmed");
        thenThrownBy(() -> world.as(
                        officerOf(world.detective),
                        () -> world.rights.confirm(notice, NoticeOutcome.DONE, "Niet aan ons gericht")))
                .hasMessageContaining("rights.error.notice-gone");
    }

    @Test
    void who_received_on_a_consent_is_told_that_it_was_withdrawn_and_confirms() {
        // given
        var consent = world.as(world.coordinator, () -> world.consents.of(file, Purpose.SUPPORT))
                .get(0)
                .id();
        // when
        world.does(world.coordinator, () -> world.consents.withdraw(file, consent, Purpose.SUPPORT));
        world.seal();
        // then
        var told = world.as(careOfficer, () -> world.rights.list()).told();
        then(told).hasSize(1);
        then(told.get(0).kind()).isEqualTo(NoticeKind.CONSENT_WITHDRAWN);
        // when
        world.as(
                careOfficer,
                () -> world.rights.confirm(told.get(0).id(), NoticeOutcome.NOT_HELD, "Er was niets bewaard"));
        // then
        var shown = world.as(world.coordinator, () -> world.consents.of(file, Purpose.SUPPORT));
        then(world.as(world.coordinator, () -> world.consentNotices.of(shown))
                        .get(consent)
                        .outcome())
                .contains(NoticeOutcome.NOT_HELD);
    }

    @Test
    void a_receipt_of_an_answer_does_not_name_the_person_and_is_on_record() {
        var consent = world.as(world.coordinator, () -> world.consents.of(file, Purpose.SUPPORT))
                .get(0)
                .id();
        var receipt = world.as(world.coordinator, () -> world.consents.receipt(file, consent, "pl", Purpose.SUPPORT));
        then(receipt.recipient()).isEqualTo("Zorgpunt De Linde");
        then(receipt.number()).matches("TS-[0-9A-F]{8}");
        then(world.ask("select count(*) from ledger_entry where action = 'RECORD_CONSENT'"))
                .isEqualTo("2");
        thenThrownBy(() ->
                        world.as(world.otherCarer, () -> world.consents.receipt(file, consent, "pl", Purpose.SUPPORT)))
                .isInstanceOf(AccessDenied.class);
    }

    @Test
    void what_is_erased_is_used_by_nobody_any_more() {
        // given
        var request = granted(SubjectRight.ERASURE, DataCategory.SITUATION);
        // when
        does(request, Doing.of(HandlingStep.CARRY_OUT, "Uitgevoerd zoals besloten"));
        // then
        thenThrownBy(() -> careLooks())
                .isInstanceOfSatisfying(
                        AccessDenied.class, denied -> then(denied.told()).isEqualTo(Reason.RETENTION_PASSED));
        then(world.as(officer, () -> world.retention.look()).due())
                .singleElement()
                .satisfies(due -> then(due.lines())
                        .extracting(RetentionOverview.Line::record)
                        .containsExactly(RecordKind.ERASED_ON_REQUEST));
    }

    @Test
    void a_rectification_is_carried_out_by_who_recorded_it_and_only_then_are_others_told() {
        // given
        var request = granted(SubjectRight.RECTIFICATION, DataCategory.SITUATION);
        then(world.notices.told)
                .anyMatch(told -> told.agency().equals(world.coordinator.agency())
                        && told.kind().equals("rights.correct"));
        thenThrownBy(() -> does(request, Doing.of(HandlingStep.CARRY_OUT, "Uitgevoerd zoals besloten")))
                .hasMessageContaining("rights.error.not-corrected");
        // when
        world.clock.turn(Duration.ofMinutes(5));
        world.does(
                world.coordinator,
                () -> world.caseFiles.change(
                        file,
                        DataCategory.SITUATION,
                        item,
                        1,
                        Map.of("living", "Woont bij haar zus"),
                        Purpose.SUPPORT));
        does(request, Doing.of(HandlingStep.CARRY_OUT, "Uitgevoerd zoals besloten"));
        // then
        then(page(request).told()).hasSize(1);
    }

    @Test
    void a_statement_says_who_saw_what_and_each_line_is_proved_to_the_signed_state() throws Exception {
        // given
        var request = granted(SubjectRight.ACCESS, DataCategory.SITUATION);
        // when
        var statement = statement(request, false);
        // then
        var lines = statement.getJsonArray("lines").getValuesAs(JsonObject.class);
        then(lines).hasSize(statement.getInt("count")).isNotEmpty();
        then(lines).anySatisfy(line -> {
            then(line.getString("manner")).isEqualTo("VIEWED");
            then(line.getJsonArray("organisations").getJsonObject(0).getString("name"))
                    .isEqualTo("Zorgpunt De Linde");
            then(line.getString("function")).isEqualTo("CARE_WORKER");
            then(line.getString("purpose")).isEqualTo("SUPPORT");
            then(line.getString("ground")).isEqualTo("CONSENT");
        });
        var checkpoint = Checkpoint.parse(
                SignedNote.parse(statement.getString("checkpoint")).text());
        for (var line : lines) {
            var proof = line.getJsonObject("proof");
            var leaf = Base64.getDecoder().decode(proof.getString("leaf"));
            var path = proof.getJsonArray("path").getValuesAs(jakarta.json.JsonString.class).stream()
                    .map(hash -> Base64.getDecoder().decode(hash.getString()))
                    .toList();
            then(MerkleTree.leafHash(leaf)).isEqualTo(Base64.getDecoder().decode(proof.getString("leaf_hash")));
            then(MerkleTree.includes(
                            proof.getJsonNumber("index").longValue(),
                            checkpoint.size(),
                            MerkleTree.leafHash(leaf),
                            path,
                            checkpoint.root()))
                    .isTrue();
        }
    }

    @Test
    void staff_are_not_named_unless_the_officer_decides_so() throws Exception {
        var request = granted(SubjectRight.ACCESS, DataCategory.SITUATION);
        then(statement(request, false).toString()).doesNotContain("staff").doesNotContain("CARE_WORKER of");
        then(statement(request, true).toString()).contains("CARE_WORKER of Zorgpunt De Linde");
        world.seal();
        then(world.ask("select count(*) from ledger_entry where action = 'EXPORT_LOG' and outcome = 'RECORDED'"))
                .isEqualTo("2");
    }

    @Test
    void what_is_withheld_on_a_ground_is_left_out_and_the_ground_is_said() throws Exception {
        // given
        var request = scoped(SubjectRight.ACCESS, DataCategory.SITUATION, DataCategory.IDENTITY);
        does(
                request,
                Doing.decide(
                        RequestDecision.PARTLY,
                        Optional.of(WithholdingGround.CRIMINAL_JUSTICE),
                        Set.of(DataCategory.SITUATION),
                        "Het onderzoek loopt nog"));
        // then
        var statement = statement(request, false);
        then(statement.getJsonArray("lines")).isEmpty();
        then(statement.getJsonArray("withheld").getString(0)).isEqualTo("SITUATION");
        then(statement.getString("withheld_on")).isEqualTo("UAVG 41(1)(d)");
    }

    @Test
    void nothing_is_withheld_without_a_ground_nor_granted_with_one() {
        var request = scoped(SubjectRight.ACCESS, DataCategory.SITUATION, DataCategory.IDENTITY);
        refuses(
                request,
                RequestDecision.PARTLY,
                Optional.empty(),
                Set.of(DataCategory.IDENTITY),
                "rights.error.ground");
        refuses(
                request,
                RequestDecision.GRANTED,
                Optional.of(WithholdingGround.OTHERS),
                Set.of(),
                "rights.error.ground");
        refuses(
                request,
                RequestDecision.PARTLY,
                Optional.of(WithholdingGround.OTHERS),
                Set.of(DataCategory.HEALTH),
                "rights.error.withheld");
        refuses(
                request,
                RequestDecision.REFUSED,
                Optional.of(WithholdingGround.POLICE_TASK),
                Set.of(),
                "rights.error.ground");
        then(page(request).card().handling().state()).isEqualTo(HandlingState.SCOPED);
    }

    private void refuses(
            String request,
            RequestDecision decision,
            Optional<WithholdingGround> ground,
            Set<DataCategory> withheld,
            String key) {
        thenThrownBy(() -> does(request, Doing.decide(decision, ground, withheld, "Met deze woorden erbij")))
                .isInstanceOf(NotPossible.class)
                .hasMessageContaining(key);
    }

    @Test
    void nothing_is_granted_to_a_parent_who_is_kept_out_of_the_case() {
        // given
        world.does(
                world.coordinator,
                () -> world.consents.blockParent(file, "De vader is mogelijk de uitbuiter", Purpose.SUPPORT));
        var request = received(SubjectRight.ACCESS, Requester.PARENT);
        does(request, Doing.of(HandlingStep.IDENTIFY, "Paspoort en gezagsregister gezien"));
        does(
                request,
                Doing.scope(
                        Set.of(DataCategory.SITUATION), Optional.empty(), Optional.empty(), "Alles over de situatie"));
        then(page(request).parentBlocked()).isTrue();
        // then
        refuses(request, RequestDecision.GRANTED, Optional.empty(), Set.of(), "rights.error.blocked-parent");
        does(
                request,
                Doing.decide(
                        RequestDecision.REFUSED,
                        Optional.of(WithholdingGround.PROTECTION),
                        Set.of(),
                        "Bescherming van het kind"));
        then(page(request).card().handling().state()).isEqualTo(HandlingState.CARRIED_OUT);
    }

    @Test
    void of_two_who_do_the_next_thing_at_once_one_is_told_that_the_other_was_first() {
        var request = received(SubjectRight.ACCESS, Requester.SELF);
        var seen = page(request).seen();
        world.as(
                officer,
                () -> world.rights.act(request, seen, Doing.of(HandlingStep.IDENTIFY, "Paspoort gezien aan de balie")));
        thenThrownBy(() -> world.as(
                        officer,
                        () -> world.rights.act(
                                request, seen, Doing.of(HandlingStep.WITHDRAW, "Telefonisch ingetrokken"))))
                .hasMessageContaining("rights.error.changed");
    }

    @Test
    void a_step_that_was_changed_behind_our_back_does_not_count_nor_does_any_after_it() {
        var request = granted(SubjectRight.ACCESS, DataCategory.SITUATION);
        world.sql("update rights_act set decision = 'REFUSED' where decision is not null");
        then(page(request).card().handling().state()).isEqualTo(HandlingState.SCOPED);
        world.sql("delete from rights_act where serial = 1");
        then(page(request).card().handling().state()).isEqualTo(HandlingState.RECEIVED);
    }

    @Test
    void another_agency_finds_neither_the_request_nor_a_case_that_is_not_theirs() {
        var request = received(SubjectRight.ACCESS, Requester.SELF);
        thenThrownBy(() -> world.as(careOfficer, () -> world.rights.request(request)))
                .hasMessageContaining("rights.error.gone");
        var police = officerOf(world.detective);
        thenThrownBy(() -> world.as(
                        police,
                        () -> world.rights.receive(new NewRequest(
                                SubjectRight.ACCESS, Requester.SELF, Optional.of(number()), TODAY, WORDS))))
                .hasMessageContaining("rights.error.no-case");
        thenThrownBy(() -> world.as(
                        police,
                        () -> world.rights.receive(new NewRequest(
                                SubjectRight.OBJECTION, Requester.SELF, Optional.empty(), TODAY, WORDS))))
                .hasMessageContaining("rights.error.no-right");
    }

    @Test
    void who_works_on_the_case_handles_no_request_and_the_supervisor_only_sees() {
        thenThrownBy(() -> world.as(
                        world.coordinator,
                        () -> world.rights.receive(new NewRequest(
                                SubjectRight.ACCESS, Requester.SELF, Optional.of(number()), TODAY, WORDS))))
                .isInstanceOf(AccessDenied.class);
        var request = received(SubjectRight.ACCESS, Requester.SELF);
        var supervisor = new ActingProfessional(
                world.directory.hire(officer.agency(), "Pieter Toezicht", Function.DATA_PROTECTION_OFFICER),
                officer.agency(),
                AgencyType.MUNICIPALITY,
                Function.DATA_PROTECTION_OFFICER,
                AssuranceLevel.TWO_FACTOR,
                new SessionId(UUID.randomUUID()));
        then(world.as(supervisor, () -> world.rights.request(request)).next()).isEmpty();
        thenThrownBy(() -> world.as(
                        supervisor,
                        () -> world.rights.act(request, 0, Doing.of(HandlingStep.WITHDRAW, "Niet aan mij om te doen"))))
                .isInstanceOf(AccessDenied.class);
    }

    @Test
    void words_of_a_request_are_nowhere_readable_in_the_database() {
        received(SubjectRight.ACCESS, Requester.SELF);
        then(world.ask("select hex(sealed_words) from rights_request"))
                .doesNotContain(hex("postregister"))
                .isNotBlank();
    }

    private static String hex(String text) {
        return java.util.HexFormat.of().withUpperCase().formatHex(text.getBytes(UTF_8));
    }
}
