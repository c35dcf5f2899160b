package nl.samenzicht.benchmarks;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many people who do the same thing at the same time. */
final class Crowd implements AutoCloseable {

    private final ExecutorService threads;
    private final int size;

    Crowd(int size) {
        this.size = size;
        this.threads = Executors.newFixedThreadPool(size);
    }

    int size() {
        return size;
    }

    /** Lets all of them work for some time; the contestant that is returned counts what they finished. */
    Rounds.Contestant doing(Callable<?> work, long millis) {
        return () -> {
            long end = System.nanoTime() + millis * 1_000_000;
            var done = new ArrayList<Future<Long>>();
            for (int i = 0; i < size; i++) {
                done.add(threads.submit(() -> {
                    long count = 0;
                    while (System.nanoTime() < end) {
                        work.call();
                        count++;
                    }
                    return count;
                }));
            }
            long sum = 0;
            for (var each : done) {
                sum += each.get();
            }
            return sum;
        };
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
