package nl.samenzicht.domain.officer;

import static nl.samenzicht.security.ledger.FindingKind.BOOK_FORGED;
import static nl.samenzicht.security.ledger.FindingKind.BOOK_MISSING;
import static org.assertj.core.api.BDDAssertions.then;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.samenzicht.domain.breach.Account;
import nl.samenzicht.domain.breach.AffectedQuestion;
import nl.samenzicht.domain.breach.BreachDoing;
import nl.samenzicht.domain.breach.Nature;
import nl.samenzicht.domain.breach.Quantity;
import nl.samenzicht.domain.breach.Risk;
import nl.samenzicht.domain.casefile.CaseName;
import nl.samenzicht.domain.casefile.Cooperation;
import nl.samenzicht.domain.casefile.ItemKind;
import nl.samenzicht.domain.casefile.OpenCase;
import nl.samenzicht.domain.emergency.Verdict;
import nl.samenzicht.domain.oversight.MarkKind;
import nl.samenzicht.domain.oversight.Threshold;
import nl.samenzicht.domain.retention.HoldReason;
import nl.samenzicht.domain.rights.Doing;
import nl.samenzicht.domain.rights.HandlingStep;
import nl.samenzicht.domain.rights.NewRequest;
import nl.samenzicht.domain.rights.Requester;
import nl.samenzicht.domain.rights.SubjectRight;
import nl.samenzicht.domain.supervision.Quarter;
import nl.samenzicht.domain.world.CaseworkWorld;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.AssuranceLevel;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.security.directory.SessionId;
import nl.samenzicht.security.ledger.Finding;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Framework;
import nl.samenzicht.security.policy.Purpose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody with the whole database in hand rewrites the books of a privacy officer; the verification names each row. */
class PrivacyBooksTest {
    private static CaseworkWorld world;

    @BeforeAll
    static void an_officer_who_keeps_books() {
        world = new CaseworkWorld();
        world.clock.ticks(Duration.ofMillis(1));
        CaseName file = world.as(
                world.coordinator,
                () -> world.caseFiles.open(
                        new OpenCase(new Cooperation(
                                Framework.CONVENANT,
                                "Convenant Waterland 2026",
                                Optional.of(world.clock.instant().plus(Duration.ofDays(300))))),
                        Purpose.SUPPORT));
        world.as(
                world.coordinator,
                () -> world.caseFiles.record(
                        file.id(),
                        DataCategory.SITUATION,
                        ItemKind.FIELDS,
                        Map.of("living", "Logeert bij een vriendin"),
                        Purpose.SUPPORT));
        world.seal();
        var today = LocalDate.ofInstant(world.clock.instant(), ZoneId.of("Europe/Amsterdam"));
        var request = world.as(
                world.officer,
                () -> world.rights.receive(new NewRequest(
                        SubjectRight.ACCESS,
                        Requester.SELF,
                        Optional.of(file.number()),
                        today,
                        "Per brief gevraagd, afschrift in het postregister")));
        world.as(
                world.officer,
                () -> world.rights.act(request, 0, Doing.of(HandlingStep.IDENTIFY, "Paspoort gezien aan de balie")));
        var aware = world.clock.instant().minus(Duration.ofHours(2));
        var breach = world.as(
                world.officer,
                () -> world.breaches.record(
                        aware,
                        new Account(
                                Set.of(Nature.CONFIDENTIALITY),
                                aware,
                                Optional.empty(),
                                Set.of(DataCategory.SITUATION),
                                Optional.of(new Quantity(1, 5)),
                                Optional.empty(),
                                "Een collega keek uit nieuwsgierigheid in dossiers",
                                "",
                                "",
                                "")));
        var seen = world.as(world.officer, () -> world.breaches.breach(breach)).seen();
        world.as(
                world.officer,
                () -> world.breaches.act(
                        breach,
                        seen,
                        BreachDoing.assess(Risk.HIGH, aware, "De kans op schade voor betrokkene is groot")));
        world.as(
                world.officer,
                () -> world.retention.hold(
                        file.number(),
                        HoldReason.CRIMINAL_CASE,
                        today.plusDays(400),
                        "Strafzaak loopt nog in beroep."));
        world.as(
                world.officer,
                () -> world.breaches.count(
                        breach,
                        world.breaches.breach(breach).seen(),
                        new AffectedQuestion(
                                Optional.of(world.coordinator.professional()),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Set.of())));
        world.as(
                world.officer,
                () -> world.oversight.mark(
                        file.number(), MarkKind.WELL_KNOWN, Optional.empty(), "Kwam twee keer in het nieuws"));
        var thresholds = new EnumMap<>(world.as(world.officer, () -> world.oversight.settings())
                .inForce()
                .values());
        thresholds.put(Threshold.HOURS_UNTIL, 18);
        world.as(world.officer, () -> world.oversight.set(1, thresholds, "Besluit privacyoverleg van 23 november"));
        looksAreSampledAndSupervised(file);
        destructionProposed();
        world.as(world.officer, () -> world.savedFilters.keep("Deze zaak", "case=" + file.number()));
        named();
    }

    private static void looksAreSampledAndSupervised(CaseName file) {
        world.as(world.coordinator, () -> world.caseFiles.open(file.id(), DataCategory.SITUATION, Purpose.SUPPORT));
        world.seal();
        world.clock.turn(Duration.ofMinutes(1));
        var sample = world.as(world.officer, () -> world.samples.draw(YearMonth.of(2026, 11)));
        world.seal();
        var drawn = world.as(world.officer, () -> world.samples.sample(sample)).lines().stream()
                .filter(line -> !line.ownAct())
                .findFirst()
                .orElseThrow();
        world.as(
                world.officer,
                () -> world.samples.judge(
                        sample, drawn.line().code(), Verdict.LAWFUL, "Hoort bij haar werk aan deze zaak"));
        world.seal();
        var supervisor = new ActingProfessional(
                world.directory.hire(world.officer.agency(), "Pieter Toezicht", Function.DATA_PROTECTION_OFFICER),
                world.officer.agency(),
                world.officer.agencyType(),
                Function.DATA_PROTECTION_OFFICER,
                AssuranceLevel.TWO_FACTOR,
                new SessionId(UUID.randomUUID()));
        var decision = world.as(supervisor, () -> world.supervision.supervision())
                .decisions()
                .get(0);
        world.as(
                supervisor,
                () -> world.supervision.comment(
                        decision.line().code(), 0, "Het waarom van dit besluit kan uitgebreider"));
        world.as(
                supervisor,
                () -> world.supervision.write(new Quarter(2026, 4), 0, "Het kwartaal verliep zonder bijzonderheden"));
    }

    private static void destructionProposed() {
        var other = world.as(
                world.coordinator, () -> world.caseFiles.open(new OpenCase(Cooperation.single()), Purpose.SUPPORT));
        world.as(
                world.coordinator,
                () -> world.caseFiles.record(
                        other.id(),
                        DataCategory.SITUATION,
                        ItemKind.FIELDS,
                        Map.of("living", "Woont bij haar zus"),
                        Purpose.SUPPORT));
        world.as(
                world.officer,
                () -> world.retention.proposeErasure(other.number(), "Verzoek van de betrokkene, toegewezen."));
    }

    private static List<Finding> found() {
        return world.as(world.officer, () -> world.inspection.inspect(world.officer.agency()))
                .findings();
    }

    @Test
    void untouched_books_give_no_finding() {
        then(found()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "rights_request, received_on = received_on + interval 1 month",
        "rights_act, done_at = done_at + interval 1 day",
        "breach, aware_at = aware_at + interval 1 day",
        "breach_version, happened_from = happened_from - interval 1 day",
        "breach_act, happened_at = happened_at + interval 1 day",
        "legal_hold, last_day = last_day - interval 300 day",
        "saved_log_filter, changed_at = changed_at + interval 1 day"
    })
    void a_row_that_was_rewritten_is_named_with_its_table(String table, String change) {
        // given
        world.sql("create table kept as select * from " + table);
        var row = world.ask("select id from " + table + " order by id limit 1");
        // when
        world.sql("update %s set %s where id = '%s'".formatted(table, change, row));
        // then
        try {
            then(found()).extracting(Finding::kind).containsExactly(BOOK_FORGED);
            then(found().get(0).toString()).contains(row, table);
        } finally {
            world.sql("set foreign_key_checks = 0");
            world.sql("replace into %s select * from kept".formatted(table));
            world.sql("set foreign_key_checks = 1");
            world.sql("drop table kept");
        }
        then(found()).isEmpty();
    }

    private static int named() {
        int lines = world.as(world.officer, () -> world.bookLines.write(Instant.EPOCH));
        world.seal();
        return lines;
    }

    @ParameterizedTest
    @CsvSource({
        "rights_request",
        "rights_act",
        "breach",
        "breach_version",
        "breach_act",
        "breach_count",
        "legal_hold",
        "oversight_mark",
        "oversight_thresholds",
        "oversight_sample",
        "oversight_judgement",
        "supervision_comment",
        "supervision_report",
        "destruction"
    })
    void a_row_that_was_taken_away_is_named_with_its_table_and_the_line_that_knew_it(String table) {
        // given the newest row: nothing comes after it that could tell
        world.sql("create table kept as select * from " + table);
        var row = world.ask("select id from " + table + " order by id desc limit 1");
        var line = world.ask("select e.code from ledger_entry e join ledger_item i on i.seq = e.seq"
                + " where e.action = 'KEEP_BOOKS' and i.item = '" + row + "'");
        // when
        world.sql("set foreign_key_checks = 0");
        world.sql("delete from " + table + " where id = '" + row + "'");
        // then
        try {
            then(found()).contains(Finding.row(BOOK_MISSING, row, table, line));
            // and it is missed for good, however often rows are named again
            named();
            then(found()).contains(Finding.row(BOOK_MISSING, row, table, line));
        } finally {
            world.sql("replace into %s select * from kept".formatted(table));
            world.sql("set foreign_key_checks = 1");
            world.sql("drop table kept");
        }
        then(found()).isEmpty();
    }

    @Test
    void a_row_is_named_once_and_each_agency_has_lines_of_its_own() {
        // when
        var again = named();
        // then
        then(again).isZero();
        then(world.ask(
                        "select count(*) - count(distinct i.item) from ledger_entry e join ledger_item i on i.seq = e.seq"
                                + " where e.action = 'KEEP_BOOKS'"))
                .isEqualTo("0");
        then(world.ask("select count(*) from ledger_index where action = 'KEEP_BOOKS' and agency <> '"
                        + world.officer.agency() + "'"))
                .isEqualTo("0");
    }

    @Test
    void a_row_that_somebody_put_in_is_not_named() {
        // given
        var invented = UUID.randomUUID();
        world.sql("create table kept as select * from oversight_mark limit 1");
        world.sql("update kept set id = '" + invented + "'");
        world.sql("insert into oversight_mark select * from kept");
        // when
        named();
        // then
        try {
            then(world.ask("select count(*) from ledger_item where item = '" + invented + "'"))
                    .isEqualTo("0");
            then(found()).extracting(Finding::kind).containsExactly(BOOK_FORGED);
        } finally {
            world.sql("delete from oversight_mark where id = '" + invented + "'");
            world.sql("drop table kept");
        }
    }

    @Test
    void a_filter_that_its_owner_throws_away_is_not_missed() {
        // given
        world.as(world.officer, () -> world.savedFilters.keep("Even kijken", "emergency=true"));
        named();
        // when
        world.sql("delete from saved_log_filter order by id desc limit 1");
        // then
        then(found()).isEmpty();
    }
}
