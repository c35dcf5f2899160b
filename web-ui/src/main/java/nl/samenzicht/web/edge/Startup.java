package nl.samenzicht.web.edge;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.sql.SQLException;
import nl.samenzicht.security.database.DatabaseMigration;

/** Lets the application begin with a database that is up to date, or not at all. */
@WebListener
public class Startup implements ServletContextListener {
    private final DatabaseMigration migration;

    protected Startup() {
        this(null);
    }

    @Inject
    Startup(DatabaseMigration migration) {
        this.migration = migration;
    }

    @Override
    public void contextInitialized(ServletContextEvent event) {
        try {
            migration.run();
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be used: " + e.getMessage(), e);
        }
    }
}
