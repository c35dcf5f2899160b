package nl.samenzicht.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.BDDAssertions.then;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    private static final BundleFixture LOG = new BundleFixture();

    @TempDir
    static Path home;

    private static String bundle;
    private static String keys;

    @BeforeAll
    static void export() throws IOException {
        bundle = LOG.zip(home.resolve("bundle.zip"), 500).toString();
        keys = Files.writeString(home.resolve("keys.txt"), "# keys of the log\n\n" + LOG.log.open() + "\n")
                .toString();
    }

    private record Outcome(int code, String out, String err) {}

    private static Outcome run(String... typed) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int code = Main.run(List.of(typed), new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
        return new Outcome(code, out.toString(UTF_8), err.toString(UTF_8));
    }

    @Test
    void a_layperson_reads_that_it_is_whole_in_their_language() {
        var dutch = run(bundle, "--keys", keys);
        then(dutch.code()).isZero();
        then(dutch.out()).startsWith("HEEL. Alle 500 regels").contains("166", "26 november 2026 21:00", "geen getuige");
        then(dutch.err()).isEmpty();
        var english = run(bundle, "--keys", keys, "--lang", "en");
        then(english.out()).startsWith("WHOLE. All 500 lines").contains("26 November 2026 21:00");
    }

    @Test
    void a_layperson_reads_what_is_wrong_and_what_to_do() throws IOException {
        var folder = LOG.folder(Files.createDirectory(home.resolve("wrong")), 500);
        BundleFixture.changeLines(folder, lines -> lines.subList(0, 401));
        var outcome = run(folder.toString(), "--keys", keys, "--lang", "en");
        then(outcome.code()).isEqualTo(1);
        then(outcome.out())
                .startsWith("NOT WHOLE.")
                .contains("The end is missing: 500 lines were signed for, and there are 400.")
                .contains("ask the privacy officer");
    }

    @Test
    void a_program_reads_json_and_the_exit_code() throws IOException {
        then(run(bundle, "--keys", keys, "--json").out())
                .isEqualTo(
                        "{\"whole\":true,\"log\":\"samenzicht.test/ledger\",\"size\":500,\"lines\":500,\"readable\":166,\"removed\":0,"
                                + "\"made\":\"2026-11-26T20:00:00Z\",\"checkpoints\":6,\"witnesses\":[],\"findings\":[],"
                                + "\"omitted\":0}\n");
        var folder = LOG.folder(Files.createDirectory(home.resolve("json")), 500);
        BundleFixture.changeLines(folder, lines -> {
            lines.set(300, lines.get(300).replace("\tPURPOSE\t", "\t\"D5\"\t"));
            return lines;
        });
        var wrong = run(folder.toString(), "--keys", keys, "--json", "--lang", "en");
        then(wrong.code()).isEqualTo(1);
        then(wrong.out())
                .contains(
                        "\"whole\":false",
                        "{\"kind\":\"line-changed\",\"args\":[\"K300-00\",\"300\"],\"text\":\"Line K300-00");
    }

    @Test
    void what_is_kept_from_earlier_is_held_against_it() throws IOException {
        var kept = Files.writeString(
                home.resolve("kept"), LOG.sign(LOG.checkpoint(700).text()));
        var outcome = run(bundle, "--keys", keys, "--known", kept.toString(), "--lang", "en");
        then(outcome.code()).isEqualTo(1);
        then(outcome.out()).contains("you already know a log of 700 lines, and this has 500");
        Files.writeString(kept, new BundleFixture().sign(LOG.checkpoint(700).text()));
        then(run(bundle, "--keys", keys, "--known", kept.toString()).code()).isEqualTo(2);
    }

    @Test
    void wrong_use_and_unreadable_files_say_so_with_code_2() {
        for (var typed : List.of(
                List.of(bundle),
                List.of("--keys", keys),
                List.of(bundle, bundle, "--keys", keys),
                List.of(bundle, "--keys", keys, "--unknown"),
                List.of(bundle, "--keys"),
                List.of(bundle, "--keys", keys, "--lang", "fr"),
                List.of(bundle, "--keys", keys, "--witnesses", "many"),
                List.of(bundle, "--keys", bundle),
                List.of(bundle, "--keys", home.resolve("absent").toString()),
                List.of(home.resolve("absent.zip").toString(), "--keys", keys))) {
            var outcome = run(typed.toArray(String[]::new));
            then(outcome.code()).as(typed.toString()).isEqualTo(2);
            then(outcome.err()).as(typed.toString()).isNotBlank();
            then(outcome.out()).as(typed.toString()).isEmpty();
        }
        then(run("absent.zip", "--keys", keys, "--json").out()).startsWith("{\"whole\":null,\"error\":");
    }

    @Test
    void both_languages_have_a_sentence_for_each_flaw() throws IOException {
        var dutch = sentences("nl");
        then(dutch).isEqualTo(sentences("en"));
        then(dutch).containsAll(Stream.of(Flaw.values()).map(Flaw::code).toList());
    }

    private static java.util.Set<String> sentences(String language) throws IOException {
        var properties = new Properties();
        try (var in = Main.class.getResourceAsStream("verifier_" + language + ".properties")) {
            properties.load(new InputStreamReader(in, UTF_8));
        }
        return properties.stringPropertyNames();
    }

    @Test
    void a_bundle_many_times_larger_than_the_memory_is_checked() throws Exception {
        // given a file of about 100 MB
        var large = LOG.zip(home.resolve("large.zip"), 500_000);
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-cp",
                Path.of("target", "classes").toString(),
                Main.class.getName(),
                large.toString(),
                "--keys",
                keys,
                "--json"));
        // when
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var out = new String(process.getInputStream().readAllBytes(), UTF_8);
        // then
        then(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        then(out).contains("\"whole\":true", "\"lines\":500000");
        then(process.exitValue()).isZero();
    }
}
