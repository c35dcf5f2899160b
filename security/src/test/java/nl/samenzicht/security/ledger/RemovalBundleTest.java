package nl.samenzicht.security.ledger;

import static org.assertj.core.api.BDDAssertions.then;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.tlog.Checkpoint;
import nl.samenzicht.tlog.NoteKey;
import nl.samenzicht.tlog.SignedNote;
import nl.samenzicht.verifier.BundleCheck;
import nl.samenzicht.verifier.Flaw;
import nl.samenzicht.verifier.Trust;
import nl.samenzicht.verifier.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bundles from before and after a removal, held against the verifier that whoever receives them will use. */
class RemovalBundleTest {
    @TempDir
    Path home;

    private RemovalFixture old;

    @BeforeEach
    void a_log_with_lines_of_2019() throws Exception {
        old = new RemovalFixture(home);
        old.marchAprilAndNow();
    }

    @AfterEach
    void take_it_away() throws Exception {
        old.close();
    }

    private Path exported(AgencyId agency) throws IOException {
        var file = Files.createTempFile(home, "bundle", ".zip");
        try (var out = Files.newOutputStream(file)) {
            new LedgerBundle(
                            old.log.database,
                            old.log.keys,
                            Clock.systemUTC(),
                            LedgerFixture.ORIGIN,
                            old.log.witnesses(""),
                            old.log.ledger)
                    .write(out, agency, any -> agency.equals(LedgerFixture.CARE));
        }
        return file;
    }

    private Verdict check(Path bundle, Optional<Checkpoint> known) throws IOException {
        List<NoteKey> keys = new LedgerTiles(old.log.database, old.log.keys, LedgerFixture.ORIGIN).keys();
        return BundleCheck.check(bundle, new Trust(keys, known, 0));
    }

    private Checkpoint state() {
        return Checkpoint.parse(SignedNote.parse(new LedgerTiles(old.log.database, old.log.keys, LedgerFixture.ORIGIN)
                        .checkpoint()
                        .orElseThrow())
                .text());
    }

    @Test
    void a_bundle_after_a_removal_is_whole_for_who_knows_the_state_from_before() throws Exception {
        // given
        var before = state();
        var oldBundle = exported(LedgerFixture.CARE);
        // when
        old.removed();
        // then the bundle of the own lines, and that of an agency that did nothing
        for (var agency : List.of(LedgerFixture.CARE, LedgerFixture.POLICE)) {
            var verdict = check(exported(agency), Optional.of(before));
            then(verdict.found()).isEmpty();
            then(verdict.lines()).isEqualTo(92);
            then(verdict.removed()).isEqualTo(70);
            then(verdict.readable()).isEqualTo(agency.equals(LedgerFixture.CARE) ? 21 : 1);
            then(verdict.removal())
                    .hasValueSatisfying(
                            removal -> then(removal.approvedBy()).isEqualTo(RemovalFixture.MANAGER.value()));
        }
        // and the old bundle still holds, also all of its lines
        var verdict = check(oldBundle, Optional.of(before));
        then(verdict.found()).isEmpty();
        then(verdict.readable()).isEqualTo(90);
        then(verdict.removed()).isZero();
    }

    @Test
    void a_bundle_in_the_middle_of_a_removal_says_nothing_of_it_yet() throws Exception {
        old.begun(old.order());
        var verdict = check(exported(LedgerFixture.CARE), Optional.empty());
        then(verdict.found()).isEmpty();
        then(verdict.removed()).isZero();
    }

    @Test
    void a_removal_that_only_a_row_speaks_of_does_not_reach_a_bundle() throws Exception {
        old.removed();
        old.log.attack(
                "UPDATE ledger_removal SET below = 75",
                "DELETE FROM ledger_entry WHERE seq =" + " (SELECT entry_seq FROM ledger_leaf WHERE position = 72)");
        then(check(exported(LedgerFixture.CARE), Optional.empty()).removed()).isZero();
    }

    @Test
    void a_hash_that_was_changed_below_a_removal_is_found_by_the_stand_alone_verifier() throws Exception {
        old.removed();
        old.log.attack("UPDATE ledger_leaf SET leaf_hash = UNHEX(REPEAT('5a', 32)) WHERE position = 12");
        then(check(exported(LedgerFixture.POLICE), Optional.empty()).found())
                .containsExactly(new Verdict.Found(Flaw.LINES_DIFFER, List.of("1", "40")));
    }
}
