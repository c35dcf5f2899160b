package nl.samenzicht.security.administration;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import java.util.EnumSet;
import java.util.Optional;
import java.util.UUID;
import nl.samenzicht.security.CannotBeDone;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.security.access.AccessRequest;
import nl.samenzicht.security.access.ResourceRef;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.AgencyType;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.security.directory.InvalidEntry;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.directory.SessionId;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Purpose;
import nl.samenzicht.security.signin.SignInWorld;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AgencyServiceTest {
    private static SignInWorld world;
    private static AgencyId platform;
    private static ProfessionalId robin;
    private static SessionId asRobin;
    private static int number;

    @BeforeAll
    static void a_platform_with_its_administrator() {
        world = new SignInWorld();
        platform = world.agency(AgencyType.PLATFORM);
        robin = world.person(platform, Function.PLATFORM_ADMINISTRATOR);
        asRobin = world.session(robin, Function.PLATFORM_ADMINISTRATOR);
    }

    private static Invited invites(AgencyType type) {
        number++;
        return world.as(
                asRobin,
                () -> world.agencies.invite(
                        "Organisatie " + number,
                        type,
                        Optional.of("GM0363"),
                        "Manager " + number,
                        "manager" + number + "@organisatie.example"));
    }

    private static AgencyId agencyOf(ProfessionalId who) {
        return world.in(() -> world.directory.professional(who)).agency();
    }

    private static Agencies.Row row(ProfessionalId manager) {
        return world.as(asRobin, world.agencies::agencies).rows().stream()
                .filter(row -> row.agency().id().equals(agencyOf(manager)))
                .findFirst()
                .orElseThrow();
    }

    private static void thenRefused(String key, ThrowingCallable act) {
        thenThrownBy(act)
                .isInstanceOfSatisfying(
                        CannotBeDone.class,
                        refused -> then(refused.messageKey()).isEqualTo("admin.error." + key));
    }

    @Test
    void the_platform_invites_an_agency_with_its_first_manager() {
        // when
        var invited = invites(AgencyType.CARE_PROVIDER);
        // then
        var row = row(invited.professional());
        then(row.managers()).extracting(Agencies.ManagerCard::accepted).containsExactly(false);
        then(row.signed()).isFalse();
        then(world.in(() -> world.directory.professional(invited.professional()))
                        .functions())
                .containsExactly(Function.MANAGER);
        then(world.in(() -> world.links.choosePassword(
                        invited.token(), Optional.empty(), "zelf bedacht en lang".toCharArray(), SignInWorld.OFFICE)))
                .isTrue();
        then(row(invited.professional()).managers())
                .extracting(Agencies.ManagerCard::accepted)
                .containsExactly(true);
    }

    @Test
    void a_first_manager_who_lost_the_link_gets_another_until_they_have_a_password() {
        // given
        var invited = invites(AgencyType.CARE_PROVIDER);
        var again = world.as(asRobin, () -> world.agencies.inviteAgain(invited.professional()));
        then(world.in(() -> world.links.look(invited.token()))).isEmpty();
        then(world.in(() -> world.links.look(again.token()))).isPresent();
        // when
        world.choosePassword(invited.professional());
        // then
        thenRefused("has-password", () -> world.as(asRobin, () -> world.agencies.inviteAgain(invited.professional())));
    }

    @Test
    void the_platform_makes_no_link_for_anybody_but_an_only_manager() {
        var manager = invites(AgencyType.CARE_PROVIDER).professional();
        var carer = world.person(agencyOf(manager), Function.CARE_WORKER);
        thenRefused("has-password", () -> world.as(asRobin, () -> world.agencies.inviteAgain(carer)));
        world.person(agencyOf(manager), Function.MANAGER);
        thenRefused("has-password", () -> world.as(asRobin, () -> world.agencies.inviteAgain(manager)));
        thenRefused(
                "gone",
                () -> world.as(asRobin, () -> world.agencies.inviteAgain(new ProfessionalId(UUID.randomUUID()))));
    }

    @Test
    void there_is_one_platform_and_names_are_taken_once() {
        thenRefused("one-platform", () -> invites(AgencyType.PLATFORM));
        invites(AgencyType.CARE_PROVIDER);
        var taken = "organisatie " + number;
        thenThrownBy(() -> world.as(
                        asRobin,
                        () -> world.agencies.invite(
                                taken, AgencyType.POLICE, Optional.empty(), "M", "m@politie.example")))
                .isInstanceOf(InvalidEntry.class);
        thenThrownBy(() -> world.as(
                        asRobin,
                        () -> world.agencies.invite(
                                "Anders", AgencyType.POLICE, Optional.of("363"), "M", "m@politie.example")))
                .isInstanceOf(InvalidEntry.class);
    }

    @Test
    void the_administrator_gets_nothing_of_any_case_for_any_purpose() {
        var nowhere = new UUID(9, 9);
        for (var purpose : Purpose.values()) {
            for (var category : DataCategory.values()) {
                if (category.isContent()) {
                    thenThrownBy(() -> admitted(
                                    Action.VIEW_SECTION, new ResourceRef.OfSection(nowhere, category), purpose))
                            .isInstanceOf(AccessDenied.class);
                }
            }
            for (var action : EnumSet.of(Action.VIEW_CASE, Action.CLOSE_CASE, Action.BREAK_GLASS)) {
                thenThrownBy(() -> admitted(action, new ResourceRef.OfCase(nowhere), purpose))
                        .isInstanceOf(AccessDenied.class);
            }
            for (var action : EnumSet.of(
                    Action.LIST_CASES,
                    Action.SEARCH,
                    Action.COUNT,
                    Action.OPEN_CASE,
                    Action.IMPORT,
                    Action.VIEW_LOG,
                    Action.EXPORT_LOG,
                    Action.MANAGE_PROFESSIONAL,
                    Action.SIGN_RULEBOOK)) {
                thenThrownBy(() -> admitted(
                                action,
                                new ResourceRef.OfAgency(
                                        action == Action.VIEW_LOG || action == Action.EXPORT_LOG
                                                ? DataCategory.LOG
                                                : DataCategory.CASE_HEADER),
                                purpose))
                        .isInstanceOf(AccessDenied.class);
            }
        }
        then(world.in(() -> world.gate.purposesOf(world.sessions.acting(asRobin), world.clock.instant())))
                .isEmpty();
    }

    private static void admitted(Action action, ResourceRef resource, Purpose purpose) {
        world.as(
                asRobin,
                () -> world.gate.admit(
                        AccessRequest.of(world.subject.current(), action, resource, purpose, world.clock.instant())));
    }

    @Test
    void the_administrator_manages_nobody_of_an_agency_nor_of_the_platform() {
        var manager = invites(AgencyType.CARE_PROVIDER).professional();
        thenThrownBy(() -> world.does(asRobin, () -> world.staff.propose(manager, Function.CARE_WORKER)))
                .isInstanceOf(AccessDenied.class);
        thenThrownBy(() -> world.does(asRobin, () -> world.staff.propose(robin, Function.MANAGER)))
                .isInstanceOf(AccessDenied.class);
        thenThrownBy(() -> world.as(asRobin, () -> world.staff.beginReset(manager)))
                .isInstanceOf(AccessDenied.class);
    }

    @Test
    void who_does_not_run_the_platform_invites_no_agency_and_sees_no_managers() {
        var manager = invites(AgencyType.CARE_PROVIDER).professional();
        var session = world.session(manager, Function.MANAGER);
        thenThrownBy(() -> world.as(
                        session,
                        () -> world.agencies.invite(
                                "Eigen club", AgencyType.POLICE, Optional.empty(), "M", "m@club.example")))
                .isInstanceOf(AccessDenied.class);
        thenThrownBy(() -> world.as(session, () -> world.agencies.inviteAgain(manager)))
                .isInstanceOf(AccessDenied.class);
        var seen = world.as(session, world.agencies::agencies);
        then(seen.mayInvite()).isFalse();
        then(seen.rows()).allSatisfy(row -> then(row.managers()).isEmpty());
        then(seen.resets()).isEmpty();
    }

    // where an agency has nobody else to agree

    @Test
    void the_platform_agrees_to_the_second_manager_and_to_no_other_function() {
        // given
        var manager = invites(AgencyType.CARE_PROVIDER).professional();
        var asManager = world.session(manager, Function.MANAGER);
        var officer =
                world.session(world.person(agencyOf(manager), Function.PRIVACY_OFFICER), Function.PRIVACY_OFFICER);
        var colleague = world.person(agencyOf(manager));
        world.does(asManager, () -> world.staff.propose(colleague, Function.MANAGER));
        world.does(asManager, () -> world.staff.propose(colleague, Function.CARE_WORKER));
        // when
        var waiting = row(manager).waiting();
        then(waiting).hasSize(1);
        world.does(asRobin, () -> world.agencies.agreeToManager(waiting.get(0).holding()));
        // then
        then(world.in(() -> world.directory.professional(colleague)).functions())
                .containsExactly(Function.MANAGER);
        then(world.noticesOf(officer)).contains("function.started");
        var reading = UUID.fromString(world.ask("select id from function_holding where professional_id = '" + colleague
                + "' and held_function = 'CARE_WORKER'"));
        thenRefused("gone", () -> world.does(asRobin, () -> world.agencies.agreeToManager(reading)));
        thenRefused("gone", () -> world.does(asRobin, () -> world.agencies.declineManager(reading)));
    }

    @Test
    void an_agency_with_two_managers_decides_itself() {
        // given
        var manager = invites(AgencyType.CARE_PROVIDER).professional();
        world.person(agencyOf(manager), Function.MANAGER);
        var colleague = world.person(agencyOf(manager));
        world.does(world.session(manager, Function.MANAGER), () -> world.staff.propose(colleague, Function.MANAGER));
        var proposal = UUID.fromString(
                world.ask("select id from function_holding where professional_id = '" + colleague + "'"));
        // then
        then(row(manager).waiting()).isEmpty();
        thenRefused("gone", () -> world.does(asRobin, () -> world.agencies.agreeToManager(proposal)));
    }

    @Test
    void the_platform_declines_as_well_and_the_privacy_officer_is_told() {
        var manager = invites(AgencyType.CARE_PROVIDER).professional();
        var officer =
                world.session(world.person(agencyOf(manager), Function.PRIVACY_OFFICER), Function.PRIVACY_OFFICER);
        var colleague = world.person(agencyOf(manager));
        world.does(world.session(manager, Function.MANAGER), () -> world.staff.propose(colleague, Function.MANAGER));
        var proposal = row(manager).waiting().get(0).holding();
        world.does(asRobin, () -> world.agencies.declineManager(proposal));
        then(world.in(() -> world.directory.professional(colleague)).functions())
                .isEmpty();
        then(world.noticesOf(officer)).contains("function.declined");
        then(row(manager).waiting()).isEmpty();
    }

    @Test
    void the_administrator_does_not_agree_to_a_manager_of_the_platform_itself() {
        // given a platform with one manager
        var asManager = world.session(world.person(platform, Function.MANAGER), Function.MANAGER);
        var colleague = world.person(platform);
        world.does(asManager, () -> world.staff.propose(colleague, Function.MANAGER));
        var proposal = UUID.fromString(
                world.ask("select id from function_holding where professional_id = '" + colleague + "'"));
        // then
        thenRefused("second-person", () -> world.does(asRobin, () -> world.agencies.agreeToManager(proposal)));
    }

    @Test
    void the_platform_is_the_second_person_for_a_managers_password_when_there_is_no_third_manager() {
        // given
        var manager = invites(AgencyType.CARE_PROVIDER).professional();
        world.choosePassword(manager);
        var second = world.person(agencyOf(manager), Function.MANAGER);
        var officer =
                world.session(world.person(agencyOf(manager), Function.PRIVACY_OFFICER), Function.PRIVACY_OFFICER);
        var link = world.as(world.session(second, Function.MANAGER), () -> world.staff.beginReset(manager))
                .token();
        then(world.noticesOf(officer)).contains("reset.begun");
        // when
        var reset = world.as(asRobin, world.agencies::agencies).resets().stream()
                .filter(each -> each.mayApprove())
                .findFirst()
                .orElseThrow()
                .link();
        var code = world.as(asRobin, () -> world.agencies.approveReset(reset));
        // then the administrator has the code and not the link
        then(world.in(() -> world.links.choosePassword(
                        code, Optional.of(code), "iets van de beheerder".toCharArray(), SignInWorld.OFFICE)))
                .isFalse();
        then(world.in(() -> world.links.choosePassword(
                        link, Optional.of(code), "zelf opnieuw bedacht".toCharArray(), SignInWorld.OFFICE)))
                .isTrue();
    }

    @Test
    void the_platform_agrees_to_no_reset_of_anybody_else() {
        // given
        var manager = invites(AgencyType.CARE_PROVIDER).professional();
        var carer = world.personWithPassword(agencyOf(manager), Function.CARE_WORKER);
        world.as(world.session(manager, Function.MANAGER), () -> world.staff.beginReset(carer));
        var reset = UUID.fromString(
                world.ask("select id from single_use_link where kind = 'RESET' and professional_id = '" + carer + "'"));
        // then
        thenRefused("second-person", () -> world.as(asRobin, () -> world.agencies.approveReset(reset)));
        thenRefused("gone", () -> world.as(asRobin, () -> world.agencies.approveReset(UUID.randomUUID())));
    }
}
