package nl.samenzicht.security.ledger;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import nl.samenzicht.security.database.DatabaseReady;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets each node ask the witnesses twice a minute; what one node kept, another does not keep again. */
@ApplicationScoped
class WitnessRunner {
    private static final Logger LOG = LoggerFactory.getLogger(WitnessRunner.class);
    private static final long FIRST_SECONDS = 5;
    private static final long PAUSE_SECONDS = 30;

    private final Witnesses witnesses;

    @Resource
    private ManagedScheduledExecutorService executor;

    private Future<?> rounds;

    /** For CDI, which needs it to make a proxy. */
    protected WitnessRunner() {
        this(null);
    }

    @Inject
    WitnessRunner(Witnesses witnesses) {
        this.witnesses = witnesses;
    }

    void begin(@Observes @Priority(2100) DatabaseReady ready) {
        if (!witnesses.keys().isEmpty()) {
            rounds = executor.scheduleWithFixedDelay(this::round, FIRST_SECONDS, PAUSE_SECONDS, TimeUnit.SECONDS);
        }
    }

    private void round() {
        try {
            witnesses.round();
        } catch (SQLException | RuntimeException e) {
            LOG.warn("What the witnesses say could not be kept; trying again: {}", e.getMessage());
        }
    }

    @PreDestroy
    void end() {
        if (rounds != null) {
            rounds.cancel(true);
        }
    }
}
