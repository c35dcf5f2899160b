package nl.samenzicht.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import nl.samenzicht.security.TimeOrderedId;
import nl.samenzicht.security.directory.AgencyId;
import nl.samenzicht.security.directory.ProfessionalId;
import nl.samenzicht.security.directory.SessionId;
import nl.samenzicht.security.keys.KeyFolder;
import nl.samenzicht.security.keys.LedgerKeys;
import nl.samenzicht.security.ledger.Actor;
import nl.samenzicht.security.ledger.AuditLedger;
import nl.samenzicht.security.ledger.EntryCode;
import nl.samenzicht.security.ledger.EntryId;
import nl.samenzicht.security.ledger.EntryRef;
import nl.samenzicht.security.ledger.ItemRef;
import nl.samenzicht.security.ledger.LedgerEvent;
import nl.samenzicht.security.ledger.LedgerSequencer;
import nl.samenzicht.security.ledger.LifeCycle;
import nl.samenzicht.security.ledger.Outcome;
import nl.samenzicht.security.policy.Regime;

/**
 * How long a line waits for its place under a signed state, while a thousand are written each second.
 *
 * <p>The sequencer goes round as in the product. Each hundredth append first draws a code that is taken, as happens that
 * often among ten million lines: the number of that row is then missing for good, and the sequencer must look whether it
 * still comes. Somebody else sees in the database, every few milliseconds, how far the signed state reaches.
 */
final class LogSealing implements AutoCloseable {

    private static final int PER_SECOND = 1_000;
    private static final int APPENDERS = 8;
    private static final int SECONDS = Integer.getInteger("benchmarks.log.seconds", 30);
    private static final int WARM_UP_SECONDS = 10;
    private static final int TAKEN_EVERY = 100;
    private static final double MOST_SECONDS = 1;
    private static final long LOOK_NANOS = 5_000_000;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final Pool pool;
    private final Path home;
    private final AuditLedger ledger;
    private final LedgerSequencer sequencer;
    private final Map<EntryId, Long> returned = new ConcurrentHashMap<>();
    private final Map<EntryId, Long> sealed = new HashMap<>();

    private LogSealing(Database database) throws Exception {
        pool = new Pool(database.migrated(Database.LOG), APPENDERS + 3);
        home = Files.createTempDirectory("samenzicht-sealing");
        var keys = new LedgerKeys(KeyFolder.inMemory());
        ledger = new AuditLedger(pool, keys, Clock.systemUTC());
        sequencer = new LedgerSequencer(pool, keys, home, Clock.systemUTC(), "benchmark.example/log");
    }

    static Result lag(String id, Run run) throws Exception {
        var database = run.shared(Database.class, () -> new Database(run.databasePort()));
        try (var sealing = new LogSealing(database)) {
            return sealing.measure(id, run);
        }
    }

    private Result measure(String id, Run run) throws Exception {
        var rounds = Executors.newSingleThreadScheduledExecutor();
        var appenders = Executors.newFixedThreadPool(APPENDERS);
        try {
            long begin = System.nanoTime();
            long counted = begin + TimeUnit.SECONDS.toNanos(WARM_UP_SECONDS);
            long end = counted + TimeUnit.SECONDS.toNanos(SECONDS);
            var durations = goRound(rounds);
            var appending = new ArrayList<Future<Void>>();
            for (int i = 0; i < APPENDERS; i++) {
                int number = i;
                appending.add(appenders.submit(append(number, begin, end)));
            }
            watchUntilAllAreSealed(appending, end);
            var lags = returned.entrySet().stream()
                    .filter(entry -> entry.getValue() >= counted)
                    .mapToDouble(entry -> Math.max(0, sealed.get(entry.getKey()) - entry.getValue()) / 1e9)
                    .sorted()
                    .toArray();
            double perSecond = (double) lags.length / SECONDS;
            double slowest = lags[lags.length - 1];
            var round = durations.stream().mapToDouble(Double::doubleValue).toArray();
            run.say(
                    "%s: %d rounds, median %.0f ms, slowest %.0f ms",
                    id,
                    round.length,
                    Rounds.median(round) * 1e3,
                    Arrays.stream(round).max().orElse(0) * 1e3);
            return new Result(
                    id,
                    slowest,
                    "s (the slowest of %,d lines)".formatted(lags.length),
                    "%.0f lines a second by %d threads for %d s; half within %.2f s, 99 of 100 within %.2f s; a round takes %.0f ms (median), and one begins each %d ms"
                            .formatted(
                                    perSecond,
                                    APPENDERS,
                                    SECONDS,
                                    Rounds.median(lags),
                                    lags[(int) Math.ceil(lags.length * 0.99) - 1],
                                    Rounds.median(round) * 1e3,
                                    LedgerSequencer.RHYTHM.toMillis()),
                    OptionalDouble.empty(),
                    "<= " + MOST_SECONDS,
                    Optional.of(slowest <= MOST_SECONDS && perSecond >= PER_SECOND * 0.99));
        } finally {
            appenders.shutdownNow();
            rounds.shutdownNow();
            rounds.awaitTermination(10, TimeUnit.SECONDS);
        }
    }

    /** Lets the sequencer go round in the rhythm of the product; gives how long each round took, in seconds. */
    private List<Double> goRound(ScheduledExecutorService rounds) {
        var durations = Collections.synchronizedList(new ArrayList<Double>());
        rounds.scheduleAtFixedRate(
                () -> {
                    long start = System.nanoTime();
                    try {
                        sequencer.round();
                    } catch (SQLException | IOException e) {
                        throw new IllegalStateException(e);
                    }
                    durations.add((System.nanoTime() - start) / 1e9);
                },
                0,
                LedgerSequencer.RHYTHM.toMillis(),
                TimeUnit.MILLISECONDS);
        return durations;
    }

    /** Appends in a rhythm of its own, whatever the sequencer does; who is late catches up. */
    private Callable<Void> append(int number, long begin, long end) {
        long apart = TimeUnit.SECONDS.toNanos(1) * APPENDERS / PER_SECOND;
        return () -> {
            long due = begin + apart * number / APPENDERS;
            EntryRef entry = null;
            for (int i = 0; due < end; i++, due += apart) {
                LockSupport.parkNanos(due - System.nanoTime());
                if (entry != null && i % TAKEN_EVERY == number) {
                    draw(entry.code());
                }
                entry = ledger.append(look(i * APPENDERS + number));
                returned.put(entry.id(), System.nanoTime());
            }
            return null;
        };
    }

    /** Draws a code that is taken: the number of the row is used up, and there is no row. */
    private void draw(EntryCode taken) throws SQLException {
        try (var connection = pool.getConnection();
                var insert = connection.prepareStatement(
                        "INSERT INTO ledger_entry (id, code, salt, at, action, outcome,"
                                + " life_cycle, emergency, items, holders, recipients, rules, masked_fields, mac)"
                                + " VALUES (?, ?, '', UTC_TIMESTAMP(6), '', 'RECORDED', 'R', FALSE, '', '', '', '', '', '')")) {
            insert.setString(1, TimeOrderedId.next().toString());
            insert.setString(2, taken.value());
            insert.executeUpdate();
            throw new IllegalStateException("A row was written that should not be");
        } catch (SQLIntegrityConstraintViolationException asMeant) {
            // the number is gone
        }
    }

    /** Somebody looks at a section of four items, one of which is of another agency. */
    private static LedgerEvent look(int number) {
        var agency = new AgencyId(new UUID(1, number % 20));
        var event = LedgerEvent.of(
                        Clock.systemUTC().instant(),
                        "VIEW_SECTION",
                        new Actor(
                                new ProfessionalId(new UUID(2, number % 600)),
                                agency,
                                "CARE_PROVIDER",
                                "CARE_WORKER",
                                new SessionId(new UUID(7, number % 600)),
                                "10.1.2.3",
                                null))
                .outcome(Outcome.PERMITTED)
                .lifeCycle(LifeCycle.READ)
                .purpose("SUPPORT")
                .caseId(new UUID(3, number % 5_000))
                .personId(new UUID(4, number % 5_000))
                .category("SITUATION")
                .regime(Regime.AVG)
                .rulebook("12");
        for (int i = 0; i < 4; i++) {
            event.item(new ItemRef(
                    new UUID(5, number % 5_000 * 10L + i), 1, i == 3 ? new AgencyId(new UUID(1, 21)) : agency));
        }
        return event.build();
    }

    private void watchUntilAllAreSealed(List<Future<Void>> appending, long end) throws Exception {
        long size = 0;
        try (var connection = pool.getConnection();
                var newest = connection.prepareStatement("SELECT MAX(tree_size) FROM ledger_checkpoint");
                var leaves = connection.prepareStatement(
                        "SELECT entry FROM ledger_leaf WHERE position >= ? AND position < ?")) {
            while (!appending.stream().allMatch(Future::isDone) || sealed.size() < returned.size()) {
                if (System.nanoTime() > end + PATIENCE_NANOS) {
                    throw new IllegalStateException("%d of %d lines are not sealed"
                            .formatted(returned.size() - sealed.size(), returned.size()));
                }
                LockSupport.parkNanos(LOOK_NANOS);
                long signed;
                try (var rows = newest.executeQuery()) {
                    rows.next();
                    signed = rows.getLong(1);
                }
                long now = System.nanoTime();
                if (signed > size) {
                    leaves.setLong(1, size);
                    leaves.setLong(2, signed);
                    try (var rows = leaves.executeQuery()) {
                        while (rows.next()) {
                            sealed.put(new EntryId(UUID.fromString(rows.getString(1))), now);
                        }
                    }
                    size = signed;
                }
            }
        }
        for (var each : appending) {
            each.get();
        }
    }

    @Override
    public void close() throws SQLException, IOException {
        pool.close();
        try (var files = Files.walk(home)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
