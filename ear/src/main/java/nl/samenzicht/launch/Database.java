package nl.samenzicht.launch;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** The database that the application will use, as properties for it, and the way to stop it when it is ours. */
final class Database implements AutoCloseable {
    private static final Duration TOO_SOON = Duration.ofSeconds(3);
    private static final int TOO_OFTEN = 3;
    private static final String PORT = "mariadb.port";
    private static final Duration LEFTOVER_STOPS_WITHIN = Duration.ofSeconds(25);

    private final Map<String, String> properties;
    private final Optional<Callable<AutoCloseable>> starting;
    private final Path pid;
    private AutoCloseable running;
    private volatile boolean closing;

    private Database(Map<String, String> properties, Optional<Callable<AutoCloseable>> starting, Path pid)
            throws Exception {
        this.properties = Map.copyOf(properties);
        this.starting = starting;
        this.pid = pid;
        if (starting.isPresent()) {
            running = starting.get().call();
        }
    }

    /** The operator's database; the accounts are in the environment, where the application finds them by itself. */
    static Database external() throws Exception {
        return new Database(Map.of(), Optional.empty(), Path.of(""));
    }

    /**
     * Starts our own database again when it dies, on the same address, so that the application finds it back by itself. What
     * was acknowledged is in its log on disk.
     *
     * @param screen is told
     * @param hopeless is run when it keeps dying, after the screen was told why
     */
    void keepAlive(PrintStream screen, Runnable hopeless) {
        if (starting.isEmpty()) {
            return;
        }
        var watch = new Thread(() -> watch(screen, hopeless), "database-watch");
        watch.setDaemon(true);
        watch.start();
    }

    private void watch(PrintStream screen, Runnable hopeless) {
        int soon = 0;
        boolean alive = true;
        while (alive) {
            long since = System.nanoTime();
            process().ifPresent(process -> process.onExit().join());
            soon = System.nanoTime() - since < TOO_SOON.toNanos() ? soon + 1 : 0;
            alive = startAgain(screen, soon > TOO_OFTEN);
        }
        if (!closing) {
            hopeless.run();
        }
    }

    /** Returns whether it is worth watching on. */
    private synchronized boolean startAgain(PrintStream screen, boolean tooOften) {
        if (closing) {
            return false;
        }
        if (tooOften) {
            screen.println(
                    "The database stops again and again, so Samenzicht stops too. Nothing that was saved is lost."
                            + " Why is in the folder logs: look there for a full disk or a damaged file, and start again.");
            return false;
        }
        screen.println("The database stopped by itself and is started again …");
        long began = System.nanoTime();
        try {
            Files.deleteIfExists(pid);
            running = starting.orElseThrow().call();
        } catch (Exception e) {
            screen.println("The database does not start any more, so Samenzicht stops: " + e.getMessage());
            return false;
        }
        screen.println("The database is back after "
                + Duration.ofNanos(System.nanoTime() - began).toMillis() + " ms.");
        return true;
    }

    private Optional<ProcessHandle> process() {
        try {
            return ProcessHandle.of(Long.parseLong(Files.readString(pid).trim()));
        } catch (IOException | NumberFormatException gone) {
            return Optional.empty();
        }
    }

    /**
     * Starts the embedded one, with its data under the home folder and its accounts as they must be.
     *
     * @throws CannotStart when the name of the folder has a space, which the script that makes a database does not take
     */
    static Database embedded(Settings settings) throws Exception {
        Path folder = settings.home().resolve("mariadb");
        if (folder.toString().contains(" ")) {
            throw new CannotStart("The embedded database cannot be made in '" + settings.home()
                    + "', because of the space in its name. Choose another folder with SAMENZICHT_HOME.");
        }
        Secrets.privateFolder(folder);
        Path pid = folder.resolve("mariadb.pid");
        endLeftover(pid, folder);
        var passwords = Secrets.databasePasswords(settings.secrets());
        Path init = folder.resolve("init.sql");
        Secrets.writePrivate(init, initSql(passwords));
        int port = freePort();
        Path sockets = Files.createTempDirectory("samenzicht");
        sockets.toFile().deleteOnExit();

        // for who makes a backup while it runs
        Secrets.writePrivate(folder.resolve(PORT), Integer.toString(port));

        // apart from the application: it has its own versions of these libraries
        var loader = Apart.with("database");
        var options = Map.of(
                "folder", folder.toString(),
                "port", Integer.toString(port),
                "socket", sockets.resolve("db.sock").toString(),
                "init", init.toString(),
                "pid", pid.toString());
        Callable<AutoCloseable> starting = () -> {
            Thread thread = Thread.currentThread();
            ClassLoader before = thread.getContextClassLoader();
            thread.setContextClassLoader(loader);
            try {
                return (AutoCloseable) loader.loadClass("nl.samenzicht.launch.EmbeddedMariaDb")
                        .getConstructor(Map.class)
                        .newInstance(options);
            } catch (java.lang.reflect.InvocationTargetException e) {
                throw new CannotStart(
                        "The embedded database did not start: "
                                + e.getCause().getMessage() + "\nIts messages are in " + settings.logs()
                                + "; its data is in " + folder.resolve("data") + ".",
                        e.getCause());
            } finally {
                thread.setContextClassLoader(before);
            }
        };
        return new Database(properties(port, passwords), Optional.of(starting), pid);
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
        // the least that lets an account choose the schema; the application gives the rest, table by table. The account
        // for
        // maintenance gets nothing at all
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
            long until = System.nanoTime() + LEFTOVER_STOPS_WITHIN.toNanos();
            // its parent is gone, so that in a container perhaps nobody buries it; a dead one has no command line
            while (isOurs(process.get(), folder)) {
                if (System.nanoTime() > until) {
                    throw new CannotStart("A database of an earlier start (process " + number + ") does not stop. "
                            + "Stop it by hand and start again.");
                }
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
        Files.deleteIfExists(pid);
    }

    private static boolean isOurs(ProcessHandle process, Path folder) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"))
                    .contains(folder.resolve("data").toString());
        } catch (IOException gone) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** How MariaDB's programs reach the embedded one that another process runs now. */
    static DatabaseAccess running(Settings settings) throws IOException {
        Path port = settings.home().resolve("mariadb").resolve(PORT);
        if (!Files.exists(port)) {
            throw new CannotStart("What runs on " + settings.home() + " has no database yet. Try again in a minute.");
        }
        return access(properties(
                Integer.parseInt(Files.readString(port).strip()), Secrets.databasePasswords(settings.secrets())));
    }

    /** How MariaDB's programs reach the embedded one. */
    DatabaseAccess access() {
        return access(properties);
    }

    private static DatabaseAccess access(Map<String, String> properties) {
        return new DatabaseAccess(
                properties.get("samenzicht.db.url"),
                properties.get("samenzicht.db.migration.user"),
                properties.get("samenzicht.db.migration.password"));
    }

    Map<String, String> properties() {
        return properties;
    }

    @Override
    public synchronized void close() throws Exception {
        closing = true;
        if (running != null) {
            running.close();
        }
    }
}
