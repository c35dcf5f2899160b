package nl.samenzicht.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;

/** What the benchmarks of one run share: settings, and things that are made once and closed at the end. */
final class Run implements AutoCloseable {

    private final Map<Class<?>, Object> shared = new HashMap<>();
    private final Deque<AutoCloseable> closing = new ArrayDeque<>();

    /** Returns the thing of this type that the run shares, and makes it when it is asked for first. */
    <T> T shared(Class<T> type, Callable<T> maker) throws Exception {
        if (!shared.containsKey(type)) {
            var made = maker.call();
            shared.put(type, made);
            if (made instanceof AutoCloseable closeable) {
                closing.push(closeable);
            }
        }
        return type.cast(shared.get(type));
    }

    /** Returns the folder of the decision workload: {@code -Dauthz.data=…}, or {@code ../shared/data/authz}. */
    Path authzData() {
        var folder = Path.of(System.getProperty("authz.data", "../shared/data/authz"));
        if (!Files.isDirectory(folder)) {
            throw new IllegalStateException("The decision workload is not in '%s'; give its folder with -Dauthz.data=…"
                    .formatted(folder.toAbsolutePath().normalize()));
        }
        return folder;
    }

    /** Returns the port for the database of the benchmarks: {@code -Dbenchmarks.port=…}, or 13325. */
    int databasePort() {
        return Integer.getInteger("benchmarks.port", 13325);
    }

    /** Prints a line of progress. */
    void say(String text, Object... values) {
        System.out.printf(text + "%n", values);
    }

    @Override
    public void close() throws Exception {
        while (!closing.isEmpty()) {
            closing.pop().close();
        }
    }
}
