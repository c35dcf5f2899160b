package nl.samenzicht.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import nl.samenzicht.tlog.Sha256;

/** Reads a file line by line, takes its digest, and keeps no more than one line. */
final class Lines {
    /** No line of the log is near as long as this. */
    private static final int LONGEST = 1 << 20;

    private final InputStream in;
    private final MessageDigest digest = Sha256.begin();
    private byte[] buffer = new byte[1 << 16];
    private int from;
    private int to;

    Lines(InputStream in) {
        this.in = in;
    }

    /**
     * The next line without its end; null after the last one.
     *
     * @throws IOException when a line is longer than any of ours
     */
    String next() throws IOException {
        int end = from;
        while (true) {
            for (; end < to; end++) {
                if (buffer[end] == '\n') {
                    var line = new String(buffer, from, end - from, UTF_8);
                    from = end + 1;
                    return line;
                }
            }
            end -= from;
            if (!more()) {
                return last();
            }
        }
    }

    /** Reads on behind what is left, which moves to the front. */
    private boolean more() throws IOException {
        int left = to - from;
        if (left > LONGEST) {
            throw new IOException("A line of the bundle has no end");
        }
        var room = buffer.length - left < 1 << 14 ? new byte[2 * buffer.length] : buffer;
        System.arraycopy(buffer, from, room, 0, left);
        buffer = room;
        from = 0;
        to = left;
        int read = in.read(buffer, left, buffer.length - left);
        if (read <= 0) {
            return false;
        }
        digest.update(buffer, left, read);
        to = left + read;
        return true;
    }

    private String last() {
        if (from == to) {
            return null;
        }
        var line = new String(buffer, from, to - from, UTF_8);
        from = to;
        return line;
    }

    /** SHA-256 of all that was read; after the last line only. */
    byte[] digest() {
        return digest.digest();
    }
}
