package nl.samenzicht.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static nl.samenzicht.witness.LyingLog.history;
import static org.assertj.core.api.BDDAssertions.then;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nl.samenzicht.tlog.Checkpoint;
import nl.samenzicht.tlog.Cosignature;
import nl.samenzicht.tlog.NoteKey;
import nl.samenzicht.tlog.SignedNote;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two witnesses as programs of their own, and a host that lies to both. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class WitnessProcessesTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    Path home;

    private LyingLog log;
    private final List<Running> witnesses = new ArrayList<>();

    private record Running(Process process, NoteKey key, int port, Path said) {
        String get(String path) throws IOException, InterruptedException {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .build();
            return CLIENT.send(request, BodyHandlers.ofString()).body();
        }

        void awaitStatus(String wanted) throws IOException, InterruptedException {
            while (!get("/status").contains(wanted)) {
                then(process.isAlive()).isTrue();
                Thread.sleep(50);
            }
        }
    }

    @BeforeEach
    void two_witnesses_of_a_log() throws Exception {
        log = new LyingLog();
        log.show(history(700));
        Files.writeString(home.resolve("keys"), log.key.open() + "\n");
        for (var name : List.of("a", "b")) {
            witnesses.add(start(name));
        }
        for (var each : witnesses) {
            each.awaitStatus("state ok\nsize 700\n");
        }
    }

    @AfterEach
    void stop() throws InterruptedException {
        for (var each : witnesses) {
            each.process().destroyForcibly().waitFor();
        }
        log.close();
    }

    private Running start(String name) throws IOException {
        var said = home.resolve(name + ".err");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        Path.of("target", "classes").toString(),
                        "nl.samenzicht.verifier.Main",
                        "witness",
                        "--log",
                        log.url().toString(),
                        "--keys",
                        home.resolve("keys").toString(),
                        "--key",
                        home.resolve(name + ".key").toString(),
                        "--name",
                        "witness.example/" + name,
                        "--state",
                        home.resolve(name + ".state").toString(),
                        "--listen",
                        "0",
                        "--every",
                        "1")
                .redirectError(said.toFile())
                .start();
        var out = new BufferedReader(process.inputReader(UTF_8));
        var key = NoteKey.parse(out.readLine().replace("witness ", ""));
        int port = Integer.parseInt(out.readLine().replace("listening on port ", ""));
        return new Running(process, key, port, said);
    }

    @Test
    void both_cosign_what_grows() throws Exception {
        log.show(history(1_000));
        for (var each : witnesses) {
            each.awaitStatus("state ok\nsize 1000\n");
            var note = SignedNote.parse(each.get("/cosignature"));
            then(note.signedBy(log.key.open())).isTrue();
            then(Cosignature.of(note, each.key())).isPresent();
            then(Checkpoint.parse(note.text()).size()).isEqualTo(1_000);
            then(each.get("/secret")).isEmpty();
        }
    }

    @Test
    void both_catch_a_rollback_a_truncation_and_a_fork() throws Exception {
        log.show(history(650));
        thenBothSay("rollback", "ALARM The log has 650 lines, and had 700");
        log.showSigned(history(900), history(800), log.key);
        thenBothSay("truncated", "ALARM There is no 'tile/");
        log.show(history(900, "x", 300));
        thenBothSay("fork", "ALARM The log has signed two histories of its first 700 lines");
    }

    private void thenBothSay(String state, String alarm) throws Exception {
        for (var each : witnesses) {
            each.awaitStatus("state " + state + "\nsize 700\n");
            while (!Files.readString(each.said()).contains(alarm)) {
                Thread.sleep(50);
            }
        }
    }

    @Test
    void a_host_that_shows_each_witness_another_history_is_caught_by_what_they_signed() throws Exception {
        // given two witnesses that were told different things
        var b = witnesses.get(1);
        b.process().destroyForcibly().waitFor();
        log.show(history(900));
        witnesses.get(0).awaitStatus("size 900\n");
        witnesses.get(0).process().destroyForcibly().waitFor();
        log.show(history(900, "x", 750));
        witnesses.set(1, start("b"));
        witnesses.get(1).awaitStatus("state ok\nsize 900\n");
        // when the first one looks again
        witnesses.set(0, start("a"));
        // then
        witnesses.get(0).awaitStatus("state fork\nsize 900\n");
    }

    @Test
    void a_witness_that_was_killed_remembers() throws Exception {
        var a = witnesses.get(0);
        a.process().destroyForcibly().waitFor();
        log.show(history(400));
        witnesses.set(0, start("a"));
        then(witnesses.get(0).key()).isEqualTo(a.key());
        witnesses.get(0).awaitStatus("state rollback\nsize 700\n");
    }

    @Test
    void wrong_use_is_told() {
        var err = new ByteArrayOutputStream();
        int code = WitnessProgram.run(
                List.of("--log", "http://127.0.0.1/"), System.out, new PrintStream(err, true, UTF_8));
        then(code).isEqualTo(2);
        then(err.toString(UTF_8)).contains("'--key' is missing", "--listen");
    }
}
