package nl.samenzicht.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import nl.samenzicht.domain.interop.LogFormat;
import nl.samenzicht.domain.officer.LogQuestion;

/**
 * Two who read all of the ledger while others work on cases: one verifies it and begins anew when it is done, the other takes
 * it out as FHIR resources. Both stand still where they are when they are told to rest.
 */
final class LogReaders implements AutoCloseable {

    private final ManyCases cases;
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final AtomicLong verified = new AtomicLong();
    private final AtomicLong exported = new AtomicLong();
    private final AtomicReference<Exception> failed = new AtomicReference<>();
    private boolean resting = true;
    private volatile boolean closed;

    LogReaders(ManyCases cases) {
        this.cases = cases;
        cases.world().seal();
        again(() -> {
            var report = cases.world().verifier.verify((done, all) -> waitWhileResting());
            verified.addAndGet(report.entries());
            return null;
        });
        again(() -> {
            var world = cases.world();
            // in the container each part has a transaction of its own; here there is one
            world.does(world.officer, () -> {
                var export = world.logExports.export(LogFormat.FHIR_AUDIT_EVENT, LogQuestion.everything());
                try {
                    export.content().writeTo(new Slow());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            return null;
        });
    }

    private void again(Callable<Void> work) {
        threads.submit(() -> {
            while (!closed) {
                waitWhileResting();
                try {
                    work.call();
                } catch (Exception e) {
                    failed.compareAndSet(null, e);
                    return;
                }
            }
        });
    }

    /** A reader who takes nothing while it rests. */
    private final class Slow extends OutputStream {
        @Override
        public void write(int one) {
            throw new IllegalStateException("Lines are written whole");
        }

        @Override
        public void write(byte[] line, int offset, int length) {
            exported.incrementAndGet();
            waitWhileResting();
        }
    }

    private synchronized void waitWhileResting() {
        try {
            while (resting && !closed) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    synchronized void rest() {
        resting = true;
    }

    /** Lets both go on where they were. */
    synchronized void work() {
        if (failed.get() != null) {
            throw new IllegalStateException("The ledger could not be read", failed.get());
        }
        resting = false;
        notifyAll();
    }

    /** How much was read meanwhile. */
    String described() {
        return "meanwhile %,d lines were taken out, and %,d were verified in whole runs"
                .formatted(exported.get(), verified.get());
    }

    @Override
    public void close() throws IOException, InterruptedException {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        threads.shutdownNow();
        threads.awaitTermination(60, TimeUnit.SECONDS);
    }
}
