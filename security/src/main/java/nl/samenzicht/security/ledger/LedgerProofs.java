package nl.samenzicht.security.ledger;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import nl.samenzicht.security.keys.LedgerKeys;
import nl.samenzicht.tlog.Checkpoint;
import nl.samenzicht.tlog.NoteKey;
import nl.samenzicht.tlog.SignedNote;
import nl.samenzicht.tlog.TileHashes;
import nl.samenzicht.tlog.TreeProofs;

/**
 * Proves of lines of the log that they are in it, for whoever has its public keys and nothing else of ours: RFC 9162
 * inclusion proofs to a signed state.
 */
public final class LedgerProofs {
    private static final int PATIENCE_MILLIS = 30_000;
    private static final String LINE = "SELECT "
            + Arrays.stream(EntryRow.COLUMNS.split(", "))
                    .map(name -> "e." + name)
                    .collect(Collectors.joining(", "))
            + ", l.position AS l_position FROM ledger_entry e JOIN ledger_leaf l ON l.entry_seq = e.seq WHERE e.id = ?";

    private final DataSource database;
    private final LedgerIdentity identity;

    /**
     * Makes one that reads nothing until it is asked.
     *
     * @param origin the name under which the ledger signs
     */
    public LedgerProofs(DataSource database, LedgerKeys keys, String origin) {
        this.database = database;
        this.identity = new LedgerIdentity(origin, keys);
    }

    /**
     * That a line is in the log.
     *
     * @param index its place among the leaves, from 0
     * @param leaf the data of its leaf: its number, its moment, and a salted commitment to all else that it says
     * @param path the inclusion proof (RFC 9162, 2.1.3)
     */
    public record LineProof(long index, byte[] leaf, List<byte[]> path) {
        public LineProof {
            leaf = leaf.clone();
            path = List.copyOf(path);
        }

        @Override
        public byte[] leaf() {
            return leaf.clone();
        }
    }

    /**
     * Begins to prove to the newest signed state.
     *
     * @throws LedgerUnavailable when the ledger cannot be read, or nothing is sealed yet
     */
    public Proving begin() {
        try {
            var connection = database.getConnection();
            try {
                connection.setNetworkTimeout(Runnable::run, PATIENCE_MILLIS);
                return new Proving(connection, newest(connection));
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    private static String newest(Connection connection) throws SQLException {
        try (var select = connection.createStatement();
                var rows = select.executeQuery(
                        "SELECT signed_note FROM ledger_checkpoint ORDER BY tree_size DESC LIMIT 1")) {
            if (!rows.next()) {
                throw new SQLException("nothing is sealed yet");
            }
            return rows.getString(1);
        }
    }

    private static LedgerUnavailable unavailable(Exception cause) {
        return new LedgerUnavailable("The log cannot be proved: " + cause.getMessage(), cause);
    }

    /** Proves lines to one signed state; keeps the parts of the tree that it used last. */
    public final class Proving implements AutoCloseable {
        private final Connection connection;
        private final String note;
        private final long size;
        private final TreeProofs proofs;

        private Proving(Connection connection, String note) {
            this.connection = connection;
            this.note = note;
            this.size = Checkpoint.parse(SignedNote.parse(note).text()).size();
            this.proofs = new TreeProofs(new TileHashes(
                    tile -> {
                        try {
                            return TreeNodes.tile(connection, tile);
                        } catch (SQLException e) {
                            throw new IOException(e);
                        }
                    },
                    size));
        }

        /** The signed state, as C2SP {@code tlog-checkpoint}. */
        public String checkpoint() {
            return note;
        }

        /** The public keys of the log, the newest first; for comparison with those that one was given elsewhere. */
        public List<NoteKey> keys() {
            return identity.noteKeys();
        }

        /** The proof of a line; empty when it was sealed after this state. */
        public Optional<LineProof> of(EntryId line) {
            try (var select = connection.prepareStatement(LINE)) {
                select.setString(1, line.toString());
                try (var rows = select.executeQuery()) {
                    if (!rows.next() || rows.getLong("l_position") >= size) {
                        return Optional.empty();
                    }
                    long index = rows.getLong("l_position");
                    return Optional.of(
                            new LineProof(index, EntryRow.read(rows).leafData(), proofs.inclusion(index, size)));
                }
            } catch (SQLException | IOException e) {
                throw unavailable(e);
            }
        }

        @Override
        public void close() {
            try {
                connection.close();
            } catch (SQLException e) {
                throw unavailable(e);
            }
        }
    }
}
