package nl.samenzicht.domain.breach;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import jakarta.json.Json;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.samenzicht.domain.casefile.Cooperation;
import nl.samenzicht.domain.casefile.ItemKind;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.casefile.OpenCase;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.world.CaseworkWorld;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.AgencyCard;
import nl.samenzicht.security.directory.AssuranceLevel;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.security.directory.SessionId;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Framework;
import nl.samenzicht.security.policy.Purpose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A colleague looked where they should not; the officer records it, counts whom it touches, notifies and closes. */
class BreachStoryTest {
    private static final String WHY = "Besproken met de FG en vastgelegd";

    private CaseworkWorld world;
    private ActingProfessional officer;
    private CaseFileId first;
    private CaseFileId second;
    private Instant aware;

    @BeforeEach
    void two_cases_that_were_looked_into() {
        world = new CaseworkWorld();
        officer = world.officer;
        first = opened("Logeert bij een vriendin");
        second = opened("Woont bij haar ouders");
        look(world.coordinator, first);
        look(world.coordinator, first);
        look(world.coordinator, second);
        world.seal();
        aware = world.clock.instant();
    }

    private CaseFileId opened(String living) {
        var file = world.as(
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
                        file, DataCategory.SITUATION, ItemKind.FIELDS, Map.of("living", living), Purpose.SUPPORT));
        return file;
    }

    private void look(ActingProfessional who, CaseFileId file) {
        world.as(who, () -> world.caseFiles.open(file, DataCategory.SITUATION, Purpose.SUPPORT));
    }

    private ActingProfessional colleague(ActingProfessional like, Function function) {
        return new ActingProfessional(
                world.directory.hire(like.agency(), "Wouter Toezicht", function),
                like.agency(),
                like.agencyType(),
                function,
                AssuranceLevel.TWO_FACTOR,
                new SessionId(UUID.randomUUID()));
    }

    private String number(CaseFileId file) {
        return world.ask("select number from case_file where id = '%s'".formatted(file.value()));
    }

    private Account account() {
        return new Account(
                Set.of(Nature.CONFIDENTIALITY),
                aware,
                Optional.empty(),
                Set.of(DataCategory.SITUATION),
                Optional.of(new Quantity(1, 5)),
                Optional.empty(),
                "Een collega keek uit nieuwsgierigheid in dossiers",
                "",
                "",
                "");
    }

    private Account complete() {
        var known = account();
        return new Account(
                known.natures(),
                known.from(),
                known.until(),
                known.categories(),
                Optional.of(Quantity.exactly(2)),
                Optional.of(Quantity.exactly(2)),
                known.what(),
                "Een bekende kan weten waar iemand verblijft",
                "De inzage is ingetrokken en het gesprek gevoerd",
                "Bel de FG op het algemene nummer");
    }

    private String recorded() {
        return world.as(officer, () -> world.breaches.record(aware, account()));
    }

    private BreachPage page(ActingProfessional who, String number) {
        return world.as(who, () -> world.breaches.breach(number));
    }

    private void does(String number, BreachDoing doing) {
        var seen = page(officer, number).seen();
        world.as(officer, () -> world.breaches.act(number, seen, doing));
    }

    private Affected count(String number, AffectedQuestion asked) {
        var seen = page(officer, number).seen();
        return world.as(officer, () -> world.breaches.count(number, seen, asked));
    }

    private AffectedQuestion looksOf(ActingProfessional who) {
        return new AffectedQuestion(
                Optional.of(who.professional()), Optional.empty(), Optional.empty(), Optional.empty(), Set.of());
    }

    @Test
    void a_breach_goes_from_its_record_to_its_end_and_each_step_stays() {
        // given
        var number = recorded();
        then(page(officer, number).card().course().due()).isEqualTo(aware.plus(Duration.ofHours(72)));
        does(number, BreachDoing.assess(Risk.HIGH, aware, WHY));
        // when
        does(number, BreachDoing.notified(BreachStep.NOTIFY, false, Optional.empty(), aware, WHY));
        var seen = page(officer, number).seen();
        world.as(officer, () -> world.breaches.rewrite(number, seen, complete()));
        does(number, BreachDoing.notified(BreachStep.SUPPLEMENT, true, Optional.empty(), aware, WHY));
        does(number, BreachDoing.of(BreachStep.INFORM, aware, WHY));
        does(number, BreachDoing.of(BreachStep.CLOSE, aware, WHY));
        // then
        var page = page(officer, number);
        then(page.card().course().state()).isEqualTo(BreachState.CLOSED);
        then(page.acts())
                .extracting(act -> act.doing().step())
                .containsExactly(
                        BreachStep.ASSESS,
                        BreachStep.NOTIFY,
                        BreachStep.SUPPLEMENT,
                        BreachStep.INFORM,
                        BreachStep.CLOSE);
        then(page.versions())
                .extracting(version -> version.account().persons())
                .containsExactly(Optional.of(new Quantity(1, 5)), Optional.of(Quantity.exactly(2)));
        then(world.as(officer, () -> world.breaches.list()).closed()).hasSize(1);
        thenThrownBy(() -> does(number, BreachDoing.assess(Risk.NONE, aware, WHY)))
                .hasMessageContaining("breach.error.closed");
    }

    @Test
    void a_notification_in_full_needs_all_that_the_law_asks() {
        var number = recorded();
        does(number, BreachDoing.assess(Risk.RISK, aware, WHY));
        thenThrownBy(() -> does(number, BreachDoing.notified(BreachStep.NOTIFY, true, Optional.empty(), aware, WHY)))
                .hasMessageContaining("breach.error.incomplete");
    }

    @Test
    void after_seventy_two_hours_a_notification_needs_the_reason_for_the_delay() {
        // given
        var number = recorded();
        does(number, BreachDoing.assess(Risk.RISK, aware, WHY));
        world.clock.turn(Duration.ofHours(73));
        var late = world.clock.instant();
        // then
        thenThrownBy(() -> does(number, BreachDoing.notified(BreachStep.NOTIFY, false, Optional.empty(), late, WHY)))
                .hasMessageContaining("breach.error.delay");
        // when
        does(number, BreachDoing.notified(BreachStep.NOTIFY, false, Optional.of("Pas laat begrepen"), late, WHY));
        // then
        then(world.as(officer, () -> world.breaches.document(number)).delay()).contains("Pas laat begrepen");
    }

    @Test
    void whom_it_touches_is_counted_from_the_log_and_stays_as_it_was_counted() {
        // given
        var number = recorded();
        // when
        var found = count(number, looksOf(world.coordinator));
        // then
        then(found.persons()).isEqualTo(2);
        then(found.records()).isEqualTo(2);
        then(found.caseNumbers()).containsExactlyInAnyOrder(number(first), number(second));
        then(found.categories()).contains(DataCategory.SITUATION);
        then(found.others()).isEmpty();
        // when
        look(world.coordinator, opened("Verblijft bij een oom"));
        world.seal();
        // then
        then(page(officer, number).counts().get(0).found()).isEqualTo(found);
        then(count(number, looksOf(world.coordinator)).persons()).isEqualTo(3);
    }

    @Test
    void what_is_counted_is_limited_by_all_that_was_chosen() {
        var number = recorded();
        var ofOneCase = new AffectedQuestion(
                Optional.of(world.coordinator.professional()),
                Optional.of(number(first)),
                Optional.empty(),
                Optional.empty(),
                Set.of());
        then(count(number, ofOneCase).caseNumbers()).containsExactly(number(first));
        var ofSomebodyElse = looksOf(world.otherCoordinator);
        then(count(number, ofSomebodyElse)).isEqualTo(new Affected(0, 0, 0, List.of(), Set.of(), Set.of()));
        var later = new AffectedQuestion(
                Optional.empty(),
                Optional.empty(),
                Optional.of(world.clock.instant().plus(Duration.ofDays(1))),
                Optional.empty(),
                Set.of());
        then(count(number, later).lines()).isZero();
    }

    @Test
    void a_case_of_others_is_not_there_for_whom_it_does_not_concern() {
        // given
        var theirs = world.as(
                world.carer,
                () -> world.caseFiles.open(
                        new OpenCase(new Cooperation(Framework.ENKEL, "", Optional.empty())), Purpose.SUPPORT));
        var number = recorded();
        // then
        for (var caseNumber : new String[] {number(theirs.id()), "SZ-999999"}) {
            var asked = new AffectedQuestion(
                    Optional.empty(), Optional.of(caseNumber), Optional.empty(), Optional.empty(), Set.of());
            thenThrownBy(() -> count(number, asked)).hasMessageContaining("rights.error.no-case");
        }
    }

    @Test
    void an_agency_that_is_told_has_its_own_record_and_its_own_clock() {
        // given
        var careOfficer = colleague(world.carer, Function.PRIVACY_OFFICER);
        var number = recorded();
        does(number, BreachDoing.assess(Risk.RISK, aware, "Alleen voor ons bedoeld: een collega van de afdeling"));
        count(number, looksOf(world.coordinator));
        world.clock.turn(Duration.ofHours(30));
        // when
        var seen = page(officer, number).seen();
        world.as(
                officer,
                () -> world.breaches.tell(
                        number, seen, world.carer.agency(), "Ook uw gegevens stonden in deze dossiers"));
        // then
        var theirs = world.as(careOfficer, () -> world.breaches.list()).open().get(0);
        then(theirs.number()).isNotEqualTo(number);
        then(theirs.toldBy().map(AgencyCard::id)).contains(officer.agency());
        then(theirs.course().aware()).isEqualTo(aware.plus(Duration.ofHours(30)));
        then(theirs.course().state()).isEqualTo(BreachState.RECORDED);
        var page = page(careOfficer, theirs.number());
        then(page.account().what()).isEqualTo("Ook uw gegevens stonden in deze dossiers");
        then(page.toString()).doesNotContain("Alleen voor ons").doesNotContain(number(first));
        then(page.counts()).isEmpty();
        then(page.versions().get(0).by()).isEqualTo(page.card().toldBy().map(AgencyCard::name));
        then(page(officer, number).told()).hasSize(1);
        thenThrownBy(() -> page(careOfficer, number)).hasMessageContaining("breach.error.gone");
        thenThrownBy(() -> page(officer, theirs.number())).hasMessageContaining("breach.error.gone");
        var again = page(officer, number).seen();
        thenThrownBy(() -> world.as(
                        officer,
                        () -> world.breaches.tell(number, again, world.carer.agency(), "Nogmaals hetzelfde bericht")))
                .hasMessageContaining("breach.error.told");
    }

    @Test
    void who_was_first_is_not_overwritten() {
        var number = recorded();
        int seen = page(officer, number).seen();
        does(number, BreachDoing.assess(Risk.RISK, aware, WHY));
        thenThrownBy(() -> world.as(officer, () -> world.breaches.rewrite(number, seen, complete())))
                .isInstanceOf(NotPossible.class)
                .hasMessageContaining("breach.error.changed");
    }

    @Test
    void the_data_protection_officer_sees_the_register_and_handles_nothing() {
        // given
        var supervisor = colleague(officer, Function.DATA_PROTECTION_OFFICER);
        var number = recorded();
        // then
        var page = page(supervisor, number);
        then(page.mayHandle()).isFalse();
        then(page.next()).isEmpty();
        thenThrownBy(() -> world.as(
                        supervisor,
                        () -> world.breaches.act(number, page.seen(), BreachDoing.assess(Risk.NONE, aware, WHY))))
                .isInstanceOf(AccessDenied.class);
        thenThrownBy(() -> world.as(supervisor, () -> world.breaches.record(aware, account())))
                .isInstanceOf(AccessDenied.class);
        thenThrownBy(() -> world.as(
                        supervisor, () -> world.breaches.count(number, page.seen(), looksOf(world.coordinator))))
                .isInstanceOf(AccessDenied.class);
        thenThrownBy(() -> world.as(
                        supervisor,
                        () -> world.breaches.tell(
                                number, page.seen(), world.carer.agency(), "Wij lichten u hierover in")))
                .isInstanceOf(AccessDenied.class);
    }

    @Test
    void who_works_on_cases_neither_sees_the_register_nor_learns_which_numbers_there_are() {
        var number = recorded();
        for (var asked : new String[] {number, "DL-999999"}) {
            thenThrownBy(() -> page(world.coordinator, asked)).isInstanceOf(AccessDenied.class);
            thenThrownBy(() -> world.as(
                            world.coordinator,
                            () -> world.breaches.act(asked, 1, BreachDoing.assess(Risk.NONE, aware, WHY))))
                    .isInstanceOf(AccessDenied.class);
            thenThrownBy(() -> world.as(world.coordinator, () -> world.breaches.document(asked)))
                    .isInstanceOf(AccessDenied.class);
        }
    }

    @Test
    void a_row_that_was_changed_in_the_database_is_not_believed() {
        // given
        var number = recorded();
        does(number, BreachDoing.assess(Risk.HIGH, aware, WHY));
        // when
        world.sql("update breach_act set risk = 'NONE'");
        // then
        then(page(officer, number).card().course().state()).isEqualTo(BreachState.RECORDED);
        // when
        world.sql("update breach set aware_at = '2027-01-01 00:00:00'");
        // then
        thenThrownBy(() -> page(officer, number)).hasMessageContaining("breach.error.gone");
    }

    @Test
    void no_word_of_a_breach_lies_open_in_the_database() {
        var number = recorded();
        does(number, BreachDoing.assess(Risk.HIGH, aware, WHY));
        count(number, looksOf(world.coordinator));
        then(world.ask("select hex(sealed_words) from breach_version")).doesNotContain(hex("nieuwsgierig"));
        then(world.ask("select hex(sealed_words) from breach_act")).doesNotContain(hex("Besproken"));
        then(world.ask("select hex(sealed_count) from breach_count")).doesNotContain(hex(number(first)));
    }

    private static String hex(String text) {
        return HexFormat.of().withUpperCase().formatHex(text.getBytes(UTF_8));
    }

    @Test
    void the_document_has_the_fields_of_the_law() {
        // given
        var number = recorded();
        does(number, BreachDoing.assess(Risk.HIGH, aware, WHY));
        var seen = page(officer, number).seen();
        world.as(officer, () -> world.breaches.rewrite(number, seen, complete()));
        count(number, looksOf(world.coordinator));
        // when
        var document = world.as(officer, () -> world.breaches.document(number));
        var json = Json.createReader(new ByteArrayInputStream(BreachJson.of(document)))
                .readObject();
        // then
        then(json.getJsonObject("a_nature").getString("what")).contains("nieuwsgierigheid");
        then(json.getJsonObject("a_nature").getJsonObject("persons").getInt("at_most"))
                .isEqualTo(2);
        then(json.getJsonObject("b_contact").getString("contact")).contains("FG");
        then(json.getString("c_consequences")).contains("verblijft");
        then(json.getString("d_measures")).contains("ingetrokken");
        then(json.getJsonObject("counted_from_log").getInt("persons")).isEqualTo(2);
        then(json.toString()).doesNotContain(number(first)).doesNotContain(number(second));
        then(json.getString("due")).isEqualTo(aware.plus(Duration.ofHours(72)).toString());
    }
}
