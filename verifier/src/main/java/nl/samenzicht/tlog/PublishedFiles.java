package nl.samenzicht.tlog;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Small files that somebody publishes over HTTP, such as checkpoint and tiles of a log. Nothing of them is believed here. */
public final class PublishedFiles {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LARGEST = Tile.FULL * MerkleTree.HASH;
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final URI prefix;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /** Reads what lies below this address. */
    public PublishedFiles(URI prefix) {
        this.prefix = URI.create(prefix.toString().replaceAll("/*$", "/"));
    }

    /** It is not there, though somebody answers. */
    public static final class Missing extends IOException {
        private static final long serialVersionUID = 1L;

        Missing(String path) {
            super("There is no '%s'".formatted(path));
        }
    }

    /**
     * A file, at most as long as a full tile.
     *
     * @throws Missing when whoever answers does not have it
     * @throws IOException when nobody answers in time, or with something else
     */
    public byte[] get(String path) throws IOException {
        var request =
                HttpRequest.newBuilder(prefix.resolve(path)).timeout(PATIENCE).build();
        try {
            var answer = client.send(request, BodyHandlers.ofInputStream());
            try (var body = answer.body()) {
                if (answer.statusCode() == NOT_FOUND) {
                    throw new Missing(path);
                }
                if (answer.statusCode() != OK) {
                    throw new IOException("The answer is %d for '%s'".formatted(answer.statusCode(), path));
                }
                return atMost(body, path);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while asking for '%s'".formatted(path), e);
        }
    }

    private static byte[] atMost(InputStream body, String path) throws IOException {
        var bytes = body.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw new IOException("The answer for '%s' is too long".formatted(path));
        }
        return bytes;
    }
}
