package nl.samenzicht.security.database;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Defines the pools. {@code java:app/jdbc/samenzicht} takes part in transactions of the application;
 * {@code java:app/jdbc/ledger} does not, so that an entry of the ledger outlives a rollback.
 */
@ApplicationScoped
@DataSourceDefinition(
        name = DataSources.APPLICATION,
        className = "nl.samenzicht.security.database.PlainMariaDbDataSource",
        url = "${MPCONFIG=samenzicht.db.url}",
        user = "${MPCONFIG=samenzicht.db.app.user}",
        password = "${MPCONFIG=samenzicht.db.app.password}",
        initialPoolSize = 2,
        minPoolSize = 2,
        maxPoolSize = 40)
@DataSourceDefinition(
        name = DataSources.LEDGER,
        className = "nl.samenzicht.security.database.PlainMariaDbDataSource",
        url = "${MPCONFIG=samenzicht.db.url}",
        user = "${MPCONFIG=samenzicht.db.ledger.user}",
        password = "${MPCONFIG=samenzicht.db.ledger.password}",
        transactional = false,
        initialPoolSize = 2,
        minPoolSize = 2,
        maxPoolSize = 40)
public class DataSources {
    /** The pool of the application account. */
    public static final String APPLICATION = "java:app/jdbc/samenzicht";

    /** The pool of the ledger account, outside transactions of the application. */
    public static final String LEDGER = "java:app/jdbc/ledger";
}
