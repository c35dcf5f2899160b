package nl.samenzicht.security.database;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Defines the pools. {@code java:app/jdbc/samenzicht} takes part in transactions of the application;
 * {@code java:app/jdbc/ledger} does not, so that an entry of the ledger outlives a rollback.
 *
 * <p>A connection that lay idle for a second is tried before it is used, so that a database that was restarted costs nobody
 * a failure. One that gives no answer for 10 seconds counts as gone; that holds for the trial too, which is a query because
 * the driver's own trial waits without end.
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
        maxPoolSize = 40,
        properties = {
            "patienceSeconds=10",
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=table",
            "fish.payara.validation-table-name=dual",
            "fish.payara.validate-atmost-once-period-in-seconds=1",
            "fish.payara.fail-all-connections=true"
        })
@DataSourceDefinition(
        name = DataSources.LEDGER,
        className = "nl.samenzicht.security.database.PlainMariaDbDataSource",
        url = "${MPCONFIG=samenzicht.db.url}",
        user = "${MPCONFIG=samenzicht.db.ledger.user}",
        password = "${MPCONFIG=samenzicht.db.ledger.password}",
        transactional = false,
        initialPoolSize = 2,
        minPoolSize = 2,
        maxPoolSize = 40,
        properties = {
            "patienceSeconds=10",
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=table",
            "fish.payara.validation-table-name=dual",
            "fish.payara.validate-atmost-once-period-in-seconds=1",
            "fish.payara.fail-all-connections=true"
        })
public class DataSources {
    /** The pool of the application account. */
    public static final String APPLICATION = "java:app/jdbc/samenzicht";

    /** The pool of the ledger account, outside transactions of the application. */
    public static final String LEDGER = "java:app/jdbc/ledger";
}
