package nl.samenzicht.security.ledger;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import nl.samenzicht.security.database.DatabaseReady;
import nl.samenzicht.security.directory.AgencyCard;
import nl.samenzicht.security.directory.Directory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets the sequencer go round twice a second, from the moment that the tables are there until the application stops. */
@ApplicationScoped
class LedgerRunner {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerRunner.class);
    private static final long SAY_AGAIN_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final LedgerSequencer sequencer;
    private final LedgerKeyCheck keyCheck;
    private final LogRemovals removals;
    private final Directory directory;

    @Resource
    private ManagedScheduledExecutorService executor;

    private Future<?> rounds;
    private long lastSaid;

    /** For CDI, which needs it to make a proxy. */
    protected LedgerRunner() {
        this(null, null, null, null);
    }

    @Inject
    LedgerRunner(LedgerSequencer sequencer, LedgerKeyCheck keyCheck, LogRemovals removals, Directory directory) {
        this.sequencer = sequencer;
        this.keyCheck = keyCheck;
        this.removals = removals;
        this.directory = directory;
    }

    void begin(@Observes @Priority(2000) DatabaseReady ready) throws SQLException {
        keyCheck.keysBelongToTheDatabase();
        removals.lock(directory.activeAgencies().stream().map(AgencyCard::id).toList());
        lastSaid = System.nanoTime() - SAY_AGAIN_NANOS;
        rounds = executor.scheduleAtFixedRate(this::round, 0, LedgerSequencer.RHYTHM.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void round() {
        try {
            sequencer.round();
        } catch (SQLException | IOException | RuntimeException e) {
            if (System.nanoTime() - lastSaid >= SAY_AGAIN_NANOS) {
                lastSaid = System.nanoTime();
                LOG.error("Entries are on record, but could not be sealed; trying again: {}", e.getMessage(), e);
            }
        }
    }

    @PreDestroy
    void end() {
        if (rounds != null) {
            rounds.cancel(false);
            round();
            sequencer.release();
        }
    }
}
