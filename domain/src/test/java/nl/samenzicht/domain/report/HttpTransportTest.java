package nl.samenzicht.domain.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.BDDAssertions.then;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import nl.samenzicht.domain.report.ReportTransport.HandedOver;
import nl.samenzicht.domain.report.ReportTransport.NotNow;
import nl.samenzicht.domain.report.ReportTransport.Outcome;
import nl.samenzicht.domain.report.ReportTransport.Receipt;
import nl.samenzicht.domain.report.ReportTransport.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A real server on the other side: down, slow, talking rubbish, refusing, and getting one message twice. */
class HttpTransportTest {

    private static final UUID MESSAGE = new UUID(0x0190000000007000L, 1);

    private final List<String> keys = new CopyOnWriteArrayList<>();
    private final Map<String, String> victims = new ConcurrentHashMap<>();
    private HttpServer server;
    private Answering answering;

    @FunctionalInterface
    private interface Answering {
        void answer(HttpExchange exchange) throws IOException;
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/reports", exchange -> {
            keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            exchange.getRequestBody().readAllBytes();
            answering.answer(exchange);
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private Outcome carried(Duration longest) {
        return new HttpTransport(address(), Optional.of("toegang"), Duration.ofSeconds(2), longest)
                .carry(MESSAGE, "{}".getBytes(UTF_8));
    }

    private Outcome carried() {
        return carried(Duration.ofSeconds(5));
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/reports");
    }

    private static void says(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private static String receipt(String reference) {
        return "{\"message\":\"" + MESSAGE + "\",\"reference\":\"" + reference + "\"}";
    }

    @Test
    void a_receipt_that_says_what_it_should_counts() {
        // given
        answering = exchange -> {
            then(exchange.getRequestHeaders().getFirst("Content-Type")).isEqualTo(Envelope.MEDIA_TYPE);
            then(exchange.getRequestHeaders().getFirst("Authorization")).isEqualTo("Bearer toegang");
            says(exchange, 201, receipt("CM-2026-000123"));
        };
        // when, then
        then(carried()).isEqualTo(new Receipt("CM-2026-000123"));
        then(keys).containsExactly(MESSAGE.toString());
    }

    @Test
    void a_message_that_arrives_twice_has_one_key_and_makes_one_victim() {
        // given
        answering = exchange -> {
            var key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
            says(exchange, 200, receipt(victims.computeIfAbsent(key, any -> "CM-" + (1000 + victims.size()))));
        };
        // when
        var first = carried();
        var second = carried();
        // then
        then(first).isEqualTo(second).isEqualTo(new Receipt("CM-1000"));
        then(victims).hasSize(1);
        then(keys).containsExactly(MESSAGE.toString(), MESSAGE.toString());
    }

    @Test
    void a_server_that_is_down_is_asked_again_later() {
        // given
        server.stop(0);
        // when, then
        then(carried()).isEqualTo(new NotNow("unreachable"));
    }

    @Test
    void a_server_that_is_slow_is_not_waited_for_for_ever() {
        // given: it took the message, and nobody knows
        answering = exchange -> {
            try {
                Thread.sleep(3000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            says(exchange, 200, receipt("CM-LATE"));
        };
        // when
        var begun = System.nanoTime();
        var outcome = carried(Duration.ofMillis(300));
        // then
        then(outcome).isEqualTo(new NotNow("timeout"));
        then(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void a_server_that_drips_its_answer_is_not_waited_for_either() {
        // given
        answering = exchange -> {
            exchange.sendResponseHeaders(200, 4000);
            try {
                for (int i = 0; i < 30; i++) {
                    exchange.getResponseBody().write('{');
                    exchange.getResponseBody().flush();
                    Thread.sleep(100);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        // when
        var begun = System.nanoTime();
        var outcome = carried(Duration.ofMillis(400));
        // then
        then(outcome).isEqualTo(new NotNow("timeout"));
        then(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "rubbish",
                "[]",
                "{}",
                "null",
                "{\"message\":\"01900000-0000-7000-0000-000000000001\"}",
                "{\"message\":\"01900000-0000-7000-0000-000000000002\",\"reference\":\"CM-2026-1\"}",
                "{\"message\":\"01900000-0000-7000-0000-000000000001\",\"reference\":7}",
                "{\"message\":\"01900000-0000-7000-0000-000000000001\",\"reference\":\"cm small\"}",
                "{\"message\":\"01900000-0000-7000-0000-000000000001\",\"reference\":\"CM-1\\n\"}",
                "{\"message\":\"01900000-0000-7000-0000-000000000001\",\"reference\":\"=CMD|A\"}",
                "{\"message\":\"01900000-0000-7000-0000-000000000001\",\"reference\":\"CM-2026-1\",\"more\":1}",
                "{\"message\":\"01900000-0000-7000-0000-000000000001\",\"reference\":\"CM-2026-1\"} and more",
                "<html><body>OK</body></html>"
            })
    void an_answer_that_is_no_receipt_leaves_it_open(String body) {
        // given
        answering = exchange -> says(exchange, 200, body);
        // when, then
        then(carried()).isEqualTo(new NotNow("receipt-unreadable"));
    }

    @Test
    void an_answer_without_end_is_read_as_far_as_a_receipt_can_be_long() {
        // given
        answering = exchange -> says(exchange, 200, receipt("CM-2026-1") + " ".repeat(200_000));
        // when, then
        then(carried()).isEqualTo(new NotNow("receipt-unreadable"));
    }

    @Test
    void a_receipt_that_is_nested_without_end_is_rubbish_too() {
        // given
        answering = exchange -> says(exchange, 200, "{\"message\":" + "[".repeat(4000));
        // when, then
        then(carried()).isEqualTo(new NotNow("receipt-unreadable"));
    }

    @Test
    void a_server_that_drips_is_let_go_of() throws InterruptedException {
        // given
        var letGo = new CountDownLatch(1);
        answering = exchange -> {
            exchange.sendResponseHeaders(200, 4000);
            try {
                for (int i = 0; i < 100; i++) {
                    exchange.getResponseBody().write('{');
                    exchange.getResponseBody().flush();
                    Thread.sleep(50);
                }
            } catch (IOException gone) {
                letGo.countDown();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        // when
        then(carried(Duration.ofMillis(400))).isEqualTo(new NotNow("timeout"));
        // then
        then(letGo.await(2, TimeUnit.SECONDS)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"geheim\n", "geheim toegang", "", "geh\u0007eim", "gehéim"})
    void a_token_that_no_header_can_carry_is_told_at_once_and_not_repeated(String token) {
        assertThatThrownBy(() ->
                        new HttpTransport(address(), Optional.of(token), Duration.ofSeconds(1), Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("SAMENZICHT_REPORT_TOKEN")
                .hasMessageNotContainingAny("geh", "toegang");
    }

    @Test
    void a_password_in_the_address_is_refused_and_not_repeated() {
        assertThatThrownBy(() -> new HttpTransport(
                        URI.create("https://melder:geheim@reports.example.org/"),
                        Optional.empty(),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("SAMENZICHT_REPORT_URL")
                .hasMessageNotContaining("geheim");
    }

    @ParameterizedTest
    @CsvSource({
        "202,handed over",
        "301,later http-301",
        "400,refused http-400",
        "401,later http-401",
        "404,later http-404",
        "409,later http-409",
        "413,refused http-413",
        "422,refused http-422",
        "429,later http-429",
        "500,later http-500",
        "503,later http-503"
    })
    void each_status_means_one_thing(int status, String expected) {
        // given
        answering = exchange -> says(exchange, status, "");
        // when
        var outcome = carried();
        // then
        then(outcome instanceof HandedOver
                        ? "handed over"
                        : outcome instanceof Refusal refusal
                                ? "refused " + refusal.code()
                                : "later " + ((NotNow) outcome).code())
                .isEqualTo(expected);
    }

    @Test
    void only_https_leaves_this_machine() {
        assertThatThrownBy(() -> new HttpTransport(
                        URI.create("http://reports.example.org/"),
                        Optional.empty(),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("https://");
    }
}
