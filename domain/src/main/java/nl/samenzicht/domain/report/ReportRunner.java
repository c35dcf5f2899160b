package nl.samenzicht.domain.report;

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

/** Lets the carrier go round every two seconds until the application stops. More than one node may; a message has one taker. */
@ApplicationScoped
class ReportRunner {
    private static final Logger LOG = LoggerFactory.getLogger(ReportRunner.class);
    private static final long PAUSE_SECONDS = 2;
    private static final long SAY_AGAIN_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final ReportOutbox outbox;
    private final ReportPost post;

    @Resource
    private ManagedScheduledExecutorService executor;

    private Future<?> rounds;
    private long lastSaid;

    /** For CDI, which needs it to make a proxy. */
    protected ReportRunner() {
        this(null, null);
    }

    @Inject
    ReportRunner(ReportOutbox outbox, ReportPost post) {
        this.outbox = outbox;
        this.post = post;
    }

    void begin(@Observes @Priority(3000) DatabaseReady ready) {
        lastSaid = System.nanoTime() - SAY_AGAIN_NANOS;
        var carrier = new ReportCarrier(outbox, post.transport());
        rounds = executor.scheduleWithFixedDelay(() -> round(carrier), PAUSE_SECONDS, PAUSE_SECONDS, TimeUnit.SECONDS);
    }

    private void round(ReportCarrier carrier) {
        try {
            carrier.round();
        } catch (RuntimeException e) {
            if (System.nanoTime() - lastSaid >= SAY_AGAIN_NANOS) {
                lastSaid = System.nanoTime();
                LOG.error("Reports wait in the outbox and are tried again: {}", e.getMessage(), e);
            }
        }
    }

    @PreDestroy
    void end() {
        if (rounds != null) {
            rounds.cancel(true);
        }
    }
}
