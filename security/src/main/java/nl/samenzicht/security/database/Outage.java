package nl.samenzicht.security.database;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import nl.samenzicht.security.ledger.LedgerUnavailable;

/** What cannot be reached when something fails: then nothing is wrong with what somebody did, and waiting helps. */
public enum Outage {
    /** The ledger does not take or give lines. */
    LEDGER,
    /** The database does not answer, or gives no connection. */
    DATABASE;

    /** The class of errors of SQL that stands for 'no connection', ISO 9075. */
    private static final String NO_CONNECTION = "08";

    /** Returns what could not be reached; empty when the failure is of another kind. */
    public static Optional<Outage> behind(Throwable failure) {
        for (var each = failure; each != null; each = each.getCause()) {
            if (each instanceof LedgerUnavailable) {
                return Optional.of(LEDGER);
            }
            if (isOfConnection(each)) {
                return Optional.of(DATABASE);
            }
        }
        return Optional.empty();
    }

    private static boolean isOfConnection(Throwable failure) {
        return failure instanceof SQLNonTransientConnectionException
                || failure instanceof SQLTransientConnectionException
                || (failure instanceof SQLException sql
                        && sql.getSQLState() != null
                        && sql.getSQLState().startsWith(NO_CONNECTION))
                // the pool of the server has no other sign that it got no connection
                || failure.getClass().getName().startsWith("jakarta.resource.");
    }
}
