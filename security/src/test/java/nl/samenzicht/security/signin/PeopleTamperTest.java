package nl.samenzicht.security.signin;

import static nl.samenzicht.security.ledger.FindingKind.ACCOUNT_FORGED;
import static nl.samenzicht.security.ledger.FindingKind.FUNCTION_FORGED;
import static nl.samenzicht.security.ledger.FindingKind.FUNCTION_OLDER;
import static nl.samenzicht.security.ledger.FindingKind.LINK_FORGED;
import static nl.samenzicht.security.ledger.FindingKind.SESSION_FORGED;
import static org.assertj.core.api.BDDAssertions.then;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.AgencyType;
import nl.samenzicht.security.directory.AssuranceLevel;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.security.directory.NotSignedIn;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.directory.SessionId;
import nl.samenzicht.security.ledger.Finding;
import nl.samenzicht.security.ledger.FindingKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each attack is made by somebody with the whole database in hand, on people whom the real services let in. It must buy
 * nothing, and the officer's verification must find and name it.
 */
class PeopleTamperTest {
    private static SignInWorld world;

    private AgencyId municipality;
    private ProfessionalId els;
    private ProfessionalId noor;
    private ProfessionalId bram;
    private SessionId asEls;
    private SessionId asNoor;
    private SessionId asBram;

    @BeforeAll
    static void start() {
        world = new SignInWorld();
    }

    @BeforeEach
    void a_municipality_where_noor_reads_and_bram_does_not() {
        municipality = world.agency(AgencyType.MUNICIPALITY);
        els = world.person(municipality, Function.MANAGER);
        world.person(municipality, Function.MANAGER);
        noor = world.personWithPassword(municipality, Function.CARE_COORDINATOR);
        bram = world.personWithPassword(municipality, Function.POLICY_ADVISER);
        asEls = world.session(els, Function.MANAGER);
        asNoor = world.session(noor, Function.CARE_COORDINATOR);
        asBram = world.session(bram, Function.POLICY_ADVISER);
        then(found()).isEmpty();
    }

    @AfterEach
    void nobody_waits() {
        world.sql("delete from sign_in_throttle");
    }

    private List<Finding> foundAt(AgencyId agency) {
        world.seal();
        return world.in(() -> world.people.inspect(agency)).findings();
    }

    private List<Finding> found() {
        return foundAt(municipality);
    }

    private Finding finding(FindingKind kind, Object row, ProfessionalId who) {
        return Finding.row(kind, row, nameOf(who));
    }

    private static String nameOf(ProfessionalId who) {
        return world.in(() -> world.directory.professional(who)).displayName();
    }

    private static Optional<Function> actingAs(SessionId session) {
        try {
            return Optional.of(world.acting(session).function());
        } catch (NotSignedIn out) {
            return Optional.empty();
        }
    }

    private static SignInStep signsIn(ProfessionalId who, String password) {
        return world.in(() ->
                world.signIn.withPassword(world.directory.userNameOf(who), password.toCharArray(), SignInWorld.OFFICE));
    }

    // functions

    @Test
    void untouched_people_give_no_finding() {
        then(world.in(() -> world.people.inspect(municipality)).rows()).isGreaterThanOrEqualTo(9);
    }

    @Test
    void a_function_changed_into_one_that_reads_is_lost_and_named() {
        var holding = world.holding(bram, Function.POLICY_ADVISER);
        world.sql("update function_holding set held_function = 'CARE_COORDINATOR' where id = '" + holding + "'");
        then(actingAs(asBram)).isEmpty();
        then(world.in(() -> world.directory.functionsOf(bram))).isEmpty();
        then(found()).containsExactly(finding(FUNCTION_FORGED, holding, bram));
    }

    @Test
    void an_invented_function_gives_nothing_and_is_named() {
        var invented = UUID.randomUUID();
        world.sql("insert into function_holding select '" + invented + "', '" + bram + "', held_function, proposed_by,"
                + " proposed_at, decided_by, decided_at, from_at, until_at, ended_by, version, mac from function_holding"
                + " where professional_id = '" + noor + "'");
        then(world.in(() -> world.directory.functionsOf(bram)))
                .extracting("function")
                .containsExactly(Function.POLICY_ADVISER);
        then(found()).containsExactly(finding(FUNCTION_FORGED, invented, bram));
    }

    @Test
    void a_function_of_somebody_else_turned_over_gives_nothing() {
        var holding = world.holding(noor, Function.CARE_COORDINATOR);
        world.sql("update function_holding set professional_id = '" + bram + "' where id = '" + holding + "'");
        then(world.in(() -> world.directory.functionsOf(bram)))
                .extracting("function")
                .containsExactly(Function.POLICY_ADVISER);
        then(actingAs(asNoor)).isEmpty();
        then(found()).contains(finding(FUNCTION_FORGED, holding, bram));
    }

    @Test
    void a_proposal_agreed_to_by_an_update_gives_nothing() {
        world.does(asEls, () -> world.staff.propose(bram, Function.CARE_COORDINATOR));
        var holding = UUID.fromString(world.ask("select id from function_holding where professional_id = '" + bram
                + "' and held_function = 'CARE_COORDINATOR'"));
        world.sql("update function_holding set from_at = proposed_at, decided_at = proposed_at, decided_by = '" + noor
                + "' where id = '" + holding + "'");
        then(world.in(() -> world.directory.functionsOf(bram)))
                .extracting("function")
                .containsExactly(Function.POLICY_ADVISER);
        then(found()).containsExactly(finding(FUNCTION_FORGED, holding, bram));
    }

    @Test
    void a_function_that_ended_does_not_go_on_by_an_update() {
        var holding = world.holding(noor, Function.CARE_COORDINATOR);
        world.does(asEls, () -> world.staff.end(holding));
        world.sql("update function_holding set until_at = null, ended_by = null where id = '" + holding + "'");
        then(actingAs(asNoor)).isEmpty();
        then(found()).containsExactly(finding(FUNCTION_FORGED, holding, noor));
    }

    @Test
    void a_function_put_back_after_it_ended_is_named_with_the_line_that_ended_it() {
        // given
        var holding = world.holding(noor, Function.CARE_COORDINATOR);
        world.sql("create or replace table kept as select * from function_holding where id = '" + holding + "'");
        world.does(asEls, () -> world.staff.end(holding));
        then(found()).isEmpty();
        // when
        putBack();
        // then
        then(found()).containsExactly(Finding.row(FUNCTION_OLDER, holding, nameOf(noor), lastLine()));
    }

    @Test
    void a_function_put_back_after_the_work_ended_is_named() {
        var holding = world.holding(noor, Function.CARE_COORDINATOR);
        world.sql("create or replace table kept as select * from function_holding where id = '" + holding + "'");
        world.does(asEls, () -> world.staff.endWork(noor));
        then(found()).isEmpty();
        putBack();
        world.sql("update professional set until_at = null where id = '" + noor + "'");
        then(found()).containsExactly(Finding.row(FUNCTION_OLDER, holding, nameOf(noor), lastLine()));
    }

    @Test
    void a_proposal_put_back_after_it_was_declined_is_named() {
        // given
        world.does(asEls, () -> world.staff.propose(bram, Function.CARE_COORDINATOR));
        var holding = UUID.fromString(world.ask("select id from function_holding where professional_id = '" + bram
                + "' and held_function = 'CARE_COORDINATOR'"));
        world.sql("create or replace table kept as select * from function_holding where id = '" + holding + "'");
        var second = world.session(world.person(municipality, Function.MANAGER), Function.MANAGER);
        world.does(second, () -> world.staff.decline(holding));
        then(found()).isEmpty();
        // when
        putBack();
        // then
        then(found()).containsExactly(Finding.row(FUNCTION_OLDER, holding, nameOf(bram), lastLine()));
    }

    @Test
    void an_end_that_was_refused_is_no_finding() {
        // given an agency with one manager
        var care = world.agency(AgencyType.CARE_PROVIDER);
        var only = world.person(care, Function.MANAGER);
        var asOnly = world.session(only, Function.MANAGER);
        // when
        for (Runnable refused : List.<Runnable>of(
                () -> world.staff.end(world.holding(only, Function.MANAGER)), () -> world.staff.endWork(only))) {
            try {
                world.does(asOnly, refused);
            } catch (nl.samenzicht.security.CannotBeDone expected) {
                then(expected.messageKey()).startsWith("admin.error.");
            }
        }
        // then
        then(foundAt(care)).isEmpty();
    }

    private static void putBack() {
        world.sql("update function_holding h join kept k on k.id = h.id set h.until_at = k.until_at,"
                + " h.ended_by = k.ended_by, h.from_at = k.from_at, h.decided_at = k.decided_at,"
                + " h.decided_by = k.decided_by, h.mac = k.mac");
    }

    private static String lastLine() {
        return world.ask(
                "select code from ledger_entry where action = 'MANAGE_PROFESSIONAL' order by seq desc limit 1");
    }

    @Test
    void who_was_moved_to_another_agency_holds_nothing_there() {
        var holding = world.holding(noor, Function.CARE_COORDINATOR);
        var other = world.agency(AgencyType.MUNICIPALITY);
        world.sql("update professional set agency_id = '" + other + "' where id = '" + noor + "'");
        then(actingAs(asNoor)).isEmpty();
        then(world.in(() -> world.directory.functionsOf(noor))).isEmpty();
        then(foundAt(other)).contains(finding(FUNCTION_FORGED, holding, noor));
    }

    @Test
    void when_an_agency_is_turned_into_another_kind_nobody_there_holds_anything() {
        world.sql("update agency set type = 'COMENSHA' where id = '" + municipality + "'");
        then(actingAs(asNoor)).isEmpty();
        then(actingAs(asEls)).isEmpty();
        then(found()).filteredOn(finding -> finding.kind() == FUNCTION_FORGED).hasSize(4);
    }

    // sessions

    @Test
    void a_session_turned_to_a_function_of_somebody_else_ends_and_is_named() {
        var holding = world.holding(noor, Function.CARE_COORDINATOR);
        world.sql("update sign_in_session set holding_id = '" + holding + "' where id = '" + asBram + "'");
        then(actingAs(asBram)).isEmpty();
        then(found()).containsExactly(finding(SESSION_FORGED, asBram, bram));
    }

    @Test
    void a_session_turned_to_somebody_else_ends_and_is_named() {
        var holding = world.holding(noor, Function.CARE_COORDINATOR);
        world.sql("update sign_in_session set holding_id = '" + holding + "', professional_id = '" + noor
                + "' where id = '" + asBram + "'");
        then(actingAs(asBram)).isEmpty();
        then(found()).containsExactly(finding(SESSION_FORGED, asBram, noor));
    }

    @Test
    void a_session_made_stronger_or_younger_ends() {
        var weak = world.session(noor, Function.CARE_COORDINATOR, AssuranceLevel.PASSWORD);
        world.sql("update sign_in_session set assurance = 'TWO_FACTOR' where id = '" + weak + "'");
        world.sql("update sign_in_session set started_at = '2099-01-01' where id = '" + asNoor + "'");
        then(actingAs(weak)).isEmpty();
        then(actingAs(asNoor)).isEmpty();
        then(found())
                .containsExactlyInAnyOrder(finding(SESSION_FORGED, weak, noor), finding(SESSION_FORGED, asNoor, noor));
    }

    @Test
    void an_invented_session_opens_nothing_and_is_named() {
        var invented = new SessionId(UUID.randomUUID());
        world.sql("insert into sign_in_session select '" + invented + "', professional_id, holding_id, assurance,"
                + " address, device, started_at, seen_at, ended_at, ended_why, mac from sign_in_session where id = '"
                + asNoor + "'");
        then(actingAs(invented)).isEmpty();
        then(found()).containsExactly(finding(SESSION_FORGED, invented, noor));
    }

    // accounts

    @Test
    void a_password_of_ones_own_written_over_that_of_somebody_else_opens_nothing_and_is_named() {
        world.sql("update account a join account b on b.professional_id = '" + bram
                + "' set a.password_hash = b.password_hash, a.mac = b.mac where a.professional_id = '" + noor + "'");
        then(signsIn(noor, SignInWorld.PASSWORD)).isInstanceOf(SignInStep.Refused.class);
        then(found()).containsExactly(finding(ACCOUNT_FORGED, noor, noor));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "totp_confirmed_at = null",
                "totp_confirmed_at = null, totp_sealed = null",
                "totp_last_step = 1",
                "totp_confirmed_at = '2026-01-01'"
            })
    void a_second_factor_taken_away_by_an_update_does_not_make_the_password_enough(String change) {
        // given
        var pending = ((SignInStep.EnrolmentNeeded) signsIn(noor, SignInWorld.PASSWORD)).pending();
        var enrolment = world.signIn.enrolment(pending);
        var code = "%06d"
                .formatted(Totp.code(enrolment.secret(), world.clock.instant().getEpochSecond() / 30, 1_000_000));
        then(world.in(() -> world.signIn.confirm(pending, enrolment, code, SignInWorld.OFFICE)))
                .isPresent();
        then(found()).isEmpty();
        // when
        world.sql("update account set " + change + " where professional_id = '" + noor + "'");
        // then
        then(signsIn(noor, SignInWorld.PASSWORD)).isInstanceOf(SignInStep.Refused.class);
        then(found()).containsExactly(finding(ACCOUNT_FORGED, noor, noor));
    }

    @Test
    void an_account_that_was_changed_is_repaired_by_two_people_and_not_by_one() {
        // given
        world.sql("update account set password_hash = 'x' where professional_id = '" + noor + "'");
        then(world.in(() -> world.links.hasPassword(noor))).isTrue();
        // when
        var link = world.as(asEls, () -> world.staff.beginReset(noor)).token();
        var reset = world.in(() -> world.links.waiting(List.of(noor))).get(0).id();
        var second = world.session(world.person(municipality, Function.MANAGER), Function.MANAGER);
        var code = world.as(second, () -> world.staff.approveReset(reset));
        then(world.in(() -> world.links.choosePassword(
                        link, Optional.of(code), "opnieuw zelf bedacht".toCharArray(), SignInWorld.OFFICE)))
                .isTrue();
        // then
        then(signsIn(noor, "opnieuw zelf bedacht")).isInstanceOf(SignInStep.EnrolmentNeeded.class);
        then(found()).isEmpty();
    }

    // links

    @Test
    void an_invented_link_works_for_nobody_and_is_named() {
        // given a token that the attacker knows
        var token = Tokens.forLink();
        var invented = UUID.randomUUID();
        world.sql(
                "insert into single_use_link (id, kind, professional_id, token_hash, made_by, made_at, expires_at, mac)"
                        + " values ('" + invented + "', 'INVITATION', '" + noor + "', x'"
                        + java.util.HexFormat.of().formatHex(Tokens.hash(token)) + "', '" + els
                        + "', utc_timestamp(6), '2099-01-01', x'00')");
        then(world.in(() -> world.links.look(token))).isEmpty();
        then(world.in(() -> world.links.choosePassword(
                        token, Optional.empty(), "van de inbreker zelf".toCharArray(), SignInWorld.OFFICE)))
                .isFalse();
        then(found()).containsExactly(finding(LINK_FORGED, invented, noor));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "kind = 'INVITATION'",
                "expires_at = '2099-01-01'",
                "code_hash = x'0000000000000000000000000000000000000000000000000000000000000000'"
            })
    void a_reset_made_easier_by_an_update_does_not_work_and_is_named(String change) {
        // given
        var link = world.as(asEls, () -> world.staff.beginReset(noor)).token();
        var reset = world.in(() -> world.links.waiting(List.of(noor))).get(0).id();
        // when
        world.sql("update single_use_link set " + change + " where id = '" + reset + "'");
        // then
        then(world.in(() -> world.links.look(link))).isEmpty();
        then(world.in(() -> world.links.waiting(reset))).isEmpty();
        then(found()).containsExactly(finding(LINK_FORGED, reset, noor));
    }

    @Test
    void an_invitation_turned_to_somebody_else_does_not_work() {
        // given Bram's colleague is invited, and turns the link to Noor
        var invited = world.person(municipality, Function.POLICY_ADVISER);
        var token = world.as(asEls, () -> world.staff.inviteAgain(invited)).token();
        world.sql("update single_use_link set professional_id = '" + noor + "' where professional_id = '" + invited
                + "'");
        then(world.in(() -> world.links.choosePassword(
                        token, Optional.empty(), "van de inbreker zelf".toCharArray(), SignInWorld.OFFICE)))
                .isFalse();
        then(signsIn(noor, SignInWorld.PASSWORD)).isInstanceOf(SignInStep.EnrolmentNeeded.class);
    }

    @Test
    void keys_can_be_rotated_and_everybody_stays() {
        world.keys.rotate(nl.samenzicht.security.keys.KeyUse.ROW_MAC);
        then(actingAs(asNoor)).contains(Function.CARE_COORDINATOR);
        then(found()).isEmpty();
    }
}
