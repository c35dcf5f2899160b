package nl.samenzicht.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The classes of the server that starts of this home needed, in their order. The next start has them loaded beside itself, so
 * that the most of them are there when it asks for them. A class is loaded and not begun, so that nothing happens too early.
 */
final class LastStart {
    private final Path list;

    LastStart(Path home) {
        this.list = home.resolve("server-classes.txt");
    }

    /** Begins to load them, and returns at once. What this server does not have any more is passed over. */
    Thread loadAgain(ClassLoader server) {
        var thread = new Thread(() -> names().forEach(name -> load(name, server)), "last-start");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Keeps them for the next start, which does without when that fails. */
    void keep(List<String> names) {
        try {
            Files.write(list, names);
        } catch (IOException e) {
            // slower, and nothing else
        }
    }

    private List<String> names() {
        try {
            return Files.readAllLines(list);
        } catch (IOException e) {
            return List.of();
        }
    }

    private static void load(String name, ClassLoader server) {
        try {
            Class.forName(name, false, server);
        } catch (ClassNotFoundException | LinkageError e) {
            // whoever needs it will say so
        }
    }
}
