package nl.samenzicht.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.BDDAssertions.then;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.samenzicht.tlog.Checkpoint;
import nl.samenzicht.tlog.NoteKey;
import nl.samenzicht.tlog.SecretNoteKey;
import nl.samenzicht.tlog.SignedNote;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The privacy officer lets others check the log: two witnesses see it grow, and somebody outside verifies what she took out. */
@TestMethodOrder(OrderAnnotation.class)
@Timeout(300)
class TlogIT {
    private static final Path JAR = Path.of("..", "ear", "target", "samenzicht", "samenzicht-verifier.jar");
    private static final HttpClient STRANGER = HttpClient.newHttpClient();

    @TempDir
    static Path folder;

    private static final List<Process> WITNESSES = new ArrayList<>();
    private static final List<Integer> PORTS = new ArrayList<>();
    private static RunningProduct product;
    private static Person fatima;

    @BeforeAll
    static void a_product_that_was_told_of_two_witnesses() throws IOException {
        var list = new StringBuilder();
        for (var name : List.of("heuvelrode", "politie")) {
            var key = SecretNoteKey.generate("getuige.%s.example".formatted(name), NoteKey.Type.COSIGNATURE);
            Files.writeString(folder.resolve(PORTS.size() + ".key"), key.written());
            try (var free = new ServerSocket(0)) {
                PORTS.add(free.getLocalPort());
            }
            list.append(key.open())
                    .append(" http://127.0.0.1:")
                    .append(PORTS.get(PORTS.size() - 1))
                    .append('\n');
        }
        var file = Files.writeString(folder.resolve("witnesses"), list);
        product = RunningProduct.start("tlog", Map.of("SAMENZICHT_WITNESSES", file.toString()));
        fatima = Person.at(Person.Setting.DESK, product.url()).signIn("fatima@waterdam.example");
    }

    @AfterAll
    static void stop() {
        WITNESSES.forEach(Process::destroyForcibly);
        fatima.close();
        product.close();
    }

    private static HttpResponse<byte[]> ask(String method, String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(product.url() + path))
                .method(method, BodyPublishers.noBody())
                .build();
        return STRANGER.send(request, BodyHandlers.ofByteArray());
    }

    @Test
    @Order(1)
    void a_stranger_reads_hashes_and_a_signed_size_and_nothing_else() throws Exception {
        var checkpoint = ask("GET", "tlog/checkpoint");
        then(checkpoint.statusCode()).isEqualTo(200);
        then(checkpoint.headers().firstValue("content-type")).contains("text/plain; charset=utf-8");
        then(checkpoint.headers().firstValue("cache-control")).contains("no-cache");
        then(checkpoint.headers().firstValue("set-cookie")).isEmpty();
        long size = Checkpoint.parse(
                        SignedNote.parse(new String(checkpoint.body(), UTF_8)).text())
                .size();
        var tile = ask("GET", "tlog/tile/0/000.p/1");
        then(tile.statusCode()).isEqualTo(200);
        then(tile.body()).hasSize(32);
        then(tile.headers().firstValue("content-type")).contains("application/octet-stream");
        then(tile.headers().firstValue("cache-control")).contains("public, max-age=31536000, immutable");
        for (var nothing : List.of(
                "tlog/",
                "tlog/tile",
                "tlog/tile/entries/000",
                "tlog/tile/entries/000.p/1",
                "tlog/tile/0/%03d".formatted(size / 256 + 1),
                "tlog/tile/0/000.p/01",
                "tlog/tile/0/000.p/1/",
                "tlog/tile/7/000.p/1",
                "tlog/keys")) {
            var answer = ask("GET", nothing);
            then(answer.statusCode()).as(nothing).isEqualTo(404);
            then(answer.body()).as(nothing).isEmpty();
            then(answer.headers().firstValue("cache-control")).contains("no-store");
        }
        for (var method : List.of("POST", "PUT", "DELETE", "OPTIONS", "PATCH")) {
            then(ask(method, "tlog/checkpoint").statusCode()).as(method).isEqualTo(405);
        }
        then(ask("HEAD", "tlog/checkpoint").body()).isEmpty();
    }

    @Test
    @Order(2)
    void the_officer_sees_who_has_seen_the_log() throws Exception {
        // given nobody who looks
        fatima.open("officer/log").see(".witness-alarm", "2 van de 2 getuigen bevestigen het logboek niet");
        fatima.open("officer/verify").see(".verify-witnesses", "getuige.heuvelrode.example");
        fatima.see(".witness-alarm", "2 van de 2 getuigen bevestigen het logboek niet");
        // when two agencies start their witnesses, with the keys that she gave them
        var keys = download(".verify-keys", "keys");
        for (int i = 0; i < PORTS.size(); i++) {
            WITNESSES.add(witness(i, keys));
        }
        // then
        while (fatima.find(".witness-state.is-well").count() < 2) {
            fatima.open("officer/verify").see(".verify-witnesses", "getuige.politie.example");
        }
        then(fatima.find(".witness-list").innerText()).contains("zag tot en met regel");
        then(fatima.find(".witness-alarm").count()).isZero();
    }

    private static Process witness(int number, Path keys) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-jar",
                        JAR.toString(),
                        "witness",
                        "--log",
                        product.url() + "tlog",
                        "--keys",
                        keys.toString(),
                        "--key",
                        folder.resolve(number + ".key").toString(),
                        "--state",
                        folder.resolve(number + ".state").toString(),
                        "--listen",
                        PORTS.get(number).toString(),
                        "--every",
                        "1")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(number + ".out").toFile())
                .start();
    }

    private static Path download(String link, String name) {
        var file = folder.resolve(name);
        fatima.page().waitForDownload(() -> fatima.find(link).click()).saveAs(file);
        return file;
    }

    @Test
    @Order(3)
    void somebody_outside_verifies_what_she_took_out_and_the_log_says_that_she_did() throws Exception {
        // given
        fatima.open("officer/verify").see(".verify-others", "Laat een ander het nakijken");
        var bundle = download(".verify-bundle", "bundle.zip");
        var keys = folder.resolve("keys");
        // when
        var said = verified(bundle, keys, 0);
        // then
        then(said).startsWith("HEEL.").contains("Getuige getuige.heuvelrode.example zag dit logboek");
        // and one who holds it against another key is told
        var other = SecretNoteKey.generate("samenzicht/ledger", NoteKey.Type.NOTE);
        var wrong = Files.writeString(folder.resolve("wrong"), other.open() + "\n");
        then(verified(bundle, wrong, 1)).contains("andere sleutel");
        // and the log tells of the export, twice: that it was asked for, and what became of it
        fatima.open("officer/log?action=EXPORT_LOG").see(".log-result", "haalde logregels op als bestand");
        then(fatima.find(".log-code").count()).isEqualTo(2);
    }

    static String verified(Path bundle, Path keys, int expected) throws Exception {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        JAR.toString(),
                        bundle.toString(),
                        "--keys",
                        keys.toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        then(process.waitFor()).as(said).isEqualTo(expected);
        return said;
    }

    @Test
    @Order(4)
    void who_may_not_read_the_log_cannot_take_it_out_either() {
        try (var noor = Person.at(Person.Setting.DESK, product.url()).signIn("noor@waterdam.example")) {
            noor.open("officer/verify").see(".verify-others", "Laat een ander het nakijken");
            var link = noor.find(".verify-bundle").getAttribute("href");
            var answer = noor.page().request().get(noor.url() + link.replaceFirst("^\\.?/", ""));
            then(answer.status()).isEqualTo(403);
            then(answer.body()).isEmpty();
        }
    }
}
