package nl.samenzicht.verifier;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Lets one thread unpack and split while another checks; a few batches of lines lie between them, never more. */
final class ReadAhead implements AutoCloseable {
    private static final int WAITING = 4;
    private static final int BATCH_CHARACTERS = 1 << 18;

    private record Batch(List<String> lines, IOException failure) {}

    private final BlockingQueue<Batch> batches = new ArrayBlockingQueue<>(WAITING);
    private final Deque<String> ready = new ArrayDeque<>();
    private final Lines lines;
    private final Thread reader;
    private boolean ended;

    ReadAhead(Lines lines) {
        this.lines = lines;
        reader = new Thread(this::read, "bundle-reader");
        reader.setDaemon(true);
        reader.start();
    }

    private void read() {
        try {
            var batch = new ArrayList<String>();
            int characters = 0;
            for (var line = lines.next(); line != null; line = lines.next()) {
                batch.add(line);
                characters += line.length();
                if (characters >= BATCH_CHARACTERS) {
                    batches.put(new Batch(batch, null));
                    batch = new ArrayList<>();
                    characters = 0;
                }
            }
            if (!batch.isEmpty()) {
                batches.put(new Batch(batch, null));
            }
            // an empty one is the end
            batches.put(new Batch(List.of(), null));
        } catch (IOException failure) {
            fail(failure);
        } catch (InterruptedException nobodyReadsOn) {
            Thread.currentThread().interrupt();
        }
    }

    private void fail(IOException failure) {
        try {
            batches.put(new Batch(List.of(), failure));
        } catch (InterruptedException nobodyReadsOn) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * The next line; null after the last one.
     *
     * @throws IOException what the reading thread met
     */
    String next() throws IOException {
        if (ready.isEmpty() && !ended) {
            refill();
        }
        return ready.poll();
    }

    private void refill() throws IOException {
        try {
            var batch = batches.take();
            ended = batch.lines().isEmpty();
            if (batch.failure() != null) {
                throw batch.failure();
            }
            ready.addAll(batch.lines());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The check was interrupted", e);
        }
    }

    @Override
    public void close() {
        reader.interrupt();
    }
}
