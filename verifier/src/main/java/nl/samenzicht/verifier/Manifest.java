package nl.samenzicht.verifier;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import nl.samenzicht.tlog.Checkpoint;
import nl.samenzicht.tlog.MerkleTree;

/**
 * What a bundle says of itself, signed by the log as it was exported. Its first line is no origin and its second no number,
 * so that it can never pass for a checkpoint.
 *
 * @param origin the log
 * @param agency whose lines can be read in it; the others are hashes
 * @param made when it was exported
 * @param lines how many lines the log had
 * @param readable how many of them can be read
 * @param removed how many lines, from the first on, were removed after their term; their hashes are there
 * @param digest SHA-256 of the file with the lines
 */
public record Manifest(
        String origin, UUID agency, Instant made, long lines, long readable, long removed, byte[] digest) {
    private static final String FIRST = "samenzicht-log-bundle/1";
    /** Once lines were removed; who knows only the first cannot say whether that may be. */
    private static final String WITH_REMOVED = "samenzicht-log-bundle/2";

    /** Refuses what cannot be. */
    public Manifest {
        if (lines < 0
                || readable < 0
                || removed < 0
                || readable > lines
                || removed > lines
                || digest.length != MerkleTree.HASH) {
            throw new IllegalArgumentException(
                    "A bundle cannot have %d lines, %d to read and %d removed".formatted(lines, readable, removed));
        }
        digest = digest.clone();
    }

    @Override
    public byte[] digest() {
        return digest.clone();
    }

    /** The text as it is signed. */
    public String text() {
        return String.join(
                "\n",
                removed == 0 ? FIRST : WITH_REMOVED,
                "log " + origin,
                "agency " + agency,
                "made " + made,
                "lines " + lines,
                "readable " + readable + (removed == 0 ? "" : "\nremoved " + removed),
                "sha256 " + Base64.getEncoder().encodeToString(digest),
                "");
    }

    /**
     * Reads the text.
     *
     * @throws IllegalArgumentException when it is not one
     */
    static Manifest parse(String text) {
        var lines = text.split("\n", -1);
        int more = lines[0].equals(WITH_REMOVED) ? 1 : 0;
        if (lines.length != 8 + more || !(lines[0].equals(FIRST) || more == 1)) {
            throw new IllegalArgumentException(
                    "The manifest of a bundle begins with '%s' or '%s'".formatted(FIRST, WITH_REMOVED));
        }
        try {
            var manifest = new Manifest(
                    value(lines[1], "log "),
                    UUID.fromString(value(lines[2], "agency ")),
                    Instant.parse(value(lines[3], "made ")),
                    Long.parseLong(value(lines[4], "lines ")),
                    Long.parseLong(value(lines[5], "readable ")),
                    more == 0 ? 0 : Long.parseLong(value(lines[6], "removed ")),
                    Base64.getDecoder().decode(value(lines[6 + more], "sha256 ")));
            if (!manifest.text().equals(text)) {
                throw new IllegalArgumentException("The manifest is written in another way");
            }
            return manifest;
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("The manifest names no moment", e);
        }
    }

    private static String value(String line, String name) {
        if (!line.startsWith(name)) {
            throw new IllegalArgumentException("'%s' is missing in the manifest".formatted(name.strip()));
        }
        return line.substring(name.length());
    }

    /** Whether it speaks of the same log at the same size. */
    boolean fits(Checkpoint checkpoint) {
        return origin.equals(checkpoint.origin()) && lines == checkpoint.size();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Manifest that && text().equals(that.text());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(digest);
    }
}
