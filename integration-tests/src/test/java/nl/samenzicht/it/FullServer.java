package nl.samenzicht.it;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A full Payara Server with a domain of its own. Its listeners are on the loopback address with free ports, and it looks for
 * no other servers.
 */
final class FullServer implements AutoCloseable {
    private static final int MINUTES = 4;
    private static final String DOMAIN = "samenzicht";
    /** Nothing here sends messages, and the broker would listen to everybody on a port of its own. */
    private static final String NO_MESSAGES = "<jms-service type=\"DISABLED\" default-jms-host=\"default_JMS_host\">"
            + "<jms-host name=\"default_JMS_host\" host=\"localhost\"/></jms-service>";

    private final Path programs;
    private final Path domains;
    private final Map<String, String> environment;
    private final int http;
    private final int admin;

    private FullServer(Path programs, Path domains, Map<String, String> environment, int http, int admin) {
        this.programs = programs;
        this.domains = domains;
        this.environment = environment;
        this.http = http;
        this.admin = admin;
    }

    /** Makes a domain from the one that the server brings along, and starts it. */
    static FullServer start(Path programs, Path folder, Map<String, String> environment) throws Exception {
        var ports = freePorts(8);
        var domains = Files.createDirectories(folder);
        copy(programs.resolve("glassfish/domains/domain1"), domains.resolve(DOMAIN));
        var configuration = domains.resolve(DOMAIN).resolve("config/domain.xml");
        Files.writeString(configuration, onLoopback(Files.readString(configuration), ports));
        var server = new FullServer(programs, domains, environment, ports.get(0), ports.get(1));
        server.asadmin("start-domain", "--domaindir", domains.toString(), DOMAIN);
        return server;
    }

    private static String onLoopback(String configuration, List<Integer> ports) {
        return configuration
                .replace("address=\"0.0.0.0\"", "address=\"127.0.0.1\"")
                .replace("<network-listener port=", "<network-listener address=\"127.0.0.1\" port=")
                .replace("<hazelcast-runtime-configuration ", "<hazelcast-runtime-configuration enabled=\"false\" ")
                .replace(
                        "<hazelcast-config-specific-configuration>",
                        "<hazelcast-config-specific-configuration enabled=\"false\">")
                .replace("<config name=\"server-config\">", "<config name=\"server-config\">" + NO_MESSAGES)
                .replace("port=\"8080\"", "port=\"" + ports.get(0) + "\"")
                .replace("port=\"4848\"", "port=\"" + ports.get(1) + "\"")
                .replace("port=\"8181\"", "port=\"" + ports.get(2) + "\"")
                .replace("port=\"8686\"", "port=\"" + ports.get(3) + "\"")
                .replace("port=\"3700\"", "port=\"" + ports.get(4) + "\"")
                .replace("port=\"3820\"", "port=\"" + ports.get(5) + "\"")
                .replace("port=\"3920\"", "port=\"" + ports.get(6) + "\"")
                .replace("telnet.port=6666", "telnet.port=" + ports.get(7));
    }

    void deploy(Path application) throws Exception {
        asadmin(
                "--port",
                Integer.toString(admin),
                "deploy",
                application.toAbsolutePath().normalize().toString());
    }

    String url() {
        return "http://127.0.0.1:" + http + "/";
    }

    /** Everything that it listens on, as address and port. */
    List<String> listeners() throws IOException {
        var sockets = new ArrayList<String>();
        var process = process().orElseThrow();
        var mine = new ArrayList<String>();
        try (Stream<Path> files = Files.list(Path.of("/proc", Long.toString(process.pid()), "fd"))) {
            for (Path file : files.toList()) {
                if (Files.isSymbolicLink(file)) {
                    mine.add(Files.readSymbolicLink(file).toString());
                }
            }
        }
        for (var table : List.of("tcp", "tcp6")) {
            for (var line : Files.readAllLines(Path.of("/proc/net", table))) {
                var parts = line.strip().split("\\s+");
                if (parts.length > 9 && parts[3].equals("0A") && mine.contains("socket:[" + parts[9] + "]")) {
                    sockets.add(parts[1]);
                }
            }
        }
        return sockets;
    }

    private Optional<ProcessHandle> process() {
        try {
            return ProcessHandle.of(
                    Long.parseLong(Files.readString(domains.resolve(DOMAIN).resolve("config/pid"))
                            .trim()));
        } catch (IOException | NumberFormatException none) {
            return Optional.empty();
        }
    }

    private void asadmin(String... arguments) throws Exception {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-jar");
        command.add(programs.resolve("glassfish/lib/client/appserver-cli.jar").toString());
        command.addAll(Arrays.asList(arguments));
        var said = Files.createTempFile(domains, "asadmin", ".out");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().putAll(environment);
        builder.environment().put("AS_JAVA", System.getProperty("java.home"));
        var process = builder.start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException(
                    "'" + arguments[0] + "' takes too long; it said:\n" + Files.readString(said));
        }
        if (process.exitValue() != 0) {
            throw new IllegalStateException(String.join(" ", arguments) + " ended with " + process.exitValue()
                    + " and said:\n" + Files.readString(said));
        }
    }

    @Override
    public void close() throws Exception {
        var running = process();
        try {
            asadmin("stop-domain", "--domaindir", domains.toString(), DOMAIN);
        } finally {
            running.ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    private static List<Integer> freePorts(int count) throws IOException {
        var held = new ArrayList<ServerSocket>();
        try {
            for (int i = 0; i < count; i++) {
                held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return held.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            for (var socket : held) {
                socket.close();
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path place = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(place);
                } else {
                    Files.copy(file, place);
                }
            }
        }
    }
}
