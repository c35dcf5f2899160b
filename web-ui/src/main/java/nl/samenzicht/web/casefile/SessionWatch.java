package nl.samenzicht.web.casefile;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import nl.samenzicht.security.directory.NotSignedIn;
import nl.samenzicht.security.directory.SessionId;
import nl.samenzicht.security.signin.Sessions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells open pages within about a second that the session under which they were opened has ended: somebody signed out,
 * goes on under another function, or holds the function no longer. Each session is asked for once a round, however many
 * pages it has.
 */
@ApplicationScoped
class SessionWatch {
    private static final Logger LOG = LoggerFactory.getLogger(SessionWatch.class);

    private final Sessions sessions;
    private final Clock clock;
    private final Map<SessionId, Set<Runnable>> pages = new ConcurrentHashMap<>();
    private ScheduledExecutorService rounds;

    protected SessionWatch() {
        this(null, null);
    }

    @Inject
    SessionWatch(Sessions sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Tells once that an instant has come, unless the returned handle was closed before. */
    AutoCloseable at(Instant instant, Runnable come) {
        var wait = Math.max(0, Duration.between(clock.instant(), instant).toMillis());
        var due = timer().schedule(() -> tell(come), wait, TimeUnit.MILLISECONDS);
        return () -> due.cancel(false);
    }

    /** Watches until the returned handle is closed, or until the session has ended and {@code ended} was told. */
    AutoCloseable watch(SessionId session, Runnable ended) {
        timer();
        pages.computeIfAbsent(session, each -> ConcurrentHashMap.newKeySet()).add(ended);
        return () -> pages.computeIfPresent(session, (each, told) -> {
            told.remove(ended);
            return told.isEmpty() ? null : told;
        });
    }

    private synchronized ScheduledExecutorService timer() {
        if (rounds == null) {
            rounds = Executors.newSingleThreadScheduledExecutor(task -> {
                var thread = new Thread(task, "samenzicht-sessions");
                thread.setDaemon(true);
                return thread;
            });
            rounds.scheduleWithFixedDelay(this::round, 1_000, 1_000, TimeUnit.MILLISECONDS);
        }
        return rounds;
    }

    void round() {
        for (var session : pages.keySet()) {
            try {
                sessions.acting(session);
            } catch (NotSignedIn ended) {
                var told = pages.remove(session);
                if (told != null) {
                    told.forEach(SessionWatch::tell);
                }
            } catch (RuntimeException unreachable) {
                // the lease on what is shown ends by itself when the database stays away
                LOG.debug("Session {} cannot be read", session, unreachable);
            }
        }
    }

    private static void tell(Runnable ended) {
        try {
            ended.run();
        } catch (RuntimeException pageGone) {
            LOG.debug("A page of an ended session has gone", pageGone);
        }
    }

    @PreDestroy
    synchronized void stop() {
        if (rounds != null) {
            rounds.shutdownNow();
        }
    }
}
