package nl.samenzicht.tlog;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** The hashes of a tree of a known size, out of its tiles. Keeps the tiles that it used last. Not safe for several threads. */
public final class TileHashes implements HashSource {
    private static final int KEPT = 128;

    private final Tiles tiles;
    private final long treeSize;
    private final Map<Tile, byte[]> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Tile, byte[]> eldest) {
            return size() > KEPT;
        }
    };

    /** Where tiles come from. */
    @FunctionalInterface
    public interface Tiles {
        /**
         * The hashes of a tile, one after another.
         *
         * @throws IOException when it cannot be had
         */
        byte[] read(Tile tile) throws IOException;
    }

    /** Reads the tree of this size from these tiles. */
    public TileHashes(Tiles tiles, long treeSize) {
        this.tiles = tiles;
        this.treeSize = treeSize;
    }

    @Override
    public byte[] hash(int height, long index) throws IOException {
        int level = height / Tile.HEIGHT;
        int above = height % Tile.HEIGHT;
        long first = index << above;
        var tile = Tile.holding(level, first, treeSize);
        var bytes = read(tile);
        int from = (int) (first - tile.first());
        if (from + (1 << above) > tile.width()) {
            throw new IOException("A tree of %d has no subtree %d of height %d".formatted(treeSize, index, height));
        }
        return root(bytes, from, 1 << above);
    }

    private byte[] read(Tile tile) throws IOException {
        var bytes = kept.get(tile);
        if (bytes == null) {
            bytes = tiles.read(tile);
            if (bytes.length != tile.width() * MerkleTree.HASH) {
                throw new IOException("Tile '%s' has %d bytes".formatted(tile.path(), bytes.length));
            }
            kept.put(tile, bytes);
        }
        return bytes;
    }

    private static byte[] root(byte[] bytes, int from, int count) {
        if (count == 1) {
            return Arrays.copyOfRange(bytes, from * MerkleTree.HASH, (from + 1) * MerkleTree.HASH);
        }
        int half = count / 2;
        return MerkleTree.nodeHash(root(bytes, from, half), root(bytes, from + half, half));
    }
}
