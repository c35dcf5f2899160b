package nl.samenzicht.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The database that the application will use, as properties for it, and the way to stop it when it is ours. */
final class Database implements AutoCloseable {
    private final Map<String, String> properties;
    private final Optional<AutoCloseable> running;

    private Database(Map<String, String> properties, Optional<AutoCloseable> running) {
        this.properties = Map.copyOf(properties);
        this.running = running;
    }

    /** The operator's database; the accounts are in the environment, where the application finds them by itself. */
    static Database external() {
        return new Database(Map.of(), Optional.empty());
    }

    /** Starts the embedded one, with its data under the home folder and its accounts as they must be. */
    static Database embedded(Settings settings) throws Exception {
        Path folder = settings.home().resolve("mariadb");
        Secrets.privateFolder(folder);
        Path pid = folder.resolve("mariadb.pid");
        endLeftover(pid, folder);
        var passwords = Secrets.databasePasswords(settings.secrets());
        Path init = folder.resolve("init.sql");
        Secrets.writePrivate(init, initSql(passwords));
        int port = freePort();
        Path sockets = Files.createTempDirectory("samenzicht");
        sockets.toFile().deleteOnExit();

        // apart from the application: it has its own versions of these libraries
        var jars = new ArrayList<URL>();
        Path here = Path.of(Database.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        jars.add(here.toUri().toURL());
        try (var files = Files.newDirectoryStream(here.resolveSibling("lib").resolve("database"), "*.jar")) {
            for (Path jar : files) {
                jars.add(jar.toUri().toURL());
            }
        }
        var loader = new URLClassLoader("database", jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            var running = (AutoCloseable) loader.loadClass("nl.samenzicht.launch.EmbeddedMariaDb")
                    .getConstructor(Map.class)
                    .newInstance(Map.of(
                            "folder", folder.toString(),
                            "port", Integer.toString(port),
                            "socket", sockets.resolve("db.sock").toString(),
                            "init", init.toString(),
                            "pid", pid.toString()));
            return new Database(properties(port, passwords), Optional.of(running));
        } catch (java.lang.reflect.InvocationTargetException e) {
            throw new CannotStart(
                    "The embedded database did not start: " + e.getCause().getMessage() + "\nIts messages are in "
                            + settings.logs() + "; its data is in " + folder.resolve("data") + ".",
                    e.getCause());
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static Map<String, String> properties(int port, Map<String, String> passwords) {
        var properties = new TreeMap<String, String>();
        properties.put("samenzicht.db.url", "jdbc:mariadb://127.0.0.1:" + port + "/samenzicht?sslMode=disable");
        passwords.forEach((account, password) -> {
            properties.put("samenzicht.db." + account + ".user", "samenzicht_" + account);
            properties.put("samenzicht.db." + account + ".password", password);
        });
        return properties;
    }

    /** Runs at each start, so every line must bear being run again. One statement per line, as MariaDB wants it. */
    private static String initSql(Map<String, String> passwords) {
        var sql = new StringBuilder();
        sql.append("create database if not exists samenzicht character set utf8mb4 collate utf8mb4_uca1400_ai_ci;\n");
        sql.append("alter user 'root'@'localhost' identified via unix_socket;\n");
        sql.append("delete from mysql.global_priv where user = '' or (user = 'root' and host <> 'localhost');\n");
        sql.append("flush privileges;\n");
        passwords.forEach((account, password) -> {
            String name = "'samenzicht_" + account + "'@'127.0.0.1'";
            sql.append("create user if not exists ")
                    .append(name)
                    .append(" identified by '")
                    .append(password)
                    .append("';\n");
            sql.append("alter user ")
                    .append(name)
                    .append(" identified by '")
                    .append(password)
                    .append("';\n");
        });
        // the least that lets an account choose the schema; the application gives the rest, table by table
        sql.append(
                "grant show view on samenzicht.* to 'samenzicht_app'@'127.0.0.1', 'samenzicht_ledger'@'127.0.0.1';\n");
        sql.append("grant all privileges on samenzicht.* to 'samenzicht_migration'@'127.0.0.1' with grant option;\n");
        return sql.toString();
    }

    /** A killed launcher leaves its database behind; it is ours, so it is asked to stop before a new one starts. */
    private static void endLeftover(Path pid, Path folder) throws Exception {
        if (!Files.exists(pid)) {
            return;
        }
        String number = Files.readString(pid).trim();
        var process =
                number.matches("\\d{1,9}") ? ProcessHandle.of(Long.parseLong(number)) : Optional.<ProcessHandle>empty();
        if (process.isPresent() && isOurs(process.get(), folder)) {
            process.get().destroy();
            try {
                process.get().onExit().get(25, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                throw new CannotStart("A database of an earlier start (process " + number + ") does not stop. "
                        + "Stop it by hand and start again.");
            }
        }
        Files.deleteIfExists(pid);
    }

    private static boolean isOurs(ProcessHandle process, Path folder) throws IOException {
        Path commandLine = Path.of("/proc", Long.toString(process.pid()), "cmdline");
        return Files.exists(commandLine)
                && Files.readString(commandLine).contains(folder.resolve("data").toString());
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    Map<String, String> properties() {
        return properties;
    }

    @Override
    public void close() throws Exception {
        if (running.isPresent()) {
            running.get().close();
        }
    }
}
