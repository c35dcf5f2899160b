package nl.samenzicht.security.signin;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.AgencyType;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.security.directory.ProfessionalId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinksTest {
    private static final Visitor OFFICE = SignInWorld.OFFICE;
    private static final String NEW = "een heel ander wachtwoord";

    private static SignInWorld world;
    private static AgencyId agency;
    private static ProfessionalId els;
    private static ProfessionalId karim;

    private ProfessionalId invited;

    @BeforeAll
    static void start() {
        world = new SignInWorld();
        agency = world.agency(AgencyType.MUNICIPALITY);
        els = world.person(agency, Function.MANAGER);
        karim = world.person(agency, Function.MANAGER);
    }

    @BeforeEach
    void somebody_invited() {
        world.settings.put("samenzicht.mode", "production");
        invited = world.person(agency, Function.POLICY_ADVISER);
    }

    @AfterEach
    void nobody_waits() {
        world.sql("delete from sign_in_throttle");
    }

    private static String invitation(ProfessionalId who) {
        return world.in(() -> world.links.invite(who, els));
    }

    private static boolean chooses(String token, String code, String password) {
        return world.in(
                () -> world.links.choosePassword(token, Optional.ofNullable(code), password.toCharArray(), OFFICE));
    }

    private static boolean signsIn(ProfessionalId who, String password) {
        var step = world.in(
                () -> world.signIn.withPassword(world.directory.userNameOf(who), password.toCharArray(), OFFICE));
        return !(step instanceof SignInStep.Refused);
    }

    /** A link by Els and, after Karim agreed, a code. */
    private record Reset(String link, String code) {}

    private static UUID waiting(ProfessionalId who) {
        return world.in(() -> world.links.waiting(List.of(who))).get(0).id();
    }

    private static Reset reset(ProfessionalId who) {
        var link = world.in(() -> world.links.beginReset(who, els));
        var code = world.in(() -> world.links.approveReset(waiting(who), karim));
        return new Reset(link, code);
    }

    // invitations

    @Test
    void with_an_invitation_one_chooses_a_password_and_signs_in() {
        // given
        var token = invitation(invited);
        then(world.in(() -> world.links.look(token))).hasValue(new Links.Offer(invited, false));
        // when
        then(chooses(token, null, NEW)).isTrue();
        // then
        then(signsIn(invited, NEW)).isTrue();
        then(world.ask("select professional from ledger_entry where action = 'SET_PASSWORD' order by seq desc limit 1"))
                .isEqualTo(invited.toString());
    }

    @Test
    void an_invitation_works_once() {
        var token = invitation(invited);
        then(chooses(token, null, NEW)).isTrue();
        then(world.in(() -> world.links.look(token))).isEmpty();
        then(chooses(token, null, "nog een ander wachtwoord")).isFalse();
        then(signsIn(invited, NEW)).isTrue();
    }

    @Test
    void an_invitation_holds_until_just_before_seven_days() {
        // given
        var token = invitation(invited);
        // then
        world.clock.turn(Duration.ofDays(7).minusNanos(1_000));
        then(world.in(() -> world.links.look(token))).isPresent();
        world.clock.turn(Duration.ofNanos(1_000));
        then(world.in(() -> world.links.look(token))).isEmpty();
        then(chooses(token, null, NEW)).isFalse();
        then(world.in(() -> world.links.hasPassword(invited))).isFalse();
    }

    @Test
    void a_new_invitation_makes_the_one_before_it_worthless() {
        var first = invitation(invited);
        var second = invitation(invited);
        then(chooses(first, null, NEW)).isFalse();
        then(chooses(second, null, NEW)).isTrue();
    }

    @Test
    void who_has_a_password_cannot_be_invited_again() {
        chooses(invitation(invited), null, NEW);
        thenThrownBy(() -> invitation(invited)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void nobody_invites_themselves() {
        thenThrownBy(() -> world.in(() -> world.links.invite(els, els))).isInstanceOf(IllegalArgumentException.class);
        thenThrownBy(() -> world.in(() -> world.links.beginReset(els, els)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest(name = "''{0}'' opens nothing")
    @CsvSource({"''", "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "' or 1=1 --", "null"})
    void a_guessed_link_opens_nothing(String token) {
        then(world.in(() -> world.links.look(token))).isEmpty();
        then(chooses(token, null, NEW)).isFalse();
    }

    @Test
    void a_link_has_256_random_bits_and_only_its_hash_is_kept() {
        // given
        var token = invitation(invited);
        // then
        then(java.util.Base64.getUrlDecoder().decode(token)).hasSize(32);
        then(world.ask("select hex(token_hash) from single_use_link where professional_id = '" + invited + "'"))
                .isEqualToIgnoringCase(java.util.HexFormat.of().formatHex(Tokens.hash(token)));
        then(invitation(invited)).isNotEqualTo(token);
    }

    @Test
    void when_work_ends_the_links_stop() {
        var token = invitation(invited);
        world.in(() -> {
            world.links.stopAll(invited);
            return null;
        });
        then(chooses(token, null, NEW)).isFalse();
    }

    @ParameterizedTest(name = "''{0}'' is {1}")
    @CsvSource({
        "elf tekens!, TOO_SHORT",
        "wachtwoord123, EASY_TO_GUESS",
        "WACHTWOORD123, EASY_TO_GUESS",
        "aaaaaaaaaaaa, EASY_TO_GUESS",
        "abababababab, EASY_TO_GUESS"
    })
    void a_weak_password_is_refused_and_the_link_still_works(String password, WeakPassword.Why why) {
        // given
        var token = invitation(invited);
        // then
        thenThrownBy(() -> chooses(token, null, password))
                .isInstanceOfSatisfying(
                        WeakPassword.class, weak -> then(weak.why()).isEqualTo(why));
        then(world.in(() -> world.links.hasPassword(invited))).isFalse();
        then(chooses(token, null, NEW)).isTrue();
    }

    @Test
    void a_password_is_neither_ones_name_nor_longer_than_128_signs() {
        var token = invitation(invited);
        var name = world.userName(invited);
        thenThrownBy(() -> chooses(token, null, "xx" + name.substring(0, name.indexOf('@')) + "xx yy"))
                .isInstanceOf(WeakPassword.class);
        thenThrownBy(() -> chooses(token, null, "abcdefgh".repeat(16) + "x")).isInstanceOf(WeakPassword.class);
        then(chooses(token, null, "abcdefgh".repeat(16))).isTrue();
    }

    // a new password takes two people

    private void has_a_password_and_a_second_factor() {
        chooses(invitation(invited), null, SignInWorld.PASSWORD);
    }

    @Test
    void a_reset_needs_the_link_of_one_and_the_code_of_another() {
        // given
        has_a_password_and_a_second_factor();
        var reset = reset(invited);
        then(world.in(() -> world.links.look(reset.link()))).hasValue(new Links.Offer(invited, true));
        // then the link alone is worth nothing, and so is the code
        then(chooses(reset.link(), null, NEW)).isFalse();
        then(chooses(reset.link(), "", NEW)).isFalse();
        then(chooses(reset.code(), reset.code(), NEW)).isFalse();
        then(signsIn(invited, SignInWorld.PASSWORD)).isTrue();
        // and both together set it, once
        then(chooses(reset.link(), reset.code(), NEW)).isTrue();
        then(signsIn(invited, NEW)).isTrue();
        then(signsIn(invited, SignInWorld.PASSWORD)).isFalse();
        then(chooses(reset.link(), reset.code(), "weer iets heel anders")).isFalse();
    }

    @Test
    void before_a_second_person_agreed_no_code_fits() {
        has_a_password_and_a_second_factor();
        var link = world.in(() -> world.links.beginReset(invited, els));
        then(chooses(link, null, NEW)).isFalse();
        then(chooses(link, "", NEW)).isFalse();
        then(chooses(link, "BBBB-BBBB-BBBB", NEW)).isFalse();
    }

    @Test
    void neither_who_began_it_nor_who_it_is_for_can_agree() {
        has_a_password_and_a_second_factor();
        world.in(() -> world.links.beginReset(invited, els));
        thenThrownBy(() -> world.in(() -> world.links.approveReset(waiting(invited), els)))
                .isInstanceOf(IllegalArgumentException.class);
        thenThrownBy(() -> world.in(() -> world.links.approveReset(waiting(invited), invited)))
                .isInstanceOf(IllegalArgumentException.class);
        then(world.in(() -> world.links.waiting(List.of(invited)))).hasSize(1);
    }

    @Test
    void it_is_agreed_to_once() {
        has_a_password_and_a_second_factor();
        world.in(() -> world.links.beginReset(invited, els));
        var id = waiting(invited);
        world.in(() -> world.links.approveReset(id, karim));
        thenThrownBy(() -> world.in(() -> world.links.approveReset(id, karim)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_reset_holds_until_just_before_a_day() {
        has_a_password_and_a_second_factor();
        var late = reset(invited);
        world.clock.turn(Duration.ofHours(24));
        then(chooses(late.link(), late.code(), NEW)).isFalse();
        var intime = reset(invited);
        world.clock.turn(Duration.ofHours(24).minusNanos(1_000));
        then(chooses(intime.link(), intime.code(), NEW)).isTrue();
    }

    @Test
    void the_code_may_be_typed_in_small_letters_without_dashes() {
        has_a_password_and_a_second_factor();
        var reset = reset(invited);
        then(chooses(
                        reset.link(),
                        reset.code().toLowerCase(java.util.Locale.ROOT).replace("-", ""),
                        NEW))
                .isTrue();
    }

    @Test
    void guessing_the_code_is_slowed_also_when_the_right_one_comes() {
        // given
        has_a_password_and_a_second_factor();
        var reset = reset(invited);
        for (int i = 0; i < 3; i++) {
            then(chooses(reset.link(), "BBBB-BBBB-BBB" + "BCD".charAt(i), NEW)).isFalse();
        }
        // then
        then(chooses(reset.link(), reset.code(), NEW)).isFalse();
        world.clock.turn(Duration.ofSeconds(2));
        then(chooses(reset.link(), reset.code(), NEW)).isTrue();
    }

    @Test
    void a_reset_takes_the_second_factor_away_and_ends_open_sessions() {
        // given
        var reader = world.personWithPassword(agency, Function.CARE_COORDINATOR);
        var name = world.userName(reader);
        var pending = ((SignInStep.EnrolmentNeeded)
                        world.in(() -> world.signIn.withPassword(name, SignInWorld.PASSWORD.toCharArray(), OFFICE)))
                .pending();
        var enrolment = world.signIn.enrolment(pending);
        var code = "%06d"
                .formatted(Totp.code(enrolment.secret(), world.clock.instant().getEpochSecond() / 30, 1_000_000));
        var paper = world.in(() -> world.signIn.confirm(pending, enrolment, code, OFFICE))
                .orElseThrow()
                .recoveryCodes();
        var open = world.session(reader, Function.CARE_COORDINATOR);
        // when
        var reset = reset(reader);
        then(chooses(reset.link(), reset.code(), NEW)).isTrue();
        // then
        thenThrownBy(() -> world.acting(open)).isInstanceOf(nl.samenzicht.security.directory.NotSignedIn.class);
        var step = world.in(() -> world.signIn.withPassword(name, NEW.toCharArray(), OFFICE));
        then(step).isInstanceOf(SignInStep.EnrolmentNeeded.class);
        // and the old recovery codes open nothing
        then(world.in(() -> world.signIn.withRecoveryCode(
                        ((SignInStep.EnrolmentNeeded) step).pending(), paper.get(0), OFFICE)))
                .isInstanceOf(SignInStep.Refused.class);
    }

    @Test
    void beginning_a_reset_takes_nothing_away_from_who_it_is_for() {
        has_a_password_and_a_second_factor();
        world.in(() -> world.links.beginReset(invited, els));
        then(signsIn(invited, SignInWorld.PASSWORD)).isTrue();
    }
}
