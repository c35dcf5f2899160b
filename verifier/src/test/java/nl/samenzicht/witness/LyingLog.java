package nl.samenzicht.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.samenzicht.tlog.Checkpoint;
import nl.samenzicht.tlog.MerkleTree;
import nl.samenzicht.tlog.NoteKey;
import nl.samenzicht.tlog.SecretNoteKey;
import nl.samenzicht.tlog.SignedNote;
import nl.samenzicht.tlog.Tile;

/** A log over HTTP whose host can make it say anything, with the real key. */
final class LyingLog implements AutoCloseable {
    static final String ORIGIN = "host.example/log";

    final SecretNoteKey key = SecretNoteKey.generate(ORIGIN, NoteKey.Type.NOTE);
    private final HttpServer server;
    private volatile List<byte[]> shown = List.of();
    private volatile String checkpoint = "";
    private volatile boolean down;

    LyingLog() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/tlog/", this::answer);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/tlog");
    }

    /** The leaves of one history; those of another begin to differ at {@code from}. */
    static List<byte[]> history(int size, String name, int from) {
        var leaves = new ArrayList<byte[]>();
        for (int i = 0; i < size; i++) {
            leaves.add(MerkleTree.leafHash(((i < from ? "" : name) + i).getBytes(UTF_8)));
        }
        return leaves;
    }

    static List<byte[]> history(int size) {
        return history(size, "", 0);
    }

    /** Shows these leaves, and signs for them. */
    void show(List<byte[]> leaves) {
        showSigned(leaves, leaves, key);
    }

    /** Signs for some leaves, and shows others. */
    void showSigned(List<byte[]> signed, List<byte[]> tiles, SecretNoteKey with) {
        shown = tiles;
        checkpoint = SignedNote.sign(
                        new Checkpoint(with.open().name(), signed.size(), MerkleTree.root(signed)).text(),
                        with.open(),
                        with::sign)
                .written();
    }

    void say(String text) {
        checkpoint = text;
    }

    void goDown(boolean isDown) {
        down = isDown;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (down) {
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            var path = exchange.getRequestURI().getPath().substring("/tlog/".length());
            var leaves = shown;
            var body = path.equals("checkpoint")
                    ? Optional.of(checkpoint.getBytes(UTF_8))
                    : Tile.parse(path).filter(tile -> tile.isIn(leaves.size())).map(tile -> hashes(tile, leaves));
            if (body.isEmpty()) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            exchange.sendResponseHeaders(200, body.get().length);
            exchange.getResponseBody().write(body.get());
        }
    }

    private static byte[] hashes(Tile tile, List<byte[]> leaves) {
        var bytes = new ByteArrayOutputStream();
        int count = 1 << (Tile.HEIGHT * tile.level());
        for (int i = (int) tile.first(); i < tile.first() + tile.width(); i++) {
            bytes.writeBytes(MerkleTree.root(leaves.subList(i * count, (i + 1) * count)));
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
