package nl.samenzicht.security.ledger;

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
final class MerkleTree {
    static final int HASH = 32;

    private final ArrayList<byte[]> peaks = new ArrayList<>();
    private long size;

    /** The hash of a leaf's data: {@code SHA-256(0x00 ‖ data)}. */
    static byte[] leafHash(byte[] data) {
        var sha = EntryRow.sha256();
        sha.update((byte) 0);
        return sha.digest(data);
    }

    /** The hash of an inner node: {@code SHA-256(0x01 ‖ left ‖ right)}. */
    static byte[] nodeHash(byte[] left, byte[] right) {
        var sha = EntryRow.sha256();
        sha.update((byte) 1);
        sha.update(left);
        return sha.digest(right);
    }

    static byte[] emptyRoot() {
        return EntryRow.sha256().digest();
    }

    /**
     * Goes on where another tree was.
     *
     * @param frontier what {@link #frontier()} gave at that size
     */
    static MerkleTree resume(long size, byte[] frontier) {
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

    void add(byte[] leafHash) {
        var node = leafHash;
        for (long n = size; (n & 1) == 1; n >>>= 1) {
            node = nodeHash(peaks.remove(peaks.size() - 1), node);
        }
        peaks.add(node);
        size++;
    }

    long size() {
        return size;
    }

    byte[] root() {
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
    byte[] frontier() {
        var bytes = ByteBuffer.allocate(peaks.size() * HASH);
        peaks.forEach(bytes::put);
        return bytes.array();
    }

    /** The proof that the leaf at {@code index} is in the tree over these leaves (section 2.1.3.1). */
    static List<byte[]> inclusionProof(long index, List<byte[]> leaves) {
        if (index < 0 || index >= leaves.size()) {
            throw new IllegalArgumentException("Leaf %d is not in a tree of %d".formatted(index, leaves.size()));
        }
        var proof = new ArrayList<byte[]>();
        path((int) index, leaves, proof);
        return proof;
    }

    private static void path(int index, List<byte[]> leaves, List<byte[]> proof) {
        if (leaves.size() == 1) {
            return;
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        if (index < split) {
            path(index, leaves.subList(0, split), proof);
            proof.add(root(leaves.subList(split, leaves.size())));
        } else {
            path(index - split, leaves.subList(split, leaves.size()), proof);
            proof.add(root(leaves.subList(0, split)));
        }
    }

    /** The proof that the tree over the first {@code size} leaves is the beginning of this one (section 2.1.4.1). */
    static List<byte[]> consistencyProof(long size, List<byte[]> leaves) {
        if (size <= 0 || size > leaves.size()) {
            throw new IllegalArgumentException("A tree of %d has no beginning of %d".formatted(leaves.size(), size));
        }
        var proof = new ArrayList<byte[]>();
        subproof((int) size, leaves, true, proof);
        return proof;
    }

    private static void subproof(int size, List<byte[]> leaves, boolean whole, List<byte[]> proof) {
        if (size == leaves.size()) {
            if (!whole) {
                proof.add(root(leaves));
            }
            return;
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        if (size <= split) {
            subproof(size, leaves.subList(0, split), whole, proof);
            proof.add(root(leaves.subList(split, leaves.size())));
        } else {
            subproof(size - split, leaves.subList(split, leaves.size()), false, proof);
            proof.add(root(leaves.subList(0, split)));
        }
    }

    static byte[] root(List<byte[]> leaves) {
        var tree = new MerkleTree();
        leaves.forEach(tree::add);
        return tree.root();
    }

    /** Whether a proof shows that a leaf is at this place in the tree with this root (section 2.1.3.2). */
    static boolean includes(long index, long size, byte[] leafHash, List<byte[]> proof, byte[] root) {
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
    static boolean consistent(long size1, long size2, byte[] root1, byte[] root2, List<byte[]> proof) {
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
