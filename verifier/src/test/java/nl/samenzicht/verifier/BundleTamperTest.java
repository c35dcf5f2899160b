package nl.samenzicht.verifier;

import static nl.samenzicht.verifier.BundleFixture.change;
import static nl.samenzicht.verifier.BundleFixture.changeLines;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.BDDAssertions.then;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import nl.samenzicht.tlog.Checkpoint;
import nl.samenzicht.tlog.NoteKey;
import nl.samenzicht.tlog.SecretNoteKey;
import nl.samenzicht.tlog.SignedNote;
import nl.samenzicht.verifier.Verdict.Found;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each attack is made on a bundle, and must be found and called by its name. */
class BundleTamperTest {
    private static final int SIZE = 1_000;
    private static final BundleFixture LOG = new BundleFixture();

    @TempDir
    Path home;

    private Path bundle;

    @BeforeEach
    void a_whole_bundle_of_a_thousand_lines() throws IOException {
        bundle = LOG.folder(home, SIZE);
    }

    private List<Found> found() throws IOException {
        return BundleCheck.check(bundle, LOG.trust()).found();
    }

    @Test
    void an_untouched_bundle_is_whole_as_a_zip_and_as_a_folder() throws IOException {
        for (var path : List.of(bundle, home.resolve("bundle.zip"))) {
            var verdict = BundleCheck.check(path, LOG.trust());
            then(verdict.found()).isEmpty();
            then(verdict.whole()).isTrue();
            then(verdict.lines()).isEqualTo(SIZE);
            then(verdict.readable()).isEqualTo(333);
            then(verdict.checkpoints()).isEqualTo(11);
            then(verdict.made()).isEqualTo(BundleFixture.MADE);
            then(verdict.origin()).isEqualTo(BundleFixture.ORIGIN);
        }
    }

    @Test
    void a_changed_field_names_its_line() throws IOException {
        changeLines(bundle, lines -> {
            lines.set(600, lines.get(600).replace("\tPURPOSE\t", "\tD5\t"));
            return lines;
        });
        then(found()).containsExactly(Found.of(Flaw.LINE_CHANGED, "K600-00", 600));
    }

    @Test
    void each_field_counts() throws IOException {
        var whole = Files.readString(bundle.resolve(BundleWriter.ENTRIES));
        for (int column = 2; column < BundleWriter.COLUMNS.size(); column++) {
            Files.writeString(bundle.resolve(BundleWriter.ENTRIES), whole);
            int changed = column;
            changeLines(bundle, lines -> {
                var values = lines.get(300).split("\t", -1);
                values[changed] = values[changed].equals("false") ? "true" : values[changed].replace("\\N", "") + "x";
                lines.set(300, String.join("\t", values));
                return lines;
            });
            then(found())
                    .as(BundleWriter.COLUMNS.get(column))
                    .extracting(Found::flaw)
                    .containsExactly(Flaw.LINE_CHANGED);
        }
    }

    @Test
    void absent_is_not_the_same_as_empty() throws IOException {
        changeLines(bundle, lines -> {
            lines.set(3, lines.get(3).replaceFirst("\t\t", "\t\\\\N\t"));
            return lines;
        });
        then(found()).containsExactly(Found.of(Flaw.LINE_CHANGED, "K003-00", 3));
    }

    @Test
    void one_flipped_bit_in_a_hash_is_found_between_two_signed_states() throws IOException {
        changeLines(bundle, lines -> {
            var line = lines.get(551);
            int at = line.indexOf('\t') + 5;
            lines.set(551, line.substring(0, at) + (line.charAt(at) == 'A' ? 'B' : 'A') + line.substring(at + 1));
            return lines;
        });
        then(found()).containsExactly(Found.of(Flaw.LINES_DIFFER, 501, 600));
    }

    @Test
    void a_line_that_was_changed_together_with_its_hash_is_found() throws IOException {
        var forged = LOG.values(600);
        forged.set(EntryFormat.FIELDS.indexOf("purpose"), "D5");
        changeLines(bundle, lines -> {
            var columns = lines.get(600).split("\t", -1);
            var salt = java.util.Base64.getDecoder().decode(columns[2]);
            columns[1] = java.util.Base64.getEncoder().encodeToString(new EntryFormat().leafHash(salt, forged));
            lines.set(600, String.join("\t", columns).replace("\tPURPOSE\t", "\tD5\t"));
            return lines;
        });
        then(found()).containsExactly(Found.of(Flaw.LINES_DIFFER, 501, 600));
    }

    @Test
    void lines_that_were_left_out_are_named() throws IOException {
        changeLines(bundle, lines -> {
            lines.subList(400, 403).clear();
            return lines;
        });
        then(found()).contains(Found.of(Flaw.LINES_MISSING, 400, 402));
    }

    @Test
    void lines_that_were_left_out_and_the_rest_numbered_anew_are_found() throws IOException {
        changeLines(bundle, lines -> {
            lines.remove(400);
            for (int i = 400; i < lines.size(); i++) {
                lines.set(i, i + lines.get(i).substring(lines.get(i).indexOf('\t')));
            }
            return lines;
        });
        then(found()).contains(Found.of(Flaw.TRUNCATED, 1000, 999), Found.of(Flaw.LINES_DIFFER, 301, 400));
    }

    @Test
    void a_cut_off_end_is_told() throws IOException {
        changeLines(bundle, lines -> lines.subList(0, 951));
        then(found()).contains(Found.of(Flaw.TRUNCATED, 1000, 950));
    }

    @Test
    void a_cut_off_end_with_the_state_of_then_is_missed_by_the_list_of_contents() throws IOException {
        changeLines(bundle, lines -> lines.subList(0, 901));
        Files.writeString(
                bundle.resolve(BundleWriter.CHECKPOINT),
                LOG.sign(LOG.checkpoint(900).text()));
        then(found()).containsExactly(Found.of(Flaw.MANIFEST_DIFFERS, 1000, 900));
    }

    @Test
    void added_lines_are_told() throws IOException {
        changeLines(bundle, lines -> {
            lines.add(lines.get(1000).replaceFirst("1000", "1001"));
            return lines;
        });
        then(found()).contains(Found.of(Flaw.LINES_ADDED, 1000, 1001));
    }

    @Test
    void lines_that_changed_places_are_told() throws IOException {
        changeLines(bundle, lines -> {
            java.util.Collections.swap(lines, 700, 701);
            return lines;
        });
        then(found()).contains(Found.of(Flaw.LINES_MISSING, 700, 700), Found.of(Flaw.LINES_OUT_OF_ORDER, 700));
    }

    @Test
    void a_line_of_which_only_the_hash_was_left_is_missed() throws IOException {
        changeLines(bundle, lines -> {
            var columns = lines.get(600).split("\t");
            lines.set(600, columns[0] + "\t" + columns[1]);
            return lines;
        });
        then(found()).containsExactly(Found.of(Flaw.READABLE_LEFT_OUT, 333, 332));
    }

    @Test
    void a_line_that_is_no_line_is_told() throws IOException {
        changeLines(bundle, lines -> {
            lines.set(70, "70\tnot a hash");
            return lines;
        });
        then(found()).contains(Found.of(Flaw.LINE_UNREADABLE, 70));
    }

    @Test
    void one_flipped_bit_in_the_signed_state_is_told() throws IOException {
        var whole = Files.readString(bundle.resolve(BundleWriter.CHECKPOINT));
        for (int i = 0; i < whole.length(); i++) {
            if (whole.charAt(i) > 127) {
                continue;
            }
            Files.writeString(
                    bundle.resolve(BundleWriter.CHECKPOINT),
                    whole.substring(0, i) + (char) (whole.charAt(i) ^ 1) + whole.substring(i + 1));
            then(found())
                    .as("bit at %d", i)
                    .hasSize(1)
                    .first()
                    .extracting(Found::flaw)
                    .isIn(Flaw.CHECKPOINT_DAMAGED, Flaw.OTHER_LOG, Flaw.WRONG_KEY);
        }
    }

    @Test
    void a_bundle_of_another_log_is_told() throws IOException {
        var other = SecretNoteKey.generate("other.example/log", NoteKey.Type.NOTE);
        then(BundleCheck.check(bundle, LOG.trust(other.open())).found())
                .containsExactly(Found.of(Flaw.OTHER_LOG, BundleFixture.ORIGIN));
    }

    @Test
    void a_wrong_key_is_told() throws IOException {
        var other = SecretNoteKey.generate(BundleFixture.ORIGIN, NoteKey.Type.NOTE);
        then(BundleCheck.check(bundle, LOG.trust(other.open())).found())
                .containsExactly(Found.of(Flaw.WRONG_KEY, BundleFixture.ORIGIN));
    }

    @Test
    void a_history_that_somebody_wrote_anew_with_a_key_of_their_own_is_told() throws IOException {
        var forger = new BundleFixture(2);
        var forged = forger.zip(home.resolve("forged.zip"), SIZE);
        then(BundleCheck.check(forged, LOG.trust()).found())
                .containsExactly(Found.of(Flaw.WRONG_KEY, BundleFixture.ORIGIN));
    }

    @Test
    void an_older_bundle_than_what_is_known_is_told() throws IOException {
        var known = LOG.checkpoint(1_200);
        then(BundleCheck.check(bundle, LOG.trustKnowing(known)).found())
                .containsExactly(Found.of(Flaw.OLDER_BUNDLE, 1200, 1000));
    }

    @Test
    void a_fork_from_what_is_known_is_told() throws IOException {
        var known = new Checkpoint(BundleFixture.ORIGIN, 450, new byte[32]);
        then(BundleCheck.check(bundle, LOG.trustKnowing(known)).found()).containsExactly(Found.of(Flaw.FORK, 450));
        var sameSize = new Checkpoint(BundleFixture.ORIGIN, SIZE, new byte[32]);
        then(BundleCheck.check(bundle, LOG.trustKnowing(sameSize)).found()).containsExactly(Found.of(Flaw.FORK, 1000));
    }

    @Test
    void what_is_known_and_fits_is_no_flaw() throws IOException {
        then(BundleCheck.check(bundle, LOG.trustKnowing(LOG.checkpoint(450))).found())
                .isEmpty();
    }

    @Test
    void a_fork_within_the_bundle_is_told() throws IOException {
        var other = LOG.sign(new Checkpoint(BundleFixture.ORIGIN, 250, new byte[32]).text());
        change(bundle, BundleWriter.EARLIER, notes -> notes + other + "\n");
        then(found()).containsExactly(Found.of(Flaw.FORK, 250));
    }

    @Test
    void a_damaged_earlier_state_is_told() throws IOException {
        change(bundle, BundleWriter.EARLIER, notes -> notes.replaceFirst("\n200\n", "\n201\n"));
        then(found()).containsExactly(Found.of(Flaw.EARLIER_DAMAGED, 2));
    }

    @Test
    void a_missing_or_changed_list_of_contents_is_told() throws IOException {
        change(bundle, BundleWriter.MANIFEST, text -> text.replace("readable 333", "readable 332"));
        then(found()).containsExactly(Found.of(Flaw.MANIFEST_DAMAGED));
        Files.delete(bundle.resolve(BundleWriter.MANIFEST));
        then(found()).containsExactly(Found.of(Flaw.MANIFEST_DAMAGED));
    }

    @Test
    void a_file_that_says_the_same_in_another_way_is_told() throws IOException {
        changeLines(bundle, lines -> {
            lines.set(1, "+" + lines.get(1));
            return lines;
        });
        then(found()).containsExactly(Found.of(Flaw.FILE_CHANGED));
    }

    @Test
    void old_states_hold_after_the_key_was_rotated_as_long_as_the_old_key_is_known() throws IOException {
        var newer = SecretNoteKey.generate(BundleFixture.ORIGIN, NoteKey.Type.NOTE);
        UnaryOperatorOfNotes resigned =
                text -> SignedNote.sign(text, newer.open(), newer::sign).written();
        change(
                bundle,
                BundleWriter.CHECKPOINT,
                note -> resigned.of(SignedNote.parse(note).text()));
        change(
                bundle,
                BundleWriter.MANIFEST,
                note -> resigned.of(SignedNote.parse(note).text()));
        then(BundleCheck.check(bundle, LOG.trust(newer.open(), LOG.log.open())).found())
                .isEmpty();
        then(BundleCheck.check(bundle, LOG.trust(newer.open())).found())
                .extracting(Found::flaw)
                .containsOnly(Flaw.EARLIER_DAMAGED);
    }

    private interface UnaryOperatorOfNotes {
        String of(String text);
    }

    @Test
    void witnesses_are_counted_and_missed() throws IOException {
        var zip = LOG.zip(home.resolve("cosigned.zip"), SIZE, LOG::cosigned);
        var keys = List.of(LOG.log.open(), LOG.witness.open());
        var seen = BundleCheck.check(zip, new Trust(keys, Optional.empty(), 1));
        then(seen.whole()).isTrue();
        then(seen.witnesses())
                .hasSize(1)
                .first()
                .satisfies(witnessed -> then(witnessed.size()).isEqualTo(SIZE));
        then(BundleCheck.check(bundle, new Trust(keys, Optional.empty(), 1)).found())
                .containsExactly(Found.of(Flaw.TOO_FEW_WITNESSES, 0, 1));
    }

    @Test
    void more_flaws_than_can_be_read_are_counted() throws IOException {
        changeLines(bundle, lines -> {
            lines.replaceAll(line -> line.replace("\tPURPOSE\t", "\tD5\t"));
            return lines;
        });
        var verdict = BundleCheck.check(bundle, LOG.trust());
        then(verdict.found()).hasSize(Verdict.MOST_FOUND);
        then(verdict.omitted()).isEqualTo(333 - Verdict.MOST_FOUND);
    }

    @Test
    void what_is_no_bundle_is_not_judged() throws IOException {
        assertThatThrownBy(() -> BundleCheck.check(home.resolve("nothing"), LOG.trust()))
                .isInstanceOf(IOException.class);
        var file = Files.writeString(home.resolve("letter.txt"), "Dear reader");
        assertThatThrownBy(() -> BundleCheck.check(file, LOG.trust())).isInstanceOf(IOException.class);
        var empty = Files.createDirectory(home.resolve("empty"));
        assertThatThrownBy(() -> BundleCheck.check(empty, LOG.trust()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("'checkpoint'");
        Files.writeString(bundle.resolve(BundleWriter.ENTRIES), "x".repeat(3_000_000));
        assertThatThrownBy(() -> BundleCheck.check(bundle, LOG.trust()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no end");
    }
}
