package nl.samenzicht.domain.rights;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.samenzicht.domain.casefile.Cooperation;
import nl.samenzicht.domain.casefile.ItemId;
import nl.samenzicht.domain.casefile.ItemKind;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.casefile.OpenCase;
import nl.samenzicht.domain.casefile.ParticipationService.Invitation;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.world.CaseworkWorld;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.security.access.AccessGrant;
import nl.samenzicht.security.access.AccessRequest;
import nl.samenzicht.security.access.ResourceRef;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.AssuranceLevel;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.security.directory.SessionId;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Framework;
import nl.samenzicht.security.policy.Ground;
import nl.samenzicht.security.policy.Purpose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person asks for a copy of what is recorded about them, and gets what the agency itself recorded, and no more. */
class CopyStoryTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    private static final Set<DataCategory> ASKED =
            Set.of(DataCategory.SITUATION, DataCategory.SIGNAL, DataCategory.THIRD_PARTY, DataCategory.SECRET_LOCATION);

    private CaseworkWorld world;
    private ActingProfessional officer;
    private CaseFileId file;
    private ItemId situation;

    @BeforeEach
    void a_case_with_items_of_two_agencies() {
        world = new CaseworkWorld();
        officer = world.officer;
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
        situation = recorded(world.coordinator, DataCategory.SITUATION, Map.of("living", "Logeert bij een vriendin"));
        recorded(
                world.coordinator,
                DataCategory.SIGNAL,
                Map.of("observed", "Werkt zeven dagen per week", "source", "De buurvrouw op nummer 12"));
        recorded(world.coordinator, DataCategory.THIRD_PARTY, Map.of("name", "De baas van het bedrijf"));
        recorded(world.coordinator, DataCategory.FINANCE, Map.of("administration", "Schuld aan de baas"));
        recorded(world.carer, DataCategory.SITUATION, Map.of("living", "Aantekening van de opvang"));
    }

    private ItemId recorded(ActingProfessional who, DataCategory category, Map<String, String> values) {
        return world.as(
                who,
                () -> world.caseFiles.record(
                        file,
                        category,
                        ItemKind.FIELDS,
                        values,
                        category == DataCategory.THIRD_PARTY ? Purpose.CASE_CONFERENCE : Purpose.SUPPORT));
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

    private String received(SubjectRight right, Requester requester) {
        world.seal();
        var number = world.ask("select number from case_file where id = '%s'".formatted(file.value()));
        return world.as(
                officer,
                () -> world.rights.receive(new NewRequest(
                        right, requester, Optional.of(number), TODAY, "Per brief gevraagd, in het postregister")));
    }

    private void does(String request, Doing doing) {
        world.seal();
        var seen = world.as(officer, () -> world.rights.request(request)).seen();
        world.as(officer, () -> world.rights.act(request, seen, doing));
    }

    private String scoped(Set<DataCategory> categories, Requester requester) {
        var request = received(SubjectRight.ACCESS, requester);
        does(request, Doing.of(HandlingStep.IDENTIFY, "Paspoort gezien aan de balie"));
        does(request, Doing.scope(categories, Optional.empty(), Optional.empty(), "Besproken aan de balie"));
        return request;
    }

    private String granted(Set<DataCategory> categories) {
        var request = scoped(categories, Requester.SELF);
        does(request, Doing.decide(RequestDecision.GRANTED, Optional.empty(), Set.of(), "Geen grond om te weigeren"));
        return request;
    }

    private JsonObject copy(String request) {
        var out = new ByteArrayOutputStream();
        DataCopyJson.write(world.as(officer, () -> world.copies.of(request)), out);
        return Json.createReader(new ByteArrayInputStream(out.toByteArray())).readObject();
    }

    private CopyPreview preview(String request) {
        return world.as(officer, () -> world.copies.preview(request)).orElseThrow();
    }

    private AccessGrant gate(ActingProfessional who, DataCategory category, ItemId item) {
        return world.as(
                who,
                () -> world.gate.admit(AccessRequest.of(
                        who,
                        Action.GIVE_COPY,
                        new ResourceRef.OfItems(file.value(), category, Set.of(item.value())),
                        Purpose.SUBJECT_RIGHTS,
                        world.clock.instant())));
    }

    private void gateRefuses(ActingProfessional who, DataCategory category, ItemId item, String reason) {
        thenThrownBy(() -> gate(who, category, item)).isInstanceOf(AccessDenied.class);
        then(world.ask("select reason_true from ledger_entry where action = 'GIVE_COPY' order by seq desc limit 1"))
                .isEqualTo(reason);
    }

    private void refused(String request, String why) {
        then(preview(request).refusal()).contains(why);
        thenThrownBy(() -> copy(request)).isInstanceOf(NotPossible.class).hasMessageContaining(why);
    }

    private String given() {
        return world.ask("select count(*) from ledger_entry where action = 'GIVE_COPY' and outcome = 'PERMITTED'");
    }

    @Test
    void a_copy_holds_what_the_agency_itself_recorded_of_what_was_asked() {
        // given
        var request = granted(ASKED);
        // when
        var copy = copy(request);
        // then
        then(copy.toString())
                .contains("Logeert bij een vriendin", "Werkt zeven dagen per week")
                .doesNotContain("De baas", "Schuld aan", "Aantekening van de opvang");
        then(copy.getInt("count")).isEqualTo(2);
        then(copy.getString("request")).isEqualTo(request);
    }

    @Test
    void who_told_something_is_left_out_and_that_is_said() {
        var copy = copy(granted(ASKED));
        then(copy.toString()).doesNotContain("buurvrouw");
        then(copy.getBoolean("sources_left_out")).isTrue();
    }

    @Test
    void what_is_never_given_is_named_with_its_ground_whether_or_not_anything_is_there() {
        // the ground of a right of others is AVG 15(4), that of somebody's protection UAVG 41(1)(i)
        var request = granted(ASKED);
        then(copy(request).getJsonArray("withheld").getValuesAs(JsonObject.class))
                .extracting(each -> each.getString("category") + " " + each.getString("ground"))
                .containsExactly("SECRET_LOCATION UAVG 41(1)(i)", "THIRD_PARTY AVG 15(4)");
    }

    @Test
    void a_category_that_the_decision_withholds_is_named_with_the_ground_of_the_decision() {
        // given
        var request = scoped(Set.of(DataCategory.SITUATION, DataCategory.SIGNAL), Requester.SELF);
        does(
                request,
                Doing.decide(
                        RequestDecision.PARTLY,
                        Optional.of(WithholdingGround.CRIMINAL_JUSTICE),
                        Set.of(DataCategory.SIGNAL),
                        "Het onderzoek loopt nog"));
        // when
        var copy = copy(request);
        // then
        then(copy.toString()).contains("Logeert bij een vriendin").doesNotContain("zeven dagen");
        then(copy.getJsonArray("withheld").getJsonObject(0).getString("ground")).isEqualTo("UAVG 41(1)(d)");
        then(preview(request).withheld())
                .containsExactly(new WithheldCategory(DataCategory.SIGNAL, WithholdingGround.CRIMINAL_JUSTICE));
    }

    @Test
    void a_preview_tells_how_many_of_what_and_puts_no_copy_on_record() {
        var request = granted(ASKED);
        then(preview(request).counts()).isEqualTo(Map.of(DataCategory.SITUATION, 1, DataCategory.SIGNAL, 1));
        then(given()).isEqualTo("0");
    }

    @Test
    void each_category_is_a_line_in_the_log_each_time_that_a_copy_is_made() {
        // given
        var request = granted(ASKED);
        // when
        copy(request);
        // then
        then(given()).isEqualTo("2");
        // when
        copy(request);
        // then
        then(given()).isEqualTo("4");
    }

    @Test
    void where_nothing_was_recorded_a_copy_is_empty() {
        var request = granted(Set.of(DataCategory.HEALTH));
        then(preview(request).items()).isZero();
        then(copy(request).getInt("count")).isZero();
    }

    @Test
    void data_that_are_restricted_go_to_the_person_and_to_nobody_else() {
        // given
        var restriction = received(SubjectRight.RESTRICTION, Requester.SELF);
        does(restriction, Doing.of(HandlingStep.IDENTIFY, "Paspoort gezien aan de balie"));
        does(
                restriction,
                Doing.scope(
                        Set.of(DataCategory.SITUATION), Optional.empty(), Optional.empty(), "Besproken aan de balie"));
        does(
                restriction,
                Doing.decide(RequestDecision.GRANTED, Optional.empty(), Set.of(), "De juistheid wordt betwist"));
        does(restriction, Doing.of(HandlingStep.CARRY_OUT, "Uitgevoerd zoals besloten"));
        gateRefuses(officer, DataCategory.SITUATION, situation, "NO_ACCESS_REQUEST");
        // when
        var copy = copy(granted(Set.of(DataCategory.SITUATION)));
        // then
        then(copy.getJsonArray("items").getJsonObject(0).getBoolean("restricted"))
                .isTrue();
        then(world.as(world.coordinator, () -> world.caseFiles.open(file, DataCategory.SITUATION, Purpose.SUPPORT))
                        .items())
                .isEmpty();
    }

    @Test
    void nothing_goes_out_without_a_request_or_for_another_right() {
        gateRefuses(officer, DataCategory.SITUATION, situation, "NO_ACCESS_REQUEST");
        var erasure = received(SubjectRight.ERASURE, Requester.SELF);
        then(world.as(officer, () -> world.copies.preview(erasure))).isEmpty();
        thenThrownBy(() -> copy(erasure)).hasMessageContaining("copy.error.no-access");
    }

    @Test
    void nothing_goes_out_before_the_person_is_known_and_it_was_granted() {
        var request = received(SubjectRight.ACCESS, Requester.SELF);
        refused(request, "copy.error.not-granted");
        does(request, Doing.of(HandlingStep.IDENTIFY, "Paspoort gezien aan de balie"));
        does(request, Doing.scope(ASKED, Optional.empty(), Optional.empty(), "Besproken aan de balie"));
        refused(request, "copy.error.not-granted");
        gateRefuses(officer, DataCategory.SITUATION, situation, "NO_ACCESS_REQUEST");
    }

    @Test
    void nothing_goes_out_once_the_request_was_answered() {
        var request = granted(ASKED);
        gate(officer, DataCategory.SITUATION, situation);
        does(request, Doing.of(HandlingStep.ANSWER, "Brief van 23 november"));
        refused(request, "copy.error.closed");
        gateRefuses(officer, DataCategory.SITUATION, situation, "NO_ACCESS_REQUEST");
    }

    @Test
    void nothing_goes_out_on_a_refused_request() {
        var request = scoped(ASKED, Requester.SELF);
        does(
                request,
                Doing.decide(
                        RequestDecision.REFUSED,
                        Optional.of(WithholdingGround.UNFOUNDED),
                        Set.of(),
                        "Voor de derde keer deze week"));
        refused(request, "copy.error.not-granted");
    }

    @Test
    void the_request_opens_nothing_beyond_its_scope_and_nothing_on_a_screen() {
        granted(Set.of(DataCategory.SIGNAL));
        gateRefuses(officer, DataCategory.SITUATION, situation, "NO_ACCESS_REQUEST");
        thenThrownBy(() -> world.as(
                        officer, () -> world.caseFiles.open(file, DataCategory.SIGNAL, Purpose.SUBJECT_RIGHTS)))
                .isInstanceOf(AccessDenied.class);
    }

    @Test
    void a_request_to_one_agency_opens_nothing_at_another() {
        // given
        var request = granted(ASKED);
        var careOfficer = officerOf(world.carer);
        // then
        then(world.as(careOfficer, () -> world.copies.preview(request))).isEmpty();
        thenThrownBy(() -> world.as(careOfficer, () -> world.copies.of(request)))
                .hasMessageContaining("rights.error.gone");
        thenThrownBy(() -> gate(careOfficer, DataCategory.SITUATION, situation)).isInstanceOf(AccessDenied.class);
        thenThrownBy(() -> gate(world.coordinator, DataCategory.SITUATION, situation))
                .isInstanceOf(AccessDenied.class);
    }

    @Test
    void a_parent_who_is_kept_out_after_it_was_granted_gets_nothing() {
        // given
        var request = scoped(Set.of(DataCategory.SITUATION), Requester.PARENT);
        does(
                request,
                Doing.decide(RequestDecision.GRANTED, Optional.empty(), Set.of(), "Heeft het gezag, gecontroleerd"));
        then(preview(request).refusal()).isEmpty();
        // when
        world.does(
                world.coordinator,
                () -> world.consents.blockParent(file, "De vader is mogelijk de uitbuiter", Purpose.SUPPORT));
        // then
        refused(request, "copy.error.blocked-parent");
        gateRefuses(officer, DataCategory.SITUATION, situation, "NO_ACCESS_REQUEST");
    }
}
