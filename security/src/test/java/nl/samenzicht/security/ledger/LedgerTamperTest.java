package nl.samenzicht.security.ledger;

import static nl.samenzicht.security.ledger.FindingKind.CHECKPOINT_FORGED;
import static nl.samenzicht.security.ledger.FindingKind.CHECKPOINT_MISSING;
import static nl.samenzicht.security.ledger.FindingKind.ENTRIES_REORDERED;
import static nl.samenzicht.security.ledger.FindingKind.ENTRY_CHANGED;
import static nl.samenzicht.security.ledger.FindingKind.ENTRY_DELETED;
import static nl.samenzicht.security.ledger.FindingKind.ENTRY_INSERTED;
import static nl.samenzicht.security.ledger.FindingKind.HISTORY_REWRITTEN;
import static nl.samenzicht.security.ledger.FindingKind.INDEX_DIFFERS;
import static nl.samenzicht.security.ledger.FindingKind.LEAF_CHANGED;
import static nl.samenzicht.security.ledger.FindingKind.LEAF_MISSING;
import static nl.samenzicht.security.ledger.FindingKind.LOG_SHORTENED;
import static nl.samenzicht.security.ledger.FindingKind.OLDER_COPY;
import static nl.samenzicht.security.ledger.FindingKind.OUTSIDE_CHECKPOINT_FORGED;
import static nl.samenzicht.security.ledger.FindingKind.OUTSIDE_COPY_MISSING;
import static nl.samenzicht.security.ledger.FindingKind.TAIL_UNSIGNED;
import static nl.samenzicht.security.ledger.FindingKind.TILE_DIFFERS;
import static nl.samenzicht.security.ledger.FindingKind.TREE_DIFFERS;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.BDDAssertions.then;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import nl.samenzicht.security.database.TestMariaDb;
import nl.samenzicht.security.keys.KeyFolder;
import nl.samenzicht.security.keys.LedgerKeys;
import nl.samenzicht.tlog.MerkleTree;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each attack is made on a real database with all rights, and must be found and named. */
class LedgerTamperTest {
    @TempDir
    Path home;

    private LedgerFixture ledger;

    @BeforeEach
    void a_whole_ledger_of_a_hundred_entries() throws Exception {
        ledger = new LedgerFixture(home);
        ledger.hundredEntries();
    }

    @Test
    void an_untouched_ledger_is_whole() {
        var report = ledger.verify();
        then(report.findings()).isEmpty();
        then(report.whole()).isTrue();
        then(report.entries()).isEqualTo(100);
        then(report.sealed()).isEqualTo(100);
        then(report.checkpoints()).isEqualTo(10);
        then(report.outside()).isEqualTo(10);
        then(report.upTo()).isPresent();
    }

    @Test
    void the_triggers_refuse_what_is_not_an_insert() {
        for (var table : List.of("entry", "leaf", "index", "item", "item_line", "checkpoint")) {
            assertThatThrownBy(() -> TestMariaDb.execute(schema(), "DELETE FROM ledger_" + table))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("The ledger only grows");
        }
        assertThatThrownBy(() -> TestMariaDb.execute(schema(), "UPDATE ledger_entry SET purpose = 'D1'"))
                .hasMessageContaining("The ledger only grows");
    }

    @Test
    void a_changed_line_is_named() throws Exception {
        // given
        var code = ledger.codeAt(41);
        // when somebody makes another professional the one who looked
        ledger.attack("UPDATE ledger_entry SET professional = '00000000-0000-0002-0000-000000000009' WHERE code = '"
                + code + "'");
        // then
        then(ledger.verify().findings()).contains(Finding.line(ENTRY_CHANGED, code, 41));
    }

    @Test
    void one_flipped_bit_in_any_column_is_found() throws Exception {
        for (var change : List.of(
                "at = at + INTERVAL 1 MICROSECOND",
                "emergency = 1 - emergency",
                "items = REPLACE(items, '@1@', '@2@')",
                "holders = ''",
                "salt = UNHEX(REPEAT('00', 16))",
                "mac = UNHEX(REPEAT('00', 37))",
                "detail = UNHEX('00')",
                "reason_told = 'X'",
                "outcome = 'REFUSED'",
                "case_id = NULL")) {
            var copy = new LedgerFixture(Files.createTempDirectory(home, "copy"));
            copy.hundredEntries();
            copy.attack("UPDATE ledger_entry e JOIN ledger_leaf l ON l.entry_seq = e.seq SET e." + change
                    + " WHERE l.position = 30");
            then(copy.verify().findings()).as(change).anySatisfy(finding -> {
                then(finding.code()).contains(copy.codeAt(30));
                then(finding.kind()).isIn(ENTRY_CHANGED, ENTRY_INSERTED);
            });
        }
    }

    @Test
    void a_line_that_was_changed_together_with_its_seal_is_named() throws Exception {
        // given somebody who knows how leaves are computed, but has no key
        var code = ledger.codeAt(55);
        ledger.attack("UPDATE ledger_entry SET purpose = 'D5' WHERE code = '" + code + "'");
        ledger.attack(
                "UPDATE ledger_leaf SET leaf_hash = UNHEX('" + recomputedLeaf(code) + "') WHERE code = '" + code + "'");
        // when, then
        then(ledger.verify().findings()).contains(Finding.line(ENTRY_CHANGED, code, 55));
    }

    @Test
    void a_deleted_line_is_named() throws Exception {
        var code = ledger.codeAt(12);
        ledger.attack("DELETE FROM ledger_entry WHERE code = '" + code + "'");
        then(ledger.verify().findings()).contains(Finding.line(ENTRY_DELETED, code, 12));
    }

    @Test
    void a_line_deleted_with_all_that_spoke_of_it_leaves_a_hole() throws Exception {
        var seq = ledger.ask("SELECT entry_seq FROM ledger_leaf WHERE position = 12");
        ledger.attack(
                "DELETE FROM ledger_entry WHERE seq = " + seq,
                "DELETE FROM ledger_index WHERE seq = " + seq,
                "DELETE FROM ledger_item WHERE seq = " + seq,
                "DELETE FROM ledger_item_line WHERE seq = " + seq,
                "DELETE FROM ledger_leaf WHERE entry_seq = " + seq);
        then(ledger.verify().findings()).containsExactly(Finding.at(LEAF_MISSING, 13, 13));
    }

    @Test
    void a_hole_that_was_closed_by_moving_the_rest_is_found() throws Exception {
        var seq = ledger.ask("SELECT entry_seq FROM ledger_leaf WHERE position = 12");
        ledger.attack(
                "DELETE FROM ledger_entry WHERE seq = " + seq,
                "DELETE FROM ledger_index WHERE seq = " + seq,
                "DELETE FROM ledger_item WHERE seq = " + seq,
                "DELETE FROM ledger_item_line WHERE seq = " + seq,
                "DELETE FROM ledger_leaf WHERE entry_seq = " + seq,
                "UPDATE ledger_leaf SET position = position - 1 WHERE position > 12 ORDER BY position");
        then(ledger.verify().findings()).contains(Finding.at(TREE_DIFFERS, 11, 20), Finding.at(LOG_SHORTENED, 100, 99));
    }

    @Test
    void an_inserted_line_is_named() throws Exception {
        ledger.attack("INSERT INTO ledger_entry (" + EntryRow.COLUMNS + ") SELECT "
                + EntryRow.COLUMNS
                        .replace("id, code,", "'00000000-0000-0007-0000-000000000007', 'XXXX-77',")
                        .replace("case_id", "'00000000-0000-0003-0000-000000000006'")
                + " FROM ledger_entry WHERE seq = (SELECT MIN(seq) FROM ledger_entry)");
        then(ledger.verify().findings()).extracting(Finding::kind).containsExactly(ENTRY_INSERTED);
        // and sealing it does not make it true
        ledger.sequencer.round();
        then(ledger.verify().findings())
                .filteredOn(finding -> finding.kind() == ENTRY_INSERTED)
                .containsExactly(Finding.line(ENTRY_INSERTED, "XXXX-77", 100));
    }

    @Test
    void a_row_that_we_could_not_have_written_stops_nobody_and_is_named() throws Exception {
        // given
        ledger.attack("INSERT INTO ledger_entry (" + EntryRow.COLUMNS + ") SELECT "
                + EntryRow.COLUMNS
                        .replace("id, code,", "'00000000-0000-0007-0000-000000000007', 'XXXX-77',")
                        .replace("items", "'garbage'")
                + " FROM ledger_entry WHERE seq = (SELECT MIN(seq) FROM ledger_entry)");
        // when
        ledger.ledger.append(LedgerFixture.read(1));
        ledger.sequencer.round();
        // then
        var report = ledger.verify();
        then(report.sealed()).isEqualTo(102);
        then(report.findings()).containsExactly(Finding.line(ENTRY_INSERTED, "XXXX-77", 100));
    }

    @Test
    void lines_that_changed_places_are_named() throws Exception {
        var one = ledger.codeAt(41);
        var other = ledger.codeAt(44);
        ledger.attack(
                "UPDATE ledger_leaf SET position = 1000 WHERE position = 41",
                "UPDATE ledger_leaf SET position = 41 WHERE position = 44",
                "UPDATE ledger_leaf SET position = 44 WHERE position = 1000");
        then(ledger.verify().findings())
                .containsExactlyInAnyOrder(
                        Finding.line(ENTRIES_REORDERED, other, 41), Finding.line(ENTRIES_REORDERED, one, 44));
    }

    @Test
    void lines_whose_numbers_were_swapped_are_named() throws Exception {
        var low = ledger.ask("SELECT entry_seq FROM ledger_leaf WHERE position = 20");
        var high = ledger.ask("SELECT entry_seq FROM ledger_leaf WHERE position = 60");
        ledger.attack(
                "UPDATE ledger_entry SET seq = 100000 WHERE seq = " + low,
                "UPDATE ledger_entry SET seq = " + low + " WHERE seq = " + high,
                "UPDATE ledger_entry SET seq = " + high + " WHERE seq = 100000");
        then(ledger.verify().findings())
                .contains(
                        Finding.line(ENTRIES_REORDERED, ledger.codeAt(20), 20),
                        Finding.line(ENTRIES_REORDERED, ledger.codeAt(60), 60));
    }

    @Test
    void a_swap_of_seals_is_named() throws Exception {
        ledger.attack("UPDATE ledger_leaf a JOIN ledger_leaf b ON a.position = 5 AND b.position = 75"
                + " SET a.leaf_hash = b.leaf_hash, b.leaf_hash = a.leaf_hash");
        then(ledger.verify().findings())
                .isNotEmpty()
                .allSatisfy(finding -> then(finding.kind()).isIn(ENTRIES_REORDERED, LEAF_CHANGED));
    }

    @Test
    void a_flipped_byte_in_a_seal_is_named() throws Exception {
        ledger.attack("UPDATE ledger_leaf SET leaf_hash = CONCAT(UNHEX('00'), SUBSTRING(leaf_hash, 2))"
                + " WHERE position = 33");
        then(ledger.verify().findings()).containsExactly(Finding.line(LEAF_CHANGED, ledger.codeAt(33), 33));
    }

    @Test
    void a_log_that_was_cut_off_is_found() throws Exception {
        var seq = ledger.ask("SELECT entry_seq FROM ledger_leaf WHERE position = 80");
        ledger.attack(
                "DELETE FROM ledger_entry WHERE seq >= " + seq,
                "DELETE FROM ledger_index WHERE seq >= " + seq,
                "DELETE FROM ledger_item WHERE seq >= " + seq,
                "DELETE FROM ledger_item_line WHERE seq >= " + seq,
                "DELETE FROM ledger_leaf WHERE entry_seq >= " + seq);
        then(ledger.verify().findings()).containsExactly(Finding.at(LOG_SHORTENED, 100, 80));
    }

    @Test
    void an_older_copy_that_was_put_back_is_found() throws Exception {
        var seq = ledger.ask("SELECT entry_seq FROM ledger_leaf WHERE position = 80");
        ledger.attack(
                "DELETE FROM ledger_entry WHERE seq >= " + seq,
                "DELETE FROM ledger_index WHERE seq >= " + seq,
                "DELETE FROM ledger_item WHERE seq >= " + seq,
                "DELETE FROM ledger_item_line WHERE seq >= " + seq,
                "DELETE FROM ledger_leaf WHERE entry_seq >= " + seq,
                "DELETE FROM ledger_checkpoint WHERE tree_size > 80");
        then(ledger.verify().findings()).containsExactly(Finding.at(OLDER_COPY, 100, 80));
    }

    @Test
    void an_older_copy_that_was_declared_is_told_in_every_verification_and_the_log_goes_on() throws Exception {
        var seq = ledger.ask("SELECT entry_seq FROM ledger_leaf WHERE position = 70");
        ledger.attack(
                "DELETE FROM ledger_entry WHERE seq >= " + seq,
                "DELETE FROM ledger_index WHERE seq >= " + seq,
                "DELETE FROM ledger_item WHERE seq >= " + seq,
                "DELETE FROM ledger_item_line WHERE seq >= " + seq,
                "DELETE FROM ledger_leaf WHERE entry_seq >= " + seq,
                "DELETE FROM ledger_checkpoint WHERE tree_size > 70");
        // when
        var extent = ledger.restored().setAside(Instant.ofEpochSecond(1_800_000_000));
        // then
        then(extent).isEqualTo(new RestoredLog.Extent(70, 100));
        var kept = ledger.home.resolve("checkpoints/before-restore-1800000000");
        try (var files = Files.list(kept)) {
            then(Files.readString(files.findFirst().orElseThrow())).contains("\n100\n");
        }
        // when
        var line = ledger.ledger.append(
                LedgerEvent.of(Instant.now(), "RESTORE", Actor.job("restore")).build());
        for (int i = 0; i < 100; i++) {
            ledger.ledger.append(LedgerFixture.read(i));
        }
        ledger.sequencer.release();
        ledger.sequencer().round();
        // then
        var report = ledger.verify();
        then(report.findings()).isEmpty();
        then(report.restores()).containsExactly(line.code());
        then(report.sealed()).isEqualTo(70 + 1 + 100);
    }

    @Test
    void an_older_copy_on_which_work_went_on_is_found() throws Exception {
        // given
        an_older_copy_that_was_put_back_is_found();
        // when
        for (int i = 0; i < 30; i++) {
            ledger.ledger.append(LedgerFixture.read(i));
            if (i % 10 == 9) {
                ledger.sequencer().round();
                TestMariaDb.execute(schema(), "UPDATE sequencer_lease SET valid_until = '1970-01-01'");
            }
        }
        // then
        then(ledger.verify().findings()).contains(Finding.at(HISTORY_REWRITTEN, 81, 90));
    }

    @Test
    void a_checkpoint_that_we_did_not_sign_is_found() throws Exception {
        // given somebody who signs with a key of their own
        var foreign = new LedgerIdentity(LedgerFixture.ORIGIN, new LedgerKeys(KeyFolder.inMemory()));
        var tree = new MerkleTree();
        for (int i = 0; i < 100; i++) {
            tree.add(MerkleTree.leafHash(new byte[] {(byte) i}));
        }
        // when
        try (var connection = ledger.database.getConnection()) {
            ledger.attack();
            try (var update = connection.prepareStatement("UPDATE ledger_checkpoint"
                    + " SET root = ?, frontier = ?, signed_note = ? WHERE tree_size = 100")) {
                update.setBytes(1, tree.root());
                update.setBytes(2, tree.frontier());
                update.setString(3, foreign.sign(tree));
                update.executeUpdate();
            }
        }
        // then
        then(ledger.verify().findings()).contains(Finding.at(CHECKPOINT_FORGED, 100));
        // and nothing is sealed on top of it
        ledger.ledger.append(LedgerFixture.read(1));
        ledger.sequencer.release();
        assertThatThrownBy(() -> ledger.sequencer().round())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the last checkpoint does not hold");
        then(ledger.ask("SELECT COUNT(*) FROM ledger_leaf")).isEqualTo("100");
    }

    @Test
    void a_flipped_byte_in_a_checkpoint_is_found() throws Exception {
        ledger.attack("UPDATE ledger_checkpoint SET signed_note = REPLACE(signed_note, '\\n50\\n', '\\n51\\n')"
                + " WHERE tree_size = 50");
        then(ledger.verify().findings()).contains(Finding.at(CHECKPOINT_FORGED, 50));
    }

    @Test
    void a_checkpoint_that_was_taken_away_is_missed() throws Exception {
        ledger.attack("DELETE FROM ledger_checkpoint WHERE tree_size = 50");
        then(ledger.verify().findings()).containsExactly(Finding.at(CHECKPOINT_MISSING, 50));
    }

    @Test
    void lines_behind_the_last_checkpoint_are_found() throws Exception {
        ledger.attack("DELETE FROM ledger_checkpoint WHERE tree_size = 100");
        deleteFiles();
        then(ledger.verify().findings()).contains(Finding.at(TAIL_UNSIGNED, 91, 100));
    }

    @Test
    void a_flipped_byte_in_a_file_outside_is_found() throws Exception {
        // given
        var file = files().get(0);
        var text = Files.readString(file);
        // when
        Files.writeString(file, text.replaceFirst("\n50\n", "\n49\n"));
        // then
        then(ledger.verify().findings())
                .containsExactly(
                        Finding.at(OUTSIDE_CHECKPOINT_FORGED, file.getFileName().toString(), 5));
    }

    @Test
    void a_note_that_a_crash_cut_off_is_no_finding() throws Exception {
        // given a node that died while it wrote its last note, and wrote it again after its start
        var file = files().get(0);
        var text = Files.readString(file);
        int last = text.lastIndexOf(LedgerFixture.ORIGIN + "\n100\n");
        var fragment = text.substring(0, last + 40);
        Files.writeString(file, fragment);
        ledger.sequencer().round();
        then(Files.readString(file)).startsWith(fragment).hasSizeGreaterThan(text.length());
        // when, then
        then(ledger.verify().findings()).isEmpty();
    }

    @Test
    void missing_files_are_told_once_there_should_be_some() throws Exception {
        deleteFiles();
        var later = Clock.fixed(Instant.now().plus(Duration.ofHours(1)), ZoneOffset.UTC);
        then(new LedgerVerifier(ledger.database, ledger.keys, home, later, LedgerFixture.ORIGIN, ledger.ledger)
                        .verify()
                        .findings())
                .containsExactly(Finding.at(OUTSIDE_COPY_MISSING));
    }

    @Test
    void a_line_hidden_from_an_officer_is_named() throws Exception {
        var seq = ledger.ask("SELECT entry_seq FROM ledger_leaf WHERE position = 21");
        ledger.attack("DELETE FROM ledger_index WHERE agency = '" + LedgerFixture.POLICE + "' AND seq = " + seq);
        then(ledger.verify().findings()).singleElement().satisfies(finding -> {
            then(finding.kind()).isEqualTo(INDEX_DIFFERS);
            then(finding.code()).contains(ledger.codeAt(21));
        });
    }

    @Test
    void a_line_shown_to_a_strange_officer_is_named() throws Exception {
        var seq = ledger.ask("SELECT entry_seq FROM ledger_leaf WHERE position = 22");
        ledger.attack("INSERT INTO ledger_index SELECT '" + new UUID(1, 99) + "', seq, at, as_actor, as_holder,"
                + " as_recipient, action, outcome, emergency, case_id, person_id, professional, acting_agency,"
                + " acting_function, purpose, category FROM ledger_index WHERE seq = " + seq + " LIMIT 1");
        then(ledger.verify().findings()).singleElement().satisfies(finding -> {
            then(finding.kind()).isEqualTo(INDEX_DIFFERS);
            then(finding.code()).contains(ledger.codeAt(22));
        });
    }

    @Test
    void lines_from_before_the_wider_index_are_in_it_after_the_migration() throws Exception {
        // given the tables as they were before, with a hundred lines
        ledger.attack(
                "ALTER TABLE ledger_index DROP CONSTRAINT ck_ledger_index_outcome",
                "ALTER TABLE ledger_index DROP INDEX ix_ledger_index_outcome, DROP INDEX ix_ledger_index_function,"
                        + " DROP INDEX ix_ledger_index_acting_agency, DROP INDEX ix_ledger_index_purpose,"
                        + " DROP INDEX ix_ledger_index_category, DROP COLUMN outcome, DROP COLUMN acting_agency,"
                        + " DROP COLUMN acting_function, DROP COLUMN purpose, DROP COLUMN category",
                "DROP TABLE ledger_item_line");
        // when
        ledger.run("V062__ledger_index_by_what_was_done.sql", "V063__ledger_item_line.sql");
        // then
        then(ledger.verify().findings()).isEmpty();
        then(ledger.ask("SELECT COUNT(*) FROM ledger_item_line")).isEqualTo("150");
        for (var table : List.of("index", "item_line")) {
            assertThatThrownBy(() -> TestMariaDb.execute(schema(), "DELETE FROM ledger_" + table))
                    .hasMessageContaining("The ledger only grows");
        }
    }

    @Test
    void a_line_that_is_filed_under_another_purpose_is_named() throws Exception {
        var seq = ledger.ask("SELECT entry_seq FROM ledger_leaf WHERE position = 23");
        for (var change : List.of(
                "purpose = 'D5'",
                "category = 'POLICE'",
                "outcome = 'REFUSED'",
                "acting_function = NULL",
                "acting_agency = NULL")) {
            var kept = ledger.ask("SELECT " + change.split(" ")[0] + " FROM ledger_index WHERE seq = " + seq);
            // when
            ledger.attack("UPDATE ledger_index SET " + change + " WHERE seq = " + seq);
            // then
            then(ledger.verify().findings()).as(change).isNotEmpty().allSatisfy(finding -> {
                then(finding.kind()).isEqualTo(INDEX_DIFFERS);
                then(finding.code()).contains(ledger.codeAt(23));
            });
            ledger.attack("UPDATE ledger_index SET " + change.split(" ")[0] + " = '" + kept + "' WHERE seq = " + seq);
        }
        then(ledger.verify().findings()).isEmpty();
    }

    @Test
    void a_line_that_is_hidden_from_who_asks_about_an_item_is_named() throws Exception {
        var seq = ledger.ask("SELECT entry_seq FROM ledger_leaf WHERE position = 24");
        ledger.attack("DELETE FROM ledger_item_line WHERE seq = " + seq);
        then(ledger.verify().findings()).isNotEmpty().allSatisfy(finding -> {
            then(finding.kind()).isEqualTo(INDEX_DIFFERS);
            then(finding.code()).contains(ledger.codeAt(24));
        });
    }

    private List<Path> files() throws Exception {
        try (var files = Files.list(home.resolve("checkpoints"))) {
            return files.filter(file -> file.toString().endsWith(".checkpoints"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void a_hash_that_is_served_and_does_not_follow_from_the_lines_is_named() throws Exception {
        // given enough lines for a hash above the leaves
        for (int i = 0; i < 200; i++) {
            ledger.ledger.append(LedgerFixture.read(i));
        }
        ledger.sequencer.round();
        then(ledger.verify().findings()).isEmpty();
        // when
        ledger.attack("UPDATE ledger_node SET hash = UNHEX(REPEAT('5a', 32)) WHERE level = 1 AND position = 0");
        // then
        then(ledger.verify().findings()).containsExactly(Finding.at(TILE_DIFFERS, 1, 256));
    }

    @Test
    void a_hash_over_lines_that_do_not_exist_is_named() throws Exception {
        ledger.attack("INSERT INTO ledger_node VALUES (1, 3, UNHEX(REPEAT('5a', 32)))");
        then(ledger.verify().findings()).containsExactly(Finding.at(TILE_DIFFERS, 769, 1024));
    }

    private void deleteFiles() throws Exception {
        for (var file : files()) {
            Files.delete(file);
        }
    }

    private String recomputedLeaf(String code) throws SQLException {
        try (var connection = ledger.database.getConnection();
                var select = connection.prepareStatement(
                        "SELECT " + EntryRow.COLUMNS + " FROM ledger_entry WHERE code = ?")) {
            select.setString(1, code);
            try (var rows = select.executeQuery()) {
                rows.next();
                return HexFormat.of().formatHex(EntryRow.read(rows).leafHash());
            }
        }
    }

    private String schema() throws SQLException {
        return ledger.ask("SELECT DATABASE()");
    }
}
