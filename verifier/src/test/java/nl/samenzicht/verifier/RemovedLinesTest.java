package nl.samenzicht.verifier;

import static org.assertj.core.api.BDDAssertions.then;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import nl.samenzicht.verifier.BundleFixture.Gone;
import nl.samenzicht.verifier.Verdict.Found;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines may go after five years, when the log itself says so in a line that is still there. */
class RemovedLinesTest {
    /** October 2021 is over for sixty months on 1 November 2026 in Amsterdam. */
    private static final Instant DUE = Instant.parse("2026-10-31T23:00:00Z");

    @TempDir
    Path home;

    private Verdict check(BundleFixture log) throws IOException {
        return BundleCheck.check(log.folder(home, 1_000), log.trust());
    }

    @Test
    void a_log_whose_oldest_lines_were_removed_is_whole_and_says_how_many_and_by_whom() throws IOException {
        var log = new BundleFixture(new Gone(500, DUE, 500, 0));
        var verdict = check(log);
        then(verdict.found()).isEmpty();
        then(verdict.removed()).isEqualTo(500);
        then(verdict.readable()).isEqualTo(167);
        then(verdict.removal()).hasValueSatisfying(removal -> {
            then(removal.lastMonth()).isEqualTo(YearMonth.of(2021, 10));
            then(removal.proposedBy()).isEqualTo(BundleFixture.PROPOSER);
            then(removal.approvedBy()).isEqualTo(BundleFixture.APPROVER);
        });
        then(Words.in("nl").verdict(verdict))
                .startsWith("HEEL. Alle 1.000 regels")
                .contains("500 daarvan, tot en met oktober 2021, zijn na een termijn van 60 maanden verwijderd")
                .contains(BundleFixture.PROPOSER.toString(), BundleFixture.APPROVER.toString());
        then(Words.in("en").verdict(verdict)).contains("500 of them, up to and including October 2021");
        then(verdict.json(Words.in("en")))
                .contains("\"whole\":true", "\"removed\":500", "\"removal\":{\"through\":\"2021-10\",\"term\":60,");
        then(Files.readString(home.resolve("folder").resolve(BundleWriter.MANIFEST)))
                .startsWith("samenzicht-log-bundle/2\n")
                .contains("\nreadable 167\nremoved 500\nsha256 ");
    }

    @Test
    void a_bundle_from_which_nothing_was_removed_is_written_as_before() throws IOException {
        var log = new BundleFixture();
        then(check(log).removed()).isZero();
        then(Files.readString(home.resolve("folder").resolve(BundleWriter.MANIFEST)))
                .startsWith("samenzicht-log-bundle/1\n")
                .doesNotContain("removed");
    }

    @Test
    void lines_that_are_only_called_removed_are_missed() throws IOException {
        then(check(new BundleFixture(new Gone(0, DUE, 500, 0))).found())
                .containsExactly(Found.of(Flaw.REMOVED_WITHOUT_RECORD, 500));
    }

    @Test
    void one_line_more_than_the_log_says_is_missed() throws IOException {
        then(check(new BundleFixture(new Gone(500, DUE, 501, 0))).found())
                .containsExactly(Found.of(Flaw.REMOVED_WITHOUT_RECORD, 501));
    }

    @Test
    void a_removal_a_second_before_five_years_does_not_count() throws IOException {
        then(check(new BundleFixture(new Gone(500, DUE.minusSeconds(1), 500, 0)))
                        .found())
                .containsExactly(Found.of(Flaw.REMOVED_WITHOUT_RECORD, 500));
    }

    @Test
    void a_removal_cannot_cover_its_own_line() throws IOException {
        then(check(new BundleFixture(new Gone(900, DUE, 900, 0))).found())
                .containsExactly(Found.of(Flaw.REMOVED_WITHOUT_RECORD, 900), Found.of(Flaw.REMOVED_YET_READABLE, 900));
    }

    @Test
    void a_line_that_is_called_removed_and_can_be_read_is_named() throws IOException {
        then(check(new BundleFixture(new Gone(500, DUE, 500, 200))).found())
                .containsExactly(Found.of(Flaw.REMOVED_YET_READABLE, 303));
    }

    @Test
    void a_removal_whose_line_was_blanked_afterwards_is_found() throws IOException {
        var log = new BundleFixture(new Gone(500, DUE, 500, 0));
        var folder = log.folder(home, 1_000);
        BundleFixture.changeLines(folder, lines -> {
            var columns = lines.get(900).split("\t");
            lines.set(900, columns[0] + "\t" + columns[1]);
            return lines;
        });
        then(BundleCheck.check(folder, log.trust()).found())
                .containsExactly(
                        Found.of(Flaw.REMOVED_WITHOUT_RECORD, 500), Found.of(Flaw.READABLE_LEFT_OUT, 167, 166));
    }

    @Test
    void a_removal_whose_line_was_changed_does_not_count() throws IOException {
        var log = new BundleFixture(new Gone(400, DUE, 500, 0));
        var folder = log.folder(home, 1_000);
        BundleFixture.changeLines(folder, lines -> {
            lines.set(900, lines.get(900).replace("last:400", "last:500"));
            return lines;
        });
        then(BundleCheck.check(folder, log.trust()).found())
                .extracting(Found::flaw)
                .containsExactly(Flaw.LINE_CHANGED, Flaw.REMOVED_WITHOUT_RECORD);
    }

    @Test
    void a_list_of_contents_that_was_changed_to_say_removed_is_damaged() throws IOException {
        var log = new BundleFixture(new Gone(500, DUE, 400, 0));
        var folder = log.folder(home, 1_000);
        for (var change : List.of("removed 500", "removed 0")) {
            BundleFixture.change(folder, BundleWriter.MANIFEST, text -> text.replaceFirst("removed [0-9]+", change));
            then(BundleCheck.check(folder, log.trust()).found()).containsExactly(Found.of(Flaw.MANIFEST_DAMAGED));
        }
    }
}
