package nl.samenzicht.benchmarks;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;

/**
 * The peer of the ledger: each entry holds the hash of the one before, and whoever adds one locks the head until it is on
 * disk. Everything else, from the decision to the columns of the entry, is the product's own.
 *
 * <p>The hash lies in the column for sealed details, which is empty for a look. The connections stay out of autocommit, so
 * that the peer does not pay for switching.
 */
final class HashChain {

    /** The parameters of the insert: the last is the MAC, and the one before it the detail. */
    private static final int MAC = 33;

    private static final int DETAIL = 32;

    private HashChain() {}

    /** Makes the head, and returns a source whose connections add entries to the chain. */
    static DataSource over(DataSource source) throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create table chain_head (id int not null primary key, hash binary(32) not null)");
            statement.execute("insert into chain_head values (1, unhex(repeat('00', 32)))");
        }
        return (DataSource) Proxy.newProxyInstance(
                HashChain.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    var connection = source.getConnection();
                    connection.setAutoCommit(false);
                    return chained(connection);
                });
    }

    private static Connection chained(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                HashChain.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getAutoCommit")) {
                        return true;
                    }
                    var result = answer(connection, method, arguments);
                    return result instanceof PreparedStatement statement
                                    && ((String) arguments[0])
                                            .toLowerCase(Locale.ROOT)
                                            .startsWith("insert into ledger_entry")
                            ? linked(connection, statement)
                            : result;
                });
    }

    private static PreparedStatement linked(Connection connection, PreparedStatement insert) {
        var mac = new byte[1][];
        return (PreparedStatement) Proxy.newProxyInstance(
                HashChain.class.getClassLoader(),
                new Class<?>[] {PreparedStatement.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("executeUpdate")) {
                        return link(connection, insert, mac[0]);
                    }
                    if (method.getName().equals("setBytes") && arguments[0].equals(MAC)) {
                        mac[0] = (byte[]) arguments[1];
                    }
                    return answer(insert, method, arguments);
                });
    }

    private static int link(Connection connection, PreparedStatement insert, byte[] mac) throws Exception {
        try (var head = connection.prepareStatement("select hash from chain_head where id = 1 for update");
                var move = connection.prepareStatement("update chain_head set hash = ? where id = 1");
                var rows = head.executeQuery()) {
            rows.next();
            var previous = rows.getBytes(1);
            insert.setBytes(DETAIL, previous);
            int inserted = insert.executeUpdate();
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update(previous);
            move.setBytes(1, sha.digest(mac));
            move.executeUpdate();
            connection.commit();
            return inserted;
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        }
    }

    private static Object answer(Object target, java.lang.reflect.Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
