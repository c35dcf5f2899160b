package nl.samenzicht.benchmarks;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import nl.samenzicht.domain.casefile.Cooperation;
import nl.samenzicht.domain.casefile.ItemKind;
import nl.samenzicht.domain.casefile.OpenCase;
import nl.samenzicht.domain.casefile.ParticipationService.Invitation;
import nl.samenzicht.domain.casefile.SectionView;
import nl.samenzicht.domain.consent.ConsentForm;
import nl.samenzicht.domain.consent.ConsentGiver;
import nl.samenzicht.domain.consent.ConsentQuestion;
import nl.samenzicht.domain.consent.GivenBy;
import nl.samenzicht.domain.person.CaseFileId;
import nl.samenzicht.domain.sharing.ShareDraft;
import nl.samenzicht.domain.world.CaseworkWorld;
import nl.samenzicht.security.database.PlainMariaDbDataSource;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Framework;
import nl.samenzicht.security.policy.Ground;
import nl.samenzicht.security.policy.Purpose;
import org.flywaydb.core.Flyway;

/**
 * All of the product's casework on a schema of its own, with cases in which a care provider reads one category: three items
 * that the municipality shares with them on a consent, and two of their own.
 */
final class ManyCases implements AutoCloseable {

    static final DataCategory CATEGORY = DataCategory.SITUATION;
    static final Purpose PURPOSE = Purpose.SUPPORT;
    static final int ITEMS = 5;

    private static final int CASES = 200;
    private static final int CONNECTIONS = 20;

    private final Pool pool;
    private final Pool ledgerPool;
    private final Pool chainPool;
    private final CaseworkWorld world;
    private volatile DataSource recording;
    private final List<CaseFileId> files = new ArrayList<>();

    ManyCases(Database database) throws SQLException {
        var source = new PlainMariaDbDataSource();
        source.setUrl(database.address(Database.CASEWORK));
        source.setUser(Database.ACCOUNT);
        source.setPassword(Database.ACCOUNT);
        Flyway.configure(getClass().getClassLoader())
                .dataSource(source)
                .locations("classpath:db/security", "classpath:db/domain")
                .load()
                .migrate();
        pool = new Pool(source, CONNECTIONS);
        ledgerPool = new Pool(source, CONNECTIONS);
        chainPool = new Pool(HashChain.over(source), CONNECTIONS);
        recording = ledgerPool;
        var directory = new StoredDirectory(pool);
        world = new CaseworkWorld(
                new CaseworkWorld.Ground(pool, Pool.either(() -> recording), "casework-benchmark"), directory);
        directory.readBy(world.store(), world.macs, world.clock);
        for (int i = 0; i < CASES; i++) {
            files.add(newCase());
        }
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("analyze table case_file, participation, item, item_version, item_key, share, consent");
        }
    }

    private CaseFileId newCase() {
        var opener = world.coordinator;
        var reader = world.carer;
        var now = world.clock.instant();
        var file = world.as(
                        opener,
                        () -> world.caseFiles.open(
                                new OpenCase(new Cooperation(
                                        Framework.CONVENANT,
                                        "Convenant Waterland 2026",
                                        Optional.of(now.plus(Duration.ofDays(300))))),
                                PURPOSE))
                .id();
        world.does(
                opener,
                () -> world.participations.invite(
                        file,
                        new Invitation(
                                reader.agency(),
                                Optional.empty(),
                                PURPOSE,
                                Ground.STATUTORY_TASK,
                                now,
                                now.plus(Duration.ofDays(90))),
                        PURPOSE));
        for (int i = 0; i < ITEMS; i++) {
            var values = Map.of(
                    "living",
                    "Logeert sinds twee weken bij een vriendin, tot er plaats is in de opvang (%d)".formatted(i),
                    "dayActivity",
                    "Volgt lessen Nederlands op dinsdag en donderdag");
            world.as(
                    i < 3 ? opener : reader,
                    () -> world.caseFiles.record(file, CATEGORY, ItemKind.FIELDS, values, PURPOSE));
        }
        var consent = world.as(
                opener,
                () -> world.consents.record(
                        file,
                        new ConsentQuestion(reader.agency(), PURPOSE, CATEGORY, now.plus(Duration.ofDays(20))),
                        true,
                        new ConsentGiver(GivenBy.SELF, false, OptionalInt.of(22), ConsentForm.WRITTEN),
                        PURPOSE));
        var share = world.as(
                opener,
                () -> world.shares.offer(new ShareDraft(
                        file,
                        CATEGORY,
                        true,
                        Set.of(),
                        Set.of(),
                        reader.agency(),
                        Optional.empty(),
                        PURPOSE,
                        Ground.CONSENT,
                        Optional.of(consent),
                        Optional.empty(),
                        Optional.empty(),
                        now.plus(Duration.ofDays(30)))));
        world.does(reader, () -> world.shares.accept(share, PURPOSE));
        return file;
    }

    /** One of the cases, any of them. */
    CaseFileId any() {
        return files.get(ThreadLocalRandom.current().nextInt(files.size()));
    }

    List<CaseFileId> files() {
        return files;
    }

    CaseworkWorld world() {
        return world;
    }

    DataSource database() {
        return pool;
    }

    DataSource ledger() {
        return ledgerPool;
    }

    /** From now on acts are put on record by the product's ledger. */
    void recordAsProduct() {
        recording = ledgerPool;
    }

    /** From now on acts are put on record in the chain. */
    void recordInChain() {
        recording = chainPool;
    }

    /** The product's look at one category of a case. */
    SectionView look() {
        var file = any();
        var section = world.as(world.carer, () -> world.caseFiles.open(file, CATEGORY, PURPOSE));
        if (section.items().size() != ITEMS) {
            throw new IllegalStateException(
                    "%d of %d items were shown".formatted(section.items().size(), ITEMS));
        }
        return section;
    }

    /** How the database makes a commit durable. */
    String durability() throws SQLException {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select @@innodb_flush_log_at_trx_commit, @@sync_binlog, @@log_bin, @@innodb_flush_method")) {
            row.next();
            return "innodb_flush_log_at_trx_commit=%s, sync_binlog=%s, log_bin=%s, innodb_flush_method=%s"
                    .formatted(row.getString(1), row.getString(2), row.getString(3), row.getString(4));
        }
    }

    @Override
    public void close() throws SQLException {
        pool.close();
        ledgerPool.close();
        chainPool.close();
    }
}
