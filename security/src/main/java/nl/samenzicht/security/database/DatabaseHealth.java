package nl.samenzicht.security.database;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether this node can do its work now. Asked often, and by anybody, so the database is asked at most every few seconds. */
@ApplicationScoped
public class DatabaseHealth {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseHealth.class);
    private static final long FRESH_NANOS = Duration.ofSeconds(3).toNanos();
    private static final int PATIENCE_SECONDS = 2;

    @Resource(lookup = "java:app/jdbc/samenzicht")
    private DataSource database;

    private long askedAt;
    private boolean asked;
    private boolean well;

    /** Returns whether the database answers. */
    public synchronized boolean isWell() {
        if (!asked || System.nanoTime() - askedAt > FRESH_NANOS) {
            well = answers();
            askedAt = System.nanoTime();
            asked = true;
        }
        return well;
    }

    private boolean answers() {
        try (var connection = database.getConnection()) {
            return connection.isValid(PATIENCE_SECONDS);
        } catch (SQLException e) {
            LOG.warn("The database does not answer: {}", e.getMessage());
            return false;
        }
    }
}
