package nl.samenzicht.security.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import nl.samenzicht.security.keys.LedgerKeys;
import nl.samenzicht.tlog.NoteKey;
import nl.samenzicht.tlog.Tile;

/**
 * What anybody may see of the ledger: its newest signed state, and the hashes of its tree. No line, no time and no code is
 * among them, and a hash says nothing about its line to whoever lacks the line's random salt.
 *
 * @see <a href="https://c2sp.org/tlog-tiles">C2SP tlog-tiles</a>
 */
public final class LedgerTiles {
    private static final int PATIENCE_MILLIS = 5_000;

    /** So many may read at once: whoever asks without signing in must never hold up those who put acts on record. */
    static final int AT_ONCE = 4;

    private final DataSource database;
    private final LedgerIdentity identity;
    private final Semaphore turns = new Semaphore(AT_ONCE);

    /**
     * Reads from this pool; one that may select is enough.
     *
     * @param origin the name under which the ledger signs
     */
    public LedgerTiles(DataSource database, LedgerKeys keys, String origin) {
        this.database = database;
        this.identity = new LedgerIdentity(origin, keys);
    }

    /** The public keys with which others check what we sign, the newest first. */
    public List<NoteKey> keys() {
        return identity.noteKeys();
    }

    /**
     * The newest checkpoint; empty before the first line is sealed.
     *
     * @throws LedgerUnavailable when the ledger cannot be read, or too many ask at once
     */
    public Optional<String> checkpoint() {
        return reading(connection -> {
            try (var select = connection.createStatement();
                    var rows = select.executeQuery(
                            "SELECT signed_note FROM ledger_checkpoint ORDER BY tree_size DESC LIMIT 1")) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
        });
    }

    /**
     * The hashes of a tile, one after another; empty when no signed state has all of it.
     *
     * @throws LedgerUnavailable when the ledger cannot be read, or too many ask at once
     */
    public Optional<byte[]> tile(Tile tile) {
        return reading(connection ->
                tile.isIn(size(connection)) ? Optional.of(TreeNodes.tile(connection, tile)) : Optional.empty());
    }

    /** How many lines the newest signed state is over. */
    static long size(Connection connection) throws SQLException {
        try (var select = connection.createStatement();
                var rows = select.executeQuery("SELECT COALESCE(MAX(tree_size), 0) FROM ledger_checkpoint")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private interface Reading<T> {
        Optional<T> from(Connection connection) throws SQLException;
    }

    private <T> Optional<T> reading(Reading<T> reading) {
        if (!turns.tryAcquire()) {
            throw new LedgerUnavailable("More than %d ask for the tree of the ledger at once".formatted(AT_ONCE));
        }
        try (var connection = database.getConnection()) {
            connection.setNetworkTimeout(Runnable::run, PATIENCE_MILLIS);
            return reading.from(connection);
        } catch (SQLException e) {
            throw new LedgerUnavailable("The tree of the ledger cannot be read: " + e.getMessage(), e);
        } finally {
            turns.release();
        }
    }
}
