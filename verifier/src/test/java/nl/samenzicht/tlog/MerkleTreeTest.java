package nl.samenzicht.tlog;

import static org.assertj.core.api.BDDAssertions.then;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/**
 * The known answers are those of RFC 6962 as transparency-dev/merkle (testonly/constants.go, Apache-2.0) publishes them; the
 * hashing of RFC 9162 is the same.
 */
class MerkleTreeTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final List<String> INPUTS =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");
    private static final List<String> LEAF_HASHES = List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
            "0298d122906dcfc10892cb53a73992fc5b9f493ea4c9badb27b791b4127a7fe7",
            "07506a85fd9dd2f120eb694f86011e5bb4662e5c415a62917033d4a9624487e7",
            "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
            "4271a26be0d8a84f0bd54c8c302e7cb3a3b5d1fa6780a40bcce2873477dab658",
            "b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f",
            "46f6ffadd3d06a09ff3c5860d2755c8b9819db7df44251788c7d8e3180de8eb1");
    private static final List<String> ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void leaves_and_roots_are_those_of_the_standard() {
        var tree = new MerkleTree();
        then(HEX.formatHex(tree.root())).isEqualTo(ROOTS.get(0));
        for (int i = 0; i < INPUTS.size(); i++) {
            var leaf = MerkleTree.leafHash(HEX.parseHex(INPUTS.get(i)));
            then(HEX.formatHex(leaf)).isEqualTo(LEAF_HASHES.get(i));
            tree.add(leaf);
            then(HEX.formatHex(tree.root())).isEqualTo(ROOTS.get(i + 1));
        }
    }

    @Property(tries = 200)
    void every_leaf_can_be_proved_and_no_other(@ForAll @IntRange(min = 1, max = 70) int size, @ForAll int pick)
            throws IOException {
        var leaves = leaves(size);
        var root = MerkleTree.root(leaves);
        int index = Math.floorMod(pick, size);
        var proof = new TreeProofs(over(leaves)).inclusion(index, size);
        then(MerkleTree.includes(index, size, leaves.get(index), proof, root)).isTrue();
        then(MerkleTree.includes(index, size, MerkleTree.leafHash(new byte[] {9, 9, 9}), proof, root))
                .isFalse();
        if (size > 1) {
            int elsewhere = (index + 1) % size;
            then(MerkleTree.includes(elsewhere, size, leaves.get(index), proof, root))
                    .isFalse();
            then(MerkleTree.includes(index, size, leaves.get(index), proof.subList(1, proof.size()), root))
                    .isFalse();
        }
    }

    @Property(tries = 200)
    void a_tree_is_the_beginning_of_each_later_one_and_of_no_other(
            @ForAll @IntRange(min = 1, max = 60) int first, @ForAll @IntRange(min = 0, max = 20) int more)
            throws IOException {
        var leaves = leaves(first + more);
        var root1 = MerkleTree.root(leaves.subList(0, first));
        var root2 = MerkleTree.root(leaves);
        var proof = new TreeProofs(over(leaves)).consistency(first, first + more);
        then(MerkleTree.consistent(first, first + more, root1, root2, proof)).isTrue();
        var other = new ArrayList<>(leaves);
        other.set(0, MerkleTree.leafHash(new byte[] {8}));
        then(MerkleTree.consistent(
                        first,
                        first + more,
                        root1,
                        MerkleTree.root(other),
                        new TreeProofs(over(other)).consistency(first, first + more)))
                .isFalse();
    }

    @Property(tries = 100)
    void a_tree_that_was_put_away_goes_on_as_if_it_had_not_been(
            @ForAll @IntRange(min = 0, max = 300) int size, @ForAll @IntRange(min = 0, max = 40) int more) {
        var whole = new MerkleTree();
        var leaves = leaves(size + more);
        leaves.subList(0, size).forEach(whole::add);
        var resumed = MerkleTree.resume(size, whole.frontier());
        leaves.subList(size, size + more).forEach(leaf -> {
            whole.add(leaf);
            resumed.add(leaf);
        });
        then(resumed.root()).isEqualTo(whole.root());
        then(resumed.size()).isEqualTo(size + more);
    }

    @Property(tries = 100)
    void any_changed_leaf_changes_the_root(
            @ForAll @IntRange(min = 1, max = 100) int size, @ForAll int pick, @ForAll @IntRange(max = 255) int bit) {
        var leaves = leaves(size);
        var before = MerkleTree.root(leaves);
        int index = Math.floorMod(pick, size);
        var changed = leaves.get(index).clone();
        changed[bit / 8] ^= (byte) (1 << (bit % 8));
        leaves.set(index, changed);
        then(Arrays.equals(MerkleTree.root(leaves), before)).isFalse();
    }

    @Property(tries = 100)
    void each_subtree_is_told_once_when_it_is_complete(@ForAll @IntRange(min = 1, max = 300) int size) {
        var leaves = leaves(size);
        var told = new ArrayList<String>();
        var tree = new MerkleTree();
        leaves.forEach(leaf -> tree.add(leaf, (height, index, root) -> {
            told.add(height + "/" + index);
            int first = (int) (index << height);
            then(root).isEqualTo(MerkleTree.root(leaves.subList(first, first + (1 << height))));
        }));
        int expected = 0;
        for (int height = 0; 1 << height <= size; height++) {
            expected += size >> height;
        }
        then(told).doesNotHaveDuplicates().hasSize(expected);
    }

    /** The complete subtrees of a list of leaves, each computed anew. */
    static HashSource over(List<byte[]> leaves) {
        return (height, index) -> MerkleTree.root(leaves.subList((int) index << height, (int) (index + 1) << height));
    }

    static List<byte[]> leaves(int size) {
        var leaves = new ArrayList<byte[]>();
        for (int i = 0; i < size; i++) {
            leaves.add(MerkleTree.leafHash(new byte[] {(byte) i, (byte) (i >> 8)}));
        }
        return leaves;
    }
}
