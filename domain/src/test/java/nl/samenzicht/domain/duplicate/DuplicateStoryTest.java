package nl.samenzicht.domain.duplicate;

import static org.assertj.core.api.BDDAssertions.catchThrowableOfType;
import static org.assertj.core.api.BDDAssertions.then;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenzicht.domain.casefile.Cooperation;
import nl.samenzicht.domain.casefile.ItemKind;
import nl.samenzicht.domain.casefile.NotPossible;
import nl.samenzicht.domain.casefile.OpenCase;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.world.CaseworkWorld;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Framework;
import nl.samenzicht.security.policy.Purpose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two cases of one agency about one person: found when the second is recorded, decided on by somebody, and taken back. */
class DuplicateStoryTest {

    private static final CaseworkWorld WORLD = new CaseworkWorld();
    private static final String WHY = "Zelfde litteken en zelfde moeder";

    private final ActingProfessional coordinator = WORLD.coordinator;
    private CaseFileId one;
    private CaseFileId other;

    @BeforeEach
    void twoCases() {
        WORLD.sql("delete from duplicate_decision");
        WORLD.sql("delete from alike");
        WORLD.sql("delete from linkage_token");
        WORLD.sql("delete from linkage_record");
        one = person(coordinator, "Katarzyna", "Wójcikowska", "1988-07-21");
        other = person(coordinator, "Kasia", "Wojcikowska", "1988-07-12");
    }

    @Test
    void a_second_case_of_the_same_person_is_shown_beside_the_first() {
        // when
        var pairs = pairs(coordinator);
        // then
        then(pairs).hasSize(1);
        then(List.of(pairs.get(0).one().id(), pairs.get(0).other().id())).containsExactlyInAnyOrder(one, other);
        var opened = WORLD.as(coordinator, () -> WORLD.duplicates.open(one, other, Purpose.SUPPORT));
        then(opened.one().items()).hasSize(1);
        then(opened.other().items()).hasSize(1);
    }

    @Test
    void what_was_decided_is_kept_with_who_when_and_why_and_can_be_taken_back() {
        // when
        WORLD.as(coordinator, () -> WORLD.duplicates.decide(one, other, Verdict.SAME, WHY, Purpose.SUPPORT));
        // then
        var held = pairs(coordinator).get(0).holds().orElseThrow();
        then(held.verdict()).isEqualTo(Verdict.SAME);
        then(held.why()).isEqualTo(WHY);
        then(held.by()).contains("CARE_COORDINATOR");
        then(held.at()).isEqualTo(WORLD.clock.instant());
        // when
        WORLD.as(
                coordinator,
                () -> WORLD.duplicates.decide(other, one, Verdict.TAKEN_BACK, "Was een vergissing", Purpose.SUPPORT));
        // then
        then(pairs(coordinator).get(0).holds()).isEmpty();
        then(pairs(coordinator).get(0).decisions()).hasSize(2);
        then(WORLD.ask("select count(*) from ledger_entry where action = 'JUDGE_DUPLICATE' and case_id = '%s'"
                        .formatted(one.value())))
                .isEqualTo("2");
    }

    @Test
    void a_decision_that_was_changed_behind_our_back_does_not_count() {
        WORLD.as(coordinator, () -> WORLD.duplicates.decide(one, other, Verdict.DIFFERENT, WHY, Purpose.SUPPORT));
        WORLD.sql("update duplicate_decision set verdict = 'SAME'");
        then(pairs(coordinator).get(0).holds()).isEmpty();
    }

    @Test
    void another_agency_sees_nothing_of_it() {
        person(WORLD.otherCoordinator, "Katarzyna", "Wójcikowska", "1988-07-21");
        then(pairs(WORLD.otherCoordinator)).isEmpty();
        then(catchThrowableOfType(
                        NotPossible.class,
                        () -> WORLD.as(
                                WORLD.otherCoordinator,
                                () -> WORLD.duplicates.decide(one, other, Verdict.SAME, WHY, Purpose.SUPPORT))))
                .isNotNull();
    }

    @Test
    void nothing_is_decided_without_a_reason_nor_taken_back_that_was_not_decided() {
        then(catchThrowableOfType(
                        NotPossible.class,
                        () -> WORLD.as(
                                coordinator,
                                () -> WORLD.duplicates.decide(one, other, Verdict.SAME, "ja", Purpose.SUPPORT))))
                .isNotNull();
        then(catchThrowableOfType(
                        NotPossible.class,
                        () -> WORLD.as(
                                coordinator,
                                () -> WORLD.duplicates.decide(one, other, Verdict.TAKEN_BACK, WHY, Purpose.SUPPORT))))
                .isNotNull();
    }

    private static List<PairView> pairs(ActingProfessional who) {
        return WORLD.as(who, () -> WORLD.duplicates.pairs(Purpose.SUPPORT));
    }

    private static CaseFileId person(ActingProfessional who, String given, String family, String born) {
        var file = WORLD.as(
                        who,
                        () -> WORLD.caseFiles.open(
                                new OpenCase(new Cooperation(Framework.ENKEL, "", Optional.empty())), Purpose.SUPPORT))
                .id();
        WORLD.as(
                who,
                () -> WORLD.caseFiles.record(
                        file,
                        DataCategory.IDENTITY,
                        ItemKind.FIELDS,
                        Map.of("givenNames", given, "familyName", family, "birthDate", born),
                        Purpose.SUPPORT));
        return file;
    }
}
