package nl.samenzicht.domain.retention;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import nl.samenzicht.security.database.DatabaseReady;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out every two seconds what was agreed on, until the application stops. More than one node may; a row has one taker. */
@ApplicationScoped
class DestructionRunner {
    private static final Logger LOG = LoggerFactory.getLogger(DestructionRunner.class);
    private static final long PAUSE_SECONDS = 2;

    private final DestructionJob job;

    @Resource
    private ManagedScheduledExecutorService executor;

    private Future<?> rounds;

    /** For CDI, which needs it to make a proxy. */
    protected DestructionRunner() {
        this(null);
    }

    @Inject
    DestructionRunner(DestructionJob job) {
        this.job = job;
    }

    void begin(@Observes @Priority(3300) DatabaseReady ready) {
        rounds = executor.scheduleWithFixedDelay(this::round, PAUSE_SECONDS, PAUSE_SECONDS, TimeUnit.SECONDS);
    }

    private void round() {
        try {
            job.waiting().forEach(this::carryOut);
        } catch (RuntimeException e) {
            LOG.error("What is to be destroyed could not be looked for; trying again: {}", e.getMessage(), e);
        }
    }

    private void carryOut(UUID id) {
        try {
            job.destroy(id);
            job.certify(id);
        } catch (RuntimeException e) {
            LOG.error("Destruction {} waits and is tried again: {}", id, e.getMessage(), e);
        }
    }

    @PreDestroy
    void end() {
        if (rounds != null) {
            rounds.cancel(true);
        }
    }
}
