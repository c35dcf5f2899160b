package nl.samenzicht.domain.casefile;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.samenzicht.domain.casefile.ParticipationService.Invitation;
import nl.samenzicht.domain.consent.ConsentForm;
import nl.samenzicht.domain.consent.ConsentGiver;
import nl.samenzicht.domain.consent.ConsentQuestion;
import nl.samenzicht.domain.consent.GivenBy;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.sharing.EndReason;
import nl.samenzicht.domain.sharing.ShareDraft;
import nl.samenzicht.domain.sharing.ShareId;
import nl.samenzicht.domain.world.CaseworkWorld;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Framework;
import nl.samenzicht.security.policy.Ground;
import nl.samenzicht.security.policy.Purpose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A search finds what the asker may see, by name and by number, and nothing else. */
class CaseSearchTest {

    private static CaseworkWorld world;

    @BeforeAll
    static void start() {
        world = new CaseworkWorld();
    }

    private CaseFileId caseOf(String given, String family) {
        var until = world.clock.instant().plus(Duration.ofDays(300));
        return world.as(world.coordinator, () -> {
            var file = world.caseFiles
                    .open(
                            new OpenCase(new Cooperation(Framework.CONVENANT, "Convenant 2026", Optional.of(until))),
                            Purpose.SUPPORT)
                    .id();
            world.caseFiles.record(
                    file,
                    DataCategory.IDENTITY,
                    ItemKind.FIELDS,
                    Map.of("givenNames", given, "familyName", family, "birthDate", "1999-03-01"),
                    Purpose.SUPPORT);
            return file;
        });
    }

    private ShareId identityShared(CaseFileId file, ActingProfessional to, Set<String> withheld) {
        var until = world.clock.instant().plus(Duration.ofDays(20));
        var share = world.as(world.coordinator, () -> {
            world.participations.invite(
                    file,
                    new Invitation(
                            to.agency(),
                            Optional.empty(),
                            Purpose.SUPPORT,
                            Ground.CONSENT,
                            world.clock.instant(),
                            until),
                    Purpose.SUPPORT);
            var consent = world.consents.record(
                    file,
                    new ConsentQuestion(to.agency(), Purpose.SUPPORT, DataCategory.IDENTITY, until),
                    true,
                    new ConsentGiver(GivenBy.SELF, false, java.util.OptionalInt.of(22), ConsentForm.WRITTEN),
                    Purpose.SUPPORT);
            return world.shares.offer(new ShareDraft(
                    file,
                    DataCategory.IDENTITY,
                    true,
                    Set.of(),
                    withheld,
                    to.agency(),
                    Optional.empty(),
                    Purpose.SUPPORT,
                    Ground.CONSENT,
                    Optional.of(consent),
                    Optional.empty(),
                    Optional.empty(),
                    until));
        });
        world.does(to, () -> world.shares.accept(share, Purpose.SUPPORT));
        return share;
    }

    private java.util.List<CaseFileId> found(ActingProfessional who, SearchKind kind, String typed) {
        return world.as(who, () -> world.searches.find(kind, typed, Purpose.SUPPORT)).hits().stream()
                .map(hit -> hit.name().id())
                .toList();
    }

    @Test
    void a_name_is_found_by_its_owner_however_it_is_written() {
        // given
        var file = caseOf("Zoë Anna", "van den Eikelboom");
        // when, then
        then(found(world.coordinator, SearchKind.NAME, "eikelboom")).containsExactly(file);
        then(found(world.coordinator, SearchKind.NAME, "Zoe EIKELBOOM")).containsExactly(file);
        then(found(world.coordinator, SearchKind.NAME, "Zoe Beukeboom")).isEmpty();
        then(found(world.coordinator, SearchKind.BIRTH_DATE, "01-03-1999")).contains(file);
    }

    @Test
    void others_find_nothing_until_it_is_shared_and_nothing_any_more_after() {
        // given
        var file = caseOf("Roos", "Wilgenroos");
        // when, then
        then(found(world.otherCoordinator, SearchKind.NAME, "Wilgenroos")).isEmpty();
        then(found(world.carer, SearchKind.NAME, "Wilgenroos")).isEmpty();
        var share = identityShared(file, world.carer, Set.of());
        then(found(world.carer, SearchKind.NAME, "Wilgenroos")).containsExactly(file);
        world.does(world.coordinator, () -> world.shares.end(share, EndReason.NO_LONGER_NEEDED, Purpose.SUPPORT));
        then(found(world.carer, SearchKind.NAME, "Wilgenroos")).isEmpty();
    }

    @Test
    void a_field_that_the_share_leaves_out_finds_nothing() {
        // given
        var file = caseOf("Mees", "Zilverberk");
        // when
        identityShared(file, world.otherCarer, Set.of("familyName"));
        // then
        then(found(world.otherCarer, SearchKind.NAME, "Zilverberk")).isEmpty();
        then(found(world.otherCarer, SearchKind.BIRTH_DATE, "01-03-1999")).contains(file);
    }

    @Test
    void what_was_typed_is_on_record_sealed_and_what_is_no_number_is_said() {
        // given
        caseOf("Iris", "Waterlelie");
        // when
        found(world.coordinator, SearchKind.NAME, "Waterlelie");
        // then
        then(world.ask("select count(*) from ledger_entry where action = 'SEARCH' and detail is not null"))
                .isNotEqualTo("0");
        then(world.ask("select count(*) from ledger_entry where convert(detail using latin1) like '%Waterlelie%'"))
                .isEqualTo("0");
        thenThrownBy(() -> found(world.coordinator, SearchKind.BSN, "123456789"))
                .isInstanceOfSatisfying(
                        NotPossible.class, wrong -> then(wrong.messageKey()).isEqualTo("search.error.bsn"));
    }
}
