package nl.samenzicht.security.ledger;

import static org.assertj.core.api.BDDAssertions.then;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.UUID;
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
    void a_page_is_found_by_an_index_whatever_the_filter() throws Exception {
        for (var condition : new String[] {
            "",
            " AND i.case_id = '00000000-0000-0003-0000-000000000001'",
            " AND i.person_id = '00000000-0000-0003-0000-000000000001'",
            " AND i.professional = '00000000-0000-0003-0000-000000000001'",
            " AND i.action = 'X'",
            " AND i.emergency = 1"
        }) {
            try (var connection = fixture.database.getConnection();
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery("EXPLAIN SELECT i.seq FROM ledger_index i JOIN ledger_entry e"
                            + " ON e.seq = i.seq WHERE i.agency = '" + LedgerFixture.CARE + "'" + condition
                            + " ORDER BY i.at DESC, i.seq DESC LIMIT 50")) {
                rows.next();
                then(rows.getString("key")).as(condition).startsWith("ix_ledger_index_");
                then(rows.getString("Extra")).as(condition).doesNotContain("filesort");
            }
        }
    }

    private int count(LogFilter filter) {
        return lines.page(LedgerFixture.CARE, filter, Optional.empty(), 500).size();
    }
}
