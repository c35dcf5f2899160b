package nl.samenzicht.domain.officer;

import static nl.samenzicht.security.ledger.FindingKind.BOOK_FORGED;
import static org.assertj.core.api.BDDAssertions.then;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.samenzicht.domain.breach.Account;
import nl.samenzicht.domain.breach.BreachDoing;
import nl.samenzicht.domain.breach.Nature;
import nl.samenzicht.domain.breach.Quantity;
import nl.samenzicht.domain.breach.Risk;
import nl.samenzicht.domain.casefile.CaseName;
import nl.samenzicht.domain.casefile.Cooperation;
import nl.samenzicht.domain.casefile.ItemKind;
import nl.samenzicht.domain.casefile.OpenCase;
import nl.samenzicht.domain.retention.HoldReason;
import nl.samenzicht.domain.rights.Doing;
import nl.samenzicht.domain.rights.HandlingStep;
import nl.samenzicht.domain.rights.NewRequest;
import nl.samenzicht.domain.rights.Requester;
import nl.samenzicht.domain.rights.SubjectRight;
import nl.samenzicht.domain.world.CaseworkWorld;
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
        world.as(world.officer, () -> world.savedFilters.keep("Deze zaak", "case=" + file.number()));
        world.seal();
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
}
