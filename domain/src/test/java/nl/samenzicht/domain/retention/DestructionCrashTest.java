package nl.samenzicht.domain.retention;

import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.BDDAssertions.then;

import jakarta.persistence.EntityManager;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.samenzicht.domain.casefile.CaseFiles;
import nl.samenzicht.domain.casefile.ItemKind;
import nl.samenzicht.domain.casefile.KeptItems;
import nl.samenzicht.domain.lease.Revocations;
import nl.samenzicht.domain.world.CaseworkWorld;
import nl.samenzicht.security.directory.ActingProfessional;
import nl.samenzicht.security.directory.Function;
import nl.samenzicht.security.keys.KeyFolder;
import nl.samenzicht.security.keys.LedgerKeys;
import nl.samenzicht.security.ledger.AuditLedger;
import nl.samenzicht.security.ledger.LedgerUnavailable;
import nl.samenzicht.security.policy.DataCategory;
import nl.samenzicht.security.policy.Purpose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The store, or the log, fails at any step of a destruction: it is untouched, and on the next round it is finished. */
class DestructionCrashTest {

    private static CaseworkWorld world;
    private static ActingProfessional manager;

    private int left;

    @BeforeAll
    static void start() {
        world = new CaseworkWorld();
        world.clock.ticks(Duration.ofMillis(1));
        manager = world.colleagueOf(world.officer, Function.MANAGER);
    }

    private static final class StoreFails extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** The store of the running transaction, which fails when it has done so many statements. */
    private EntityManager failing() {
        var store = world.store();
        return (EntityManager) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {EntityManager.class}, (proxy, method, arguments) -> {
                    if (Set.of("createNativeQuery", "createQuery", "find", "flush")
                                    .contains(method.getName())
                            && left-- == 0) {
                        throw new StoreFails();
                    }
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private DestructionJob job(EntityManager store, AuditLedger ledger) {
        var kept = new KeptItems(store, world.macs, new Revocations(store, world.clock));
        return new DestructionJob(
                new Destructions(store, world.macs),
                new LegalHolds(store, world.macs),
                new Shredding(store, kept, world.linkage, List.of()),
                world.destroyed,
                new CaseFiles(store, world.macs, () -> world),
                world.notices,
                ledger,
                world.clock);
    }

    private static UUID approved() {
        var file = world.openCase();
        for (var name : List.of("Vlierboom", "Vlierbos")) {
            world.as(
                    world.coordinator,
                    () -> world.caseFiles.record(
                            file.id(),
                            DataCategory.IDENTITY,
                            ItemKind.FIELDS,
                            Map.of("givenNames", "Wendelmoet", "familyName", name, "birthDate", "1999-04-03"),
                            Purpose.SUPPORT));
        }
        var id = world.as(
                world.officer,
                () -> world.retention.proposeErasure(file.number(), "Verzoek van de betrokkene, toegewezen."));
        world.does(manager, () -> world.retention.approve(id));
        return id;
    }

    private static String all(UUID id) {
        var of = " where item_id in (select item_id from destruction_item where destruction_id = '" + id + "')";
        return String.join(
                " ",
                world.ask("select concat(count(*), '/', coalesce(sum(length(wrapped)), 0), '/',"
                        + " coalesce(md5(group_concat(hex(wrapped) order by item_id, holder)), '')) from item_key"
                        + of),
                world.ask("select concat(count(*), '/', coalesce(md5(group_concat(hex(sealed) order by item_id)), ''))"
                        + " from item_version" + of),
                world.ask("select count(*) from search_token" + of),
                world.ask("select count(*) from linkage_record" + of),
                world.ask("select count(*) from linkage_token"),
                world.ask("select state from destruction where id = '" + id + "'"));
    }

    @Test
    void whichever_statement_fails_nothing_is_half_destroyed() {
        var id = approved();
        var before = all(id);
        then(before).startsWith("2/").endsWith("APPROVED");
        int failures = 0;
        for (int step = 0; ; step++) {
            left = step;
            var job = job(failing(), world.ledger);
            var failed = catchThrowable(() -> world.does(world.officer, () -> job.destroy(id)));
            if (failed == null) {
                break;
            }
            then(failed).isInstanceOf(StoreFails.class);
            then(all(id)).as("after statement %d failed", step).isEqualTo(before);
            failures++;
        }
        // then, two items with all that belongs to them take many statements
        then(failures).isGreaterThan(20);
        then(all(id)).startsWith("0/0/ 0/ 0 0").endsWith("DESTROYED");
    }

    @Test
    void a_log_that_is_gone_leaves_the_certificate_to_the_next_round() {
        var id = approved();
        world.does(world.officer, () -> world.destruction.destroy(id));
        var dead = new AuditLedger(noDatabase(), new LedgerKeys(KeyFolder.inMemory()), world.clock);
        // when
        var failed = catchThrowable(() ->
                world.does(world.officer, () -> job(world.store(), dead).certify(id)));
        // then
        then(failed).isInstanceOf(LedgerUnavailable.class);
        then(world.as(world.officer, world.destruction::waiting)).contains(id);
        then(all(id)).endsWith("DESTROYED");
        // when
        world.does(world.officer, () -> world.destruction.destroy(id));
        world.does(world.officer, () -> world.destruction.certify(id));
        world.does(world.officer, () -> world.destruction.certify(id));
        // then
        then(all(id)).endsWith("CERTIFIED");
        then(world.as(world.officer, world.destruction::waiting)).doesNotContain(id);
        then(world.ask("select count(*) from ledger_entry where action = 'DESTROY' and items like '%" + id + "%'"))
                .as("a line for the case and the certificate")
                .isEqualTo("2");
    }

    private static javax.sql.DataSource noDatabase() {
        return (javax.sql.DataSource) Proxy.newProxyInstance(
                DestructionCrashTest.class.getClassLoader(),
                new Class<?>[] {javax.sql.DataSource.class},
                (proxy, method, arguments) -> {
                    throw new SQLException("no database");
                });
    }

    @Test
    void two_nodes_that_carry_out_the_same_destroy_once() throws Exception {
        var id = approved();
        try (var hands = new AutoCloseableHands()) {
            hands.both(() -> world.does(world.officer, () -> world.destruction.destroy(id)));
            hands.both(() -> world.does(world.officer, () -> world.destruction.certify(id)));
        }
        then(all(id)).endsWith("CERTIFIED");
        then(world.ask("select count(*) from ledger_entry where action = 'DESTROY' and items like '%" + id + "%'"))
                .isEqualTo("2");
    }

    private static final class AutoCloseableHands implements AutoCloseable {
        private final java.util.concurrent.ExecutorService hands = java.util.concurrent.Executors.newFixedThreadPool(2);

        void both(Runnable act) throws Exception {
            for (var done : hands.invokeAll(List.of(
                    java.util.concurrent.Executors.callable(act), java.util.concurrent.Executors.callable(act)))) {
                done.get();
            }
        }

        @Override
        public void close() {
            hands.shutdownNow();
        }
    }

    @Test
    void whatever_table_speaks_of_an_item_is_thought_of_here() throws SQLException {
        // a new table that refers to items must be added to Shredding, or to what may stay: numbers without content
        var thoughtOf = Set.of(
                "item_version",
                "named_access",
                "search_token",
                "linkage_record",
                "item_term",
                "item_term_warning",
                "plan_action");
        var mayStay = Set.of("share_item", "destruction_item");
        var tables = new java.util.TreeSet<String>();
        try (var connection = world.database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select table_name from information_schema.key_column_usage"
                        + " where table_schema = database() and referenced_table_name = 'item'")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        then(tables).containsAll(thoughtOf).containsAll(mayStay);
        tables.removeAll(thoughtOf);
        tables.removeAll(mayStay);
        then(tables).isEmpty();
    }
}
