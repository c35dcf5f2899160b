package nl.samenzicht.security.database;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;

/**
 * MariaDB as a plain data source. The driver's own class is an XA data source too, and the server would then run each
 * transaction as XA, which costs a round trip and is not supported on a Galera cluster.
 */
public class PlainMariaDbDataSource implements DataSource {
    private static final int SECONDS_TO_CONNECT = 5;
    /** The server parses a statement once for each connection; so few that many nodes stay below its limit. */
    private static final String PREPARED_ONCE = "useServerPrepStmts=true&prepStmtCacheSize=100";

    private final MariaDbDataSource driver = new MariaDbDataSource();
    private int patienceSeconds;

    /**
     * Sets the address, such as {@code jdbc:mariadb://127.0.0.1:3306/samenzicht}. Unless it says otherwise, statements are
     * prepared on the server and kept with their connection.
     */
    public void setUrl(String url) throws SQLException {
        driver.setUrl(url.contains("useServerPrepStmts") ? url : url + (url.contains("?") ? "&" : "?") + PREPARED_ONCE);
    }

    /** Sets the database account. */
    public void setUser(String user) throws SQLException {
        driver.setUser(user);
    }

    /** Sets the password of the database account. */
    public void setPassword(String password) throws SQLException {
        driver.setPassword(password);
    }

    /**
     * Sets how long one answer of the database may take before the database counts as gone. Without it a database that
     * stands still, or a network that swallows everything, would keep people waiting for ever. Migrations have no limit.
     *
     * @param seconds at least 1
     */
    public void setPatienceSeconds(int seconds) throws SQLException {
        patienceSeconds = seconds;
        driver.setLoginTimeout(SECONDS_TO_CONNECT);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return patient(driver.getConnection());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return patient(driver.getConnection(user, password));
    }

    private Connection patient(Connection connection) throws SQLException {
        if (patienceSeconds > 0) {
            connection.setNetworkTimeout(Runnable::run, patienceSeconds * 1000);
        }
        return connection;
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return driver.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        driver.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        driver.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return driver.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("the driver does not log through java.util.logging");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (type.isInstance(this)) {
            return type.cast(this);
        }
        throw new SQLException("not a wrapper for '" + type.getName() + "'");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }
}
