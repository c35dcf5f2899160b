package nl.samenzicht.it;

import static org.assertj.core.api.BDDAssertions.then;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The .ear on a full Payara Server, in production mode on a database of the operator: what {@code docs/OPERATING.md} says
 * about both, followed by the letter.
 */
@Tag("reference")
class FullServerIT {
    private static final String ADMINISTRATOR = "robin@beheer.example";

    private static Path home;
    private static OperatorsDatabase database;
    private static FullServer server;

    @BeforeAll
    static void start() throws Exception {
        var folder = Files.createTempDirectory(
                Files.createDirectories(RunningProduct.work().resolve("full-server")), "run");
        home = Files.createDirectories(folder.resolve("home"));
        database = OperatorsDatabase.start(folder.resolve("mariadb"));
        var environment = new LinkedHashMap<>(database.environment());
        environment.put("SAMENZICHT_HOME", home.toString());
        environment.put("SAMENZICHT_MODE", "production");
        environment.put("SAMENZICHT_COOKIE_SECURE", "false");
        environment.put(
                "SAMENZICHT_FIRST_PEOPLE",
                "Robin Bos <" + ADMINISTRATOR + ">, Alex Vos <alex@beheer.example>, Sam Wouters <sam@beheer.example>");
        server = FullServer.start(
                Path.of(System.getProperty("payara.server", "target/payara-server/payara6"))
                        .toAbsolutePath(),
                folder.resolve("domains"),
                environment);
        server.deploy(Path.of(System.getProperty("product.ear", "../ear/target/samenzicht-server.ear")));
    }

    @AfterAll
    static void stop() throws Exception {
        try {
            if (server != null) {
                server.close();
            }
        } finally {
            if (database != null) {
                database.close();
            }
        }
    }

    @Test
    void strangers_get_the_sign_in_page_and_no_case() throws Exception {
        // when
        var api = get("api/v1/cases?purpose=D2");
        // then
        then(api.statusCode()).isEqualTo(401);
        then(api.body()).contains("not-signed-in");
        then(get("health").body()).isEqualTo("{\"status\":\"UP\"}");
        try (var stranger = Person.at(Person.Setting.DESK, server.url())) {
            stranger.open("sign-in");
            stranger.find("#sign-in").waitFor();
            then(stranger.find(".demo-people").count()).as("made-up people").isZero();
            then(stranger.complaints()).isEmpty();
        }
    }

    @Test
    void the_first_administrator_comes_in_with_a_link_and_a_second_factor() throws Exception {
        // given
        var file = home.resolve("first-people.txt");
        var lines = Files.readAllLines(file);
        var link = lines.get(lines.indexOf("Robin Bos <" + ADMINISTRATOR + ">") + 1)
                .strip();
        then(Files.getPosixFilePermissions(file)).hasSize(2);
        try (var robin = Person.at(Person.Setting.DESK, server.url())) {
            // when
            Newcomer.arrive(robin, link, ADMINISTRATOR);
            // then
            robin.open("admin/agencies");
            then(robin.find("main, .page").first().innerText()).contains("Beheer Samenzicht");
            then(robin.page()
                            .request()
                            .get(robin.url() + "api/v1/cases/" + UUID.randomUUID() + "?purpose=D2")
                            .status())
                    .isIn(403, 404);
            robin.open(link);
            then(robin.find("main").innerText()).contains("Deze link werkt niet meer");
        }
    }

    @Test
    void everything_listens_on_the_loopback_address_alone() throws Exception {
        // 0100007F is 127.0.0.1 as the kernel writes it
        then(server.listeners())
                .isNotEmpty()
                .allMatch(listener -> listener.matches("(0{24}|0000000000000000FFFF0000)?0100007F:.*"));
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(server.url() + path)).build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
