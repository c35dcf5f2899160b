package nl.samenzicht.security.ledger;

import static org.assertj.core.api.BDDAssertions.then;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.samenzicht.security.directory.AgencyId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerLinesTest {
    @TempDir
    Path home;

    private LedgerFixture fixture;
    private LedgerLines lines;

    @BeforeEach
    void a_hundred_entries_by_care_of_which_half_touch_the_police() throws Exception {
        fixture = new LedgerFixture(home);
        fixture.hundredEntries();
        lines = new LedgerLines(fixture.database, fixture.keys);
    }

    @Test
    void an_agency_reads_what_concerns_it_and_nothing_else() {
        then(lines.page(LedgerFixture.CARE, LogFilter.all(), Optional.empty(), 500))
                .hasSize(100)
                .allSatisfy(entry -> then(entry.actor()).isTrue());
        then(lines.page(LedgerFixture.POLICE, LogFilter.all(), Optional.empty(), 500))
                .hasSize(50)
                .allSatisfy(entry -> {
                    then(entry.actor()).isFalse();
                    then(entry.holder()).isTrue();
                });
        then(lines.page(new AgencyId(new UUID(1, 99)), LogFilter.all(), Optional.empty(), 500))
                .isEmpty();
    }

    @Test
    void pages_go_on_where_the_one_before_ended_while_lines_are_added() throws Exception {
        var seen = new HashSet<EntryCode>();
        var times = new ArrayList<Instant>();
        Optional<LogPosition> after = Optional.empty();
        for (int i = 0; i < 10; i++) {
            var page = lines.page(LedgerFixture.CARE, LogFilter.all(), after, 10);
            page.forEach(entry -> {
                then(seen.add(entry.code())).isTrue();
                times.add(entry.event().at());
            });
            after = Optional.of(page.get(page.size() - 1).place());
            fixture.ledger.append(LedgerFixture.read(i));
            fixture.sequencer.round();
        }
        then(seen).hasSize(100);
        then(times).isSortedAccordingTo(Comparator.reverseOrder());
        then(lines.page(LedgerFixture.CARE, LogFilter.all(), after, 10)).isEmpty();
    }

    @Test
    void every_limit_holds() {
        var all = lines.page(LedgerFixture.CARE, LogFilter.all(), Optional.empty(), 500);
        var one = all.get(50);
        then(count(LogFilter.where().code(one.code()).build())).isEqualTo(1);
        then(count(LogFilter.where().caseId(new UUID(3, 1)).build())).isEqualTo(15);
        then(count(LogFilter.where().person(new UUID(4, 6)).build())).isEqualTo(14);
        then(count(LogFilter.where().item(new UUID(5, 42)).build())).isEqualTo(1);
        then(count(LogFilter.where().professional(LedgerFixture.NURSE).build())).isEqualTo(100);
        then(count(LogFilter.where().agency(LedgerFixture.POLICE).build())).isZero();
        then(count(LogFilter.where()
                        .function("CARE_PROVIDER")
                        .purpose("D2")
                        .category("HEALTH")
                        .build()))
                .isEqualTo(100);
        then(count(LogFilter.where().agency(LedgerFixture.CARE).build())).isEqualTo(100);
        then(count(LogFilter.where().function("CARE_PROVIDER").build())).isEqualTo(100);
        then(count(LogFilter.where().category("HEALTH").build())).isEqualTo(100);
        then(count(LogFilter.where().code(new EntryCode("ZZZZ-ZZ")).build())).isZero();
        then(count(LogFilter.where().item(new UUID(5, 42)).code(one.code()).build()))
                .isZero();
        then(count(LogFilter.where().purpose("D5").build())).isZero();
        then(count(LogFilter.where().action("VIEW_SECTION").build())).isEqualTo(100);
        then(count(LogFilter.where().outcome(Outcome.REFUSED).build())).isZero();
        then(count(LogFilter.where().emergency(true).build())).isZero();
        then(count(LogFilter.where().from(one.event().at()).build())).isEqualTo(51);
        then(count(LogFilter.where().until(one.event().at()).build())).isEqualTo(49);
    }

    @Test
    void acts_of_the_own_people_are_counted_and_a_reason_that_was_kept_from_them_counts_as_what_they_were_told()
            throws Exception {
        // given three refusals by an embargo of the police
        var before = Instant.now();
        for (int i = 0; i < 3; i++) {
            fixture.ledger.append(LedgerEvent.of(
                            Instant.now(),
                            "VIEW_SECTION",
                            new Actor(
                                    LedgerFixture.NURSE, LedgerFixture.CARE, "ZRG", "CARE_PROVIDER", null, null, null))
                    .outcome(Outcome.REFUSED)
                    .purpose("D4")
                    .emergency(true)
                    .holder(LedgerFixture.POLICE)
                    .reason("POLICE_EMBARGO", "NOTHING_HERE")
                    .build());
        }
        fixture.sequencer.round();
        var later = Instant.now().plusSeconds(60);
        // then
        then(lines.counts(LedgerFixture.CARE, Instant.EPOCH, later))
                .containsExactlyInAnyOrder(
                        new LogCount(
                                "VIEW_SECTION", Outcome.PERMITTED, Optional.of("D2"), Optional.empty(), false, 100),
                        new LogCount(
                                "VIEW_SECTION",
                                Outcome.REFUSED,
                                Optional.of("D4"),
                                Optional.of("NOTHING_HERE"),
                                true,
                                3));
        then(lines.counts(LedgerFixture.CARE, before, later))
                .extracting(LogCount::lines)
                .containsExactly(3L);
        then(lines.counts(LedgerFixture.POLICE, Instant.EPOCH, later)).isEmpty();
    }

    @Test
    void what_was_typed_is_opened_for_one_line() {
        var all = lines.page(LedgerFixture.CARE, LogFilter.all(), Optional.empty(), 500);
        then(all).allSatisfy(entry -> then(entry.event().typed()).isEmpty());
        // the newest is number 99
        then(lines.typed(all.get(0).id())).contains("searched for 'number 99'");
        then(lines.typed(all.get(1).id())).isEmpty();
    }

    @Test
    void a_page_is_found_in_order_by_an_index_whatever_the_filter() throws Exception {
        var one = lines.page(LedgerFixture.CARE, LogFilter.all(), Optional.empty(), 1)
                .get(0);
        var filters = Map.of(
                "at", LogFilter.all(),
                "case", LogFilter.where().caseId(new UUID(3, 1)).build(),
                "person", LogFilter.where().person(new UUID(4, 1)).build(),
                "professional",
                        LogFilter.where().professional(LedgerFixture.NURSE).build(),
                "acting_agency", LogFilter.where().agency(LedgerFixture.CARE).build(),
                "function", LogFilter.where().function("CARE_PROVIDER").build(),
                "purpose", LogFilter.where().purpose("D2").build(),
                "category", LogFilter.where().category("HEALTH").build(),
                "action", LogFilter.where().action("VIEW_SECTION").build(),
                "outcome", LogFilter.where().outcome(Outcome.PERMITTED).build());
        for (var filter : filters.entrySet()) {
            for (var after : List.of(Optional.<LogPosition>empty(), Optional.of(one.place()))) {
                then(plan(filter.getValue(), after))
                        .as(filter.getKey())
                        .startsWith("i by ix_ledger_index_" + filter.getKey())
                        .doesNotContain("filesort");
            }
        }
        then(plan(LogFilter.where().emergency(true).build(), Optional.empty()))
                .startsWith("i by ix_ledger_index_emergency")
                .doesNotContain("filesort");
        then(plan(LogFilter.where().item(new UUID(5, 42)).build(), Optional.empty()))
                .startsWith("t by PRIMARY")
                .doesNotContain("filesort");
        then(plan(LogFilter.where().code(one.code()).build(), Optional.empty())).startsWith("i by PRIMARY");
    }

    private String plan(LogFilter filter, Optional<LogPosition> after) throws SQLException {
        var question = LedgerLines.Question.of(LedgerFixture.CARE, filter, after, 50);
        try (var connection = fixture.database.getConnection();
                var explain = connection.prepareStatement("EXPLAIN " + question.sql())) {
            for (int i = 0; i < question.values().size(); i++) {
                explain.setObject(i + 1, question.values().get(i));
            }
            try (var rows = explain.executeQuery()) {
                var plan = new StringBuilder();
                while (rows.next()) {
                    plan.append(rows.getString("table"))
                            .append(" by ")
                            .append(rows.getString("key"))
                            .append(": ")
                            .append(rows.getString("Extra"))
                            .append('\n');
                }
                return plan.toString();
            }
        }
    }

    @Test
    void lines_about_an_item_go_on_where_the_page_before_ended() throws Exception {
        // given an item that was looked at nine times, once in two versions
        var item = new UUID(5, 4_711);
        for (int i = 0; i < 9; i++) {
            var event = LedgerEvent.of(
                            Instant.parse("2026-11-23T10:00:00Z").plusSeconds(i),
                            "VIEW_SECTION",
                            new Actor(
                                    LedgerFixture.NURSE, LedgerFixture.CARE, "ZRG", "CARE_PROVIDER", null, null, null))
                    .outcome(Outcome.PERMITTED)
                    .item(new ItemRef(item, 1, LedgerFixture.POLICE));
            if (i == 4) {
                event.item(new ItemRef(item, 2, LedgerFixture.POLICE));
            }
            fixture.ledger.append(event.build());
        }
        fixture.sequencer.round();
        var filter = LogFilter.where().item(item).build();
        // when
        var first = lines.page(LedgerFixture.POLICE, filter, Optional.empty(), 5);
        var second = lines.page(
                LedgerFixture.POLICE, filter, Optional.of(first.get(4).place()), 5);
        // then
        then(Stream.concat(first.stream(), second.stream()))
                .extracting(line -> line.event().at().getEpochSecond() % 10)
                .containsExactly(8L, 7L, 6L, 5L, 4L, 3L, 2L, 1L, 0L);
        then(lines.page(new AgencyId(new UUID(1, 99)), filter, Optional.empty(), 5))
                .isEmpty();
        then(lines.page(
                        LedgerFixture.CARE,
                        filter.but().outcome(Outcome.REFUSED).build(),
                        Optional.empty(),
                        5))
                .isEmpty();
    }

    private int count(LogFilter filter) {
        return lines.page(LedgerFixture.CARE, filter, Optional.empty(), 500).size();
    }
}
