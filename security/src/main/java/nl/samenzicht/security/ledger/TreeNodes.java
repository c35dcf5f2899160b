package nl.samenzicht.security.ledger;

import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import nl.samenzicht.tlog.MerkleTree;
import nl.samenzicht.tlog.Tile;

/**
 * The hashes of the tree as the tables hold them: the leaves, and on each level above the roots of complete subtrees of 256
 * hashes of the level below.
 */
final class TreeNodes {
    private final long[] stored = new long[Tile.MAX_LEVEL + 1];

    private TreeNodes() {}

    /** Looks how many there are. */
    static TreeNodes in(Connection connection) throws SQLException {
        var nodes = new TreeNodes();
        try (var select = connection.createStatement();
                var rows = select.executeQuery("SELECT level, COUNT(*) FROM ledger_node GROUP BY level")) {
            while (rows.next()) {
                nodes.stored[rows.getInt(1)] = rows.getLong(2);
            }
        }
        return nodes;
    }

    /** Stores what is complete in a tree of this size and not there yet, in the caller's transaction. */
    void complete(Connection connection, long treeSize) throws SQLException {
        for (int level = 1; level <= Tile.MAX_LEVEL; level++) {
            long complete = treeSize >>> (Tile.HEIGHT * level);
            var added = new RowsInsert("ledger_node", "level, position, hash");
            for (long position = stored[level]; position < complete; position++) {
                added.add(
                        level, position, MerkleTree.root(hashes(connection, new Tile(level - 1, position, Tile.FULL))));
            }
            added.into(connection);
            stored[level] = Math.max(stored[level], complete);
        }
    }

    /** The hashes of a tile, one after another. */
    static byte[] tile(Connection connection, Tile tile) throws SQLException {
        var bytes = new ByteArrayOutputStream(tile.width() * MerkleTree.HASH);
        hashes(connection, tile).forEach(bytes::writeBytes);
        return bytes.toByteArray();
    }

    private static List<byte[]> hashes(Connection connection, Tile tile) throws SQLException {
        var sql = tile.level() == 0
                ? "SELECT leaf_hash FROM ledger_leaf WHERE position >= ? AND position < ? ORDER BY position"
                : "SELECT hash FROM ledger_node WHERE level = " + tile.level()
                        + " AND position >= ? AND position < ? ORDER BY position";
        try (var select = connection.prepareStatement(sql)) {
            select.setLong(1, tile.first());
            select.setLong(2, tile.first() + tile.width());
            try (var rows = select.executeQuery()) {
                var hashes = new ArrayList<byte[]>(tile.width());
                while (rows.next()) {
                    hashes.add(rows.getBytes(1));
                }
                if (hashes.size() != tile.width()) {
                    throw new SQLException("Tile '%s' has %d hashes".formatted(tile.path(), hashes.size()));
                }
                return hashes;
            }
        }
    }
}
