package nl.samenzicht.security.ledger;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Gives way to people at work, for whoever reads much of the log: after each part it rests, as long as acts came on record
 * meanwhile. When nobody works it does not rest.
 *
 * <p>One for each reading, used by one thread.
 */
public final class GivingWay {
    /** So many times as long as the part took; what reads the log then has a quarter of a processor. */
    private static final int TIMES = 3;

    private static final Duration MOST = Duration.ofSeconds(2);

    private final LongSupplier recorded;
    private final LongSupplier nanos;
    private final Rest rest;
    private long before;
    private long began;

    /** How it rests. */
    interface Rest {
        void during(Duration rest) throws InterruptedException;
    }

    /**
     * Begins with the first part now.
     *
     * @param recorded counts the acts that came on record here, and never goes back
     */
    GivingWay(LongSupplier recorded) {
        this(recorded, System::nanoTime, rest -> TimeUnit.NANOSECONDS.sleep(rest.toNanos()));
    }

    GivingWay(LongSupplier recorded, LongSupplier nanos, Rest rest) {
        this.recorded = recorded;
        this.nanos = nanos;
        this.rest = rest;
        begin();
    }

    /** Rests between two parts when somebody is at work. Does not rest when the thread was interrupted, which stays so. */
    public void betweenParts() {
        if (recorded.getAsLong() != before) {
            var worked = Duration.ofNanos(nanos.getAsLong() - began).multipliedBy(TIMES);
            try {
                rest.during(worked.compareTo(MOST) < 0 ? worked : MOST);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        begin();
    }

    private void begin() {
        before = recorded.getAsLong();
        began = nanos.getAsLong();
    }
}
