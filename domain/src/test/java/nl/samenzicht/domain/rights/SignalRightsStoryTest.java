package nl.samenzicht.domain.rights;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.samenzicht.domain.casefile.Cooperation;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.indicator.Assessment;
import nl.samenzicht.domain.indicator.Conclusion;
import nl.samenzicht.domain.indicator.Observation;
import nl.samenzicht.domain.indicator.Observation.Answer;
import nl.samenzicht.domain.indicator.Profile;
import nl.samenzicht.domain.signal.SignalId;
import nl.samenzicht.domain.signal.SignalView;
import nl.samenzicht.domain.world.CaseworkWorld;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.security.access.AccessRequest;
import nl.samenzicht.security.access.ResourceRef;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Purpose;
import nl.samenzicht.security.policy.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person asks by right about a signal that a school sent to a municipality, which has no case yet, or took it up in one. */
class SignalRightsStoryTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    private static final String SEEN = "Een jongen van zestien slaapt in de les.";
    private static final String REASON = "Hij moet pakketten wegbrengen en durft niet te stoppen.";
    private static final String ANSWER = "Brief met het besluit gestuurd";

    private CaseworkWorld world;
    private ActingProfessional school;
    private ActingProfessional municipality;
    private SignalId signal;
    private String number;

    @BeforeEach
    void a_teacher_sends_a_signal_and_the_coordinator_assesses_it() {
        world = new CaseworkWorld();
        school = world.colleagueOf(world.teacher, Function.PRIVACY_OFFICER);
        municipality = world.officer;
        signal = sent();
        number = numberOf(signal);
        world.does(
                world.coordinator,
                () -> world.triage.assess(
                        signal,
                        new Assessment(
                                1,
                                Profile.CHILD_LABOUR,
                                Optional.of("CRIMINAL"),
                                Optional.empty(),
                                List.of(Observation.of("CD-06", Answer.PRESENT)),
                                Conclusion.PRESUMED_VICTIM,
                                REASON)));
        world.seal();
    }

    private SignalId sent() {
        var typed = Map.of(
                "observed", SEEN,
                "observation", "FACT",
                "givenNames", "Ismael",
                "familyName", "Baroudi");
        return world.as(world.teacher, () -> {
            var draft = world.signals.begin(typed);
            world.signals.send(draft.id(), draft.saves(), typed, world.coordinator.agency(), false, true);
            return draft.id();
        });
    }

    private String numberOf(SignalId id) {
        return world.ask("select number from `signal` where id = '%s'".formatted(id.value()));
    }

    private SignalView opened(ActingProfessional by) {
        return world.as(by, () -> world.triage.open(signal));
    }

    private void refused(ActingProfessional by, Reason why) {
        thenThrownBy(() -> opened(by))
                .isInstanceOfSatisfying(
                        AccessDenied.class, denied -> then(denied.told()).isEqualTo(why));
    }

    private String words(ActingProfessional by) {
        return opened(by).items().stream()
                .map(item -> item.content().values().toString())
                .collect(joining());
    }

    private void assessorReadsOnlyOwnWords() {
        then(words(world.coordinator)).contains(REASON).doesNotContain(SEEN, "Baroudi");
    }

    private String received(ActingProfessional officer, SubjectRight right, String about) {
        return world.as(
                officer,
                () -> world.rights.receive(new NewRequest(
                        right, Requester.SELF, Optional.of(about), TODAY, "Per brief gevraagd, in het postregister")));
    }

    private void does(ActingProfessional officer, String request, Doing doing) {
        world.seal();
        var seen = world.as(officer, () -> world.rights.request(request)).seen();
        world.as(officer, () -> world.rights.act(request, seen, doing));
    }

    private String granted(ActingProfessional officer, SubjectRight right, String about) {
        var request = received(officer, right, about);
        does(officer, request, Doing.of(HandlingStep.IDENTIFY, "Paspoort gezien aan de balie"));
        does(
                officer,
                request,
                Doing.scope(
                        Set.of(DataCategory.SIGNAL, DataCategory.IDENTITY),
                        Optional.empty(),
                        Optional.empty(),
                        "Besproken aan de balie"));
        does(
                officer,
                request,
                Doing.decide(RequestDecision.GRANTED, Optional.empty(), Set.of(), "Geen grond om te weigeren"));
        return request;
    }

    private String carriedOut(ActingProfessional officer, SubjectRight right, String about) {
        var request = granted(officer, right, about);
        does(officer, request, Doing.of(HandlingStep.CARRY_OUT, "Uitgevoerd zoals besloten"));
        return request;
    }

    private String copy(ActingProfessional officer, String request) {
        var out = new ByteArrayOutputStream();
        DataCopyJson.write(world.as(officer, () -> world.copies.of(request)), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private JsonObject statement(ActingProfessional officer, String request) throws IOException {
        var out = new ByteArrayOutputStream();
        world.as(officer, () -> world.statements.of(request, false, StatementJson::new))
                .writeTo(out);
        return Json.createReader(new ByteArrayInputStream(out.toByteArray())).readObject();
    }

    @Test
    void the_person_is_known_by_the_number_of_the_signal() {
        // when
        var request = received(school, SubjectRight.ACCESS, number);
        // then
        var card = world.as(school, () -> world.rights.request(request)).card();
        then(card.signal()).contains(number);
        then(card.caseName()).isEmpty();
    }

    @Test
    void a_signal_of_others_and_a_draft_are_not_known() {
        // given
        var draft = world.as(world.teacher, () -> world.signals.begin(Map.of("observed", SEEN)))
                .id();
        var care = world.colleagueOf(world.carer, Function.PRIVACY_OFFICER);
        // when, then
        for (var unknown : List.of(numberOf(draft), "S-999999")) {
            thenThrownBy(() -> received(school, SubjectRight.ACCESS, unknown))
                    .isInstanceOf(NotPossible.class)
                    .hasMessageContaining("rights.error.no-case");
        }
        thenThrownBy(() -> received(care, SubjectRight.ACCESS, number))
                .isInstanceOf(NotPossible.class)
                .hasMessageContaining("rights.error.no-case");
    }

    @Test
    void a_restriction_by_the_sender_holds_for_who_assesses_and_the_sender_and_ends_when_it_is_lifted() {
        // given
        var request = carriedOut(school, SubjectRight.RESTRICTION, number);
        // then
        refused(world.teacher, Reason.RESTRICTED_PROCESSING);
        assessorReadsOnlyOwnWords();
        // when
        does(school, request, Doing.of(HandlingStep.ANSWER, ANSWER));
        does(school, request, Doing.of(HandlingStep.LIFT, "De juistheid is uitgezocht"));
        // then
        then(words(world.coordinator)).contains(SEEN);
        then(words(world.teacher)).contains(SEEN);
    }

    @Test
    void who_got_the_signal_is_told_by_its_number_and_confirms() {
        // given
        carriedOut(school, SubjectRight.RESTRICTION, number);
        // when
        world.seal();
        var told = world.as(municipality, () -> world.rights.list()).told();
        // then
        then(told).singleElement().satisfies(notice -> {
            then(notice.kind()).isEqualTo(NoticeKind.RESTRICTED);
            then(notice.signal()).contains(number);
        });
        world.does(
                municipality,
                () -> world.rights.confirm(told.get(0).id(), NoticeOutcome.DONE, "Wij gebruiken het niet meer"));
    }

    @Test
    void what_comes_later_is_restricted_too() {
        // given
        carriedOut(school, SubjectRight.RESTRICTION, number);
        // when
        world.does(world.teacher, () -> world.signals.tellMore(signal, "Vandaag was hij er weer niet."));
        // then
        then(world.ask("select count(*) from item where case_id = '%s' and owner = '%s' and restricted = 0"
                        .formatted(signal.value(), world.teacher.agency().value())))
                .isEqualTo("0");
    }

    @Test
    void an_erasure_takes_it_out_of_use_and_puts_it_on_the_list_to_destroy() {
        // when
        carriedOut(school, SubjectRight.ERASURE, number);
        // then
        refused(world.teacher, Reason.RETENTION_PASSED);
        assessorReadsOnlyOwnWords();
        then(world.as(school, () -> world.retention.look()).due().stream().map(due -> due.number()))
                .contains(number);
    }

    @Test
    void each_agency_copies_what_it_wrote_itself() {
        var ofSchool = copy(school, granted(school, SubjectRight.ACCESS, number));
        then(ofSchool).contains(SEEN, "Baroudi").doesNotContain(REASON);
        var ofMunicipality = copy(municipality, granted(municipality, SubjectRight.ACCESS, number));
        then(ofMunicipality).contains(REASON).doesNotContain(SEEN, "Baroudi");
    }

    @Test
    void the_statement_says_to_whom_the_signal_went_and_who_read_it() throws IOException {
        // given
        opened(world.coordinator);
        // when
        var request = granted(school, SubjectRight.ACCESS, number);
        world.seal();
        var lines = statement(school, request).getJsonArray("lines").getValuesAs(JsonObject.class);
        // then
        then(lines).extracting(line -> line.getString("manner")).containsExactly("VIEWED", "MADE_AVAILABLE");
        then(lines).allMatch(line -> line.toString().contains("SIGNAL"));
    }

    @Test
    void a_request_about_the_case_reaches_the_signal_that_it_took_up() {
        // given
        var opened = world.as(world.coordinator, () -> world.triage.accept(signal, Cooperation.single()));
        world.seal();
        // when
        carriedOut(municipality, SubjectRight.RESTRICTION, opened.number());
        // then
        then(world.ask("select count(*) from item where case_id in ('%s', '%s') and owner = '%s' and restricted = 0"
                        .formatted(
                                signal.value(),
                                opened.id().value(),
                                world.coordinator.agency().value())))
                .isEqualTo("0");
        then(world.as(municipality, () -> world.inspection.inspect(municipality.agency()))
                        .findings())
                .isEmpty();
    }

    @Test
    void a_request_about_the_signal_reaches_the_case_that_took_it_up() {
        // given
        var opened = world.as(world.coordinator, () -> world.triage.accept(signal, Cooperation.single()));
        world.seal();
        // when
        var request = granted(municipality, SubjectRight.ACCESS, number);
        // then
        then(copy(municipality, request)).contains("Baroudi", REASON);
        then(world.ask("select count(distinct case_id) from ledger_entry where action = 'GIVE_COPY'"))
                .isEqualTo("2");
        then(opened.number()).isNotEqualTo(number);
    }

    @Test
    void nobody_else_carries_out_on_the_signal_and_nothing_of_it_opens_without_a_request() {
        var card = new ResourceRef.OfSignalCard(signal.value());
        for (var other : List.of(
                world.coordinator,
                world.teacher,
                world.colleagueOf(world.teacher, Function.DATA_PROTECTION_OFFICER),
                world.colleagueOf(world.carer, Function.PRIVACY_OFFICER))) {
            thenThrownBy(() -> admitted(other, Action.HANDLE_REQUEST, card)).isInstanceOf(AccessDenied.class);
        }
        admitted(school, Action.HANDLE_REQUEST, card);
        var item = UUID.fromString(
                world.ask("select id from item where case_id = '%s' and owner = '%s' and category = 'SIGNAL' limit 1"
                        .formatted(signal.value(), school.agency().value())));
        for (var action : List.of(Action.GIVE_COPY, Action.VIEW_SECTION, Action.EXPORT)) {
            thenThrownBy(() -> admitted(
                            school, action, new ResourceRef.OfItems(signal.value(), DataCategory.SIGNAL, Set.of(item))))
                    .isInstanceOf(AccessDenied.class);
        }
    }

    private void admitted(ActingProfessional who, Action action, ResourceRef resource) {
        world.does(
                who,
                () -> world.gate.admit(
                        AccessRequest.of(who, action, resource, Purpose.SUBJECT_RIGHTS, world.clock.instant())));
    }

    @Test
    void once_it_is_answered_nothing_of_it_opens_any_more() {
        // given
        var request = granted(school, SubjectRight.ACCESS, number);
        then(copy(school, request)).contains(SEEN);
        // when
        does(school, request, Doing.of(HandlingStep.ANSWER, ANSWER));
        // then
        thenThrownBy(() -> copy(school, request)).hasMessageContaining("copy.error.closed");
    }
}
