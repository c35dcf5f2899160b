package nl.samenzicht.domain.clock;

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

/** Looks for warnings to give every few minutes until the application stops. More than one node may; a warning is given once. */
@ApplicationScoped
class ClockRunner {
    private static final Logger LOG = LoggerFactory.getLogger(ClockRunner.class);
    private static final long FIRST_SECONDS = 20;
    private static final long PAUSE_SECONDS = TimeUnit.MINUTES.toSeconds(5);

    private final ClockWarnings warnings;

    @Resource
    private ManagedScheduledExecutorService executor;

    private Future<?> rounds;

    /** For CDI, which needs it to make a proxy. */
    protected ClockRunner() {
        this(null);
    }

    @Inject
    ClockRunner(ClockWarnings warnings) {
        this.warnings = warnings;
    }

    void begin(@Observes @Priority(3200) DatabaseReady ready) {
        rounds = executor.scheduleWithFixedDelay(this::round, FIRST_SECONDS, PAUSE_SECONDS, TimeUnit.SECONDS);
    }

    private void round() {
        try {
            warnings.due().forEach(this::give);
        } catch (RuntimeException e) {
            LOG.error("Terms that end could not be looked for; trying again: {}", e.getMessage(), e);
        }
    }

    private void give(ClockWarnings.Warning warning) {
        try {
            warnings.give(warning);
        } catch (RuntimeException e) {
            LOG.error("A warning of a term that ends waits and is tried again: {}", e.getMessage(), e);
        }
    }

    @PreDestroy
    void end() {
        if (rounds != null) {
            rounds.cancel(true);
        }
    }
}
