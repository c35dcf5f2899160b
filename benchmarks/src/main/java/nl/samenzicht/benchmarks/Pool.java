package nl.samenzicht.benchmarks;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.function.Supplier;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * A fixed number of connections that wait for the next one who asks, as a pool of the container keeps them. It opens them
 * at once, so that no measurement pays for one.
 */
final class Pool implements DataSource, AutoCloseable {

    private final List<Connection> all = new ArrayList<>();
    private final LinkedBlockingDeque<Connection> free = new LinkedBlockingDeque<>();

    Pool(DataSource source, int size) throws SQLException {
        for (int i = 0; i < size; i++) {
            var connection = source.getConnection();
            all.add(connection);
            free.push(lent(connection));
        }
    }

    /** A source that asks each time which source to use. */
    static DataSource either(Supplier<DataSource> chosen) {
        return (DataSource) Proxy.newProxyInstance(
                Pool.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> chosen.get().getConnection());
    }

    /** The connection as it is lent: closing gives it back. */
    private Connection lent(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "close" -> {
                            free.push((Connection) proxy);
                            return null;
                        }
                        case "hashCode" -> {
                            return System.identityHashCode(proxy);
                        }
                        case "equals" -> {
                            return proxy == arguments[0];
                        }
                        default -> {
                            try {
                                return method.invoke(connection, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        }
                    }
                });
    }

    @Override
    public Connection getConnection() throws SQLException {
        try {
            return free.takeFirst();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("waiting for a connection was interrupted", e);
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public void close() throws SQLException {
        for (var connection : all) {
            connection.close();
        }
    }

    @Override
    public PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {}

    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("this pool does not log");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("not a wrapper for '" + type.getName() + "'");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
