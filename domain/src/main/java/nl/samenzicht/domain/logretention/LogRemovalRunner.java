package nl.samenzicht.domain.logretention;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import nl.samenzicht.security.database.DatabaseReady;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks each minute whether something is to be removed from the log, until the application stops. */
@ApplicationScoped
class LogRemovalRunner {
    private static final Logger LOG = LoggerFactory.getLogger(LogRemovalRunner.class);
    private static final long FIRST_SECONDS = 10;
    private static final long PAUSE_SECONDS = 60;

    private final LogRemovalJob job;
    private final LogTerm term;

    @Resource
    private ManagedScheduledExecutorService executor;

    private Future<?> rounds;

    /** For CDI, which needs it to make a proxy. */
    protected LogRemovalRunner() {
        this(null, null);
    }

    @Inject
    LogRemovalRunner(LogRemovalJob job, LogTerm term) {
        this.job = job;
        this.term = term;
    }

    void begin(@Observes @Priority(3400) DatabaseReady ready) {
        LOG.info("Lines of the log are kept for at least {} months", term.months());
        rounds = executor.scheduleWithFixedDelay(this::round, FIRST_SECONDS, PAUSE_SECONDS, TimeUnit.SECONDS);
    }

    private void round() {
        try {
            job.ripe().forEach(job::begin);
            var begun = job.begun();
            begun.forEach(order -> job.remove(order).ifPresent(how -> job.ended(order.id(), how)));
            if (begun.isEmpty()) {
                job.lock();
            }
        } catch (RuntimeException e) {
            LOG.error("What is to be removed from the log waits and is tried again: {}", e.getMessage(), e);
        }
    }

    @PreDestroy
    void end() {
        if (rounds != null) {
            rounds.cancel(true);
        }
    }
}
