package nl.samenzicht.it;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** The distribution in a process of its own, as the README's command starts it, with an empty data folder. */
public final class RunningProduct implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(Integer.getInteger("product.patience", 150));

    /**
     * Lets Java stop at its first compiler. In the minutes that tests take, the second one asks more of a machine's
     * processors than the product does, and nothing else is different. What claims a time does without it.
     */
    public static final String FIRST_COMPILER = "-XX:TieredStopAtLevel=1";

    private static RunningProduct shared;

    private final Process process;
    private final String url;
    private final Path home;
    private final Path output;

    private RunningProduct(Process process, String url, Path home, Path output) {
        this.process = process;
        this.url = url;
        this.home = home;
        this.output = output;
    }

    /** Returns the one that all stories share; it stops when the tests are over. */
    public static synchronized RunningProduct shared() {
        if (shared == null) {
            String running = System.getProperty("product.url", "");
            if (!running.isEmpty()) {
                shared = new RunningProduct(
                        null, running, Path.of(System.getProperty("product.home", "data")), Path.of("/dev/null"));
            } else {
                shared = start("shared", Map.of("JAVA_TOOL_OPTIONS", FIRST_COMPILER));
                Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
            }
        }
        return shared;
    }

    /** Starts one of one's own, and waits until it says that it is ready. */
    public static RunningProduct start(String name, Map<String, String> environment) {
        Path home = work().resolve("product-" + name);
        wipe(home);
        return startOn(home, freePort(), environment);
    }

    /** Starts again on data that an earlier one left. */
    public static RunningProduct startOn(Path home, int port, Map<String, String> environment) {
        try {
            Files.createDirectories(work());
            Path output = work().resolve(home.getFileName() + ".out");
            var process = launch(home, port, environment, output);
            var product = new RunningProduct(process, "http://127.0.0.1:" + port + "/", home, output);
            product.await();
            return product;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the command and does not wait. */
    public static Process launch(Path home, int port, Map<String, String> environment, Path output) throws IOException {
        var settings = new LinkedHashMap<String, String>();
        settings.put("SAMENZICHT_PORT", Integer.toString(port));
        settings.putAll(environment);
        return launch(home, settings, output);
    }

    /** Runs a command of the product, such as {@code backup}; returns what it said, which ends with its exit code. */
    public static String command(Path home, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        Path output = work().resolve(home.getFileName() + "-" + arguments[0] + ".out");
        int code = launch(home, environment, output, arguments).waitFor();
        return Files.readString(output) + "\nexit " + code;
    }

    private static Process launch(Path home, Map<String, String> environment, Path output, String... arguments)
            throws IOException {
        Path jar = Path.of(System.getProperty("product.folder", "../ear/target/samenzicht"))
                .resolve("samenzicht.jar");
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException("'" + jar + "' is missing; build with 'mvn -DskipTests package' first");
        }
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(
                List.of(java, "-jar", jar.toAbsolutePath().normalize().toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command);
        builder.environment().put("SAMENZICHT_HOME", home.toAbsolutePath().toString());
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true);
        builder.redirectOutput(output.toFile());
        builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        return builder.start();
    }

    private void await() throws IOException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            if (said().contains("Samenzicht is ready")) {
                return;
            }
            if (!process.isAlive()) {
                break;
            }
            pause();
        }
        process.destroy();
        throw new IllegalStateException("the product did not start; it said:\n" + said());
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Returns what it wrote on the screen so far. */
    public String said() throws IOException {
        return Files.exists(output) ? Files.readString(output) : "";
    }

    public String url() {
        return url;
    }

    public Path home() {
        return home;
    }

    public Process process() {
        return process;
    }

    @Override
    public void close() {
        if (process == null) {
            return;
        }
        process.destroy();
        try {
            if (!process.waitFor(40, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static Path work() {
        return Path.of(System.getProperty("product.work", "target")).toAbsolutePath();
    }

    /**
     * Returns one below those that systems give to outgoing connections (from 32768): until the product takes it, its own
     * connections to the database could have taken any of those.
     */
    static int freePort() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 30_000);
            try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (BindException e) {
                // taken: another
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Removes a folder with all in it. */
    static void wipe(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
