package nl.samenzicht.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nl.samenzicht.tlog.NoteKey;
import nl.samenzicht.tlog.Sha256;

/**
 * Writes a bundle as a zip, from front to back, keeping nothing: {@link #begin}, each line in the order of the tree, and
 * {@link #end}. What was not ended is no bundle.
 */
public final class BundleWriter {
    static final String CHECKPOINT = "checkpoint";
    static final String EARLIER = "checkpoints";
    static final String KEYS = "keys";
    static final String ENTRIES = "entries.tsv";
    static final String MANIFEST = "manifest";
    static final String README = "README.txt";
    static final List<String> COLUMNS = Stream.concat(
                    Stream.of("number", "leaf_hash", "salt"), EntryFormat.FIELDS.stream())
            .toList();
    private static final int BUFFER = 1 << 16;

    private final ZipOutputStream zip;
    private final MessageDigest digest = Sha256.begin();
    private final StringBuilder waiting = new StringBuilder(BUFFER + 4096);
    private long lines;
    private long readable;

    /** Writes to this stream, which is left open. */
    public BundleWriter(OutputStream out) {
        zip = new ZipOutputStream(out, UTF_8);
    }

    /**
     * Writes what comes before the lines.
     *
     * @param checkpoint the signed state over all lines that follow
     * @param earlier signed states from before, also those with cosignatures of witnesses
     * @param keys the keys of the log, for comparison with those that the reader was given elsewhere
     */
    public void begin(String checkpoint, List<String> earlier, List<NoteKey> keys) throws IOException {
        file(README, Words.readme());
        file(CHECKPOINT, checkpoint);
        file(EARLIER, earlier.stream().map(note -> note + "\n").collect(Collectors.joining()));
        file(KEYS, keys.stream().map(key -> key.written() + "\n").collect(Collectors.joining()));
        zip.putNextEntry(new ZipEntry(ENTRIES));
        row(COLUMNS.stream());
    }

    private void file(String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(UTF_8));
        zip.closeEntry();
    }

    /** A line that the reader may not read: its hash alone. */
    public void hidden(byte[] leafHash) throws IOException {
        row(Stream.of(Long.toString(++lines), base64(leafHash)));
    }

    /**
     * A line that the reader may read.
     *
     * @param values of {@link EntryFormat#FIELDS}; null where there is none
     */
    public void readable(byte[] leafHash, byte[] salt, List<String> values) throws IOException {
        readable++;
        row(Stream.concat(Stream.of(Long.toString(++lines), base64(leafHash), base64(salt)), values.stream()));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private void row(Stream<String> values) throws IOException {
        waiting.append(EntryFormat.row(values)).append('\n');
        if (waiting.length() >= BUFFER) {
            flush();
        }
    }

    private void flush() throws IOException {
        var bytes = waiting.toString().getBytes(UTF_8);
        waiting.setLength(0);
        digest.update(bytes);
        zip.write(bytes);
    }

    /**
     * Writes what comes after the lines, and finishes the zip.
     *
     * @param removed how many lines, from the first on, were removed after their term; the line that says so is readable
     * @param signer signs the text of the manifest and returns the whole note
     */
    public Manifest end(String origin, UUID agency, Instant made, long removed, UnaryOperator<String> signer)
            throws IOException {
        flush();
        zip.closeEntry();
        var manifest = new Manifest(origin, agency, made, lines, readable, removed, digest.digest());
        file(MANIFEST, signer.apply(manifest.text()));
        zip.finish();
        return manifest;
    }
}
