package nl.samenzicht.domain.report;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.BDDAssertions.then;

import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import nl.samenzicht.domain.casefile.Cooperation;
import nl.samenzicht.domain.casefile.ItemKind;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.casefile.OpenCase;
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
import nl.samenzicht.domain.report.ReportTransport.HandedOver;
import nl.samenzicht.domain.report.ReportTransport.NotNow;
import nl.samenzicht.domain.report.ReportTransport.Outcome;
import nl.samenzicht.domain.report.ReportTransport.Receipt;
import nl.samenzicht.domain.report.ReportTransport.Refusal;
import nl.samenzicht.domain.world.CaseworkWorld;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Framework;
import nl.samenzicht.security.policy.Ground;
import nl.samenzicht.security.policy.Purpose;
import nl.samenzicht.security.policy.Reason;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reporting a victim, from the case to the receipt, on a real database with the real gate, keys and log. */
class ReportStoryTest {

    private static final String PHONE_LIKE_NUMBER = "2990000001";
    private static CaseworkWorld world;

    @BeforeAll
    static void start() {
        world = new CaseworkWorld();
    }

    private static CaseFileId openedCase(ActingProfessional who, Purpose purpose) {
        return world.as(
                        who,
                        () -> world.caseFiles.open(
                                new OpenCase(new Cooperation(
                                        Framework.CONVENANT,
                                        "Convenant Waterland 2026",
                                        Optional.of(world.clock.instant().plus(Duration.ofDays(300))))),
                                purpose))
                .id();
    }

    private static CaseFileId caseOf(String givenNames, String familyName, String vNumber) {
        var file = openedCase(world.coordinator, Purpose.SUPPORT);
        recorded(
                file,
                world.coordinator,
                DataCategory.IDENTITY,
                Purpose.SUPPORT,
                identity(givenNames, familyName, vNumber));
        recorded(
                file,
                world.coordinator,
                DataCategory.SIGNAL,
                Purpose.SUPPORT,
                Map.of(
                        "exploitation", "LABOUR",
                        "means", "DECEPTION",
                        "observed", "Werkt zeven dagen per week in een Kwelzaak",
                        "placeOfExploitation", "Kwelzangstraat",
                        "countryOfExploitation", "NL"));
        return file;
    }

    private static Map<String, String> identity(String givenNames, String familyName, String vNumber) {
        return Map.of(
                "givenNames",
                givenNames,
                "familyName",
                familyName,
                "birthDate",
                "1999-03-%02d".formatted(1 + Integer.parseInt(vNumber.substring(vNumber.length() - 2)) % 28),
                "gender",
                "FEMALE",
                "nationality",
                "VN",
                "vNumber",
                vNumber);
    }

    private static void recorded(
            CaseFileId file,
            ActingProfessional who,
            DataCategory category,
            Purpose purpose,
            Map<String, String> values) {
        world.as(who, () -> world.caseFiles.record(file, category, ItemKind.FIELDS, values, purpose));
    }

    private static ConsentId consented(CaseFileId file, Purpose purpose, DataCategory category, GivenBy by) {
        return world.as(
                world.coordinator,
                () -> world.consents.record(
                        file,
                        new ConsentQuestion(
                                world.registrar.agency(),
                                purpose,
                                category,
                                world.clock.instant().plus(Duration.ofDays(60))),
                        true,
                        new ConsentGiver(by, by != GivenBy.SELF, OptionalInt.of(22), ConsentForm.WRITTEN),
                        purpose));
    }

    private static Map<String, String> whole(CaseFileId file, ActingProfessional who) {
        var start = world.as(who, () -> world.reports.begin(file, ReportTask.REGISTRATION));
        var typed = new HashMap<>(start.filled());
        typed.putIfAbsent("exploitation", "LABOUR");
        typed.putIfAbsent("means", "DECEPTION");
        typed.putIfAbsent("countryOfExploitation", "NL");
        typed.putIfAbsent("ageGroup", "FROM_24");
        typed.putIfAbsent("minor", "NO");
        typed.putIfAbsent("gender", "FEMALE");
        typed.putIfAbsent("nationality", "VN");
        typed.put("region", "MIDDEN_NEDERLAND");
        typed.put("sector", "BEAUTY");
        typed.put("reported", "UNDECIDED");
        return typed;
    }

    private static UUID checked(CaseFileId file, ActingProfessional who, ReportBasis basis, Map<String, String> typed) {
        var id = world.as(who, () -> world.reports.compose(file, ReportTask.REGISTRATION, basis, typed));
        world.does(who, () -> world.reports.check(file, id, 1));
        return id;
    }

    private static ReportView opened(CaseFileId file, UUID id, ActingProfessional who) {
        return world.as(who, () -> world.reports.open(file, id));
    }

    private static final class Hands implements ReportTransport {
        private final List<UUID> carried = new ArrayList<>();
        private final List<byte[]> envelopes = new ArrayList<>();
        private Outcome next = new HandedOver();

        @Override
        public Outcome carry(UUID message, byte[] envelope) {
            carried.add(message);
            envelopes.add(envelope);
            return next;
        }
    }

    /** The outbox as a carrier meets it in the container: each call a transaction of its own. */
    private static int round(ReportTransport transport) {
        int carried = 0;
        for (var message : world.as(world.coordinator, () -> world.outbox.due())) {
            var taken = world.as(world.coordinator, () -> world.outbox.take(message));
            if (taken.isPresent()) {
                var outcome = transport.carry(taken.get().message(), taken.get().envelope());
                world.does(world.coordinator, () -> world.outbox.settle(message, outcome));
                carried++;
            }
        }
        return carried;
    }

    private static JsonObject letter(byte[] envelope) {
        return Envelope.open(envelope, world.comenshaKeys, world.seal.verifyingKeyset());
    }

    /** The categories that the log says were reported from a case, one for each line. */
    private static String disclosures(CaseFileId file) {
        return world.ask("select coalesce(group_concat(category order by category), '') from ledger_entry"
                + " where action = 'REPORT' and outcome = 'PERMITTED' and case_id = '" + file.value() + "'");
    }

    private static String lines(ActingProfessional who, String where) {
        return world.ask("select count(*) from ledger_entry where professional = '"
                + who.professional().value() + "' and " + where);
    }

    private static void emptied() {
        world.clock.turn(Duration.ofDays(1));
        round(new Hands());
    }

    @Test
    void a_report_is_filled_from_the_case_and_says_what_is_missing() {
        // given
        var file = caseOf("Kwelina", "Zangman", "2990000101");
        // when
        var start = world.as(world.coordinator, () -> world.reports.begin(file, ReportTask.REGISTRATION));
        // then
        then(start.filled())
                .containsEntry("givenNames", "Kwelina")
                .containsEntry("exploitation", "LABOUR")
                .containsEntry("ageGroup", "FROM_24")
                .containsEntry("minor", "NO");
        then(start.missing()).containsExactly("region", "sector", "reported");
        then(start.readFrom()).containsExactlyInAnyOrder(DataCategory.IDENTITY, DataCategory.SIGNAL);
        then(start.grounds().possible())
                .containsExactly(ReportBasis.CONSENT, ReportBasis.OTHER_GROUND, ReportBasis.ANONYMOUS);
    }

    @Test
    void sent_with_consent_received_and_confirmed_and_on_record_as_a_disclosure() {
        // given
        emptied();
        var file = caseOf("Kwelina", "Zangman", "2990000102");
        consented(file, Purpose.REGISTRATION, DataCategory.SIGNAL, GivenBy.SELF);
        consented(file, Purpose.REGISTRATION, DataCategory.IDENTITY, GivenBy.SELF);
        var id = checked(file, world.coordinator, ReportBasis.CONSENT, whole(file, world.coordinator));
        // when
        world.does(world.coordinator, () -> world.reports.send(file, id, 1));
        var hands = new Hands();
        round(hands);
        var inbox = world.as(world.registrar, () -> world.inbox.received(ReportTask.REGISTRATION));
        var read = world.as(world.registrar, () -> world.inbox.open(id, ReportTask.REGISTRATION));
        var reference = world.as(world.registrar, () -> world.inbox.confirm(id, ReportTask.REGISTRATION));
        // then: what was carried is what was written, for the receiver alone
        var letter = letter(hands.envelopes.get(0));
        then(letter.getString("kind")).isEqualTo("REPORT");
        then(letter.getJsonObject("fields").getString("familyName")).isEqualTo("Zangman");
        then(letter.getJsonArray("pseudonyms")).hasSize(2);
        then(new String(hands.envelopes.get(0), java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain("Zangman");
        // the receiver saw it, and gave it a number
        then(inbox).extracting(ReceivedReport::id).contains(id);
        then(read.values()).containsEntry("vNumber", "2990000102").doesNotContainKey("bsn");
        then(reference).matches("CM-\\d{4}-\\d{6}");
        // the reporter sees the number, and exactly what was sent
        var view = opened(file, id, world.coordinator);
        then(view.card().state()).isEqualTo(ReportState.RECEIVED);
        then(view.card().reference()).contains(reference);
        then(view.messages()).hasSize(1);
        then(view.messages().get(0).said()).isEqualTo(read.values());
        then(view.messages().get(0).delivery()).isEqualTo(Delivery.CONFIRMED);
        // and the log names the act, the receiver and the person
        then(disclosures(file)).isEqualTo("IDENTITY,SIGNAL");
        then(world.ask(
                        "select count(*) from ledger_entry where action = 'REPORT' and outcome = 'PERMITTED' and case_id = '"
                                + file.value()
                                + "' and person_id is not null and consent_id is not null and recipients like '%"
                                + world.registrar.agency().value() + "%'"))
                .isEqualTo("2");
    }

    @Test
    void who_has_nothing_to_do_with_it_sees_nothing_of_a_report() {
        // given
        emptied();
        var file = caseOf("Kwelina", "Zangman", "2990000103");
        var typed = whole(file, world.coordinator);
        typed.put("groundText", "Een andere grond, hier uitgeschreven.");
        var id = checked(file, world.coordinator, ReportBasis.OTHER_GROUND, typed);
        // when, then: before it is sent the receiver sees nothing either
        var early = catchThrowableOfType(
                () -> world.as(world.registrar, () -> world.inbox.open(id, ReportTask.REGISTRATION)),
                AccessDenied.class);
        then(early.told()).isEqualTo(Reason.NOTHING_HERE);
        world.does(world.coordinator, () -> world.reports.send(file, id, 1));
        round(new Hands());
        world.as(world.registrar, () -> world.inbox.open(id, ReportTask.REGISTRATION));
        for (var stranger : List.of(world.otherCoordinator, world.carer, world.detective)) {
            assertThatThrownBy(() -> opened(file, id, stranger)).isInstanceOf(AccessDenied.class);
            assertThatThrownBy(() -> world.as(stranger, () -> world.inbox.open(id, ReportTask.REGISTRATION)))
                    .isInstanceOf(AccessDenied.class);
        }
        // a placement is asked about as a placement
        assertThatThrownBy(() -> world.as(world.registrar, () -> world.inbox.open(id, ReportTask.PLACEMENT)))
                .isInstanceOf(AccessDenied.class);
        // and the receiver never sees the case
        assertThatThrownBy(() -> world.as(world.registrar, () -> world.caseFiles.view(file, Purpose.REGISTRATION)))
                .isInstanceOf(AccessDenied.class);
    }

    @Test
    void a_consent_that_is_withdrawn_between_writing_and_sending_stops_it_and_the_concept_stays() {
        // given
        emptied();
        var file = caseOf("Kwelina", "Zangman", "2990000104");
        var consent = consented(file, Purpose.REGISTRATION, DataCategory.SIGNAL, GivenBy.SELF);
        consented(file, Purpose.REGISTRATION, DataCategory.IDENTITY, GivenBy.SELF);
        var id = checked(file, world.coordinator, ReportBasis.CONSENT, whole(file, world.coordinator));
        world.does(world.coordinator, () -> world.consents.withdraw(file, consent, Purpose.SUPPORT));
        // when
        var refusal = catchThrowableOfType(
                () -> world.does(world.coordinator, () -> world.reports.send(file, id, 1)), AccessDenied.class);
        // then
        then(refusal.told()).isEqualTo(Reason.CONSENT_WITHDRAWN);
        then(opened(file, id, world.coordinator).card().state()).isEqualTo(ReportState.CHECKED);
        then(round(new Hands())).isZero();
        // it can go on without a ground, and then without a name
        var typed = whole(file, world.coordinator);
        world.does(world.coordinator, () -> world.reports.change(file, id, 1, ReportBasis.ANONYMOUS, typed));
        world.does(world.coordinator, () -> world.reports.check(file, id, 2));
        world.does(world.coordinator, () -> world.reports.send(file, id, 2));
        var hands = new Hands();
        round(hands);
        then(letter(hands.envelopes.get(0)).toString())
                .contains("\"basis\":\"ANONYMOUS\"")
                .doesNotContain("Zangman")
                .doesNotContain("Kwel")
                .doesNotContain("2990000104")
                .doesNotContain("1999-03-");
    }

    @Test
    void a_consent_for_the_signal_alone_leaves_the_name_out() {
        // given
        var file = caseOf("Kwelina", "Zangman", "2990000105");
        consented(file, Purpose.REGISTRATION, DataCategory.SIGNAL, GivenBy.SELF);
        // when
        var id = checked(file, world.coordinator, ReportBasis.CONSENT, whole(file, world.coordinator));
        // then
        then(opened(file, id, world.coordinator).values())
                .doesNotContainKeys("givenNames", "familyName", "birthDate", "vNumber")
                .containsEntry("placeOfExploitation", "Kwelzangstraat")
                .containsEntry("ageGroup", "FROM_24");
        world.does(world.coordinator, () -> world.reports.send(file, id, 1));
    }

    @Test
    void a_consent_by_a_parent_who_is_kept_out_carries_nothing() {
        // given
        var file = caseOf("Kwelina", "Zangman", "2990000106");
        consented(file, Purpose.REGISTRATION, DataCategory.SIGNAL, GivenBy.PARENT);
        var id = checked(file, world.coordinator, ReportBasis.CONSENT, whole(file, world.coordinator));
        world.does(
                world.coordinator,
                () -> world.consents.blockParent(
                        file, "De vader is mogelijk zelf de uitbuiter in deze zaak.", Purpose.SUPPORT));
        // when
        var refusal = catchThrowableOfType(
                () -> world.does(world.coordinator, () -> world.reports.send(file, id, 1)), NotPossible.class);
        // then
        then(refusal.messageKey()).isEqualTo("report.error.parent-kept-out");
        var grounds = opened(file, id, world.coordinator).grounds();
        then(grounds.parentKeptOut()).isTrue();
        then(grounds.keptOutBecause()).hasValueSatisfying(why -> then(why).contains("uitbuiter"));
        then(grounds.consents().get(0).byKeptOutParent()).isTrue();
        then(grounds.consentFor(DataCategory.SIGNAL)).isFalse();
    }

    @Test
    void of_two_who_change_one_concept_the_second_is_told() {
        // given
        var file = caseOf("Kwelina", "Zangman", "2990000107");
        var typed = whole(file, world.coordinator);
        var id = world.as(
                world.coordinator,
                () -> world.reports.compose(file, ReportTask.REGISTRATION, ReportBasis.ANONYMOUS, typed));
        var colleague = world.colleagueOf(world.coordinator);
        world.does(colleague, () -> world.reports.change(file, id, 1, ReportBasis.ANONYMOUS, typed));
        // when, then
        assertThatThrownBy(() -> world.does(
                        world.coordinator, () -> world.reports.change(file, id, 1, ReportBasis.ANONYMOUS, typed)))
                .isInstanceOf(NotPossible.class)
                .hasMessageContaining("report.error.changed-meanwhile");
        assertThatThrownBy(() -> world.does(world.coordinator, () -> world.reports.check(file, id, 1)))
                .hasMessageContaining("report.error.changed-meanwhile");
        then(opened(file, id, world.coordinator).version()).isEqualTo(2);
    }

    @Test
    void a_second_report_on_the_same_person_is_not_begun_but_the_first_is_corrected() {
        // given
        emptied();
        var file = caseOf("Kwelina", "Zangman", "2990000108");
        var typed = whole(file, world.coordinator);
        var id = checked(file, world.coordinator, ReportBasis.ANONYMOUS, typed);
        world.does(world.coordinator, () -> world.reports.send(file, id, 1));
        round(new Hands());
        var reference = world.as(world.registrar, () -> world.inbox.confirm(id, ReportTask.REGISTRATION));
        // when, then
        assertThatThrownBy(() -> world.as(
                        world.coordinator,
                        () -> world.reports.compose(file, ReportTask.REGISTRATION, ReportBasis.ANONYMOUS, typed)))
                .hasMessageContaining("report.error.under-way");
        assertThatThrownBy(() -> world.does(world.coordinator, () -> world.reports.send(file, id, 1)))
                .hasMessageContaining("report.error.sent-already");
        // a correction has the same numbers
        typed.put("sector", "HOSPITALITY");
        world.does(world.coordinator, () -> world.reports.change(file, id, 1, ReportBasis.ANONYMOUS, typed));
        then(world.as(world.registrar, () -> world.inbox.open(id, ReportTask.REGISTRATION))
                        .values())
                .containsEntry("sector", "BEAUTY");
        world.does(world.coordinator, () -> world.reports.check(file, id, 2));
        world.does(world.coordinator, () -> world.reports.send(file, id, 2));
        var hands = new Hands();
        round(hands);
        then(letter(hands.envelopes.get(0)).getString("kind")).isEqualTo("CORRECTION");
        then(letter(hands.envelopes.get(0)).getString("report")).isEqualTo(id.toString());
        then(world.as(world.registrar, () -> world.inbox.open(id, ReportTask.REGISTRATION))
                        .values())
                .containsEntry("sector", "HOSPITALITY");
        then(world.as(world.registrar, () -> world.inbox.confirm(id, ReportTask.REGISTRATION)))
                .isEqualTo(reference);
        var view = opened(file, id, world.coordinator);
        then(view.card().state()).isEqualTo(ReportState.CORRECTED);
        then(view.messages().get(0).said()).containsEntry("sector", "BEAUTY");
        then(view.messages().get(1).said()).containsEntry("sector", "HOSPITALITY");
    }

    @Test
    void what_is_taken_back_is_closed_for_the_receiver_and_followed_by_a_message_without_content() {
        // given
        emptied();
        var file = caseOf("Kwelina", "Zangman", "2990000109");
        var typed = whole(file, world.coordinator);
        typed.put("groundText", "Een andere grond, hier uitgeschreven.");
        var id = checked(file, world.coordinator, ReportBasis.OTHER_GROUND, typed);
        world.does(world.coordinator, () -> world.reports.send(file, id, 1));
        round(new Hands());
        world.as(world.registrar, () -> world.inbox.confirm(id, ReportTask.REGISTRATION));
        // when
        world.does(
                world.coordinator,
                () -> world.reports.withdraw(file, id, 1, "De gegevens bleken van iemand anders te zijn."));
        var hands = new Hands();
        round(hands);
        // then
        var letter = letter(hands.envelopes.get(0));
        then(letter.getString("kind")).isEqualTo("WITHDRAWAL");
        then(letter.getJsonObject("fields")).isEmpty();
        then(letter.getJsonArray("pseudonyms")).isEmpty();
        then(world.as(world.registrar, () -> world.inbox.open(id, ReportTask.REGISTRATION))
                        .values())
                .isEmpty();
        then(world.ask("select count(*) from report_key where report_id = '" + id + "'"))
                .isEqualTo("1");
        world.as(world.registrar, () -> world.inbox.confirm(id, ReportTask.REGISTRATION));
    }

    @Test
    void two_agencies_report_one_person_and_the_receiver_sees_the_overlap_and_nobody_else_does() {
        // given
        emptied();
        var first = caseOf("Kwelina", "Zangman", "2990000110");
        var typed = whole(first, world.coordinator);
        typed.put("groundText", "Een andere grond, hier uitgeschreven.");
        var one = checked(first, world.coordinator, ReportBasis.OTHER_GROUND, typed);
        var second = openedCase(world.carer, Purpose.SUPPORT);
        recorded(
                second, world.carer, DataCategory.IDENTITY, Purpose.SUPPORT, identity("Linh", "Ander", "299.000.0110"));
        recorded(second, world.carer, DataCategory.SIGNAL, Purpose.SUPPORT, Map.of("exploitation", "LABOUR"));
        var theirs = whole(second, world.carer);
        theirs.put("groundText", "Een andere grond, hier uitgeschreven.");
        var other = checked(second, world.carer, ReportBasis.OTHER_GROUND, theirs);
        // when
        world.does(world.coordinator, () -> world.reports.send(first, one, 1));
        world.does(world.carer, () -> world.reports.send(second, other, 1));
        var hands = new Hands();
        round(hands);
        // then: care may not name people in a report, and the overlap shows all the same
        var inbox = world.as(world.registrar, () -> world.inbox.received(ReportTask.REGISTRATION));
        var mine = inbox.stream()
                .filter(report -> report.id().equals(one))
                .findFirst()
                .orElseThrow();
        then(mine.overlaps()).extracting(ReceivedReport.OverlapView::report).containsExactly(other);
        then(mine.overlaps().get(0).sure()).isTrue();
        then(mine.victim())
                .isNotEqualTo(inbox.stream()
                        .filter(report -> report.id().equals(other))
                        .findFirst()
                        .orElseThrow()
                        .victim());
        then(world.as(world.registrar, () -> world.inbox.open(other, ReportTask.REGISTRATION))
                        .values())
                .doesNotContainKeys("givenNames", "vNumber");
        then(hands.envelopes).hasSize(2);
    }

    @Test
    void the_police_report_on_their_duty_with_a_decision_on_record_and_without_a_name() {
        // given
        emptied();
        var file = openedCase(world.detective, Purpose.INVESTIGATION);
        recorded(
                file,
                world.detective,
                DataCategory.SIGNAL,
                Purpose.SIGNAL_ASSESSMENT,
                Map.of("exploitation", "CRIMINAL", "means", "THREAT"));
        var typed = whole(file, world.detective);
        var id = checked(file, world.detective, ReportBasis.POLICE_DUTY, typed);
        // when, then
        var refusal = catchThrowableOfType(
                () -> world.does(world.detective, () -> world.reports.send(file, id, 1)), NotPossible.class);
        then(refusal.messageKey()).isEqualTo("report.error.no-provision");
        world.as(
                world.detective,
                () -> world.provisions.decide(
                        file,
                        new ProvisionDecision(
                                ProvisionArticle.WPG_18,
                                "Bpg 4:2",
                                WeightyInterest.HELP,
                                world.registrar.agency(),
                                Purpose.REGISTRATION,
                                false,
                                world.clock.instant().plus(Duration.ofDays(30))),
                        Purpose.REGISTRATION));
        world.does(world.detective, () -> world.reports.send(file, id, 1));
        round(new Hands());
        then(world.as(world.registrar, () -> world.inbox.open(id, ReportTask.REGISTRATION))
                        .values())
                .containsEntry("exploitation", "CRIMINAL");
        assertThatThrownBy(() -> world.as(
                        world.detective,
                        () -> world.reports.compose(file, ReportTask.REGISTRATION, ReportBasis.ANONYMOUS, typed)))
                .hasMessageContaining("report.error.basis-not-for-you");
        then(world.as(world.detective, () -> world.reports.tasks(file))).containsExactly(ReportTask.REGISTRATION);
    }

    @Test
    void a_placement_is_a_task_of_its_own_and_always_needs_consent() {
        // given
        emptied();
        var file = caseOf("Kwelina", "Zangman", "2990000111");
        recorded(
                file,
                world.coordinator,
                DataCategory.RISK,
                Purpose.SUPPORT,
                Map.of("level", "HIGH", "threats", "De oud-werkgever belt haar familie."));
        var start = world.as(world.coordinator, () -> world.reports.begin(file, ReportTask.PLACEMENT));
        var typed = new HashMap<>(start.filled());
        typed.put("region", "MIDDEN_NEDERLAND");
        typed.put("interpreter", "YES");
        typed.put("shelterWish", "SAFE_SHELTER");
        then(start.grounds().possible()).containsExactly(ReportBasis.CONSENT);
        assertThatThrownBy(() -> world.as(
                        world.coordinator,
                        () -> world.reports.compose(file, ReportTask.PLACEMENT, ReportBasis.OTHER_GROUND, typed)))
                .hasMessageContaining("report.error.basis-not-for-you");
        consented(file, Purpose.PLACEMENT, DataCategory.IDENTITY, GivenBy.SELF);
        var id = world.as(
                world.coordinator, () -> world.reports.compose(file, ReportTask.PLACEMENT, ReportBasis.CONSENT, typed));
        world.does(world.coordinator, () -> world.reports.check(file, id, 1));
        // when, then: safety leaves with a consent of its own
        assertThatThrownBy(() -> world.does(world.coordinator, () -> world.reports.send(file, id, 1)))
                .hasMessageContaining("report.error.no-consent.RISK");
        then(disclosures(file)).isEmpty();
        consented(file, Purpose.PLACEMENT, DataCategory.RISK, GivenBy.SELF);
        world.does(world.coordinator, () -> world.reports.send(file, id, 1));
        round(new Hands());
        then(world.as(world.registrar, () -> world.inbox.open(id, ReportTask.PLACEMENT))
                        .values())
                .containsEntry("level", "HIGH")
                .containsEntry("shelterWish", "SAFE_SHELTER");
        then(disclosures(file)).isEqualTo("IDENTITY");
        // a registration goes its own way, on a ground of its own
        var registration = checked(file, world.coordinator, ReportBasis.ANONYMOUS, whole(file, world.coordinator));
        then(opened(file, registration, world.coordinator).victim())
                .isNotEqualTo(opened(file, id, world.coordinator).victim());
    }

    @Test
    void the_receiver_stops_reading_when_the_consent_is_withdrawn_and_the_reporter_is_told_to_take_it_back() {
        // given
        emptied();
        var file = caseOf("Kwelina", "Zangman", "2990000112");
        var consent = consented(file, Purpose.REGISTRATION, DataCategory.SIGNAL, GivenBy.SELF);
        var id = checked(file, world.coordinator, ReportBasis.CONSENT, whole(file, world.coordinator));
        world.does(world.coordinator, () -> world.reports.send(file, id, 1));
        round(new Hands());
        world.as(world.registrar, () -> world.inbox.open(id, ReportTask.REGISTRATION));
        // when
        world.does(world.coordinator, () -> world.consents.withdraw(file, consent, Purpose.SUPPORT));
        // then
        var refusal = catchThrowableOfType(
                () -> world.as(world.registrar, () -> world.inbox.open(id, ReportTask.REGISTRATION)),
                AccessDenied.class);
        then(refusal.told()).isEqualTo(Reason.CONSENT_WITHDRAWN);
        then(world.as(world.coordinator, () -> world.reports.waiting(Purpose.SUPPORT)))
                .filteredOn(card -> card.id().equals(id))
                .extracting(ReportCard::waiting)
                .containsExactly(Optional.of(ReportCard.Waiting.GROUND_GONE));
        world.does(
                world.coordinator,
                () -> world.reports.withdraw(file, id, 1, "De toestemming is ingetrokken door haar."));
        then(round(new Hands())).isEqualTo(1);
    }

    @Test
    void whoever_dies_between_carrying_and_writing_down_leaves_one_message_and_one_victim() {
        // given
        emptied();
        var file = caseOf("Kwelina", "Zangman", "2990000113");
        var id = checked(file, world.coordinator, ReportBasis.ANONYMOUS, whole(file, world.coordinator));
        world.does(world.coordinator, () -> world.reports.send(file, id, 1));
        var receiver = new HashMap<UUID, String>();
        var message = world.as(world.coordinator, () -> world.outbox.due()).get(0);
        var taken =
                world.as(world.coordinator, () -> world.outbox.take(message)).orElseThrow();
        receiver.putIfAbsent(taken.message(), "CM-" + receiver.size());
        // when: nothing was settled; nobody else may take it at once, and somebody does later
        then(world.as(world.coordinator, () -> world.outbox.take(message))).isEmpty();
        world.clock.turn(Duration.ofMinutes(1));
        var again =
                world.as(world.coordinator, () -> world.outbox.take(message)).orElseThrow();
        var fresh = receiver.putIfAbsent(again.message(), "CM-" + receiver.size());
        world.does(world.coordinator, () -> world.outbox.settle(message, new Receipt("CM-ONE-0")));
        // then
        then(fresh).isNotNull();
        then(receiver).hasSize(1);
        then(again.envelope()).isEqualTo(taken.envelope());
        then(opened(file, id, world.coordinator).card().reference()).contains("CM-ONE-0");
        // a late answer of the one who died, and another reference, change nothing
        world.does(world.coordinator, () -> world.outbox.settle(message, new NotNow("timeout")));
        world.does(world.coordinator, () -> world.outbox.settle(message, new Receipt("CM-OTHER")));
        world.does(world.coordinator, () -> world.outbox.settle(message, new HandedOver()));
        world.does(world.coordinator, () -> world.outbox.settle(message, new Refusal("http-422")));
        var view = opened(file, id, world.coordinator);
        then(view.card().state()).isEqualTo(ReportState.RECEIVED);
        then(view.card().reference()).contains("CM-ONE-0");
        then(view.messages().get(0).delivery()).isEqualTo(Delivery.CONFIRMED);
    }

    @Test
    void what_does_not_arrive_is_tried_again_after_a_longer_wait_each_time_and_in_order() {
        // given
        emptied();
        var file = caseOf("Kwelina", "Zangman", "2990000114");
        var typed = whole(file, world.coordinator);
        typed.put("groundText", "Een andere grond, hier uitgeschreven.");
        var id = checked(file, world.coordinator, ReportBasis.OTHER_GROUND, typed);
        world.does(world.coordinator, () -> world.reports.send(file, id, 1));
        world.does(world.coordinator, () -> world.reports.withdraw(file, id, 1, "Het bleek om iemand anders te gaan."));
        var hands = new Hands();
        hands.next = new NotNow("unreachable");
        // when, then: the second message waits for the first
        then(round(hands)).isEqualTo(1);
        then(round(hands)).isZero();
        world.clock.turn(Duration.ofSeconds(31));
        then(round(hands)).isEqualTo(1);
        world.clock.turn(Duration.ofSeconds(31));
        then(round(hands)).isZero();
        world.clock.turn(Duration.ofSeconds(30));
        hands.next = new HandedOver();
        then(round(hands)).isEqualTo(1);
        then(round(hands)).isEqualTo(1);
        then(hands.carried.subList(0, 3)).containsOnly(hands.carried.get(0));
        then(letter(hands.envelopes.get(3)).getString("kind")).isEqualTo("WITHDRAWAL");
    }

    @Test
    void a_report_that_is_refused_comes_back_as_a_concept_under_the_same_number() {
        // given
        emptied();
        var file = caseOf("Kwelina", "Zangman", "2990000115");
        var typed = whole(file, world.coordinator);
        var id = checked(file, world.coordinator, ReportBasis.ANONYMOUS, typed);
        world.does(world.coordinator, () -> world.reports.send(file, id, 1));
        var hands = new Hands();
        hands.next = new Refusal("http-422");
        round(hands);
        // when
        var back = opened(file, id, world.coordinator);
        // then
        then(back.card().state()).isEqualTo(ReportState.CONCEPT);
        then(back.card().waiting()).contains(ReportCard.Waiting.REFUSED);
        then(back.card().problem()).contains("http-422");
        typed.put("sector", "CLEANING");
        world.does(world.coordinator, () -> world.reports.change(file, id, 1, ReportBasis.ANONYMOUS, typed));
        world.does(world.coordinator, () -> world.reports.check(file, id, 2));
        world.does(world.coordinator, () -> world.reports.send(file, id, 2));
        hands.next = new HandedOver();
        round(hands);
        var first = letter(hands.envelopes.get(0));
        var second = letter(hands.envelopes.get(1));
        then(second.getString("kind")).isEqualTo("REPORT");
        then(second.getString("victim")).isEqualTo(first.getString("victim"));
        then(second.getString("report")).isEqualTo(first.getString("report"));
    }

    @Test
    void work_waits_for_the_reporter_when_a_concept_is_old_or_a_receipt_is_late() {
        // given
        emptied();
        var file = caseOf("Kwelina", "Zangman", "2990000116");
        var id = checked(file, world.coordinator, ReportBasis.ANONYMOUS, whole(file, world.coordinator));
        then(waits(id)).isEmpty();
        // when, then
        world.clock.turn(Duration.ofDays(8));
        then(waits(id)).containsExactly(Optional.of(ReportCard.Waiting.OLD_CONCEPT));
        world.does(world.coordinator, () -> world.reports.send(file, id, 1));
        round(new Hands());
        then(waits(id)).isEmpty();
        world.clock.turn(Duration.ofDays(4));
        then(waits(id)).containsExactly(Optional.of(ReportCard.Waiting.UNCONFIRMED));
        world.as(world.registrar, () -> world.inbox.confirm(id, ReportTask.REGISTRATION));
        then(waits(id)).isEmpty();
    }

    private static List<Optional<ReportCard.Waiting>> waits(UUID id) {
        return world.as(world.coordinator, () -> world.reports.waiting(Purpose.SUPPORT)).stream()
                .filter(card -> card.id().equals(id))
                .map(ReportCard::waiting)
                .toList();
    }

    @Test
    void a_row_that_was_changed_in_the_database_counts_as_absent_and_is_found_by_a_check() {
        // given
        emptied();
        var file = caseOf("Kwelina", "Zangman", "2990000117");
        var id = checked(file, world.coordinator, ReportBasis.ANONYMOUS, whole(file, world.coordinator));
        world.seal();
        then(world.as(world.coordinator, () -> world.inspection.inspect(world.coordinator.agency()))
                        .findings())
                .isEmpty();
        // when: somebody with the database makes another agency its receiver
        world.sql("update report set receiver = '" + world.carer.agency().value() + "' where id = '" + id + "'");
        // then
        assertThatThrownBy(() -> opened(file, id, world.coordinator)).isInstanceOf(AccessDenied.class);
        then(world.as(world.coordinator, () -> world.inspection.inspect(world.coordinator.agency()))
                        .findings())
                .extracting(finding -> finding.kind().name())
                .containsExactly("REPORT_FORGED");
        world.sql("update report set receiver = '" + world.registrar.agency().value() + "' where id = '" + id + "'");
    }

    @Test
    void a_message_in_the_folder_is_there_once_and_opens_for_the_receiver_alone(@TempDir Path folder) throws Exception {
        // given
        emptied();
        var file = caseOf("Kwelina", "Zangman", "2990000118");
        var id = checked(file, world.coordinator, ReportBasis.ANONYMOUS, whole(file, world.coordinator));
        world.does(world.coordinator, () -> world.reports.send(file, id, 1));
        var transport = new FolderTransport(folder.resolve("outbox"));
        // when
        var due = world.as(world.coordinator, () -> world.outbox.due());
        round(transport);
        // then
        var written = folder.resolve("outbox").resolve(due.get(0) + ".report.json");
        then(transport.carry(due.get(0), Files.readAllBytes(written))).isEqualTo(new HandedOver());
        try (var files = Files.list(folder.resolve("outbox"))) {
            then(files).containsExactly(written);
        }
        then(letter(Files.readAllBytes(written)).getString("report")).isEqualTo(id.toString());
        then(PosixFilePermissions.toString(Files.getPosixFilePermissions(written)))
                .isEqualTo("rw-------");
        then(PosixFilePermissions.toString(Files.getPosixFilePermissions(written.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void a_part_without_consent_is_refused_on_record_and_no_line_says_that_the_rest_was_disclosed() {
        // given
        emptied();
        var file = caseOf("Kwelina", "Zangman", "2990000120");
        consented(file, Purpose.REGISTRATION, DataCategory.SIGNAL, GivenBy.SELF);
        var name = consented(file, Purpose.REGISTRATION, DataCategory.IDENTITY, GivenBy.SELF);
        var id = checked(file, world.coordinator, ReportBasis.CONSENT, whole(file, world.coordinator));
        world.does(world.coordinator, () -> world.consents.withdraw(file, name, Purpose.SUPPORT));
        // when
        assertThatThrownBy(() -> world.does(world.coordinator, () -> world.reports.send(file, id, 1)))
                .isInstanceOf(AccessDenied.class);
        // then
        then(disclosures(file)).isEmpty();
        then(lines(world.coordinator, "action = 'REPORT' and case_id = '" + file.value() + "'"))
                .isEqualTo("1");
        then(opened(file, id, world.coordinator).card().state()).isEqualTo(ReportState.CHECKED);
    }

    @Test
    void what_cannot_be_sent_as_it_stands_is_told_before_the_gate_is_asked() {
        // given
        emptied();
        var file = caseOf("Kwelina", "Zangman", "2990000121");
        var typed = whole(file, world.coordinator);
        var id = world.as(
                world.coordinator,
                () -> world.reports.compose(file, ReportTask.REGISTRATION, ReportBasis.ANONYMOUS, typed));
        // when, then
        assertThatThrownBy(() -> world.does(world.coordinator, () -> world.reports.send(file, id, 1)))
                .hasMessageContaining("report.error.not-now.CONCEPT");
        then(disclosures(file)).isEmpty();
    }

    @Test
    void who_tries_a_number_that_is_not_theirs_learns_nothing_and_is_on_record() {
        // given
        emptied();
        var file = caseOf("Kwelina", "Zangman", "2990000122");
        var id = checked(file, world.coordinator, ReportBasis.ANONYMOUS, whole(file, world.coordinator));
        var own = openedCase(world.otherCoordinator, Purpose.SUPPORT);
        var before = Integer.parseInt(lines(world.otherCoordinator, "outcome = 'REFUSED'"));
        // when
        var there = catchThrowableOfType(() -> opened(own, id, world.otherCoordinator), AccessDenied.class);
        var nowhere =
                catchThrowableOfType(() -> opened(own, UUID.randomUUID(), world.otherCoordinator), AccessDenied.class);
        var sending = catchThrowableOfType(
                () -> world.does(world.otherCoordinator, () -> world.reports.send(own, id, 1)), AccessDenied.class);
        // then
        then(there.told()).isEqualTo(nowhere.told()).isEqualTo(sending.told()).isEqualTo(Reason.NOTHING_HERE);
        then(lines(world.otherCoordinator, "outcome = 'REFUSED'")).isEqualTo(Integer.toString(before + 3));
    }

    @Test
    void a_victim_number_that_speaks_of_the_person_never_goes_with_an_anonymous_report() {
        // given: a placement that names her, and a registration that was begun with her consent
        emptied();
        var file = caseOf("Kwelina", "Zangman", "2990000123");
        consented(file, Purpose.PLACEMENT, DataCategory.IDENTITY, GivenBy.SELF);
        var start = world.as(world.coordinator, () -> world.reports.begin(file, ReportTask.PLACEMENT));
        var asked = new HashMap<>(start.filled());
        asked.putAll(Map.of("region", "MIDDEN_NEDERLAND", "interpreter", "YES", "shelterWish", "SAFE_SHELTER"));
        var placement = world.as(
                world.coordinator, () -> world.reports.compose(file, ReportTask.PLACEMENT, ReportBasis.CONSENT, asked));
        var typed = whole(file, world.coordinator);
        var id = world.as(
                world.coordinator,
                () -> world.reports.compose(file, ReportTask.REGISTRATION, ReportBasis.CONSENT, typed));
        var person = opened(file, placement, world.coordinator).victim();
        then(opened(file, id, world.coordinator).victim()).isEqualTo(person);
        // when
        world.does(world.coordinator, () -> world.reports.change(file, id, 1, ReportBasis.ANONYMOUS, typed));
        // then
        then(opened(file, id, world.coordinator).victim()).isNotEqualTo(person);
        // and who reports by name after all speaks of one person, not of two
        world.does(world.coordinator, () -> world.reports.change(file, id, 2, ReportBasis.CONSENT, typed));
        then(opened(file, id, world.coordinator).victim()).isEqualTo(person);
    }

    @Test
    void the_receiver_goes_on_reading_what_arrived_while_a_correction_is_under_way_or_was_refused() {
        // given
        emptied();
        var file = caseOf("Kwelina", "Zangman", "2990000124");
        var typed = whole(file, world.coordinator);
        var id = checked(file, world.coordinator, ReportBasis.ANONYMOUS, typed);
        world.does(world.coordinator, () -> world.reports.send(file, id, 1));
        round(new Hands());
        world.as(world.registrar, () -> world.inbox.confirm(id, ReportTask.REGISTRATION));
        typed.put("sector", "HOSPITALITY");
        world.does(world.coordinator, () -> world.reports.change(file, id, 1, ReportBasis.ANONYMOUS, typed));
        world.does(world.coordinator, () -> world.reports.check(file, id, 2));
        // when
        world.does(world.coordinator, () -> world.reports.send(file, id, 2));
        // then
        then(readSector(id)).isEqualTo("BEAUTY");
        var hands = new Hands();
        hands.next = new Refusal("http-422");
        round(hands);
        then(readSector(id)).isEqualTo("BEAUTY");
        then(waits(id)).containsExactly(Optional.of(ReportCard.Waiting.REFUSED));
    }

    private static String readSector(UUID id) {
        return world.as(world.registrar, () -> world.inbox.open(id, ReportTask.REGISTRATION))
                .values()
                .get("sector");
    }

    @Test
    void a_message_that_never_left_when_the_consent_is_withdrawn_stays_here_and_is_a_concept_again() {
        // given
        emptied();
        var file = caseOf("Kwelina", "Zangman", "2990000125");
        consented(file, Purpose.REGISTRATION, DataCategory.SIGNAL, GivenBy.SELF);
        var name = consented(file, Purpose.REGISTRATION, DataCategory.IDENTITY, GivenBy.SELF);
        var typed = whole(file, world.coordinator);
        var id = checked(file, world.coordinator, ReportBasis.CONSENT, typed);
        world.does(world.coordinator, () -> world.reports.send(file, id, 1));
        // when: only the consent to the name is withdrawn
        world.does(world.coordinator, () -> world.consents.withdraw(file, name, Purpose.SUPPORT));
        // then
        then(round(new Hands())).isZero();
        var view = opened(file, id, world.coordinator);
        then(view.card().state()).isEqualTo(ReportState.CONCEPT);
        then(view.card().waiting()).contains(ReportCard.Waiting.STOPPED);
        then(view.messages().get(0).delivery()).isEqualTo(Delivery.STOPPED);
        // nothing left, so that it may still become anonymous
        world.does(world.coordinator, () -> world.reports.change(file, id, 1, ReportBasis.ANONYMOUS, typed));
        world.does(world.coordinator, () -> world.reports.check(file, id, 2));
        world.does(world.coordinator, () -> world.reports.send(file, id, 2));
        var hands = new Hands();
        then(round(hands)).isEqualTo(1);
        then(letter(hands.envelopes.get(0)).getString("basis")).isEqualTo("ANONYMOUS");
    }

    @Test
    void a_message_that_may_have_left_when_the_consent_is_withdrawn_is_not_tried_again_and_is_taken_back() {
        // given
        emptied();
        var file = caseOf("Kwelina", "Zangman", "2990000126");
        var consent = consented(file, Purpose.REGISTRATION, DataCategory.SIGNAL, GivenBy.SELF);
        var id = checked(file, world.coordinator, ReportBasis.CONSENT, whole(file, world.coordinator));
        world.does(world.coordinator, () -> world.reports.send(file, id, 1));
        var hands = new Hands();
        hands.next = new NotNow("timeout");
        then(round(hands)).isEqualTo(1);
        // when
        world.does(world.coordinator, () -> world.consents.withdraw(file, consent, Purpose.SUPPORT));
        world.clock.turn(Duration.ofMinutes(1));
        // then
        then(round(hands)).isZero();
        then(opened(file, id, world.coordinator).card().state()).isEqualTo(ReportState.SENT);
        then(waits(id)).containsExactly(Optional.of(ReportCard.Waiting.GROUND_GONE));
        world.does(
                world.coordinator,
                () -> world.reports.withdraw(file, id, 1, "De toestemming is ingetrokken door haar."));
        hands.next = new HandedOver();
        then(round(hands)).isEqualTo(1);
        then(letter(hands.envelopes.get(1)).getString("kind")).isEqualTo("WITHDRAWAL");
    }

    @Test
    void a_withdrawal_that_is_refused_waits_for_the_reporter_and_is_sent_again() {
        // given
        emptied();
        var file = caseOf("Kwelina", "Zangman", "2990000127");
        var id = checked(file, world.coordinator, ReportBasis.ANONYMOUS, whole(file, world.coordinator));
        world.does(world.coordinator, () -> world.reports.send(file, id, 1));
        round(new Hands());
        world.does(world.coordinator, () -> world.reports.withdraw(file, id, 1, "Het bleek om iemand anders te gaan."));
        var hands = new Hands();
        hands.next = new Refusal("http-400");
        round(hands);
        then(waits(id)).containsExactly(Optional.of(ReportCard.Waiting.WITHDRAWAL_REFUSED));
        // when
        world.does(world.coordinator, () -> world.reports.withdrawAgain(file, id));
        hands.next = new HandedOver();
        round(hands);
        // then
        then(letter(hands.envelopes.get(1)).getString("kind")).isEqualTo("WITHDRAWAL");
        then(letter(hands.envelopes.get(1)).getInt("number")).isEqualTo(3);
        then(waits(id)).isEmpty();
        assertThatThrownBy(() -> world.does(world.coordinator, () -> world.reports.withdrawAgain(file, id)))
                .hasMessageContaining("report.error.not-now.WITHDRAWN");
    }

    @Test
    void sending_reads_no_more_of_the_case_than_who_it_is_about() {
        // given
        emptied();
        var file = caseOf("Kwelina", "Zangman", "2990000128");
        consented(file, Purpose.REGISTRATION, DataCategory.SIGNAL, GivenBy.SELF);
        var id = checked(file, world.coordinator, ReportBasis.CONSENT, whole(file, world.coordinator));
        var where = "action = 'VIEW_SECTION' and case_id = '" + file.value() + "'";
        var before = Integer.parseInt(lines(world.coordinator, where));
        // when
        world.does(world.coordinator, () -> world.reports.send(file, id, 1));
        // then
        then(lines(world.coordinator, where)).isEqualTo(Integer.toString(before + 1));
    }

    @Test
    void a_participant_who_left_the_case_cannot_report_from_it() {
        // given
        var file = caseOf("Kwelina", "Zangman", PHONE_LIKE_NUMBER);
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
                                world.clock.instant().plus(Duration.ofDays(10))),
                        Purpose.SUPPORT));
        then(world.as(world.carer, () -> world.reports.tasks(file))).containsExactly(ReportTask.REGISTRATION);
        // when
        world.clock.turn(Duration.ofDays(11));
        // then
        then(world.as(world.carer, () -> world.reports.tasks(file))).isEmpty();
        assertThatThrownBy(() -> world.as(world.carer, () -> world.reports.begin(file, ReportTask.REGISTRATION)))
                .isInstanceOf(AccessDenied.class);
    }
}
