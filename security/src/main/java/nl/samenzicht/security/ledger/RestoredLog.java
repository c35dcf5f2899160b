package nl.samenzicht.security.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import javax.sql.DataSource;
import nl.samenzicht.security.keys.LedgerKeys;

/** The log of a database that was put back from a backup, beside the files that know what came after that backup. */
public class RestoredLog {
    private final DataSource database;
    private final LedgerKeyCheck keyCheck;
    private final LedgerIdentity identity;
    private final CheckpointFiles files;

    /** For CDI, which needs it to make a proxy. */
    protected RestoredLog() {
        this.database = null;
        this.keyCheck = null;
        this.identity = null;
        this.files = null;
    }

    /** As {@link LedgerSequencer#LedgerSequencer} takes them. */
    public RestoredLog(DataSource database, LedgerKeys keys, Path home, String origin) {
        this.database = database;
        this.keyCheck = new LedgerKeyCheck(database, keys);
        this.identity = new LedgerIdentity(origin, keys);
        this.files = new CheckpointFiles(home);
    }

    /**
     * How much of the log came back.
     *
     * @param size how many lines the database has signed for
     * @param known for how many lines there is a signature outside it; more than {@code size} when lines are gone
     */
    public record Extent(long size, long known) {}

    /**
     * Moves signed states of lines that are gone into a folder of their own, so that what is signed from now on does not
     * contradict them there. They are kept: they say how much is gone.
     *
     * @param at when; the folder is named after it
     * @throws IllegalStateException when the keys are not those of the database
     */
    public Extent setAside(Instant at) throws SQLException, IOException {
        keyCheck.keysBelongToTheDatabase();
        long size = size();
        long known = files.newest(identity);
        if (known > size) {
            files.setAside(identity, size, at);
        }
        return new Extent(size, Math.max(known, size));
    }

    private long size() throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.createStatement();
                var rows = select.executeQuery("SELECT COALESCE(MAX(tree_size), 0) FROM ledger_checkpoint")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
