package nl.samenzicht.domain.linkage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import nl.samenzicht.security.keys.LinkageKey;
import nl.samenzicht.security.keys.LinkageKeys;

/** Writes many people into the index of persons at once, as {@link LinkageIndex} would one by one. */
public final class BulkIndex implements AutoCloseable {

    private static final int BATCH = 5_000;

    private final Connection connection;
    private final LinkageKey key;
    private final Frequencies frequencies = Weights.standard().frequencies();
    private final PreparedStatement records;
    private final PreparedStatement tokens;
    private int waiting;

    public BulkIndex(Connection connection, LinkageKeys keys) throws SQLException {
        this.connection = connection;
        this.key = keys.current();
        try (var statement = connection.createStatement()) {
            // no items lie under these records, and the rows come faster without their order
            statement.execute("set foreign_key_checks = 0, unique_checks = 0");
            statement.execute("alter table linkage_token drop primary key");
        }
        records = connection.prepareStatement(
                "insert into linkage_record (item_id, case_id, owner, sealed, sealed_places) values (?,?,?,?,?)");
        tokens = connection.prepareStatement("insert into linkage_token (token, place, sealed) values (?,?,?)");
        connection.setAutoCommit(false);
    }

    public void add(UUID item, UUID caseFile, UUID owner, Persona persona) throws SQLException {
        var entry = LinkageIndex.Entry.of(item, persona, frequencies, key);
        records.setString(1, item.toString());
        records.setString(2, caseFile.toString());
        records.setString(3, owner.toString());
        records.setBytes(4, entry.sealed());
        records.setBytes(5, entry.sealedPlaces());
        records.addBatch();
        for (var token : entry.tokens()) {
            tokens.setLong(1, token.token());
            tokens.setLong(2, token.place());
            tokens.setBytes(3, token.sealed());
            tokens.addBatch();
        }
        if (++waiting == BATCH) {
            flush();
        }
    }

    private void flush() throws SQLException {
        records.executeBatch();
        tokens.executeBatch();
        connection.commit();
        waiting = 0;
    }

    @Override
    public void close() throws SQLException {
        if (waiting > 0) {
            flush();
        }
        try (var statement = connection.createStatement()) {
            statement.execute("alter table linkage_token add constraint pk_linkage_token primary key (token, place)");
            statement.execute("set foreign_key_checks = 1, unique_checks = 1");
            statement.execute("analyze table linkage_token, linkage_record");
        }
        connection.commit();
        connection.setAutoCommit(true);
    }
}
