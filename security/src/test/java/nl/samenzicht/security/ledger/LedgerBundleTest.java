package nl.samenzicht.security.ledger;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.BDDAssertions.then;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.keys.KeyUse;
import nl.samenzicht.security.keys.LedgerKeys;
import nl.samenzicht.tlog.Checkpoint;
import nl.samenzicht.tlog.NoteKey;
import nl.samenzicht.tlog.SignedNote;
import nl.samenzicht.verifier.BundleCheck;
import nl.samenzicht.verifier.Flaw;
import nl.samenzicht.verifier.Trust;
import nl.samenzicht.verifier.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the product exports, held against the verifier that whoever receives it will use. */
class LedgerBundleTest {
    @TempDir
    Path home;

    private LedgerFixture ledger;

    @BeforeEach
    void a_ledger_of_a_hundred_lines() throws Exception {
        ledger = new LedgerFixture(home);
        ledger.hundredEntries();
    }

    private LedgerBundle bundles() {
        return new LedgerBundle(
                ledger.database,
                ledger.keys,
                Clock.systemUTC(),
                LedgerFixture.ORIGIN,
                ledger.witnesses(""),
                ledger.ledger);
    }

    private List<NoteKey> keys() {
        return new LedgerTiles(ledger.database, ledger.keys, LedgerFixture.ORIGIN).keys();
    }

    private Path exported(AgencyId agency, Predicate<LoggedEntry> readable) throws IOException {
        var file = Files.createTempFile(home, "bundle", ".zip");
        try (var out = Files.newOutputStream(file)) {
            bundles().write(out, agency, readable);
        }
        return file;
    }

    private Verdict check(Path bundle) throws IOException {
        return BundleCheck.check(bundle, new Trust(keys(), Optional.empty(), 0));
    }

    @Test
    void an_agency_reads_the_acts_of_its_own_people_and_hashes_of_the_rest() throws Exception {
        var own = check(exported(LedgerFixture.CARE, any -> true));
        then(own.found()).isEmpty();
        then(own.lines()).isEqualTo(100);
        then(own.readable()).isEqualTo(100);
        then(own.checkpoints()).isEqualTo(10);
        var other = check(exported(LedgerFixture.POLICE, any -> true));
        then(other.found()).isEmpty();
        then(other.readable()).isZero();
    }

    @Test
    void what_may_not_be_read_in_full_is_a_hash() throws Exception {
        var some = check(exported(LedgerFixture.CARE, entry -> !entry.holder() && entry.number() % 2 == 0));
        then(some.found()).isEmpty();
        then(some.readable()).isEqualTo(50);
    }

    @Test
    void nothing_that_was_typed_and_nothing_of_another_agency_stands_in_it() throws Exception {
        var out = new ByteArrayOutputStream();
        bundles().write(out, LedgerFixture.POLICE, any -> true);
        var text = unzipped(out.toByteArray());
        then(text).doesNotContain("searched for", LedgerFixture.NURSE.toString(), ledger.codeAt(5), "VIEW_SECTION");
        var own = new ByteArrayOutputStream();
        bundles().write(own, LedgerFixture.CARE, any -> true);
        then(unzipped(own.toByteArray()))
                .doesNotContain("searched for")
                .contains(ledger.codeAt(5), LedgerFixture.NURSE.toString());
    }

    private static String unzipped(byte[] zip) throws IOException {
        var text = new StringBuilder();
        try (var files = new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(zip))) {
            while (files.getNextEntry() != null) {
                text.append(new String(files.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        return text.toString();
    }

    @Test
    void a_line_that_was_changed_in_the_database_is_named_by_the_stand_alone_verifier() throws Exception {
        var code = ledger.codeAt(41);
        ledger.attack("UPDATE ledger_entry SET purpose = 'D5' WHERE code = '" + code + "'");
        then(check(exported(LedgerFixture.CARE, any -> true)).found())
                .containsExactly(new Verdict.Found(Flaw.LINE_CHANGED, List.of(code, "42")));
    }

    @Test
    void a_seal_that_was_changed_in_the_database_is_found_by_the_stand_alone_verifier() throws Exception {
        ledger.attack("UPDATE ledger_leaf SET leaf_hash = UNHEX(REPEAT('5a', 32)) WHERE position = 41");
        then(check(exported(LedgerFixture.POLICE, any -> true)).found())
                .containsExactly(new Verdict.Found(Flaw.LINES_DIFFER, List.of("41", "50")));
    }

    @Test
    void a_database_that_was_put_back_is_found_by_who_kept_a_checkpoint() throws Exception {
        var kept = Checkpoint.parse(SignedNote.parse(new LedgerTiles(ledger.database, ledger.keys, LedgerFixture.ORIGIN)
                        .checkpoint()
                        .orElseThrow())
                .text());
        ledger.attack(
                "DELETE FROM ledger_checkpoint WHERE tree_size > 60",
                "DELETE FROM ledger_leaf WHERE position >= 60",
                "DELETE FROM ledger_entry WHERE seq > (SELECT MAX(entry_seq) FROM ledger_leaf)");
        var older = exported(LedgerFixture.CARE, any -> true);
        then(check(older).found()).isEmpty();
        then(BundleCheck.check(older, new Trust(keys(), Optional.of(kept), 0)).found())
                .containsExactly(new Verdict.Found(Flaw.OLDER_BUNDLE, List.of("100", "60")));
        // and when work went on, with other lines
        for (int i = 0; i < 60; i++) {
            ledger.ledger.append(LedgerFixture.read(i));
        }
        ledger.sequencer.release();
        ledger.sequencer().round();
        var forked = exported(LedgerFixture.CARE, any -> true);
        then(check(forked).found()).isEmpty();
        then(BundleCheck.check(forked, new Trust(keys(), Optional.of(kept), 0)).found())
                .containsExactly(new Verdict.Found(Flaw.FORK, List.of("100")));
    }

    @Test
    void a_missing_leaf_cannot_be_exported_as_if_nothing_were_missing() throws Exception {
        ledger.attack("DELETE FROM ledger_leaf WHERE position = 41");
        assertThatThrownBy(() -> exported(LedgerFixture.CARE, any -> true))
                .isInstanceOf(LedgerUnavailable.class)
                .hasMessageContaining("line 42 is missing");
    }

    @Test
    void old_states_hold_after_the_signing_key_was_rotated() throws Exception {
        ledger.keyFolder.rotate(KeyUse.LEDGER_SIGNING);
        var rotated = new LedgerKeys(ledger.keyFolder);
        ledger.sequencer.release();
        ledger.ledger.append(LedgerFixture.read(100));
        new LedgerSequencer(ledger.database, rotated, home, Clock.systemUTC(), LedgerFixture.ORIGIN).round();
        var file = Files.createTempFile(home, "rotated", ".zip");
        try (var out = Files.newOutputStream(file)) {
            new LedgerBundle(
                            ledger.database,
                            rotated,
                            Clock.systemUTC(),
                            LedgerFixture.ORIGIN,
                            ledger.witnesses(""),
                            ledger.ledger)
                    .write(out, LedgerFixture.CARE, any -> true);
        }
        var keys = new LedgerTiles(ledger.database, rotated, LedgerFixture.ORIGIN).keys();
        then(keys).hasSize(2);
        var verdict = BundleCheck.check(file, new Trust(keys, Optional.empty(), 0));
        then(verdict.found()).isEmpty();
        then(verdict.checkpoints()).isEqualTo(11);
        then(BundleCheck.check(file, new Trust(List.of(keys.get(1)), Optional.empty(), 0))
                        .found())
                .extracting(Verdict.Found::flaw)
                .containsExactly(Flaw.WRONG_KEY);
    }

    @Test
    void an_empty_ledger_has_nothing_to_export() throws Exception {
        var empty = new LedgerFixture(home.resolve("empty"));
        var bundle = new LedgerBundle(
                empty.database, empty.keys, Clock.systemUTC(), LedgerFixture.ORIGIN, empty.witnesses(""), empty.ledger);
        assertThatThrownBy(() -> bundle.write(new ByteArrayOutputStream(), new AgencyId(new UUID(9, 9)), any -> true))
                .isInstanceOf(LedgerUnavailable.class)
                .hasMessageContaining("nothing is sealed yet");
    }
}
