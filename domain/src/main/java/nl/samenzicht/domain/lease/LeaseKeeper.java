package nl.samenzicht.domain.lease;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import nl.samenzicht.security.database.DatabaseReady;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells open pages of this node what was taken back, within about a second, whichever node took it back.
 *
 * <p>When the table cannot be polled for {@link #LOST_AFTER} rounds, every page is told that its lease is lost: what cannot
 * be checked is not shown.
 */
@ApplicationScoped
public class LeaseKeeper {

    /** Rounds without an answer after which leases are lost. */
    static final int LOST_AFTER = 10;

    private static final Logger LOG = LoggerFactory.getLogger(LeaseKeeper.class);
    private static final int LOOK_BACK = 50;

    private final Revocations revocations;
    private final List<Holder> holders = new CopyOnWriteArrayList<>();
    private final Set<Long> seen = new LinkedHashSet<>();
    private ScheduledExecutorService rounds;
    private long newest;
    private int failures;

    protected LeaseKeeper() {
        this(null);
    }

    @Inject
    public LeaseKeeper(Revocations revocations) {
        this.revocations = revocations;
    }

    /** What an open page is told. */
    public interface Holder {
        /** Something was taken back; the page clears itself when it is touched. */
        void revoked(Revocation revocation);

        /** Nothing can be checked any more; the page clears itself. */
        void lost();
    }

    /** Holds a lease until the returned handle is closed. */
    public AutoCloseable hold(Holder holder) {
        holders.add(holder);
        return () -> holders.remove(holder);
    }

    void start(@Observes @Priority(3000) DatabaseReady ready) {
        rounds = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "samenzicht-leases");
            thread.setDaemon(true);
            return thread;
        });
        rounds.scheduleWithFixedDelay(this::round, 1_000, 1_000, TimeUnit.MILLISECONDS);
    }

    void round() {
        try {
            if (newest == 0) {
                newest = revocations.newest();
            }
            var rows = revocations.after(Math.max(0, newest - LOOK_BACK));
            failures = 0;
            for (var row : rows) {
                if (row.number() > newest - LOOK_BACK && seen.add(row.number())) {
                    tell(holder -> holder.revoked(row.revocation()));
                }
                newest = Math.max(newest, row.number());
            }
            var kept = new HashSet<Long>();
            seen.stream().filter(number -> number > newest - LOOK_BACK).forEach(kept::add);
            seen.retainAll(kept);
        } catch (RuntimeException unreachable) {
            failures++;
            LOG.warn(
                    "Revocations cannot be read, round {}: {}",
                    failures,
                    unreachable.getClass().getSimpleName());
            if (failures == LOST_AFTER) {
                tell(Holder::lost);
            }
        }
    }

    private void tell(Consumer<Holder> message) {
        for (var holder : holders) {
            try {
                message.accept(holder);
            } catch (RuntimeException pageGone) {
                holders.remove(holder);
            }
        }
    }

    @PreDestroy
    void stop() {
        if (rounds != null) {
            rounds.shutdownNow();
        }
    }
}
