package nl.samenzicht.security.signin;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import java.time.Duration;
import java.util.Optional;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.AgencyType;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.security.directory.NotSignedIn;
import nl.samenzicht.security.directory.NotSignedIn.Why;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.directory.SessionId;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionsTest {
    private static final Duration MOMENT = Duration.ofNanos(1_000);

    private static SignInWorld world;
    private static AgencyId agency;

    private ProfessionalId noor;
    private ProfessionalId manager;
    private SessionId session;

    @BeforeAll
    static void start() {
        world = new SignInWorld();
        agency = world.agency(AgencyType.MUNICIPALITY);
    }

    @BeforeEach
    void somebody_signed_in() {
        noor = world.person(agency, Function.CARE_COORDINATOR, Function.POLICY_ADVISER);
        manager = world.person(agency, Function.MANAGER);
        session = world.session(noor, Function.CARE_COORDINATOR);
    }

    private void touch(SessionId which) {
        world.in(() -> {
            world.sessions.touch(which);
            return null;
        });
    }

    private Why why(SessionId which) {
        try {
            world.acting(which);
        } catch (NotSignedIn out) {
            return out.why();
        }
        return null;
    }

    private static ThrowingCallable asking(SessionId which) {
        return () -> world.as(which, () -> world.subject.current());
    }

    @Test
    void an_idle_session_holds_until_just_before_a_quarter_of_an_hour_and_not_at_it() {
        world.clock.turn(Duration.ofMinutes(15).minus(MOMENT));
        then(why(session)).isNull();
        then(world.sessions.left(session)).isEqualTo(MOMENT);
        world.clock.turn(MOMENT);
        then(why(session)).isEqualTo(Why.IDLE);
        thenThrownBy(() -> world.sessions.left(session)).isInstanceOf(NotSignedIn.class);
        thenThrownBy(asking(session)).isInstanceOf(NotSignedIn.class);
    }

    @Test
    void touching_the_keyboard_keeps_it() {
        world.clock.turn(Duration.ofMinutes(14));
        touch(session);
        then(world.sessions.left(session)).isEqualTo(Duration.ofMinutes(15));
        world.clock.turn(Duration.ofMinutes(14));
        then(why(session)).isNull();
    }

    @Test
    void asking_who_is_signed_in_is_no_activity() {
        // given pages that ask each minute by themselves, as a heartbeat does
        for (int minute = 0; minute < 14; minute++) {
            world.clock.turn(Duration.ofMinutes(1));
            world.as(session, () -> world.subject.current());
            world.sessions.left(session);
            world.sessions.of(world.acting(session));
        }
        // when
        world.clock.turn(Duration.ofMinutes(1));
        // then
        then(why(session)).isEqualTo(Why.IDLE);
    }

    @Test
    void touching_does_not_wake_a_session_that_stood_idle_too_long() {
        world.clock.turn(Duration.ofMinutes(15));
        touch(session);
        then(why(session)).isEqualTo(Why.IDLE);
        world.clock.turn(Duration.ofSeconds(1));
        then(why(session)).isEqualTo(Why.IDLE);
    }

    @Test
    void a_session_lasts_twelve_hours_whatever_happens() {
        // given somebody who never rests
        for (int i = 0; i < 71; i++) {
            world.clock.turn(Duration.ofMinutes(10));
            touch(session);
        }
        world.clock.turn(Duration.ofMinutes(10).minus(MOMENT));
        then(why(session)).isNull();
        then(world.sessions.left(session)).isEqualTo(MOMENT);
        // when
        world.clock.turn(MOMENT);
        // then
        then(why(session)).isEqualTo(Why.ENDED);
    }

    @Test
    void changing_function_does_not_begin_another_twelve_hours() {
        // given
        for (int i = 0; i < 71; i++) {
            world.clock.turn(Duration.ofMinutes(10));
            touch(session);
        }
        // when
        var next = world.in(() -> world.signIn.changeFunction(
                world.sessions.acting(session), world.holding(noor, Function.POLICY_ADVISER), SignInWorld.OFFICE));
        // then
        then(world.sessions.left(next)).isEqualTo(Duration.ofMinutes(10));
        world.clock.turn(Duration.ofMinutes(10));
        then(why(next)).isEqualTo(Why.ENDED);
    }

    @Test
    void signing_out_ends_it_at_once() {
        // when
        world.in(() -> {
            world.sessions.signOut(session);
            return null;
        });
        // then
        then(why(session)).isEqualTo(Why.ENDED);
        touch(session);
        then(why(session)).isEqualTo(Why.ENDED);
    }

    @Test
    void a_session_that_never_was_is_nobody() {
        then(why(new SessionId(java.util.UUID.randomUUID()))).isEqualTo(Why.ENDED);
    }

    @Test
    void a_request_without_session_is_nobody() {
        thenThrownBy(() -> world.subject.current())
                .isInstanceOfSatisfying(
                        NotSignedIn.class, out -> then(out.why()).isEqualTo(Why.NEVER));
    }

    @Test
    void one_sees_ones_own_open_sessions_and_which_is_here() {
        // given
        var elsewhere = world.session(noor, Function.POLICY_ADVISER);
        world.session(manager, Function.MANAGER);
        // then
        var cards = world.in(() -> world.sessions.of(world.sessions.acting(session)));
        then(cards).extracting(SessionCard::id).containsExactlyInAnyOrder(session, elsewhere);
        then(cards).filteredOn(SessionCard::here).extracting(SessionCard::id).containsExactly(session);
        then(cards)
                .extracting(SessionCard::address, SessionCard::device)
                .containsOnly(
                        org.assertj.core.groups.Tuple.tuple(SignInWorld.OFFICE.address(), SignInWorld.OFFICE.device()));
    }

    @Test
    void one_ends_another_own_session_and_it_is_on_record() {
        // given
        var elsewhere = world.session(noor, Function.POLICY_ADVISER);
        // when
        world.in(() -> {
            world.sessions.endOwn(world.sessions.acting(session), elsewhere);
            return null;
        });
        // then
        then(why(elsewhere)).isEqualTo(Why.ENDED);
        then(why(session)).isNull();
        then(world.in(() -> world.sessions.of(world.sessions.acting(session)))).hasSize(1);
        then(world.ask("select professional from ledger_entry where action = 'END_SESSION' order by seq desc limit 1"))
                .isEqualTo(noor.toString());
    }

    @Test
    void nobody_ends_a_session_of_somebody_else() {
        // given
        var theirs = world.session(manager, Function.MANAGER);
        var before = world.ask("select count(*) from ledger_entry where action = 'END_SESSION'");
        // when
        world.in(() -> {
            world.sessions.endOwn(world.sessions.acting(session), theirs);
            return null;
        });
        // then
        then(why(theirs)).isNull();
        then(world.ask("select count(*) from ledger_entry where action = 'END_SESSION'"))
                .isEqualTo(before);
    }

    @Test
    void an_ended_function_is_out_at_the_next_request() {
        // given
        world.as(session, () -> world.subject.current());
        // when
        world.in(() -> world.membership.end(world.holding(noor, Function.CARE_COORDINATOR), manager));
        // then
        then(why(session)).isEqualTo(Why.FUNCTION_ENDED);
        thenThrownBy(asking(session)).isInstanceOf(NotSignedIn.class);
    }

    @Test
    void a_session_under_another_function_goes_on() {
        var other = world.session(noor, Function.POLICY_ADVISER);
        world.in(() -> world.membership.end(world.holding(noor, Function.CARE_COORDINATOR), manager));
        then(why(other)).isNull();
    }

    @Test
    void who_left_the_agency_is_out_at_the_next_request() {
        world.in(() -> {
            world.membership.leave(noor, manager);
            return null;
        });
        then(why(session)).isEqualTo(Why.FUNCTION_ENDED);
    }

    @Test
    void when_an_agency_leaves_its_people_are_out_at_the_next_request() {
        // given
        var leaving = world.agency(AgencyType.CARE_PROVIDER);
        var theirs = world.session(world.person(leaving, Function.CARE_WORKER), Function.CARE_WORKER);
        // when
        world.sql("update agency set until_at = from_at where id = '" + leaving + "'");
        // then
        then(why(theirs)).isEqualTo(Why.FUNCTION_ENDED);
    }

    @Test
    void a_new_password_ends_every_session_of_its_owner_and_of_nobody_else() {
        // given
        var invited = world.person(agency, Function.POLICY_ADVISER);
        var open = world.session(invited, Function.POLICY_ADVISER);
        // when
        world.choosePassword(invited);
        // then
        then(why(open)).isEqualTo(Why.ENDED);
        then(why(session)).isNull();
    }

    @Test
    void a_session_does_not_begin_under_a_function_that_has_not_begun() {
        var waiting = world.in(() -> world.membership.propose(noor, Function.PRIVACY_OFFICER, manager));
        thenThrownBy(() -> world.in(() -> world.sessions.begin(
                        noor, waiting, nl.samenzicht.security.directory.AssuranceLevel.TWO_FACTOR, SignInWorld.OFFICE)))
                .isInstanceOf(NotSignedIn.class);
        then(world.ask("select count(*) from sign_in_session where holding_id = '" + waiting + "'"))
                .isEqualTo("0");
    }

    @Test
    void an_odd_address_and_a_long_device_name_are_kept_short_and_plain() {
        var visitor = new Visitor("fe80::1\u0000\u202e", "x".repeat(5_000) + "é");
        then(visitor.address()).isEqualTo("fe80::1??");
        then(visitor.device()).hasSize(200);
        then(Optional.of(visitor.device())).get().asString().containsOnlyOnce("x".repeat(200));
    }
}
