package nl.samenzicht.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Audited reads by sixteen people at once.
 *
 * <p>What counts for a read is {@code caseFileService.open} whole: the decision, the entry that is on disk before anything
 * is answered, unsealing and rendering. The contestants take turns; each turn is a burst in which all sixteen work.
 */
final class ReadBenchmarks {

    private static final int READERS = 16;
    private static final int WARM_UP_MILLIS = Integer.getInteger("benchmarks.read.warm-up", 12_000);
    private static final int ROUNDS = Integer.getInteger("benchmarks.read.rounds", 21);
    private static final int BURST_MILLIS = 500;

    /** Longer than what reads the log rests at once, so that its rests fall into the turns in which it counts. */
    private static final int LONG_BURST_MILLIS = 4_000;

    private ReadBenchmarks() {}

    static List<Benchmark> all() {
        return List.of(
                Benchmark.of("read.audited.vs.bare", ReadBenchmarks::versusBare),
                Benchmark.of("read.audited.vs.chain", ReadBenchmarks::versusChain),
                Benchmark.of("read.audited.under.export", ReadBenchmarks::underExport));
    }

    private static Result versusBare(String id, Run run) throws Exception {
        var cases = cases(run);
        cases.recordAsProduct();
        var bare = new BareRead(cases);
        try (var readers = new Crowd(READERS)) {
            var speeds = speeds(Map.of(
                    "audited", readers.doing(cases::look, BURST_MILLIS),
                    "bare", readers.doing(bare::sameRows, BURST_MILLIS),
                    "content", readers.doing(bare::contentAlone, BURST_MILLIS)));
            run.say("%s: %s", id, speeds);
            return Result.atLeast(
                    id,
                    speeds.get("audited"),
                    "reads/s (%d threads)".formatted(READERS),
                    "bare JPA read of the same rows and autocommit insert of the same entry: %.0f/s; of the sealed content alone and the entry: %.0f/s; %s"
                            .formatted(speeds.get("bare"), speeds.get("content"), cases.durability()),
                    speeds.get("audited") / speeds.get("bare"),
                    0.8);
        }
    }

    private static Result versusChain(String id, Run run) throws Exception {
        var cases = cases(run);
        try (var readers = new Crowd(READERS)) {
            var audited = readers.doing(cases::look, BURST_MILLIS);
            var speeds = speeds(Map.of(
                    "audited",
                    () -> {
                        cases.recordAsProduct();
                        return audited.work();
                    },
                    "chain",
                    () -> {
                        cases.recordInChain();
                        return audited.work();
                    }));
            cases.recordAsProduct();
            run.say("%s: %s", id, speeds);
            return Result.atLeast(
                    id,
                    speeds.get("audited"),
                    "reads/s (%d threads)".formatted(READERS),
                    "the same with a locked head of a hash chain: %.0f/s; %s"
                            .formatted(speeds.get("chain"), cases.durability()),
                    speeds.get("audited") / speeds.get("chain"),
                    2);
        }
    }

    /** In half of the turns the ledger is verified and taken out at the same time, over and over. */
    private static Result underExport(String id, Run run) throws Exception {
        var cases = cases(run);
        cases.recordAsProduct();
        try (var readers = new Crowd(READERS);
                var others = new LogReaders(cases)) {
            var reading = readers.doing(cases::look, LONG_BURST_MILLIS);
            var speeds = speeds(Map.of(
                    "alone",
                    () -> {
                        others.rest();
                        return reading.work();
                    },
                    "beside",
                    () -> {
                        others.work();
                        return reading.work();
                    }));
            others.rest();
            run.say("%s: %s, %s", id, speeds, others.described());
            double ratio = speeds.get("beside") / speeds.get("alone");
            return new Result(
                    id,
                    speeds.get("beside"),
                    "reads/s (%d threads) beside a verification of the ledger and an export".formatted(READERS),
                    "without them: %.0f/s; %s; two processors are shared by all; %s"
                            .formatted(speeds.get("alone"), others.described(), cases.durability()),
                    OptionalDouble.of(ratio),
                    "reported",
                    Optional.empty());
        }
    }

    /** The cases that are read, made once. */
    static ManyCases cases(Run run) throws Exception {
        var database = run.shared(Database.class, () -> new Database(run.databasePort()));
        return run.shared(ManyCases.class, () -> new ManyCases(database));
    }

    private static Map<String, Double> speeds(Map<String, Rounds.Contestant> contestants) throws Exception {
        var speeds = new LinkedHashMap<String, Double>();
        Rounds.medians(new LinkedHashMap<>(contestants), WARM_UP_MILLIS, ROUNDS, 1)
                .forEach((name, nanos) -> speeds.put(name, 1e9 / nanos));
        return speeds;
    }
}
