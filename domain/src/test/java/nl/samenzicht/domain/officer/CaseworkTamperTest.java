package nl.samenzicht.domain.officer;

import static nl.samenzicht.security.ledger.FindingKind.BLOCK_FORGED;
import static nl.samenzicht.security.ledger.FindingKind.BLOCK_MISSING;
import static nl.samenzicht.security.ledger.FindingKind.CASE_FORGED;
import static nl.samenzicht.security.ledger.FindingKind.CONSENT_FORGED;
import static nl.samenzicht.security.ledger.FindingKind.CONSENT_MISSING;
import static nl.samenzicht.security.ledger.FindingKind.CONSENT_OLDER;
import static nl.samenzicht.security.ledger.FindingKind.CONTENT_CHANGED;
import static nl.samenzicht.security.ledger.FindingKind.CONTENT_MISSING;
import static nl.samenzicht.security.ledger.FindingKind.EMERGENCY_FORGED;
import static nl.samenzicht.security.ledger.FindingKind.EMERGENCY_MISSING;
import static nl.samenzicht.security.ledger.FindingKind.ITEM_FORGED;
import static nl.samenzicht.security.ledger.FindingKind.ITEM_MISSING;
import static nl.samenzicht.security.ledger.FindingKind.ITEM_OLDER;
import static nl.samenzicht.security.ledger.FindingKind.NAMED_ACCESS_FORGED;
import static nl.samenzicht.security.ledger.FindingKind.PARTICIPATION_FORGED;
import static nl.samenzicht.security.ledger.FindingKind.PARTICIPATION_OLDER;
import static nl.samenzicht.security.ledger.FindingKind.PROVISION_FORGED;
import static nl.samenzicht.security.ledger.FindingKind.SHARE_FORGED;
import static nl.samenzicht.security.ledger.FindingKind.SHARE_MISSING;
import static nl.samenzicht.security.ledger.FindingKind.SHARE_OLDER;
import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import nl.samenzicht.domain.casefile.ClosingReason;
import nl.samenzicht.domain.casefile.Cooperation;
import nl.samenzicht.domain.casefile.ItemId;
import nl.samenzicht.domain.casefile.ItemKind;
import nl.samenzicht.domain.casefile.OpenCase;
import nl.samenzicht.domain.casefile.ParticipationService.Invitation;
import nl.samenzicht.domain.consent.ConsentForm;
import nl.samenzicht.domain.consent.ConsentGiver;
import nl.samenzicht.domain.consent.ConsentId;
import nl.samenzicht.domain.consent.ConsentQuestion;
import nl.samenzicht.domain.consent.GivenBy;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.police.ProvisionArticle;
import nl.samenzicht.domain.police.ProvisionDecision;
import nl.samenzicht.domain.police.WeightyInterest;
import nl.samenzicht.domain.sharing.EndReason;
import nl.samenzicht.domain.sharing.ShareDraft;
import nl.samenzicht.domain.sharing.ShareId;
import nl.samenzicht.domain.world.CaseworkWorld;
import nl.samenzicht.security.access.AccessDenied;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.keys.KeyFailure;
import nl.samenzicht.security.ledger.Finding;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Framework;
import nl.samenzicht.security.policy.Ground;
import nl.samenzicht.security.policy.Purpose;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Each attack is made by somebody with the whole database in hand, on casework that real services wrote. It must buy nothing,
 * and the officer's verification must find and name it.
 */
class CaseworkTamperTest {

    private static CaseworkWorld world;

    private CaseFileId file;
    private String number;
    private ItemId item;
    private ConsentId consent;
    private ShareId share;
    private UUID participation;
    private List<Finding> before;

    @BeforeAll
    static void start() {
        world = new CaseworkWorld();
    }

    @BeforeEach
    void a_case_of_which_the_situation_is_shared_with_care() {
        var name = opened();
        file = name;
        number = world.ask("select number from case_file where id = '" + file + "'");
        item = recorded(file, "Logeert bij een vriendin");
        participation = world.as(
                world.coordinator,
                () -> world.participations.invite(
                        file,
                        new Invitation(
                                world.carer.agency(),
                                Optional.empty(),
                                Purpose.SUPPORT,
                                Ground.STATUTORY_TASK,
                                world.clock.instant(),
                                world.clock.instant().plus(Duration.ofDays(90))),
                        Purpose.SUPPORT));
        consent = world.as(
                world.coordinator,
                () -> world.consents.record(
                        file,
                        new ConsentQuestion(
                                world.carer.agency(),
                                Purpose.SUPPORT,
                                DataCategory.SITUATION,
                                world.clock.instant().plus(Duration.ofDays(40))),
                        true,
                        new ConsentGiver(GivenBy.SELF, false, OptionalInt.of(22), ConsentForm.WRITTEN),
                        Purpose.SUPPORT));
        share = world.as(
                world.coordinator,
                () -> world.shares.offer(new ShareDraft(
                        file,
                        DataCategory.SITUATION,
                        false,
                        Set.of(item),
                        Set.of(),
                        world.carer.agency(),
                        Optional.empty(),
                        Purpose.SUPPORT,
                        Ground.CONSENT,
                        Optional.of(consent),
                        Optional.empty(),
                        Optional.empty(),
                        world.clock.instant().plus(Duration.ofDays(30)))));
        world.does(world.carer, () -> world.shares.accept(share, Purpose.SUPPORT));
        world.clock.turn(Duration.ofMinutes(1));
        then(sees(world.carer)).isTrue();
        world.seal();
        before = findings(world.coordinator);
    }

    @AfterEach
    void undone() {
        world.sql("set foreign_key_checks = 1");
    }

    private static CaseFileId opened() {
        return world.as(
                        world.coordinator,
                        () -> world.caseFiles.open(
                                new OpenCase(new Cooperation(
                                        Framework.CONVENANT,
                                        "Convenant Waterland 2026",
                                        Optional.of(world.clock.instant().plus(Duration.ofDays(300))))),
                                Purpose.SUPPORT))
                .id();
    }

    private static ItemId recorded(CaseFileId file, String living) {
        return world.as(
                world.coordinator,
                () -> world.caseFiles.record(
                        file, DataCategory.SITUATION, ItemKind.FIELDS, Map.of("living", living), Purpose.SUPPORT));
    }

    private boolean sees(ActingProfessional who) {
        try {
            return !world.as(who, () -> world.caseFiles.open(file, DataCategory.SITUATION, Purpose.SUPPORT))
                    .items()
                    .isEmpty();
        } catch (AccessDenied denied) {
            return false;
        }
    }

    private static List<Finding> findings(ActingProfessional of) {
        world.seal();
        return world.as(of, () -> world.inspection.inspect(of.agency())).findings();
    }

    /** What the verification finds that it did not find before the attack. */
    private List<Finding> found() {
        return findings(world.coordinator).stream()
                .filter(finding -> !before.contains(finding))
                .toList();
    }

    private String code(String action) {
        return world.ask("select code from ledger_entry where case_id = '" + file + "' and action = '" + action
                + "' order by seq desc limit 1");
    }

    private static void attack(String sql) {
        world.sql(sql);
    }

    @Test
    void untouched_casework_gives_no_finding() {
        then(found()).isEmpty();
        then(world.as(world.coordinator, () -> world.inspection.inspect(world.coordinator.agency()))
                        .rows())
                .isGreaterThanOrEqualTo(5);
    }

    @Test
    void a_share_made_longer_buys_nothing_and_is_named() {
        attack("update share set valid_until = '2099-01-01' where id = '" + share + "'");
        then(sees(world.carer)).isFalse();
        then(found()).containsExactly(Finding.row(SHARE_FORGED, share.value(), number));
    }

    @Test
    void a_share_turned_to_another_recipient_is_named_to_both() {
        attack("update share set recipient = '" + world.youthWorker.agency() + "' where id = '" + share + "'");
        then(sees(world.youthWorker)).isFalse();
        then(found()).containsExactly(Finding.row(SHARE_FORGED, share.value(), number));
        then(findings(world.youthWorker)).contains(Finding.row(SHARE_FORGED, share.value(), number));
    }

    @Test
    void an_item_slipped_into_a_share_is_named() {
        var other = recorded(file, "Geheim adres");
        attack("insert into share_item values ('" + share + "', '" + other + "')");
        then(sees(world.carer)).isFalse();
        then(found()).containsExactly(Finding.row(SHARE_FORGED, share.value(), number));
    }

    @Test
    void an_invented_share_is_named() {
        var invented = UUID.randomUUID();
        attack("insert into share select '" + invented
                + "', case_id, category, 1, giver, giver_professional, recipient,"
                + " recipient_professional, purpose, ground, consent_id, provision_id, withheld, sealed_message, state,"
                + " valid_from, valid_until, offered_at, answered_by, answered_at, sealed_answer, ended_by, ended_at,"
                + " ended_reason, first_opened_at, mac, version from share where id = '" + share + "'");
        then(found()).containsExactly(Finding.row(SHARE_FORGED, invented, number));
    }

    @Test
    void a_share_put_back_after_it_ended_is_named_with_the_line_that_ended_it() {
        // given
        attack("create or replace table kept as select * from share where id = '" + share + "'");
        attack("create or replace table kept_key as select * from item_key where item_id = '" + item + "'");
        world.as(world.coordinator, () -> world.shares.end(share, EndReason.NO_LONGER_NEEDED, Purpose.SUPPORT));
        world.clock.turn(Duration.ofMinutes(1));
        then(found()).isEmpty();
        // when the old row is put back, MAC, key and all
        attack("replace into item_key select * from kept_key");
        attack("update share s join kept k on k.id = s.id set s.state = k.state, s.valid_until = k.valid_until,"
                + " s.mac = k.mac");
        // then
        then(found()).containsExactly(Finding.row(SHARE_OLDER, share.value(), number, code("END_SHARE")));
    }

    @Test
    void a_share_put_back_after_the_case_was_closed_is_named() {
        // given
        attack("create or replace table kept as select * from share where id = '" + share + "'");
        world.does(
                world.coordinator, () -> world.participations.close(file, ClosingReason.values()[0], Purpose.SUPPORT));
        world.clock.turn(Duration.ofMinutes(1));
        // when
        attack("update share s join kept k on k.id = s.id set s.state = k.state, s.valid_until = k.valid_until,"
                + " s.mac = k.mac");
        // then
        then(found()).containsExactly(Finding.row(SHARE_OLDER, share.value(), number, code("CLOSE_CASE")));
    }

    @Test
    void a_share_that_was_taken_away_is_named() {
        attack("delete from share_item where share_id = '" + share + "'");
        attack("delete from share where id = '" + share + "'");
        then(found()).containsExactly(Finding.row(SHARE_MISSING, share.value(), number, code("SHARE_ITEM")));
    }

    @Test
    void a_refusal_turned_into_a_consent_is_named() {
        var refused = world.as(
                world.coordinator,
                () -> world.consents.record(
                        file,
                        new ConsentQuestion(
                                world.carer.agency(),
                                Purpose.SUPPORT,
                                DataCategory.HEALTH,
                                world.clock.instant().plus(Duration.ofDays(40))),
                        false,
                        new ConsentGiver(GivenBy.SELF, false, OptionalInt.of(22), ConsentForm.WRITTEN),
                        Purpose.SUPPORT));
        attack("update consent set state = 'GRANTED' where id = '" + refused + "'");
        then(found()).containsExactly(Finding.row(CONSENT_FORGED, refused.value(), number));
    }

    @Test
    void a_consent_put_back_after_it_was_withdrawn_is_named_with_the_line() {
        // given
        attack("create or replace table kept as select * from consent where id = '" + consent + "'");
        world.does(world.coordinator, () -> world.consents.withdraw(file, consent, Purpose.SUPPORT));
        world.clock.turn(Duration.ofMinutes(1));
        then(found()).isEmpty();
        // when
        attack(
                "update consent c join kept k on k.id = c.id set c.state = k.state, c.withdrawn_at = null, c.mac = k.mac");
        // then
        then(found()).containsExactly(Finding.row(CONSENT_OLDER, consent.value(), number, code("WITHDRAW_CONSENT")));
        then(sees(world.carer)).isFalse();
    }

    @Test
    void a_consent_that_was_taken_away_is_named() {
        attack("set foreign_key_checks = 0");
        attack("delete from share_item where share_id = '" + share + "'");
        attack("delete from share where id = '" + share + "'");
        attack("delete from consent where id = '" + consent + "'");
        then(found()).contains(Finding.row(CONSENT_MISSING, consent.value(), number, code("RECORD_CONSENT")));
    }

    @Test
    void an_invented_participation_opens_nothing_and_is_named() {
        var invented = UUID.randomUUID();
        attack("insert into participation select '" + invented + "', case_id, '" + world.otherCoordinator.agency()
                + "', professional, 'LEAD', purpose, ground, valid_from, valid_until, invited_by, invited_at, ended_by,"
                + " ended_reason, mac, version from participation where id = '" + participation + "'");
        thenThrownBy(() -> world.as(world.otherCoordinator, () -> world.caseFiles.view(file, Purpose.SUPPORT)))
                .isInstanceOf(AccessDenied.class);
        then(found()).containsExactly(Finding.row(PARTICIPATION_FORGED, invented, number));
        then(findings(world.otherCoordinator)).contains(Finding.row(PARTICIPATION_FORGED, invented, number));
    }

    @Test
    void a_participation_put_back_after_they_left_is_named_with_the_line() {
        // given
        attack("create or replace table kept as select * from participation where id = '" + participation + "'");
        world.does(
                world.coordinator,
                () -> world.participations.end(file, participation, "Niet meer nodig", Purpose.SUPPORT));
        world.clock.turn(Duration.ofMinutes(1));
        then(found()).isEmpty();
        // when
        attack("update participation p join kept k on k.id = p.id set p.valid_until = k.valid_until, p.mac = k.mac");
        // then
        then(found())
                .containsExactly(
                        Finding.row(PARTICIPATION_OLDER, world.carer.agency().value(), number, code("LEAVE_CASE")));
    }

    @Test
    void somebody_who_left_and_was_invited_again_is_no_finding() {
        world.does(
                world.coordinator,
                () -> world.participations.end(file, participation, "Niet meer nodig", Purpose.SUPPORT));
        world.clock.turn(Duration.ofMinutes(1));
        world.as(
                world.coordinator,
                () -> world.participations.invite(
                        file,
                        new Invitation(
                                world.carer.agency(),
                                Optional.empty(),
                                Purpose.SUPPORT,
                                Ground.STATUTORY_TASK,
                                world.clock.instant(),
                                world.clock.instant().plus(Duration.ofDays(90))),
                        Purpose.SUPPORT));
        then(found()).isEmpty();
    }

    @Test
    void a_framework_made_longer_closes_the_case_and_is_named() {
        attack("update case_file set framework_until = '2099-01-01' where id = '" + file + "'");
        then(sees(world.carer)).isFalse();
        then(sees(world.coordinator)).isFalse();
        then(found()).containsExactly(Finding.row(CASE_FORGED, file.value(), "–"));
    }

    @Test
    void an_item_given_to_another_owner_is_named() {
        attack("update item set owner = '" + world.youthWorker.agency() + "' where id = '" + item + "'");
        then(findings(world.youthWorker)).contains(Finding.row(ITEM_FORGED, item.value(), number));
        then(found()).containsExactly(Finding.row(ITEM_MISSING, item.value()));
    }

    @Test
    void a_restriction_that_was_lifted_outside_is_named() {
        world.does(
                world.coordinator,
                () -> world.caseFiles.restrict(
                        file, DataCategory.SITUATION, item, true, "Betrokkene betwist dit gegeven", Purpose.SUPPORT));
        attack("update item set restricted = 0 where id = '" + item + "'");
        then(sees(world.coordinator)).isFalse();
        then(found()).containsExactly(Finding.row(ITEM_FORGED, item.value(), number));
    }

    @Test
    void an_item_put_back_to_an_older_version_is_named() {
        // given
        attack("create or replace table kept as select * from item where id = '" + item + "'");
        world.does(
                world.coordinator,
                () -> world.caseFiles.change(
                        file, DataCategory.SITUATION, item, 1, Map.of("living", "Woont nu alleen"), Purpose.SUPPORT));
        then(sees(world.coordinator)).isTrue();
        then(found()).isEmpty();
        // when
        attack("update item i join kept k on k.id = i.id set i.current_version = k.current_version,"
                + " i.changed_at = k.changed_at, i.mac = k.mac");
        // then
        then(found()).containsExactly(Finding.row(ITEM_OLDER, item.value(), 1, 2));
    }

    @Test
    void an_item_that_was_taken_away_is_named() {
        then(sees(world.coordinator)).isTrue();
        attack("set foreign_key_checks = 0");
        attack("delete from share_item where item_id = '" + item + "'");
        attack("delete from search_token where item_id = '" + item + "'");
        attack("delete from item_key where item_id = '" + item + "'");
        attack("delete from item_version where item_id = '" + item + "'");
        attack("delete from item where id = '" + item + "'");
        then(found()).contains(Finding.row(ITEM_MISSING, item.value()));
    }

    @Test
    void content_swapped_between_items_of_one_case_does_not_open_and_is_named() {
        swapped(recorded(file, "Iets anders"));
    }

    @Test
    void content_swapped_between_cases_does_not_open_and_is_named() {
        swapped(recorded(opened(), "Van iemand anders"));
    }

    private void swapped(ItemId other) {
        attack("create or replace table kept as select * from item_version where item_id in ('" + item + "','" + other
                + "')");
        attack("create or replace table kept_key as select * from item_key where item_id in ('" + item + "','" + other
                + "')");
        attack("update item_version v join kept k on k.item_id = '" + other + "' set v.sealed = k.sealed"
                + " where v.item_id = '" + item + "'");
        attack("update item_version v join kept k on k.item_id = '" + item + "' set v.sealed = k.sealed"
                + " where v.item_id = '" + other + "'");
        attack("update item_key v join kept_key k on k.item_id = '" + other + "' and k.holder = v.holder"
                + " set v.wrapped = k.wrapped where v.item_id = '" + item + "'");
        thenThrownBy(() -> sees(world.coordinator)).isInstanceOf(KeyFailure.class);
        then(found())
                .contains(Finding.row(CONTENT_CHANGED, item.value(), number, 1))
                .anySatisfy(finding -> then(finding.args()).contains(other.toString()));
    }

    @Test
    void one_flipped_bit_of_content_is_named() {
        attack("update item_version set sealed = concat(left(sealed, length(sealed) - 1),"
                + " char(ascii(right(sealed, 1)) ^ 1)) where item_id = '" + item + "'");
        then(found()).containsExactly(Finding.row(CONTENT_CHANGED, item.value(), number, 1));
    }

    @Test
    void content_without_its_key_is_named() {
        attack("delete from item_key where item_id = '" + item + "' and holder = '" + world.coordinator.agency() + "'");
        then(found()).containsExactly(Finding.row(CONTENT_MISSING, item.value(), number, 1));
    }

    @Test
    void an_invented_provision_is_named_to_the_police() {
        var real = world.as(
                world.coordinator,
                () -> world.participations.invite(
                        file,
                        new Invitation(
                                world.detective.agency(),
                                Optional.empty(),
                                Purpose.CASE_CONFERENCE,
                                Ground.STATUTORY_TASK,
                                world.clock.instant(),
                                world.clock.instant().plus(Duration.ofDays(90))),
                        Purpose.SUPPORT));
        then(real).isNotNull();
        var decision = world.as(
                world.detective,
                () -> world.provisions.decide(
                        file,
                        new ProvisionDecision(
                                ProvisionArticle.WPG_20,
                                "Besluit 2026-17",
                                WeightyInterest.HELP,
                                world.coordinator.agency(),
                                Purpose.CASE_CONFERENCE,
                                false,
                                world.clock.instant().plus(Duration.ofDays(30))),
                        Purpose.INVESTIGATION));
        attack("update provision set onward_allowed = 1 where id = '" + decision + "'");
        then(findings(world.detective)).contains(Finding.row(PROVISION_FORGED, decision, number));
        then(found()).containsExactly(Finding.row(PROVISION_FORGED, decision, number));
    }

    @Test
    void a_longer_emergency_is_named_to_both_agencies() {
        world.as(
                world.otherCarer,
                () -> world.emergencies.use(file, "Ze belt in paniek vanaf de straat", Duration.ofHours(1)));
        attack("update break_glass set valid_until = '2099-01-01' where case_id = '" + file + "'");
        var id = UUID.fromString(world.ask("select id from break_glass where case_id = '" + file + "'"));
        thenThrownBy(() -> world.as(
                        world.otherCarer, () -> world.caseFiles.open(file, DataCategory.RISK, Purpose.ACUTE_SAFETY)))
                .isInstanceOf(AccessDenied.class);
        then(found()).containsExactly(Finding.row(EMERGENCY_FORGED, id, number));
        then(findings(world.otherCarer)).contains(Finding.row(EMERGENCY_FORGED, id, number));
    }

    @Test
    void an_emergency_taken_away_so_that_nobody_reviews_it_is_named() {
        world.as(
                world.otherCarer,
                () -> world.emergencies.use(file, "Ze belt in paniek vanaf de straat", Duration.ofHours(1)));
        var id = UUID.fromString(world.ask("select id from break_glass where case_id = '" + file + "'"));
        // when
        attack("delete from break_glass where id = '" + id + "'");
        // then
        then(findings(world.otherCarer)).contains(Finding.row(EMERGENCY_MISSING, id, number, code("BREAK_GLASS")));
    }

    @Test
    void a_name_put_on_the_list_of_a_secret_location_is_named() {
        // given
        var location = world.as(
                world.carer,
                () -> world.caseFiles.record(
                        file,
                        DataCategory.SECRET_LOCATION,
                        ItemKind.FIELDS,
                        Map.of("address", "Geheim 1"),
                        Purpose.PLACEMENT));
        var invented = UUID.randomUUID();
        var intruder = world.colleagueOf(world.carer);
        // when
        attack("insert into named_access select '" + invented + "', item_id, '" + intruder.professional()
                + "', proposed_by, proposed_at, confirmed_by, confirmed_at, author, mac from named_access"
                + " where item_id = '" + location + "' limit 1");
        // then
        var seen =
                world.as(intruder, () -> world.caseFiles.open(file, DataCategory.SECRET_LOCATION, Purpose.PLACEMENT));
        then(seen.items()).isEmpty();
        then(findings(world.carer)).contains(Finding.row(NAMED_ACCESS_FORGED, invented, location.value()));
    }

    private UUID blocked() {
        world.does(
                world.coordinator,
                () -> world.consents.blockParent(file, "De vader is mogelijk de uitbuiter", Purpose.SUPPORT));
        then(findsBlocked()).isTrue();
        then(found()).isEmpty();
        return UUID.fromString(world.ask("select id from blocked_parent where case_id = '" + file + "'"));
    }

    private boolean findsBlocked() {
        return world.as(world.coordinator, () -> world.consents.parentBlocked(file, Purpose.SUPPORT));
    }

    @Test
    void a_block_of_a_parent_lifted_outside_goes_on_to_count_and_is_named() {
        var block = blocked();
        attack("update blocked_parent set lifted_at = utc_timestamp(6) where id = '" + block + "'");
        then(findsBlocked()).isTrue();
        then(found()).containsExactly(Finding.row(BLOCK_FORGED, block, number));
    }

    @Test
    void a_block_of_a_parent_moved_to_another_case_goes_on_to_be_named() {
        var block = blocked();
        attack("update blocked_parent set case_id = '" + opened() + "' where id = '" + block + "'");
        then(found()).anySatisfy(finding -> then(finding.kind()).isEqualTo(BLOCK_FORGED));
    }

    @Test
    void a_block_of_a_parent_given_to_another_agency_is_named_to_who_made_it() {
        var block = blocked();
        attack("update blocked_parent set blocked_by_agency = '" + world.carer.agency() + "' where id = '" + block
                + "'");
        then(findsBlocked()).isTrue();
        then(found()).containsExactly(Finding.row(BLOCK_MISSING, block, number, code("CHANGE_CASE")));
        then(findings(world.carer)).contains(Finding.row(BLOCK_FORGED, block, number));
    }

    @Test
    void a_block_of_a_parent_that_was_taken_away_is_named_with_the_line_that_made_it() {
        var block = blocked();
        attack("delete from blocked_parent where id = '" + block + "'");
        then(found()).containsExactly(Finding.row(BLOCK_MISSING, block, number, code("CHANGE_CASE")));
    }

    @Test
    void a_block_that_was_lifted_by_who_may_is_no_finding_and_counts_no_more() {
        blocked();
        world.does(
                world.coordinator,
                () -> world.consents.liftBlock(file, "De vader is uitgesloten als verdachte", Purpose.SUPPORT));
        then(findsBlocked()).isFalse();
        then(found()).isEmpty();
    }
}
