package nl.samenzicht.security.signin;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import java.time.Duration;
import java.util.List;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.security.access.AccessRequest;
import nl.samenzicht.security.access.ResourceRef;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.AgencyType;
import nl.samenzicht.security.directory.AssuranceLevel;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.security.directory.NotSignedIn;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.directory.SessionId;
import nl.samenzicht.security.policy.Action;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Purpose;
import nl.samenzicht.security.policy.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SignInTest {
    private static final Visitor OFFICE = SignInWorld.OFFICE;
    private static final Visitor STRANGER = SignInWorld.STRANGER;
    private static final Visitor HOME = new Visitor("203.0.113.7", "Safari at home");
    private static final char[] RIGHT = SignInWorld.PASSWORD.toCharArray();
    private static final char[] WRONG = "niet dit wachtwoord".toCharArray();
    private static final SignInStep WRONG_ONE = new SignInStep.Refused(Duration.ZERO);

    private static SignInWorld world;
    private static AgencyId municipality;

    private ProfessionalId adviser;
    private String name;

    @BeforeAll
    static void start() {
        world = new SignInWorld();
        municipality = world.agency(AgencyType.MUNICIPALITY);
    }

    @BeforeEach
    void somebody_who_sees_figures_only() {
        world.settings.put("samenzicht.mode", "production");
        adviser = world.personWithPassword(municipality, Function.POLICY_ADVISER);
        name = world.userName(adviser);
    }

    /** Later tests must not wait for what earlier ones did. */
    @AfterEach
    void a_day_later() {
        world.sql("delete from sign_in_throttle");
        world.settings.clear();
    }

    private static SignInStep tries(String name, char[] password, Visitor visitor) {
        return world.in(() -> world.signIn.withPassword(name, password.clone(), visitor));
    }

    private static SessionId signedIn(SignInStep step) {
        then(step).isInstanceOf(SignInStep.SignedIn.class);
        return ((SignInStep.SignedIn) step).session();
    }

    private static Duration waiting(SignInStep step) {
        then(step).isInstanceOf(SignInStep.Refused.class);
        return ((SignInStep.Refused) step).waitFor();
    }

    private static String code(Enrolment enrolment, long stepsFromNow) {
        long step = world.clock.instant().getEpochSecond() / 30 + stepsFromNow;
        return "%06d".formatted(Totp.code(enrolment.secret(), step, 1_000_000));
    }

    /** What somebody has at hand after setting up the second factor. */
    private record Phone(ProfessionalId who, String name, Enrolment enrolment, List<String> paper) {}

    private static Phone withSecondFactor(Function... functions) {
        var who = world.personWithPassword(municipality, functions);
        var name = world.userName(who);
        var pending = ((SignInStep.EnrolmentNeeded) tries(name, RIGHT, OFFICE)).pending();
        var enrolment = world.signIn.enrolment(pending);
        var enrolled = world.in(() -> world.signIn.confirm(pending, enrolment, code(enrolment, 0), OFFICE))
                .orElseThrow();
        world.clock.turn(Duration.ofMinutes(2));
        return new Phone(who, name, enrolment, enrolled.recoveryCodes());
    }

    private static PendingSignIn halfway(Phone phone) {
        var step = tries(phone.name(), RIGHT, OFFICE);
        then(step).isInstanceOf(SignInStep.SecondFactorNeeded.class);
        return ((SignInStep.SecondFactorNeeded) step).pending();
    }

    private static SignInStep withCode(PendingSignIn pending, String code) {
        return world.in(() -> world.signIn.withCode(pending, code, OFFICE));
    }

    private static SignInStep withPaper(PendingSignIn pending, String code) {
        return world.in(() -> world.signIn.withRecoveryCode(pending, code, OFFICE));
    }

    private static long lines(String action, String outcome) {
        return Long.parseLong(world.ask(
                "select count(*) from ledger_entry where action = '" + action + "' and outcome = '" + outcome + "'"));
    }

    // the password

    @Test
    void the_right_password_signs_in_who_needs_no_second_factor() {
        // when
        var session = signedIn(tries(name, RIGHT, OFFICE));
        // then
        var who = world.acting(session);
        then(who.professional()).isEqualTo(adviser);
        then(who.function()).isEqualTo(Function.POLICY_ADVISER);
        then(who.assurance()).isEqualTo(AssuranceLevel.PASSWORD);
    }

    @Test
    void a_password_is_the_same_however_the_keyboard_composes_its_letters() {
        // given
        var person = world.person(municipality, Function.POLICY_ADVISER);
        var token = world.in(() -> world.links.invite(person, adviser));
        world.in(() -> world.links.choosePassword(
                token, java.util.Optional.empty(), "cr\u00e8me br\u00fbl\u00e9e met thee".toCharArray(), OFFICE));
        // then
        signedIn(tries(world.userName(person), "cre\u0300me bru\u0302le\u0301e met thee".toCharArray(), OFFICE));
    }

    @Test
    void only_an_argon2id_hash_is_kept() {
        then(world.ask("select password_hash from account where professional_id = '" + adviser + "'"))
                .contains("$argon2id$")
                .doesNotContain(SignInWorld.PASSWORD);
    }

    @Test
    void a_wrong_password_an_unknown_name_and_an_account_without_password_get_the_same_answer() {
        // given
        var invited = world.person(municipality, Function.POLICY_ADVISER);
        var gone = world.personWithPassword(municipality, Function.POLICY_ADVISER);
        world.in(() -> {
            world.membership.leave(gone, adviser);
            return null;
        });
        // then
        then(tries(name, WRONG, STRANGER)).isEqualTo(WRONG_ONE);
        then(tries("nobody@waterdam.example", WRONG, STRANGER)).isEqualTo(WRONG_ONE);
        then(tries(world.userName(invited), WRONG, STRANGER)).isEqualTo(WRONG_ONE);
        then(tries(world.userName(gone), RIGHT, STRANGER)).isEqualTo(WRONG_ONE);
    }

    @Test
    void an_unknown_name_is_checked_against_a_hash_as_a_known_one_is() {
        // given
        long known = effort(name);
        // when
        long unknown = effort("nobody@waterdam.example");
        // then both cost a hash of 64 MiB; without it the answer would come a hundred times sooner
        then(unknown).isGreaterThan(known / 3);
        then(known).isGreaterThan(unknown / 3);
    }

    /** Time of the processor and not of the clock, so that a busy machine does not decide. */
    private static long effort(String name) {
        var thread = java.lang.management.ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long begun = thread.getCurrentThreadCpuTime();
            tries(name, WRONG, new Visitor("198.51.100." + i, "curl"));
            least = Math.min(least, thread.getCurrentThreadCpuTime() - begun);
        }
        return least;
    }

    @Test
    void the_name_that_was_tried_does_not_stand_in_the_log_when_nobody_has_it() {
        // given
        long before = lines("SIGN_IN", "FAILED");
        // when somebody types the password in the wrong field
        tries("vier paarden in de wei", WRONG, STRANGER);
        // then
        then(lines("SIGN_IN", "FAILED")).isEqualTo(before + 1);
        then(world.ask("select professional from ledger_entry where action = 'SIGN_IN' order by seq desc limit 1"))
                .isNull();
        then(world.ask("select count(*) from sign_in_throttle where account_key = unhex(repeat('0', 64))"))
                .isEqualTo("1");
    }

    // the brake on guessing

    @ParameterizedTest(name = "after {0} failures one waits {1} seconds")
    @CsvSource({"0,0", "1,0", "2,0", "3,2", "4,4", "5,8", "8,64", "11,512", "12,900", "13,900", "2147483647,900"})
    void each_failure_after_the_third_doubles_the_wait_up_to_a_quarter_of_an_hour(int failures, long seconds) {
        then(Throttle.delay(failures)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void after_three_wrong_ones_the_right_one_must_wait_too() {
        // given
        for (int i = 0; i < 3; i++) {
            then(waiting(tries(name, WRONG, STRANGER))).isZero();
        }
        // then
        then(waiting(tries(name, RIGHT, STRANGER))).isEqualTo(Duration.ofSeconds(2));
        world.clock.turn(Duration.ofMillis(1_999));
        then(waiting(tries(name, RIGHT, STRANGER))).isEqualTo(Duration.ofMillis(1));
        world.clock.turn(Duration.ofMillis(1));
        signedIn(tries(name, RIGHT, STRANGER));
        // and success clears the count
        then(waiting(tries(name, WRONG, STRANGER))).isZero();
        then(waiting(tries(name, WRONG, STRANGER))).isZero();
    }

    @Test
    void a_stranger_who_fails_on_purpose_slows_only_their_own_address() {
        // given
        for (int i = 0; i < 12; i++) {
            world.make(Throttle.class).failed(name, STRANGER);
        }
        then(waiting(tries(name, RIGHT, STRANGER))).isEqualTo(Duration.ofMinutes(15));
        // then
        signedIn(tries(name, RIGHT, OFFICE));
    }

    @Test
    void many_strangers_together_do_not_slow_the_owner_either() {
        // given
        for (int i = 0; i < 40; i++) {
            world.make(Throttle.class).failed(name, new Visitor("203.0.113." + i, "curl"));
        }
        // then
        signedIn(tries(name, RIGHT, OFFICE));
    }

    @Test
    void an_address_that_fails_on_many_accounts_waits_a_minute_but_who_was_here_before_does_not() {
        // given somebody who signed in here before, and a colleague who did not
        signedIn(tries(name, RIGHT, OFFICE));
        var newcomer = world.personWithPassword(municipality, Function.POLICY_ADVISER);
        // when more than thirty failures come from the office
        for (int i = 0; i < 31; i++) {
            world.make(Throttle.class).failed("guess" + i + "@waterdam.example", OFFICE);
        }
        // then
        then(waiting(tries(world.userName(newcomer), RIGHT, OFFICE))).isEqualTo(Duration.ofMinutes(1));
        signedIn(tries(name, RIGHT, OFFICE));
        // and elsewhere, or a minute later, nobody waits
        signedIn(tries(world.userName(newcomer), RIGHT, HOME));
        world.clock.turn(Duration.ofMinutes(1));
        signedIn(tries(world.userName(newcomer), RIGHT, OFFICE));
    }

    @Test
    void failures_of_yesterday_are_forgotten() {
        // given
        for (int i = 0; i < 10; i++) {
            world.make(Throttle.class).failed(name, STRANGER);
        }
        // when
        world.clock.turn(Duration.ofHours(24).plusSeconds(1));
        tries(name, WRONG, STRANGER);
        // then
        then(waiting(tries(name, WRONG, STRANGER))).isZero();
        signedIn(tries(name, RIGHT, STRANGER));
    }

    // the second factor

    @ParameterizedTest(name = "{0}")
    @EnumSource(
            value = Function.class,
            names = {"CARE_COORDINATOR", "ATTENTION_OFFICER", "PRIVACY_OFFICER", "DATA_PROTECTION_OFFICER"})
    void in_production_who_reads_content_or_the_log_first_gets_a_second_factor(Function function) {
        var reader = world.personWithPassword(municipality, function);
        then(tries(world.userName(reader), RIGHT, OFFICE)).isInstanceOf(SignInStep.EnrolmentNeeded.class);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Function.class)
    void every_function_but_the_one_that_sees_figures_asks_for_two_people_and_two_factors(Function function) {
        then(function.needsSecondPerson()).isEqualTo(function != Function.POLICY_ADVISER);
    }

    @Test
    void a_second_factor_cannot_be_switched_off_in_production() {
        // given a slip in the settings
        world.settings.put("samenzicht.second-factor.required", "false");
        var reader = world.personWithPassword(municipality, Function.CARE_COORDINATOR);
        // then
        then(tries(world.userName(reader), RIGHT, OFFICE)).isInstanceOf(SignInStep.EnrolmentNeeded.class);
    }

    @ParameterizedTest(name = "mode ''{0}'' asks for a second factor: {1}")
    @CsvSource({"production, true", "'', true", "Demo, true", "demonstration, true", "demo, false"})
    void anything_but_the_plain_word_demo_is_production(String mode, boolean asks) {
        world.settings.put("samenzicht.mode", mode);
        var reader = world.personWithPassword(municipality, Function.CARE_COORDINATOR);
        then(tries(world.userName(reader), RIGHT, OFFICE) instanceof SignInStep.EnrolmentNeeded)
                .isEqualTo(asks);
    }

    @Test
    void demo_can_ask_for_a_second_factor_as_well() {
        world.settings.put("samenzicht.mode", "demo");
        world.settings.put("samenzicht.second-factor.required", "true");
        var reader = world.personWithPassword(municipality, Function.CARE_COORDINATOR);
        then(tries(world.userName(reader), RIGHT, OFFICE)).isInstanceOf(SignInStep.EnrolmentNeeded.class);
    }

    @Test
    void a_password_and_a_code_sign_in_with_two_factors() {
        // given
        var phone = withSecondFactor(Function.CARE_COORDINATOR);
        // when
        var session = signedIn(withCode(halfway(phone), code(phone.enrolment(), 0)));
        // then
        then(world.acting(session).assurance()).isEqualTo(AssuranceLevel.TWO_FACTOR);
    }

    @Test
    void a_code_cannot_be_used_twice_nor_one_that_is_older() {
        // given
        var phone = withSecondFactor(Function.CARE_COORDINATOR);
        var code = code(phone.enrolment(), 0);
        signedIn(withCode(halfway(phone), code));
        // then
        then(withCode(halfway(phone), code)).isEqualTo(WRONG_ONE);
        then(withCode(halfway(phone), code(phone.enrolment(), -1))).isEqualTo(WRONG_ONE);
        signedIn(withCode(halfway(phone), code(phone.enrolment(), 1)));
    }

    @Test
    void the_code_that_confirmed_the_second_factor_is_used_up() {
        // given
        var who = world.personWithPassword(municipality, Function.CARE_COORDINATOR);
        var pending = ((SignInStep.EnrolmentNeeded) tries(world.userName(who), RIGHT, OFFICE)).pending();
        var enrolment = world.signIn.enrolment(pending);
        var code = code(enrolment, 0);
        then(world.in(() -> world.signIn.confirm(pending, enrolment, code, OFFICE)))
                .isPresent();
        // then
        var again = ((SignInStep.SecondFactorNeeded) tries(world.userName(who), RIGHT, OFFICE)).pending();
        then(withCode(again, code)).isEqualTo(WRONG_ONE);
    }

    @Test
    void a_wrong_code_confirms_nothing() {
        var who = world.personWithPassword(municipality, Function.CARE_COORDINATOR);
        var pending = ((SignInStep.EnrolmentNeeded) tries(world.userName(who), RIGHT, OFFICE)).pending();
        var enrolment = world.signIn.enrolment(pending);
        then(world.in(() -> world.signIn.confirm(pending, enrolment, code(enrolment, 3), OFFICE)))
                .isEmpty();
        then(world.in(() -> world.signIn.hasSecondFactor(who))).isFalse();
    }

    @Test
    void somebody_halfway_is_nobody_after_five_minutes() {
        // given
        var phone = withSecondFactor(Function.CARE_COORDINATOR);
        var pending = halfway(phone);
        // when
        world.clock.turn(Duration.ofMinutes(5));
        // then
        then(withCode(pending, code(phone.enrolment(), 0))).isEqualTo(WRONG_ONE);
    }

    @Test
    void guessing_codes_is_slowed_like_guessing_passwords_and_the_password_does_not_reset_it() {
        // given
        var phone = withSecondFactor(Function.CARE_COORDINATOR);
        for (int i = 0; i < 3; i++) {
            then(withCode(halfway(phone), code(phone.enrolment(), 7 + i))).isEqualTo(WRONG_ONE);
        }
        // then
        then(waiting(tries(phone.name(), RIGHT, OFFICE))).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void the_secret_is_kept_sealed() {
        var phone = withSecondFactor(Function.CARE_COORDINATOR);
        var kept = world.ask("select hex(totp_sealed) from account where professional_id = '" + phone.who() + "'");
        then(kept)
                .doesNotContain(java.util.HexFormat.of()
                        .withUpperCase()
                        .formatHex(phone.enrolment().secret()));
    }

    @Test
    void a_secret_moved_to_another_account_does_not_open_there() {
        // given
        var mine = withSecondFactor(Function.CARE_COORDINATOR);
        var theirs = withSecondFactor(Function.CARE_COORDINATOR);
        world.sql("update account t join account m on m.professional_id = '" + mine.who()
                + "' set t.totp_sealed = m.totp_sealed where t.professional_id = '" + theirs.who() + "'");
        // then
        then(opens(theirs, code(mine.enrolment(), 0))).isFalse();
    }

    private static boolean opens(Phone phone, String code) {
        try {
            return withCode(halfway(phone), code) instanceof SignInStep.SignedIn;
        } catch (RuntimeException | AssertionError refused) {
            return false;
        }
    }

    // recovery codes

    @Test
    void there_are_ten_recovery_codes_and_each_works_once() {
        // given
        var phone = withSecondFactor(Function.CARE_COORDINATOR);
        then(phone.paper()).hasSize(10).doesNotHaveDuplicates();
        var code = phone.paper().get(3);
        // when
        var session = signedIn(withPaper(halfway(phone), code));
        // then
        then(world.acting(session).assurance()).isEqualTo(AssuranceLevel.TWO_FACTOR);
        then(withPaper(halfway(phone), code)).isEqualTo(WRONG_ONE);
        signedIn(withPaper(halfway(phone), phone.paper().get(4)));
    }

    @Test
    void a_recovery_code_may_be_typed_in_small_letters_and_without_dashes() {
        var phone = withSecondFactor(Function.CARE_COORDINATOR);
        var typed = phone.paper().get(0).toLowerCase(java.util.Locale.ROOT).replace("-", " ");
        signedIn(withPaper(halfway(phone), typed));
    }

    @Test
    void a_recovery_code_of_somebody_else_is_worth_nothing() {
        var mine = withSecondFactor(Function.CARE_COORDINATOR);
        var theirs = withSecondFactor(Function.CARE_COORDINATOR);
        then(withPaper(halfway(theirs), mine.paper().get(0))).isEqualTo(WRONG_ONE);
        signedIn(withPaper(halfway(mine), mine.paper().get(0)));
    }

    @Test
    void a_new_second_factor_makes_the_old_codes_worthless() {
        // given
        var phone = withSecondFactor(Function.CARE_COORDINATOR);
        var session = signedIn(withCode(halfway(phone), code(phone.enrolment(), 0)));
        var who = world.acting(session);
        var other = world.in(() -> world.signIn.enrolment(who));
        // when
        then(world.in(() -> world.signIn.confirm(who, WRONG.clone(), other, code(other, 0), OFFICE)))
                .as("without the password")
                .isEmpty();
        then(world.in(() -> world.signIn.confirm(who, RIGHT.clone(), other, code(other, 0), OFFICE)))
                .isPresent();
        // then
        then(withPaper(halfway(phone), phone.paper().get(0))).isEqualTo(WRONG_ONE);
        then(withCode(halfway(phone), code(phone.enrolment(), 1))).isEqualTo(WRONG_ONE);
    }

    @Test
    void nobody_enrols_over_a_second_factor_that_is_there() {
        // given two browsers halfway
        var who = world.personWithPassword(municipality, Function.CARE_COORDINATOR);
        var one = ((SignInStep.EnrolmentNeeded) tries(world.userName(who), RIGHT, OFFICE)).pending();
        var two = ((SignInStep.EnrolmentNeeded) tries(world.userName(who), RIGHT, STRANGER)).pending();
        var first = world.signIn.enrolment(one);
        var second = world.signIn.enrolment(two);
        // when
        then(world.in(() -> world.signIn.confirm(one, first, code(first, 0), OFFICE)))
                .isPresent();
        // then
        then(world.in(() -> world.signIn.confirm(two, second, code(second, 0), STRANGER)))
                .isEmpty();
    }

    @Test
    void who_needs_a_second_factor_cannot_go_round_it_by_choosing_a_function() {
        // given
        var who = world.personWithPassword(municipality, Function.CARE_COORDINATOR, Function.POLICY_ADVISER);
        var pending = ((SignInStep.EnrolmentNeeded) tries(world.userName(who), RIGHT, OFFICE)).pending();
        var holding = world.holding(who, Function.CARE_COORDINATOR);
        // when
        var step = world.in(() -> world.signIn.inFunction(pending, holding, OFFICE));
        // then
        then(step).isInstanceOf(SignInStep.EnrolmentNeeded.class);
    }

    @Test
    void who_gets_a_reading_function_while_signed_in_without_a_second_factor_reads_nothing() {
        // given
        var session = signedIn(tries(name, RIGHT, OFFICE));
        world.in(() -> world.membership.start(adviser, Function.PRIVACY_OFFICER, java.util.Optional.empty()));
        var who = world.acting(session);
        var officer = world.holding(adviser, Function.PRIVACY_OFFICER);
        // when
        var changed = world.in(() -> world.signIn.changeFunction(who, officer, OFFICE));
        // then the gate refuses, and says what is missing
        thenThrownBy(() -> world.as(
                        changed,
                        () -> world.gate.admit(AccessRequest.of(
                                world.subject.current(),
                                Action.VIEW_LOG,
                                new ResourceRef.OfAgency(DataCategory.LOG),
                                Purpose.OVERSIGHT,
                                world.clock.instant()))))
                .isInstanceOfSatisfying(
                        AccessDenied.class, denied -> then(denied.told()).isEqualTo(Reason.SECOND_FACTOR_MISSING));
    }

    // functions

    @Test
    void who_holds_two_functions_chooses_and_cannot_choose_one_of_somebody_else() {
        // given
        var who = world.personWithPassword(municipality, Function.POLICY_ADVISER, Function.SIGNATORY);
        world.settings.put("samenzicht.mode", "demo");
        var step = (SignInStep.FunctionNeeded) tries(world.userName(who), RIGHT, OFFICE);
        // then
        then(step.functions()).extracting("function").containsExactly(Function.POLICY_ADVISER, Function.SIGNATORY);
        var foreign = world.holding(adviser, Function.POLICY_ADVISER);
        then(world.in(() -> world.signIn.inFunction(step.pending(), foreign, OFFICE)))
                .isEqualTo(WRONG_ONE);
        var own = world.holding(who, Function.SIGNATORY);
        signedIn(world.in(() -> world.signIn.inFunction(step.pending(), own, OFFICE)));
    }

    @Test
    void somebody_signed_in_cannot_change_to_a_function_of_somebody_else() {
        var session = signedIn(tries(name, RIGHT, OFFICE));
        var who = world.acting(session);
        var foreign = world.holding(world.person(municipality, Function.CARE_COORDINATOR), Function.CARE_COORDINATOR);
        thenThrownBy(() -> world.in(() -> world.signIn.changeFunction(who, foreign, OFFICE)))
                .isInstanceOf(IllegalArgumentException.class);
        then(world.acting(session)).isEqualTo(who);
    }

    @Test
    void changing_function_ends_the_session_before_it() {
        // given
        var who = world.person(municipality, Function.SIGNATORY, Function.POLICY_ADVISER);
        var session = world.session(who, Function.SIGNATORY);
        var acting = world.acting(session);
        // when
        var next = world.in(
                () -> world.signIn.changeFunction(acting, world.holding(who, Function.POLICY_ADVISER), OFFICE));
        // then
        then(world.acting(next).function()).isEqualTo(Function.POLICY_ADVISER);
        thenThrownBy(() -> world.acting(session)).isInstanceOf(NotSignedIn.class);
    }

    @Test
    void somebody_without_any_function_is_told_so_and_not_signed_in() {
        var who = world.personWithPassword(municipality);
        then(tries(world.userName(who), RIGHT, OFFICE))
                .isInstanceOfSatisfying(
                        SignInStep.FunctionNeeded.class,
                        step -> then(step.functions()).isEmpty());
    }

    @Test
    void signing_in_and_failing_to_are_on_record() {
        // given
        long in = lines("SIGN_IN", "RECORDED");
        long failed = lines("SIGN_IN", "FAILED");
        // when
        tries(name, WRONG, OFFICE);
        tries(name, RIGHT, OFFICE);
        // then
        then(lines("SIGN_IN", "RECORDED")).isEqualTo(in + 1);
        then(lines("SIGN_IN", "FAILED")).isEqualTo(failed + 1);
        then(world.ask("select access_point from ledger_entry where action = 'SIGN_IN' order by seq desc limit 1"))
                .isEqualTo(OFFICE.address());
    }
}
