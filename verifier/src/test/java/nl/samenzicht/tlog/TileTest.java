package nl.samenzicht.tlog;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.BDDAssertions.then;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TileTest {

    /** The first is the example of C2SP tlog-tiles. */
    @ParameterizedTest(name = "tile {1} of level {0} lies at {3}")
    @CsvSource({
        "0, 1234067, 256, tile/0/x001/x234/067",
        "0, 0, 256, tile/0/000",
        "3, 5, 1, tile/3/005.p/1",
        "0, 999, 255, tile/0/999.p/255",
        "1, 1000, 17, tile/1/x001/000.p/17"
    })
    void a_tile_has_one_address(int level, long index, int width, String path) {
        then(new Tile(level, index, width).path()).isEqualTo(path);
        then(Tile.parse(path)).contains(new Tile(level, index, width));
    }

    @ParameterizedTest(name = "''{0}'' is no address of a tile")
    @ValueSource(
            strings = {
                "",
                "tile",
                "tile/0",
                "tile/0/0",
                "tile/00/000",
                "tile/8/000",
                "tile/0/x000/001",
                "tile/0/1234",
                "tile/0/001.p/0",
                "tile/0/001.p/01",
                "tile/0/001.p/256",
                "tile/0/001.p/999",
                "tile/-1/001",
                "tile/entries/000",
                "tile/0/../000",
                "tile/0/000/",
                "TILE/0/000",
                "tile/0/x999/x999/x999/x999/x999/x999/999"
            })
    void what_is_not_an_address_is_none(String path) {
        then(Tile.parse(path)).isEmpty();
    }

    @Property
    void every_address_is_read_as_it_was_written(
            @ForAll @IntRange(max = 7) int level,
            @ForAll @LongRange(max = 999_999_999_999L) long index,
            @ForAll @IntRange(min = 1, max = 256) int width) {
        var tile = new Tile(level, index, width);
        then(Tile.parse(tile.path())).contains(tile);
    }

    /** The example of C2SP tlog-tiles. */
    @Test
    void a_tree_of_70000_has_the_tiles_that_the_specification_counts() {
        then(new Tile(0, 272, 256).isIn(70_000)).isTrue();
        then(new Tile(0, 273, 112).isIn(70_000)).isTrue();
        then(new Tile(0, 273, 113).isIn(70_000)).isFalse();
        then(new Tile(1, 0, 256).isIn(70_000)).isTrue();
        then(new Tile(1, 1, 17).isIn(70_000)).isTrue();
        then(new Tile(1, 1, 18).isIn(70_000)).isFalse();
        then(new Tile(2, 0, 1).isIn(70_000)).isTrue();
        then(new Tile(2, 0, 2).isIn(70_000)).isFalse();
        then(new Tile(3, 0, 1).isIn(70_000)).isFalse();
    }

    @Property(tries = 60)
    void proofs_from_tiles_are_those_of_the_tree(
            @ForAll @IntRange(min = 1, max = 1_500) int size, @ForAll int pick, @ForAll int other) throws IOException {
        var leaves = MerkleTreeTest.leaves(size);
        var tiles = tilesOf(leaves);
        var proofs = new TreeProofs(new TileHashes(tiles::read, size));
        var root = MerkleTree.root(leaves);
        int index = Math.floorMod(pick, size);
        int before = 1 + Math.floorMod(other, size);
        then(proofs.root(size)).isEqualTo(root);
        then(proofs.root(before)).isEqualTo(MerkleTree.root(leaves.subList(0, before)));
        then(MerkleTree.includes(index, size, leaves.get(index), proofs.inclusion(index, size), root))
                .isTrue();
        then(MerkleTree.consistent(
                        before,
                        size,
                        MerkleTree.root(leaves.subList(0, before)),
                        root,
                        proofs.consistency(before, size)))
                .isTrue();
    }

    @Test
    void a_tile_that_is_cut_off_is_refused() throws IOException {
        var tiles = tilesOf(MerkleTreeTest.leaves(300));
        var cut = new TileHashes(tile -> java.util.Arrays.copyOf(tiles.read(tile), 32), 300);
        assertThatThrownBy(() -> cut.hash(0, 7)).isInstanceOf(IOException.class).hasMessageContaining("has 32 bytes");
    }

    @Test
    void a_proof_takes_as_many_hashes_as_the_tree_is_high() throws IOException {
        var leaves = MerkleTreeTest.leaves(1024);
        var asked = new ArrayList<String>();
        HashSource counting = (height, index) -> {
            asked.add(height + "/" + index);
            return MerkleTreeTest.over(leaves).hash(height, index);
        };
        then(new TreeProofs(counting).inclusion(77, 1024)).hasSize(10);
        then(asked).hasSize(10);
    }

    private static TileHashes.Tiles tilesOf(List<byte[]> leaves) {
        return tile -> {
            var bytes = new ByteArrayOutputStream();
            for (long i = tile.first(); i < tile.first() + tile.width(); i++) {
                int from = (int) (i << (Tile.HEIGHT * tile.level()));
                bytes.write(MerkleTree.root(leaves.subList(from, from + (1 << (Tile.HEIGHT * tile.level())))));
            }
            return bytes.toByteArray();
        };
    }
}
