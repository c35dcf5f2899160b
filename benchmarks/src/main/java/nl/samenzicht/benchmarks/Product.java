package nl.samenzicht.benchmarks;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The distribution in a process of its own, in demo mode, as the README's command starts it. */
final class Product implements AutoCloseable {

    private static final Path JAR = Path.of("ear/target/samenzicht/samenzicht.jar");
    private static final Path WORK = Path.of("benchmarks/target/product");
    private static final Duration PATIENCE = Duration.ofSeconds(400);

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Process process;
    private final String url;
    private final double secondsToFirstAnswer;

    private Product(Process process, String url, double secondsToFirstAnswer) {
        this.process = process;
        this.url = url;
        this.secondsToFirstAnswer = secondsToFirstAnswer;
    }

    /** Starts it with nothing there, as the very first time. */
    static Product startFirstEver() throws Exception {
        if (Files.exists(WORK)) {
            try (var files = Files.walk(WORK)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        return start();
    }

    /** Starts it on what an earlier one left, and returns after its first answer with status 200. */
    static Product start() throws Exception {
        Files.createDirectories(WORK);
        int port = freePort();
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                JAR.toAbsolutePath().toString());
        builder.environment()
                .put("SAMENZICHT_HOME", WORK.resolve("home").toAbsolutePath().toString());
        builder.environment().put("SAMENZICHT_PORT", Integer.toString(port));
        builder.redirectErrorStream(true);
        builder.redirectOutput(WORK.resolve("screen.txt").toFile());
        builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        long launched = System.nanoTime();
        var process = builder.start();
        var url = "http://127.0.0.1:" + port + "/";
        try {
            while (!answers(url)) {
                if (!process.isAlive() || System.nanoTime() - launched > PATIENCE.toNanos()) {
                    throw new IllegalStateException(
                            "the product did not start; it said:\n" + Files.readString(WORK.resolve("screen.txt")));
                }
                TimeUnit.MILLISECONDS.sleep(50);
            }
        } catch (Exception e) {
            process.destroy();
            throw e;
        }
        return new Product(process, url, (System.nanoTime() - launched) / 1e9);
    }

    private static boolean answers(String url) throws InterruptedException {
        try {
            return CLIENT.send(
                                    HttpRequest.newBuilder(URI.create(url + "sign-in"))
                                            .timeout(Duration.ofSeconds(30))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    String url() {
        return url;
    }

    double secondsToFirstAnswer() {
        return secondsToFirstAnswer;
    }

    /** Resident memory of a process of the product in MiB, as the kernel counts it. */
    record Memory(String command, double mib) {}

    /** What the product and each process that it started hold now. */
    Stream<Memory> memory() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .map(Product::memoryOf);
    }

    private static Memory memoryOf(ProcessHandle handle) {
        try {
            var status = Files.readAllLines(Path.of("/proc", Long.toString(handle.pid()), "status"));
            return new Memory(
                    value(status, "Name:"),
                    Double.parseDouble(value(status, "VmRSS:").split(" ")[0]) / 1024);
        } catch (IOException e) {
            return new Memory("gone", 0);
        }
    }

    private static String value(Iterable<String> lines, String name) {
        for (var line : lines) {
            if (line.startsWith(name)) {
                return line.substring(name.length()).strip();
            }
        }
        throw new IllegalStateException("the kernel says no '" + name + "'");
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(40, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
