package nl.samenzicht.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.BDDAssertions.then;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Strangers call, talk too soon and hang up. Nobody else may notice: no thread is theirs for longer than the call. */
@Timeout(240)
class HangUpIT {
    /** More than the server has threads for requests. */
    private static final int CALLS = 260;

    /** A masked close frame of RFC 6455, with the status of somebody who goes away (1001). */
    private static final byte[] GOODBYE = {(byte) 0x88, (byte) 0x82, 0, 0, 0, 0, 0x03, (byte) 0xe9};

    private static RunningProduct product;

    @BeforeAll
    static void start() {
        product = RunningProduct.start("hang-up", Map.of());
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    @Test
    void talking_before_a_web_socket_is_open_takes_no_place_from_others() throws Exception {
        // when
        for (int i = 0; i < CALLS; i++) {
            call(GOODBYE);
        }
        // then
        thenOthersAreAnswered();
    }

    @Test
    void hanging_up_while_a_web_socket_opens_takes_no_place_from_others() throws Exception {
        // when
        for (int i = 0; i < CALLS; i++) {
            call(new byte[0]);
        }
        // then
        thenOthersAreAnswered();
    }

    private static void call(byte[] atOnce) throws IOException {
        var address = URI.create(product.url());
        try (var line = new Socket(address.getHost(), address.getPort())) {
            var handshake =
                    ("GET /VAADIN/push?v-r=push&v-uiId=0&v-pushId=none&X-Atmosphere-Transport=websocket HTTP/1.1\r\n"
                                    + "Host: %s\r\nOrigin: http://%s\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                    + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n")
                            .formatted(address.getAuthority(), address.getAuthority())
                            .getBytes(ISO_8859_1);
            var all = new byte[handshake.length + atOnce.length];
            System.arraycopy(handshake, 0, all, 0, handshake.length);
            System.arraycopy(atOnce, 0, all, handshake.length, atOnce.length);
            line.getOutputStream().write(all);
        }
    }

    private static void thenOthersAreAnswered() throws Exception {
        var other = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        for (int i = 0; i < 20; i++) {
            var asked = HttpRequest.newBuilder(URI.create(product.url() + "icon.svg"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            then(other.send(asked, BodyHandlers.ofString()).body()).contains("<svg");
        }
    }
}
