package nl.samenzicht.security.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.samenzicht.security.database.DatabaseReady.Mode;
import org.eclipse.microprofile.config.Config;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the schema up to date at start, gives the accounts their rights, and then announces {@link DatabaseReady}. */
@ApplicationScoped
public class DatabaseMigration {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseMigration.class);

    private static final Pattern SCHEMA = Pattern.compile("^(jdbc:mariadb:[^?]*//[^/?]+/)[^/?]+");

    private final Config config;
    private final Event<DatabaseReady> ready;

    protected DatabaseMigration() {
        this(null, null);
    }

    @Inject
    DatabaseMigration(Config config, Event<DatabaseReady> ready) {
        this.config = config;
        this.ready = ready;
    }

    /**
     * Brings the schema up to date and announces that it is ready. The web application calls this once, when its names
     * are bound: at the start of CDI itself nothing could be looked up yet.
     *
     * @throws IllegalStateException when the accounts have too many rights, or the database is of the other mode
     */
    public void run() throws SQLException {
        var migration = account("migration");
        var flyway = Flyway.configure(DatabaseMigration.class.getClassLoader())
                .dataSource(migration)
                .locations("classpath:db/security", "classpath:db/domain")
                .validateMigrationNaming(true)
                // security and casework number their migrations apart
                .outOfOrder(true)
                .cleanDisabled(true)
                .load();
        int applied = flyway.migrate().migrationsExecuted;
        try (var owner = migration.getConnection();
                var application = beforeRights("app").getConnection();
                var ledger = beforeRights("ledger").getConnection()) {
            new Rights(owner).give(application, ledger);
            var mode = Installation.begun(owner, wantedMode());
            LOG.info("The database is ready: {} migrations applied, mode {}", applied, mode);
            ready.fire(new DatabaseReady(mode));
        }
    }

    /** Anything but the plain word 'demo' is production, so that a slip of the pen is safe. */
    private Mode wantedMode() {
        String mode = config.getOptionalValue("samenzicht.mode", String.class).orElse("production");
        return mode.trim().toLowerCase(Locale.ROOT).equals("demo") ? Mode.DEMO : Mode.PRODUCTION;
    }

    /** The account that is locked but for the length of a removal from the log; an operator may leave it out. */
    @Produces
    @Singleton
    Maintenance maintenance() throws SQLException {
        boolean given = config.getOptionalValue("samenzicht.db.maintenance.user", String.class)
                .filter(user -> !user.isBlank())
                .isPresent();
        return new Maintenance(
                account("migration"),
                given
                        ? Optional.of(new Maintenance.Account(beforeRights("maintenance"), account("maintenance")))
                        : Optional.empty());
    }

    private PlainMariaDbDataSource account(String name) throws SQLException {
        return account(name, config.getValue("samenzicht.db.url", String.class));
    }

    /** An account without any right in the schema cannot name it when it connects; this schema is open to all. */
    private PlainMariaDbDataSource beforeRights(String name) throws SQLException {
        String url = config.getValue("samenzicht.db.url", String.class);
        return account(name, SCHEMA.matcher(url).replaceFirst("$1information_schema"));
    }

    private PlainMariaDbDataSource account(String name, String url) throws SQLException {
        var source = new PlainMariaDbDataSource();
        source.setUrl(url);
        source.setUser(config.getValue("samenzicht.db." + name + ".user", String.class));
        source.setPassword(config.getValue("samenzicht.db." + name + ".password", String.class));
        return source;
    }
}
