package nl.samenzicht.security.ledger;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import nl.samenzicht.security.TimeOrderedId;
import nl.samenzicht.security.keys.KeyFailure;
import nl.samenzicht.security.keys.LedgerKeys;

/**
 * Puts acts on record, one durable insert each, before they are answered.
 *
 * <p>It uses a connection of its own that takes part in no transaction: the entry stays when the act is rolled back, and
 * is there when the method returns. The account behind it can insert and select and nothing else. The row carries a keyed
 * MAC and a random salt from the start; its place in the tree follows within about a second.
 *
 * <p>It is safe for use by many threads.
 */
public class AuditLedger {
    static final int SALT_LENGTH = 16;
    /** How long the database may be silent before the act is refused. */
    private static final int PATIENCE_MILLIS = 5_000;

    private static final int ATTEMPTS = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final DataSource database;
    private final LedgerKeys keys;
    private final Clock clock;
    private final AtomicLong recorded = new AtomicLong();

    /** For CDI, which needs it to make a proxy. */
    protected AuditLedger() {
        this(null, null, null);
    }

    public AuditLedger(DataSource database, LedgerKeys keys, Clock clock) {
        this.database = database;
        this.keys = keys;
        this.clock = clock;
    }

    /** The time as the ledger counts it, for callers that begin an event. */
    public Instant now() {
        return clock.instant();
    }

    /** For a reading of much of the log, which begins now: lets it give way while acts are put on record here. */
    public GivingWay givingWay() {
        return new GivingWay(recorded::get);
    }

    /**
     * Puts an act on record and returns once it is on disk.
     *
     * @throws LedgerUnavailable when that is not certain; then the act must not happen
     */
    public EntryRef append(LedgerEvent event) {
        try (var connection = database.getConnection()) {
            standAlone(connection);
            for (int attempt = 1; ; attempt++) {
                var row = newRow(event);
                try {
                    insert(connection, row);
                    recorded.incrementAndGet();
                    return new EntryRef(new EntryId(row.id()), new EntryCode(row.code()));
                } catch (SQLIntegrityConstraintViolationException taken) {
                    if (attempt == ATTEMPTS) {
                        throw taken;
                    }
                }
            }
        } catch (SQLException | KeyFailure e) {
            throw new LedgerUnavailable(
                    "Act '%s' cannot be put on record, so it is refused: %s".formatted(event.action(), e.getMessage()),
                    e);
        }
    }

    private static void standAlone(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.setAutoCommit(true);
        }
        if (connection.getNetworkTimeout() != PATIENCE_MILLIS) {
            connection.setNetworkTimeout(Runnable::run, PATIENCE_MILLIS);
        }
    }

    private EntryRow newRow(LedgerEvent event) {
        var id = TimeOrderedId.next();
        var salt = new byte[SALT_LENGTH];
        RANDOM.nextBytes(salt);
        var sealed = event.typed()
                .map(text -> keys.sealDetail(salt, EntryRow.bytes(id), text))
                .orElse(null);
        return EntryRow.of(id, EntryCode.random(), salt, event, sealed, keys::mac);
    }

    private static void insert(Connection connection, EntryRow row) throws SQLException {
        try (var insert = connection.prepareStatement(EntryRow.INSERT)) {
            row.bind(insert);
            if (insert.executeUpdate() != 1) {
                throw new SQLException("The insert of entry %s was not confirmed".formatted(row.id()));
            }
        }
    }
}
