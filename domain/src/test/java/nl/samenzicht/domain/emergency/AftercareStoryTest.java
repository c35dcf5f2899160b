package nl.samenzicht.domain.emergency;

import static org.assertj.core.api.BDDAssertions.catchThrowableOfType;
import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenCode;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import nl.samenzicht.domain.casefile.Cooperation;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.casefile.OpenCase;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.world.CaseworkWorld;
import nl.samenzicht.domain.world.TestNotices.Told;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.AssuranceLevel;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.security.directory.SessionId;
import nl.samenzicht.security.policy.Purpose;
import nl.samenzicht.security.policy.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What follows after the glass was broken: a review that is waited for, and no more of it until somebody looked. */
class AftercareStoryTest {
    private static final String WHY = "Ze belt in paniek vanaf de straat";
    private static final String NOTE = "De nood was echt en er is niet meer bekeken dan nodig";

    /** The world begins on a Monday at eleven in Amsterdam; five working days later ends with the Monday after. */
    private static final Instant LAST_MOMENT = Instant.parse("2026-11-30T22:59:59Z");

    private CaseworkWorld world;
    private ActingProfessional carer;
    private ActingProfessional officer;
    private CaseFileId file;

    @BeforeEach
    void a_case_and_a_carer_who_takes_no_part_in_it() {
        world = new CaseworkWorld();
        carer = world.carer;
        officer = at(carer, Function.PRIVACY_OFFICER, "Wouter Dekker");
        file = world.as(
                        world.coordinator,
                        () -> world.caseFiles.open(new OpenCase(Cooperation.single()), Purpose.SUPPORT))
                .id();
    }

    private ActingProfessional at(ActingProfessional where, Function function, String name) {
        return new ActingProfessional(
                world.directory.hire(where.agency(), name, function),
                where.agency(),
                where.agencyType(),
                function,
                AssuranceLevel.TWO_FACTOR,
                new SessionId(UUID.randomUUID()));
    }

    private Instant breaksGlass(ActingProfessional who) {
        return world.as(who, () -> world.emergencies.use(file, WHY, Duration.ofHours(1)));
    }

    private Reason told(ActingProfessional who) {
        return catchThrowableOfType(AccessDenied.class, () -> breaksGlass(who)).told();
    }

    private void until(Instant moment) {
        world.clock.turn(Duration.between(world.clock.instant(), moment));
    }

    private void reviewed() {
        var waiting = world.as(officer, () -> world.emergencies.reviews().waiting());
        waiting.forEach(use ->
                world.does(officer, () -> world.emergencies.review(use.id(), Verdict.LAWFUL, NOTE, Purpose.OVERSIGHT)));
    }

    @Test
    void a_review_that_is_late_suspends_who_used_it_until_it_was_given() {
        // given
        breaksGlass(carer);
        until(LAST_MOMENT);
        breaksGlass(carer);
        // when
        world.clock.turn(Duration.ofSeconds(1));
        // then the reason is told, also to who takes no part in the case
        then(told(carer)).isEqualTo(Reason.REVIEW_OVERDUE);
        thenCode(() -> breaksGlass(world.colleagueOf(carer))).doesNotThrowAnyException();
        // when
        reviewed();
        // then
        thenCode(() -> breaksGlass(carer)).doesNotThrowAnyException();
    }

    @Test
    void three_late_reviews_suspend_everybody_at_the_agency_and_nobody_elsewhere() {
        // given
        breaksGlass(world.colleagueOf(carer));
        breaksGlass(world.colleagueOf(carer));
        until(LAST_MOMENT.plusSeconds(1));
        thenCode(() -> breaksGlass(carer)).doesNotThrowAnyException();
        // when
        world.clock.turn(Duration.ofDays(14));
        // then
        then(told(world.colleagueOf(carer))).isEqualTo(Reason.REVIEW_OVERDUE);
        thenCode(() -> breaksGlass(world.youthWorker)).doesNotThrowAnyException();
        // when
        reviewed();
        // then
        thenCode(() -> breaksGlass(world.colleagueOf(carer))).doesNotThrowAnyException();
    }

    @Test
    void what_was_opened_already_stays_open_while_more_is_refused() {
        // given
        breaksGlass(carer);
        until(LAST_MOMENT.minusSeconds(60));
        breaksGlass(carer);
        until(LAST_MOMENT.plusSeconds(60));
        // then
        then(world.as(carer, () -> world.emergencies.openUntil(file))).isPresent();
        then(told(carer)).isEqualTo(Reason.REVIEW_OVERDUE);
    }

    @Test
    void nobody_skips_the_review_by_giving_it_to_themselves_or_in_the_database() {
        // given
        breaksGlass(carer);
        until(LAST_MOMENT.plusSeconds(1));
        // when
        world.sql("update break_glass set verdict = 'LAWFUL', reviewed_at = valid_from, reviewed_by = id,"
                + " review_due = '2099-01-01'");
        // then
        then(told(carer)).isEqualTo(Reason.REVIEW_OVERDUE);
        var self = new ActingProfessional(
                carer.professional(),
                carer.agency(),
                carer.agencyType(),
                Function.PRIVACY_OFFICER,
                AssuranceLevel.TWO_FACTOR,
                carer.session());
        thenThrownBy(() -> {
                    var id = UUID.fromString(world.ask("select id from break_glass"));
                    world.does(self, () -> world.emergencies.review(id, Verdict.LAWFUL, NOTE, Purpose.OVERSIGHT));
                })
                .isInstanceOf(NotPossible.class);
    }

    @Test
    void from_the_fiftieth_within_an_hour_on_the_officers_are_alarmed_at_once() {
        // given
        var alarm = new Told(carer.agency(), Function.PRIVACY_OFFICER, "emergency.many");
        for (int use = 1; use < BreakGlassService.MANY_IN_AN_HOUR; use++) {
            breaksGlass(carer);
            world.clock.turn(Duration.ofMinutes(1));
        }
        then(world.notices.told).doesNotContain(alarm);
        // when
        breaksGlass(carer);
        // then
        then(world.notices.told)
                .contains(alarm, new Told(carer.agency(), Function.DATA_PROTECTION_OFFICER, "emergency.many"));
        // when an hour has passed
        world.notices.told.clear();
        world.clock.turn(Duration.ofHours(1));
        breaksGlass(carer);
        // then
        then(world.notices.told).doesNotContain(alarm);
    }
}
