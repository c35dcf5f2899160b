package nl.samenzicht.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;

/** The database that the product brought along, seen from outside: its process, and what lies in it. */
final class EmbeddedDatabase {
    private final Path home;

    private EmbeddedDatabase(Path home) {
        this.home = home;
    }

    static EmbeddedDatabase of(Path home) {
        return new EmbeddedDatabase(home);
    }

    /** The process that runs now, when one does. */
    Optional<ProcessHandle> process() {
        try {
            return ProcessHandle.of(Long.parseLong(Files.readString(home.resolve("mariadb/mariadb.pid"))
                            .trim()))
                    .filter(this::isOfThisHome);
        } catch (IOException | NumberFormatException none) {
            return Optional.empty();
        }
    }

    /** Whether this process still runs; one that is dead and not buried does not. */
    boolean runs(long pid) {
        return ProcessHandle.of(pid).filter(this::isOfThisHome).isPresent();
    }

    private boolean isOfThisHome(ProcessHandle process) {
        return Arrays.stream(commandLine(process)).anyMatch(argument -> argument.contains(home.toString()));
    }

    private static String[] commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"), StandardCharsets.UTF_8)
                    .split("\0");
        } catch (IOException gone) {
            return new String[0];
        }
    }

    /** Ends the process as a power cut would, and returns once it is gone. */
    void kill() {
        var running = process().orElseThrow();
        running.destroyForcibly();
        running.onExit().join();
    }

    /** Makes the process stand still: it holds its connections and answers nothing. */
    void freeze() {
        signal("STOP");
    }

    void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            int code = new ProcessBuilder(
                            "kill",
                            "-" + name,
                            Long.toString(process().orElseThrow().pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IllegalStateException("signal '" + name + "' did not arrive: code " + code);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Connects with one of the product's three accounts. */
    Connection as(String account) throws SQLException {
        var passwords = new Properties();
        try (var in = Files.newInputStream(home.resolve("secrets/database.properties"))) {
            passwords.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String port = Arrays.stream(commandLine(process().orElseThrow()))
                .filter(argument -> argument.startsWith("--port="))
                .findFirst()
                .orElseThrow()
                .substring("--port=".length());
        return DriverManager.getConnection(
                "jdbc:mariadb://127.0.0.1:" + port + "/samenzicht?sslMode=disable",
                "samenzicht_" + account,
                passwords.getProperty(account));
    }
}
