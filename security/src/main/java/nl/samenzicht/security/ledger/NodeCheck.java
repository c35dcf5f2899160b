package nl.samenzicht.security.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import nl.samenzicht.tlog.MerkleTree;
import nl.samenzicht.tlog.Tile;

/** Holds the stored roots of complete subtrees, from which tiles are served, against the leaves as they are served. */
final class NodeCheck {
    private record Node(int level, long position) {}

    private final Map<Node, byte[]> stored = new HashMap<>();
    private final MerkleTree tree = new MerkleTree();
    private final Consumer<Finding> report;
    private boolean possible = true;

    NodeCheck(Connection connection, Consumer<Finding> report) throws SQLException {
        this.report = report;
        try (var select = connection.createStatement();
                var rows = select.executeQuery("SELECT level, position, hash FROM ledger_node")) {
            while (rows.next()) {
                stored.put(new Node(rows.getInt(1), rows.getLong(2)), rows.getBytes(3));
            }
        }
    }

    /** The next leaf, as it is stored. */
    void leaf(byte[] hash) {
        if (possible) {
            tree.add(hash, this::completed);
        }
    }

    /** There are leaves missing, which is told elsewhere: from here on nothing can be said. */
    void gap() {
        possible = false;
    }

    private void completed(int height, long index, byte[] root) {
        if (height > 0 && height % Tile.HEIGHT == 0) {
            var node = new Node(height / Tile.HEIGHT, index);
            if (!Arrays.equals(stored.remove(node), root)) {
                report.accept(differs(node));
            }
        }
    }

    /** Reports the roots that no leaves lie below. */
    void end() {
        if (possible) {
            stored.keySet().forEach(node -> report.accept(differs(node)));
        }
    }

    private static Finding differs(Node node) {
        int height = Tile.HEIGHT * node.level();
        return Finding.at(FindingKind.TILE_DIFFERS, (node.position() << height) + 1, (node.position() + 1) << height);
    }
}
