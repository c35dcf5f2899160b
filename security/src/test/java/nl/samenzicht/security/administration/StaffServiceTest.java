package nl.samenzicht.security.administration;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.samenzicht.security.CannotBeDone;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.security.administration.Staff.State;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.AgencyType;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.security.directory.InvalidEntry;
import nl.samenzicht.security.directory.NotSignedIn;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.directory.SessionId;
import nl.samenzicht.security.signin.SignInWorld;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StaffServiceTest {
    private static final SignInWorld WORLD = new SignInWorld();
    private static int number;

    private AgencyId municipality;
    private ProfessionalId els;
    private ProfessionalId karim;
    private SessionId asEls;
    private SessionId asKarim;
    private SessionId asOfficer;
    private ProfessionalId noor;

    @BeforeAll
    static void production() {
        WORLD.settings.put("samenzicht.mode", "production");
    }

    @BeforeEach
    void a_municipality_with_two_managers_and_a_privacy_officer() {
        municipality = WORLD.agency(AgencyType.MUNICIPALITY);
        els = WORLD.personWithPassword(municipality, Function.MANAGER, Function.SIGNATORY);
        karim = WORLD.person(municipality, Function.MANAGER);
        asEls = WORLD.session(els, Function.MANAGER);
        asKarim = WORLD.session(karim, Function.MANAGER);
        asOfficer = WORLD.session(WORLD.person(municipality, Function.PRIVACY_OFFICER), Function.PRIVACY_OFFICER);
        noor = WORLD.personWithPassword(municipality, Function.POLICY_ADVISER);
    }

    private Staff.Person seen(SessionId by, ProfessionalId who) {
        return WORLD.as(by, WORLD.staff::staff).people().stream()
                .filter(person -> person.id().equals(who))
                .findFirst()
                .orElseThrow();
    }

    private UUID waiting(ProfessionalId who) {
        return seen(asEls, who).functions().stream()
                .filter(Staff.Held::waiting)
                .findFirst()
                .orElseThrow()
                .holding();
    }

    private Set<Function> held(ProfessionalId who) {
        return WORLD.in(() -> WORLD.directory.professional(who)).functions();
    }

    private static void thenRefused(String key, ThrowingCallable act) {
        thenThrownBy(act)
                .isInstanceOfSatisfying(
                        CannotBeDone.class,
                        refused -> then(refused.messageKey()).isEqualTo("admin.error." + key));
    }

    private void proposes(SessionId by, ProfessionalId who, Function function) {
        WORLD.does(by, () -> WORLD.staff.propose(who, function));
    }

    // functions

    @ParameterizedTest(name = "{0}")
    @EnumSource(
            value = Function.class,
            names = {
                "CARE_COORDINATOR",
                "ATTENTION_OFFICER",
                "PRIVACY_OFFICER",
                "DATA_PROTECTION_OFFICER",
                "SIGNATORY",
                "MANAGER"
            })
    void a_function_that_opens_something_waits_for_a_second_manager(Function function) {
        // when
        proposes(asEls, noor, function);
        // then
        then(held(noor)).doesNotContain(function);
        // and when
        WORLD.does(asKarim, () -> WORLD.staff.agree(waiting(noor)));
        // then
        then(held(noor)).contains(function);
    }

    @Test
    void a_function_that_sees_figures_only_starts_at_once() {
        var signatory = WORLD.person(municipality, Function.SIGNATORY);
        proposes(asEls, signatory, Function.POLICY_ADVISER);
        then(held(signatory)).contains(Function.POLICY_ADVISER);
        then(WORLD.noticesOf(asOfficer)).contains("function.started");
    }

    @Test
    void the_privacy_officer_is_told_of_the_proposal_and_of_the_agreement() {
        proposes(asEls, noor, Function.CARE_COORDINATOR);
        then(WORLD.noticesOf(asOfficer)).containsExactly("function.proposed");
        WORLD.does(asKarim, () -> WORLD.staff.agree(waiting(noor)));
        then(WORLD.noticesOf(asOfficer)).containsExactlyInAnyOrder("function.proposed", "function.started");
        then(WORLD.noticesOf(WORLD.session(noor, Function.POLICY_ADVISER))).containsExactly("function.yours");
    }

    @Test
    void who_proposed_cannot_agree_nor_decline() {
        proposes(asEls, noor, Function.CARE_COORDINATOR);
        var holding = waiting(noor);
        thenRefused("second-person", () -> WORLD.does(asEls, () -> WORLD.staff.agree(holding)));
        thenRefused("second-person", () -> WORLD.does(asEls, () -> WORLD.staff.decline(holding)));
        then(held(noor)).doesNotContain(Function.CARE_COORDINATOR);
    }

    @Test
    void nobody_proposes_a_function_for_themselves() {
        thenRefused("own-function", () -> proposes(asEls, els, Function.CARE_COORDINATOR));
        thenRefused("own-function", () -> proposes(asEls, els, Function.POLICY_ADVISER));
        then(held(els)).containsExactlyInAnyOrder(Function.MANAGER, Function.SIGNATORY);
    }

    @Test
    void nobody_agrees_to_a_function_of_their_own() {
        proposes(asEls, karim, Function.CARE_COORDINATOR);
        var holding = waiting(karim);
        thenRefused("second-person", () -> WORLD.does(asKarim, () -> WORLD.staff.agree(holding)));
        // and two managers who propose for each other get nowhere without a third
        proposes(asKarim, els, Function.CARE_COORDINATOR);
        var other = waiting(els);
        thenRefused("second-person", () -> WORLD.does(asEls, () -> WORLD.staff.agree(other)));
        then(held(els)).doesNotContain(Function.CARE_COORDINATOR);
        then(held(karim)).doesNotContain(Function.CARE_COORDINATOR);
    }

    @Test
    void the_directory_itself_refuses_ones_own_function_whoever_calls_it() {
        thenThrownBy(() -> WORLD.in(() -> WORLD.membership.propose(els, Function.CARE_COORDINATOR, els)))
                .isInstanceOf(IllegalArgumentException.class);
        thenThrownBy(() -> WORLD.in(() -> WORLD.membership.start(els, Function.POLICY_ADVISER, Optional.of(els))))
                .isInstanceOf(IllegalArgumentException.class);
        var holding = WORLD.in(() -> WORLD.membership.propose(noor, Function.CARE_COORDINATOR, els));
        thenThrownBy(() -> WORLD.in(() -> WORLD.membership.agree(holding, noor)))
                .isInstanceOf(IllegalArgumentException.class);
        thenThrownBy(() -> WORLD.in(() -> WORLD.membership.agree(holding, els)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_declined_function_never_starts() {
        proposes(asEls, noor, Function.CARE_COORDINATOR);
        var holding = waiting(noor);
        WORLD.does(asKarim, () -> WORLD.staff.decline(holding));
        then(WORLD.noticesOf(asOfficer)).contains("function.declined");
        thenRefused("gone", () -> WORLD.does(asKarim, () -> WORLD.staff.agree(holding)));
        then(held(noor)).doesNotContain(Function.CARE_COORDINATOR);
        // and it can be proposed again
        proposes(asKarim, noor, Function.CARE_COORDINATOR);
        then(waiting(noor)).isNotEqualTo(holding);
    }

    @Test
    void only_who_proposed_takes_it_back() {
        proposes(asEls, noor, Function.CARE_COORDINATOR);
        var holding = waiting(noor);
        thenRefused("not-yours", () -> WORLD.does(asKarim, () -> WORLD.staff.withdraw(holding)));
        WORLD.does(asEls, () -> WORLD.staff.withdraw(holding));
        thenRefused("gone", () -> WORLD.does(asKarim, () -> WORLD.staff.agree(holding)));
    }

    @Test
    void the_same_function_is_not_given_twice() {
        proposes(asEls, noor, Function.CARE_COORDINATOR);
        thenRefused("already", () -> proposes(asKarim, noor, Function.CARE_COORDINATOR));
        thenRefused("already", () -> proposes(asKarim, noor, Function.POLICY_ADVISER));
    }

    @Test
    void a_function_of_another_kind_of_agency_is_not_given_here() {
        thenRefused("not-here", () -> proposes(asEls, noor, Function.DETECTIVE));
        thenRefused("not-here", () -> proposes(asEls, noor, Function.PLATFORM_ADMINISTRATOR));
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(AgencyType.class)
    void at_the_platform_nobody_can_read_and_elsewhere_nobody_runs_the_platform(AgencyType type) {
        var offered = Appointments.at(type);
        if (type == AgencyType.PLATFORM) {
            then(offered).containsExactly(Function.MANAGER, Function.PLATFORM_ADMINISTRATOR);
        } else {
            then(offered)
                    .contains(Function.MANAGER, Function.PRIVACY_OFFICER)
                    .doesNotContain(Function.PLATFORM_ADMINISTRATOR);
        }
    }

    @Test
    void an_ended_function_has_effect_at_the_next_request_and_is_told() {
        // given
        var reader = WORLD.person(municipality, Function.CARE_COORDINATOR);
        var open = WORLD.session(reader, Function.CARE_COORDINATOR);
        var holding = WORLD.holding(reader, Function.CARE_COORDINATOR);
        WORLD.acting(open);
        // when
        WORLD.does(asEls, () -> WORLD.staff.end(holding));
        // then
        thenThrownBy(() -> WORLD.acting(open))
                .isInstanceOfSatisfying(
                        NotSignedIn.class, out -> then(out.why()).isEqualTo(NotSignedIn.Why.FUNCTION_ENDED));
        then(WORLD.noticesOf(asOfficer)).contains("function.ended");
        thenRefused("gone", () -> WORLD.does(asEls, () -> WORLD.staff.end(holding)));
    }

    @Test
    void a_manager_whose_function_ended_manages_nothing_in_the_page_that_is_still_open() {
        // when
        WORLD.does(asEls, () -> WORLD.staff.end(WORLD.holding(karim, Function.MANAGER)));
        // then
        thenThrownBy(() -> proposes(asKarim, noor, Function.CARE_COORDINATOR)).isInstanceOf(NotSignedIn.class);
    }

    @Test
    void the_last_manager_stays() {
        // given
        WORLD.does(asEls, () -> WORLD.staff.end(WORLD.holding(karim, Function.MANAGER)));
        var last = WORLD.holding(els, Function.MANAGER);
        // then
        thenRefused("last-manager", () -> WORLD.does(asEls, () -> WORLD.staff.end(last)));
        thenRefused("own-work", () -> WORLD.does(asEls, () -> WORLD.staff.endWork(els)));
        then(held(els)).contains(Function.MANAGER);
        // and what takes two people waits for a second one
        proposes(asEls, noor, Function.MANAGER);
        then(WORLD.as(asEls, WORLD.staff::staff).managers()).isEqualTo(1);
        thenRefused("second-person", () -> WORLD.does(asEls, () -> WORLD.staff.agree(waiting(noor))));
    }

    @Test
    void ending_work_ends_functions_proposals_sessions_and_links() {
        // given somebody for whom the same manager proposed another function
        var reader = WORLD.person(municipality, Function.CARE_COORDINATOR);
        var open = WORLD.session(reader, Function.CARE_COORDINATOR);
        var link = WORLD.as(asEls, () -> WORLD.staff.inviteAgain(reader)).token();
        proposes(asEls, reader, Function.ATTENTION_OFFICER);
        var proposal = waiting(reader);
        // when
        WORLD.does(asEls, () -> WORLD.staff.endWork(reader));
        // then
        thenThrownBy(() -> WORLD.acting(open)).isInstanceOf(NotSignedIn.class);
        then(WORLD.in(() -> WORLD.directory.functionsOf(reader))).isEmpty();
        then(WORLD.in(() -> WORLD.links.look(link))).isEmpty();
        thenRefused("gone", () -> WORLD.does(asKarim, () -> WORLD.staff.agree(proposal)));
        then(seen(asEls, reader).state()).isEqualTo(State.ENDED);
        then(WORLD.noticesOf(asOfficer)).contains("work.ended");
        // and nothing more happens to somebody who left
        thenRefused("gone", () -> proposes(asEls, reader, Function.CARE_COORDINATOR));
        thenRefused("gone", () -> WORLD.does(asEls, () -> WORLD.staff.endWork(reader)));
        thenRefused("gone", () -> WORLD.as(asEls, () -> WORLD.staff.inviteAgain(reader)));
    }

    // who may

    @Test
    void only_managers_change_anything() {
        var reader = WORLD.person(municipality, Function.CARE_COORDINATOR);
        for (var function : List.of(Function.CARE_COORDINATOR, Function.PRIVACY_OFFICER, Function.SIGNATORY)) {
            var who = function == Function.SIGNATORY ? els : function == Function.CARE_COORDINATOR ? reader : null;
            var session = who == null ? asOfficer : WORLD.session(who, function);
            thenThrownBy(() -> proposes(session, noor, Function.CARE_COORDINATOR))
                    .isInstanceOf(AccessDenied.class);
            thenThrownBy(() -> WORLD.does(session, () -> WORLD.staff.endWork(noor)))
                    .isInstanceOf(AccessDenied.class);
            thenThrownBy(() -> WORLD.as(session, () -> WORLD.staff.beginReset(noor)))
                    .isInstanceOf(AccessDenied.class);
            thenThrownBy(() -> WORLD.as(session, () -> invites("x", Function.POLICY_ADVISER)))
                    .isInstanceOf(AccessDenied.class);
        }
    }

    @Test
    void work_addresses_are_for_managers_only() {
        then(seen(asEls, noor).userName()).isPresent();
        then(seen(asOfficer, noor).userName()).isEmpty();
        then(WORLD.as(asOfficer, WORLD.staff::staff).mayManage()).isFalse();
    }

    @Test
    void a_manager_reaches_nobody_of_another_agency() {
        // given
        var elsewhere = WORLD.agency(AgencyType.CARE_PROVIDER);
        var carer = WORLD.personWithPassword(elsewhere, Function.CARE_WORKER);
        var theirManager = WORLD.session(WORLD.person(elsewhere, Function.MANAGER), Function.MANAGER);
        WORLD.does(theirManager, () -> WORLD.staff.propose(carer, Function.PRIVACY_OFFICER));
        var proposal = UUID.fromString(WORLD.ask("select id from function_holding where professional_id = '" + carer
                + "' and held_function = 'PRIVACY_OFFICER'"));
        WORLD.as(theirManager, () -> WORLD.staff.beginReset(carer));
        var reset = UUID.fromString(
                WORLD.ask("select id from single_use_link where kind = 'RESET' and professional_id = '" + carer + "'"));
        var holding = WORLD.holding(carer, Function.CARE_WORKER);
        // then each looks as if it were not there
        thenRefused("gone", () -> proposes(asEls, carer, Function.POLICY_ADVISER));
        thenRefused("gone", () -> WORLD.does(asEls, () -> WORLD.staff.agree(proposal)));
        thenRefused("gone", () -> WORLD.does(asEls, () -> WORLD.staff.end(holding)));
        thenRefused("gone", () -> WORLD.does(asEls, () -> WORLD.staff.endWork(carer)));
        thenRefused("gone", () -> WORLD.as(asEls, () -> WORLD.staff.beginReset(carer)));
        thenRefused("gone", () -> WORLD.as(asEls, () -> WORLD.staff.approveReset(reset)));
        thenRefused("gone", () -> WORLD.as(asEls, () -> WORLD.staff.inviteAgain(carer)));
        then(WORLD.as(asEls, WORLD.staff::staff).people())
                .extracting(Staff.Person::id)
                .doesNotContain(carer);
        then(WORLD.as(asEls, WORLD.staff::staff).resets()).isEmpty();
    }

    // inviting

    private static Invited invites(String name, Function... functions) {
        return WORLD.staff.invite(
                name,
                "new" + ++number + "@waterdam.example",
                functions.length == 0 ? Set.of() : EnumSet.copyOf(List.of(functions)));
    }

    @Test
    void who_is_invited_chooses_the_password_and_holds_only_what_needs_no_second_person() {
        // when
        var invited = WORLD.as(asEls, () -> invites("Bram", Function.ATTENTION_OFFICER, Function.POLICY_ADVISER));
        // then
        then(seen(asEls, invited.professional()).state()).isEqualTo(State.INVITED);
        then(held(invited.professional())).containsExactly(Function.POLICY_ADVISER);
        then(WORLD.in(() -> WORLD.links.choosePassword(
                        invited.token(), Optional.empty(), "zelf bedacht en lang".toCharArray(), SignInWorld.OFFICE)))
                .isTrue();
        then(seen(asEls, invited.professional()).state()).isEqualTo(State.ACTIVE);
        then(WORLD.noticesOf(asOfficer)).contains("function.proposed", "function.started");
        // and nobody can be invited over a password
        thenRefused("has-password", () -> WORLD.as(asEls, () -> WORLD.staff.inviteAgain(invited.professional())));
    }

    @Test
    void an_invitation_needs_a_function_that_there_is_here_and_a_name_that_is_free() {
        thenRefused("no-function", () -> WORLD.as(asEls, () -> invites("Bram")));
        thenRefused("not-here", () -> WORLD.as(asEls, () -> invites("Bram", Function.DETECTIVE)));
        thenThrownBy(() -> WORLD.as(
                        asEls, () -> WORLD.staff.invite("Bram", WORLD.userName(noor), Set.of(Function.POLICY_ADVISER))))
                .isInstanceOf(InvalidEntry.class);
        thenThrownBy(() -> WORLD.as(
                        asEls, () -> WORLD.staff.invite("Bram", "no address", Set.of(Function.POLICY_ADVISER))))
                .isInstanceOf(InvalidEntry.class);
        thenThrownBy(() -> WORLD.as(asEls, () -> invites(" \u200b ", Function.POLICY_ADVISER)))
                .isInstanceOf(InvalidEntry.class);
    }

    @Test
    void the_link_does_not_stand_in_what_is_printed_of_it() {
        var invited = WORLD.as(asEls, () -> invites("Bram", Function.POLICY_ADVISER));
        then(invited.toString()).doesNotContain(invited.token()).doesNotContain("Bram");
    }

    // passwords

    private UUID waitingReset() {
        return WORLD.as(asKarim, WORLD.staff::staff).resets().get(0).link();
    }

    @Test
    void a_reset_takes_two_managers_and_neither_sets_the_password() {
        // given
        var link = WORLD.as(asEls, () -> WORLD.staff.beginReset(noor)).token();
        then(WORLD.noticesOf(asOfficer)).contains("reset.begun");
        then(WORLD.noticesOf(WORLD.session(noor, Function.POLICY_ADVISER))).contains("reset.yours");
        // then who began it cannot agree to it
        thenRefused("second-person", () -> WORLD.as(asEls, () -> WORLD.staff.approveReset(waitingReset())));
        then(choose(link, Optional.empty())).isFalse();
        // and with the code of the other it is Noor's to choose
        var code = WORLD.as(asKarim, () -> WORLD.staff.approveReset(waitingReset()));
        then(choose(link, Optional.empty())).isFalse();
        then(choose(link, Optional.of(code))).isTrue();
    }

    private static boolean choose(String link, Optional<String> code) {
        return WORLD.in(
                () -> WORLD.links.choosePassword(link, code, "opnieuw zelf bedacht".toCharArray(), SignInWorld.OFFICE));
    }

    @Test
    void nobody_begins_or_agrees_to_a_reset_of_their_own() {
        thenRefused("own-password", () -> WORLD.as(asEls, () -> WORLD.staff.beginReset(els)));
        WORLD.as(asKarim, () -> WORLD.staff.beginReset(els));
        thenRefused("second-person", () -> WORLD.as(asEls, () -> WORLD.staff.approveReset(waitingReset())));
        thenRefused("second-person", () -> WORLD.as(asKarim, () -> WORLD.staff.approveReset(waitingReset())));
    }

    @Test
    void who_never_chose_a_password_gets_an_invitation_and_no_reset() {
        thenRefused("no-password", () -> WORLD.as(asEls, () -> WORLD.staff.beginReset(karim)));
    }

    @Test
    void each_act_is_on_record_with_who_it_is_about() {
        // when
        proposes(asEls, noor, Function.CARE_COORDINATOR);
        // then
        then(WORLD.ask("select concat(action, ' ', outcome, ' ', professional, ' ', recipients) from ledger_entry"
                        + " where action = 'MANAGE_PROFESSIONAL' order by seq desc limit 1"))
                .isEqualTo("MANAGE_PROFESSIONAL PERMITTED " + els + " " + municipality + "/" + noor);
    }

    @Test
    void a_refused_act_is_on_record_too() {
        thenThrownBy(() -> proposes(asOfficer, noor, Function.CARE_COORDINATOR)).isInstanceOf(AccessDenied.class);
        then(WORLD.ask(
                        "select outcome from ledger_entry where action = 'MANAGE_PROFESSIONAL' order by seq desc limit 1"))
                .isEqualTo("REFUSED");
    }
}
