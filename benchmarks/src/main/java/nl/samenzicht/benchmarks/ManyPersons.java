package nl.samenzicht.benchmarks;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.samenzicht.domain.linkage.BulkIndex;
import nl.samenzicht.domain.linkage.DutchPeople;
import nl.samenzicht.domain.linkage.LinkageIndex;
import nl.samenzicht.domain.linkage.PersonQuestion;
import nl.samenzicht.domain.linkage.Persona;
import nl.samenzicht.domain.linkage.Weights;
import nl.samenzicht.security.TimeOrderedId;
import nl.samenzicht.security.database.PlainMariaDbDataSource;
import nl.samenzicht.security.keys.BlindIndex;
import nl.samenzicht.security.keys.KeyFolder;
import nl.samenzicht.security.keys.LinkageKeys;
import org.flywaydb.core.Flyway;

/**
 * A million people in the index of persons, and their citizen service numbers in the tokens of exact search, through one
 * persistence unit and one connection. Who is asked for is somebody else each time.
 */
final class ManyPersons implements AutoCloseable {

    static final int PERSONS = Integer.getInteger("hitnohit.persons", 1_000_000);

    private static final int QUESTIONS = 5_000;
    private static final long SEED = 5;

    /** Room for both tables, as a server that serves so many has. */
    private static final String POOL = "3 * 1024 * 1024 * 1024";

    private final Pool pool;
    private final EntityManagerFactory factory;
    private final EntityManager store;
    private final LinkageIndex index;
    private final BlindIndex blind;
    private final Weights weights = Weights.standard();
    private final UUID agency = TimeOrderedId.next();
    private final List<Persona> descriptions = new ArrayList<>();
    private final List<String> numbers = new ArrayList<>();
    private int next;
    private long found;
    private long asked;
    private final String size;

    ManyPersons(Database database, Run run) throws SQLException {
        var source = new PlainMariaDbDataSource();
        source.setUrl(database.address(Database.CASEWORK) + "&useBulkStmts=true");
        source.setUser(Database.ACCOUNT);
        source.setPassword(Database.ACCOUNT);
        Flyway.configure(getClass().getClassLoader())
                .dataSource(source)
                .locations("classpath:db/security", "classpath:db/domain")
                .load()
                .migrate();
        pool = new Pool(source, 3);
        var keys = KeyFolder.inMemory();
        blind = new BlindIndex(keys);
        try (var connection = pool.getConnection()) {
            try (var statement = connection.createStatement()) {
                statement.execute("set global innodb_buffer_pool_size = " + POOL);
            }
            fill(run, new LinkageKeys(keys));
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(
                            "select round(sum(data_length + index_length) / 1048576), sum(table_rows) from"
                                    + " information_schema.tables where table_schema = 'casework' and table_name like 'linkage%'")) {
                rows.next();
                size = "tables of %s MiB, buffer pool %s".formatted(rows.getString(1), "3 GiB");
            }
        }
        factory = Persistence.createEntityManagerFactory(
                "casework-benchmark", Map.of("jakarta.persistence.nonJtaDataSource", pool));
        store = factory.createEntityManager();
        index = new LinkageIndex(store, new LinkageKeys(keys));
    }

    private void fill(Run run, LinkageKeys keys) throws SQLException {
        var random = new Random(SEED);
        int each = PERSONS / QUESTIONS;
        try (var connection = pool.getConnection();
                var other = pool.getConnection();
                var bulk = new BulkIndex(connection, keys);
                var tokens = other.prepareStatement(
                        "insert into search_token (item_id, kind, token, owner, case_id) values (?,'BSN',?,?,?)")) {
            try (var statement = other.createStatement()) {
                statement.execute("set foreign_key_checks = 0, unique_checks = 0");
            }
            other.setAutoCommit(false);
            var count = new int[1];
            DutchPeople.each(SEED, PERSONS, (written, described) -> {
                try {
                    var item = TimeOrderedId.next();
                    var file = TimeOrderedId.next();
                    bulk.add(item, file, agency, written);
                    tokens.setString(1, item.toString());
                    tokens.setBytes(
                            2,
                            blind.token(BlindIndex.Kind.BSN, written.bsn().orElseThrow())
                                    .bytes());
                    tokens.setString(3, agency.toString());
                    tokens.setString(4, file.toString());
                    tokens.addBatch();
                    if (random.nextInt(each) == 0) {
                        descriptions.add(described);
                        numbers.add(written.bsn().orElseThrow());
                    }
                    if (++count[0] % 5_000 == 0) {
                        tokens.executeBatch();
                        other.commit();
                    }
                    if (count[0] % 100_000 == 0) {
                        run.say("%,d persons written", count[0]);
                    }
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            tokens.executeBatch();
            other.commit();
            other.setAutoCommit(true);
        }
        run.say("indexing");
    }

    /** Asks whether somebody is known, as they were described by somebody else. */
    long ask() {
        next = (next + 1) % descriptions.size();
        var question = PersonQuestion.of(List.of(descriptions.get(next)), weights);
        double best = index.find(question).persons().stream()
                .mapToDouble(person -> person.score(weights, item -> true))
                .max()
                .orElse(Double.NEGATIVE_INFINITY);
        asked++;
        if (best >= weights.maybe()) {
            found++;
        }
        store.clear();
        return 1;
    }

    /** Looks up somebody's number, as exact search does before it asks what may be shown. */
    long lookUp() {
        next = (next + 1) % numbers.size();
        var tokens = blind.candidates(BlindIndex.Kind.BSN, numbers.get(next));
        var query =
                store.createNativeQuery("select item_id, case_id from search_token where owner = ? and kind = 'BSN' and"
                        + " token in (" + tokens.stream().map(token -> "?").collect(Collectors.joining(",")) + ")");
        int position = 1;
        query.setParameter(position++, agency.toString());
        for (var token : tokens) {
            query.setParameter(position++, token.bytes());
        }
        if (query.getResultList().size() != 1) {
            throw new IllegalStateException("A number that is there was not found");
        }
        store.clear();
        return 1;
    }

    /** What to know beside the figures. */
    String described() {
        return "'known' or 'maybe' in %.1f%% of questions; %s".formatted(100.0 * found / asked, size);
    }

    @Override
    public void close() throws SQLException {
        store.close();
        factory.close();
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("set global innodb_buffer_pool_size = 256 * 1024 * 1024");
        }
        pool.close();
    }
}
