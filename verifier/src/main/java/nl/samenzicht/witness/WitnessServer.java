package nl.samenzicht.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import nl.samenzicht.tlog.SignedNote;

/**
 * Lets others read what a witness cosigned ({@code /cosignature}: the checkpoint with the cosignature) and how it stands
 * ({@code /status}: {@code state}, {@code size} and {@code key}, one on a line). Nothing else, and nothing but GET.
 */
final class WitnessServer implements AutoCloseable {
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int NOT_ALLOWED = 405;

    private final HttpServer server;
    private final Witness witness;

    WitnessServer(Witness witness, InetSocketAddress address) throws IOException {
        this.witness = witness;
        server = HttpServer.create(address, 0);
        server.createContext("/", this::answer);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestMethod().equals("GET")) {
                exchange.sendResponseHeaders(NOT_ALLOWED, -1);
                return;
            }
            var text = switch (exchange.getRequestURI().getPath()) {
                case "/cosignature" -> witness.cosigned().map(SignedNote::written);
                case "/status" -> Optional.of(status());
                default -> Optional.<String>empty();
            };
            if (text.isEmpty()) {
                exchange.sendResponseHeaders(NOT_FOUND, -1);
                return;
            }
            var bytes = text.get().getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.sendResponseHeaders(OK, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private String status() {
        return "state %s\nsize %d\nkey %s\n"
                .formatted(witness.refusal().map(Refusal::code).orElse("ok"), witness.size(), witness.key());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
