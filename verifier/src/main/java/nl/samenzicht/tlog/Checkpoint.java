package nl.samenzicht.tlog;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Base64;

/**
 * A state of the tree, as the C2SP {@code tlog-checkpoint} format writes it: origin, size, and root.
 *
 * @param origin the name of the log
 * @param size how many leaves
 * @param root the root of the tree, 32 bytes
 * @see <a href="https://c2sp.org/tlog-checkpoint">C2SP tlog-checkpoint</a>
 */
public record Checkpoint(String origin, long size, byte[] root) {
    /** Refuses what no tree can have. */
    public Checkpoint {
        requireNonNull(origin, "origin");
        if (origin.isEmpty() || origin.contains("\n") || size < 0 || root.length != MerkleTree.HASH) {
            throw new IllegalArgumentException("A checkpoint of '%s' over %d leaves cannot be".formatted(origin, size));
        }
        root = root.clone();
    }

    @Override
    public byte[] root() {
        return root.clone();
    }

    /** The text as it is signed. */
    public String text() {
        return origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n";
    }

    /**
     * Reads the text of a checkpoint.
     *
     * @throws IllegalArgumentException when it is not one
     */
    public static Checkpoint parse(String text) {
        if (!text.endsWith("\n")) {
            throw new IllegalArgumentException("A checkpoint ends in a new line");
        }
        var lines = text.split("\n", -1);
        if (lines.length < 4 || !lines[1].matches("0|[1-9][0-9]{0,17}")) {
            throw new IllegalArgumentException("A checkpoint has an origin, a size and a root");
        }
        var checkpoint = new Checkpoint(
                lines[0], Long.parseLong(lines[1]), Base64.getDecoder().decode(lines[2]));
        if (!text.startsWith(checkpoint.text())) {
            throw new IllegalArgumentException("The root of a checkpoint is written in another way");
        }
        return checkpoint;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Checkpoint that
                && origin.equals(that.origin)
                && size == that.size
                && Arrays.equals(root, that.root);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(root) * 31 + Long.hashCode(size);
    }
}
