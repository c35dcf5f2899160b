package nl.samenzicht.web.tlog;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import nl.samenzicht.security.ledger.LedgerTiles;
import nl.samenzicht.security.ledger.LedgerUnavailable;
import nl.samenzicht.tlog.Tile;

/**
 * Serves {@code /tlog/checkpoint} and {@code /tlog/tile/<level>/<index>[.p/<width>]}, and nothing else: never a bundle of
 * entries. A tile never changes, so everybody between us and the asker may keep it; the checkpoint is asked for anew.
 *
 * @see <a href="https://c2sp.org/tlog-tiles">C2SP tlog-tiles</a>
 */
@WebServlet(urlPatterns = "/tlog/*", asyncSupported = true)
public class TlogServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String NEVER = "no-cache";

    private final transient LedgerTiles tiles;

    protected TlogServlet() {
        this(null);
    }

    @Inject
    TlogServlet(LedgerTiles tiles) {
        this.tiles = tiles;
    }

    /** Only GET and HEAD are answered; the server's own answers to other methods would say more than is needed. */
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            response.setHeader("Allow", "GET, HEAD");
            response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        try {
            answer(request, response);
        } catch (LedgerUnavailable outage) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = Optional.ofNullable(request.getPathInfo()).orElse("/").substring(1);
        if (path.equals("checkpoint")) {
            var note = tiles.checkpoint().map(text -> text.getBytes(UTF_8));
            send(request, response, note, "text/plain; charset=utf-8", NEVER);
        } else {
            send(request, response, Tile.parse(path).flatMap(tiles::tile), "application/octet-stream", FOR_EVER);
        }
    }

    private static void send(
            HttpServletRequest request,
            HttpServletResponse response,
            Optional<byte[]> found,
            String type,
            String keeping)
            throws IOException {
        if (found.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType(type);
        response.setHeader("Cache-Control", keeping);
        response.setContentLength(found.get().length);
        if (request.getMethod().equals("GET")) {
            response.getOutputStream().write(found.get());
        }
    }
}
