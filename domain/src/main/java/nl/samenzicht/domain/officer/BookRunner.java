package nl.samenzicht.domain.officer;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import nl.samenzicht.security.database.DatabaseReady;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Names every half minute in the log which rows are new in the books. The first time after a start it goes through all of them, so
 * that what was made while nothing ran, or named in lines that went after their term, is named as well.
 */
@ApplicationScoped
class BookRunner {
    private static final Logger LOG = LoggerFactory.getLogger(BookRunner.class);
    private static final long PAUSE_SECONDS = 30;

    /** No transaction lasts longer, so that a row has its number for at most so long before others see it. */
    private static final Duration LONGEST_TRANSACTION = Duration.ofMinutes(10);

    private final BookLines lines;
    private final Clock clock;
    private Instant from = Instant.EPOCH;

    @Resource
    private ManagedScheduledExecutorService executor;

    private Future<?> rounds;

    /** For CDI, which needs it to make a proxy. */
    protected BookRunner() {
        this(null, null);
    }

    @Inject
    BookRunner(BookLines lines, Clock clock) {
        this.lines = lines;
        this.clock = clock;
    }

    void begin(@Observes @Priority(3500) DatabaseReady ready) {
        rounds = executor.scheduleWithFixedDelay(this::round, PAUSE_SECONDS, PAUSE_SECONDS, TimeUnit.SECONDS);
    }

    private void round() {
        try {
            var begun = clock.instant();
            lines.write(from);
            from = begun.minus(LONGEST_TRANSACTION);
        } catch (RuntimeException e) {
            LOG.error("New rows of the books could not be named in the log; trying again: {}", e.getMessage(), e);
        }
    }

    @PreDestroy
    void end() {
        if (rounds != null) {
            rounds.cancel(true);
        }
    }
}
