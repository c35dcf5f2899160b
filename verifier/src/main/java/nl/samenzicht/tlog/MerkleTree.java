package nl.samenzicht.tlog;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * A growing Merkle tree that remembers only the roots of its complete subtrees: enough to add leaves and to know the root.
 * Not safe for use by several threads.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9162#section-2.1">RFC 9162, section 2.1</a>
 */
public final class MerkleTree {
    /** The length of a hash in bytes. */
    public static final int HASH = 32;

    private final ArrayList<byte[]> peaks = new ArrayList<>();
    private long size;

    /** The hash of a leaf's data: {@code SHA-256(0x00 ‖ data)}. */
    public static byte[] leafHash(byte[] data) {
        var sha = Sha256.begin();
        sha.update((byte) 0);
        return sha.digest(data);
    }

    /** The hash of an inner node: {@code SHA-256(0x01 ‖ left ‖ right)}. */
    public static byte[] nodeHash(byte[] left, byte[] right) {
        var sha = Sha256.begin();
        sha.update((byte) 1);
        sha.update(left);
        return sha.digest(right);
    }

    /** The root of a tree without leaves. */
    public static byte[] emptyRoot() {
        return Sha256.begin().digest();
    }

    /**
     * Goes on where another tree was.
     *
     * @param frontier what {@link #frontier()} gave at that size
     */
    public static MerkleTree resume(long size, byte[] frontier) {
        if (frontier.length != Long.bitCount(size) * HASH) {
            throw new IllegalArgumentException(
                    "A tree of %d leaves has no frontier of %d bytes".formatted(size, frontier.length));
        }
        var tree = new MerkleTree();
        tree.size = size;
        var bytes = ByteBuffer.wrap(frontier);
        while (bytes.hasRemaining()) {
            var peak = new byte[HASH];
            bytes.get(peak);
            tree.peaks.add(peak);
        }
        return tree;
    }

    /** Is told of each subtree that becomes complete, the leaf itself first. */
    @FunctionalInterface
    public interface Completed {
        /** The {@code index}-th subtree over {@code 2^height} leaves has this root. */
        void subtree(int height, long index, byte[] root);
    }

    /** Adds a leaf by its hash. */
    public void add(byte[] leafHash) {
        add(leafHash, (height, index, root) -> {});
    }

    /** Adds a leaf by its hash and tells which subtrees became complete. */
    public void add(byte[] leafHash, Completed completed) {
        var node = leafHash;
        int height = 0;
        completed.subtree(height, size, node);
        for (long n = size; (n & 1) == 1; n >>>= 1) {
            node = nodeHash(peaks.remove(peaks.size() - 1), node);
            completed.subtree(++height, n >>> 1, node);
        }
        peaks.add(node);
        size++;
    }

    /** How many leaves there are. */
    public long size() {
        return size;
    }

    /** The root of the tree as it is now. */
    public byte[] root() {
        if (peaks.isEmpty()) {
            return emptyRoot();
        }
        var root = peaks.get(peaks.size() - 1);
        for (int i = peaks.size() - 2; i >= 0; i--) {
            root = nodeHash(peaks.get(i), root);
        }
        return root.clone();
    }

    /** The roots of the complete subtrees, the largest first. */
    public byte[] frontier() {
        var bytes = ByteBuffer.allocate(peaks.size() * HASH);
        peaks.forEach(bytes::put);
        return bytes.array();
    }

    /** The root of the tree over these leaf hashes. */
    public static byte[] root(List<byte[]> leaves) {
        var tree = new MerkleTree();
        leaves.forEach(tree::add);
        return tree.root();
    }

    /** Whether a proof shows that a leaf is at this place in the tree with this root (section 2.1.3.2). */
    public static boolean includes(long index, long size, byte[] leafHash, List<byte[]> proof, byte[] root) {
        if (index < 0 || index >= size || root.length != HASH || leafHash.length != HASH) {
            return false;
        }
        long fn = index;
        long sn = size - 1;
        var hash = leafHash;
        for (var step : proof) {
            if (sn == 0 || step.length != HASH) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                hash = nodeHash(step, hash);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>>= 1;
                    sn >>>= 1;
                }
            } else {
                hash = nodeHash(hash, step);
            }
            fn >>>= 1;
            sn >>>= 1;
        }
        return sn == 0 && MessageDigest.isEqual(hash, root);
    }

    /**
     * Whether a proof shows that the smaller tree is the beginning of the larger one (section 2.1.4.2). Nothing can be shown
     * of an empty one.
     */
    public static boolean consistent(long size1, long size2, byte[] root1, byte[] root2, List<byte[]> proof) {
        if (size1 <= 0 || size1 > size2 || proof.stream().anyMatch(step -> step.length != HASH)) {
            return false;
        }
        if (size1 == size2) {
            return proof.isEmpty() && MessageDigest.isEqual(root1, root2);
        }
        var steps = new ArrayList<>(proof);
        if (Long.bitCount(size1) == 1) {
            steps.add(0, root1);
        }
        if (steps.isEmpty()) {
            return false;
        }
        long fn = size1 - 1;
        long sn = size2 - 1;
        while ((fn & 1) == 1) {
            fn >>>= 1;
            sn >>>= 1;
        }
        var fr = steps.get(0);
        var sr = steps.get(0);
        for (var step : steps.subList(1, steps.size())) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                fr = nodeHash(step, fr);
                sr = nodeHash(step, sr);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>>= 1;
                    sn >>>= 1;
                }
            } else {
                sr = nodeHash(sr, step);
            }
            fn >>>= 1;
            sn >>>= 1;
        }
        return sn == 0 && MessageDigest.isEqual(fr, root1) && MessageDigest.isEqual(sr, root2);
    }
}
