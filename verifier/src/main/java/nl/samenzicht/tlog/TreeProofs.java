package nl.samenzicht.tlog;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the proofs of RFC 9162 about a tree of which the complete subtrees can be looked up, so that each takes a number
 * of hashes that grows with the logarithm of the tree.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9162#section-2.1.3">RFC 9162, sections 2.1.3 and 2.1.4</a>
 */
public final class TreeProofs {
    private final HashSource hashes;

    /** Makes proofs from these hashes. */
    public TreeProofs(HashSource hashes) {
        this.hashes = hashes;
    }

    /** The root of the tree over the first {@code size} leaves. */
    public byte[] root(long size) throws IOException {
        return size == 0 ? MerkleTree.emptyRoot() : range(0, size);
    }

    /**
     * The proof that the leaf at {@code index} is in the tree over the first {@code size} leaves (section 2.1.3.1).
     *
     * @throws IllegalArgumentException when there is no such leaf
     */
    public List<byte[]> inclusion(long index, long size) throws IOException {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("Leaf %d is not in a tree of %d".formatted(index, size));
        }
        var proof = new ArrayList<byte[]>();
        path(index, 0, size, proof);
        return proof;
    }

    private void path(long index, long from, long to, List<byte[]> proof) throws IOException {
        if (to - from == 1) {
            return;
        }
        long split = from + Long.highestOneBit(to - from - 1);
        if (index < split) {
            path(index, from, split, proof);
            proof.add(range(split, to));
        } else {
            path(index, split, to, proof);
            proof.add(range(from, split));
        }
    }

    /**
     * The proof that the tree over the first {@code size1} leaves is the beginning of that over the first {@code size2}
     * (section 2.1.4.1).
     *
     * @throws IllegalArgumentException when it cannot be
     */
    public List<byte[]> consistency(long size1, long size2) throws IOException {
        if (size1 <= 0 || size1 > size2) {
            throw new IllegalArgumentException("A tree of %d has no beginning of %d".formatted(size2, size1));
        }
        var proof = new ArrayList<byte[]>();
        subproof(size1, 0, size2, true, proof);
        return proof;
    }

    private void subproof(long size, long from, long to, boolean whole, List<byte[]> proof) throws IOException {
        if (size == to) {
            if (!whole) {
                proof.add(range(from, to));
            }
            return;
        }
        long split = from + Long.highestOneBit(to - from - 1);
        if (size <= split) {
            subproof(size, from, split, whole, proof);
            proof.add(range(split, to));
        } else {
            subproof(size, split, to, false, proof);
            proof.add(range(from, split));
        }
    }

    /** The root over a range that begins where a subtree of at least its size does. */
    private byte[] range(long from, long to) throws IOException {
        long count = to - from;
        if (Long.bitCount(count) == 1) {
            return hashes.hash(Long.numberOfTrailingZeros(count), from / count);
        }
        long split = from + Long.highestOneBit(count);
        return MerkleTree.nodeHash(range(from, split), range(split, to));
    }
}
