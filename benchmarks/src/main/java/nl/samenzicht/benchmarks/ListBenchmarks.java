package nl.samenzicht.benchmarks;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import nl.samenzicht.security.policy.AuthzWorkload;
import nl.samenzicht.security.policy.PolicyEngine;

/**
 * Lists of cases: the engine's condition as one SQL query on a real MariaDB.
 *
 * <p>What counts for a list is everything from the question to the last row: asking the engine, writing
 * the SQL, running it and reading it. It is held against reading as many ids from an index of the cases,
 * without any condition, on the same connection in the same round.
 */
final class ListBenchmarks {

    private static final int PAGE = 50;
    private static final int ROUNDS = 31;

    private ListBenchmarks() {}

    static List<Benchmark> all() {
        return List.of(
                Benchmark.of("list.mismatches", ListBenchmarks::mismatches),
                Benchmark.of("list.full.vs.range", (id, run) -> versusRange(id, run, Integer.MAX_VALUE)),
                Benchmark.of("list.page.vs.range", (id, run) -> versusRange(id, run, PAGE)),
                Benchmark.of("list.page.100k.vs.10k", ListBenchmarks::growth));
    }

    /** The workload in its tables, with a connection. */
    private record Lists(
            AuthzWorkload workload, PolicyEngine engine, List<AuthzWorkload.ListQuery> queries, Connection connection, CaseTables small)
            implements AutoCloseable {

        static Lists of(Run run) throws Exception {
            var database = run.shared(Database.class, () -> new Database(run.databasePort()));
            var workload = AuthzWorkload.in(run.authzData());
            var connection = database.connect();
            return new Lists(
                    workload,
                    new PolicyEngine(workload.rulebook(), List.of()),
                    workload.listQueries(),
                    connection,
                    CaseTables.load(connection, workload, "", 1));
        }

        List<AuthzWorkload.ListQuery> nonEmpty() {
            return queries.stream().filter(query -> query.expectedCount() > 0).toList();
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }

    private record Large(CaseTables tables) {}

    private static Result mismatches(String id, Run run) throws Exception {
        var lists = run.shared(Lists.class, () -> Lists.of(run));
        var caseList = new CaseList(lists.engine(), lists.small());
        int mismatches = 0;
        int withoutSql = 0;
        for (var query : lists.queries()) {
            var sql = caseList.all(query);
            var ids = new TreeSet<String>();
            if (sql.isEmpty()) {
                withoutSql++;
            } else {
                ids.addAll(ids(lists.connection(), sql));
            }
            if (ids.size() != query.expectedCount() || !sha256(ids).equals(query.sha256())) {
                mismatches++;
                run.say("list question %d: %d cases, expected %d", query.number(), ids.size(), query.expectedCount());
            }
        }
        return Result.mismatches(
                id,
                mismatches,
                "count and digest of %d questions, %d of them answered without SQL"
                        .formatted(lists.queries().size(), withoutSql));
    }

    private static Result versusRange(String id, Run run, int atMost) throws Exception {
        var lists = run.shared(Lists.class, () -> Lists.of(run));
        var caseList = new CaseList(lists.engine(), lists.small());
        var ratios = new ArrayList<Double>();
        var ours = new ArrayList<Double>();
        var ranges = new ArrayList<Double>();
        for (var query : lists.nonEmpty()) {
            int rows = Math.min(query.expectedCount(), atMost);
            try (var range = lists.connection()
                    .prepareStatement("select id from %s order by id limit ?"
                            .formatted(lists.small().caseTable()))) {
                range.setInt(1, rows);
                var listed = new double[ROUNDS];
                var ranged = new double[ROUNDS];
                for (int round = -10; round < ROUNDS; round++) {
                    long start = System.nanoTime();
                    int found = atMost == PAGE ? page(lists, caseList, query) : whole(lists, caseList, query);
                    long between = System.nanoTime();
                    int read = count(range);
                    long end = System.nanoTime();
                    if (found != rows || read != rows) {
                        throw new IllegalStateException("Question %d gave %d and %d rows, expected %d"
                                .formatted(query.number(), found, read, rows));
                    }
                    if (round >= 0) {
                        listed[round] = between - start;
                        ranged[round] = end - between;
                    }
                }
                ours.add(Rounds.median(listed) / 1e3);
                ranges.add(Rounds.median(ranged) / 1e3);
                ratios.add(Rounds.median(listed) / Rounds.median(ranged));
            }
        }
        var ratio = Rounds.p95(doubles(ratios));
        run.say("%s: ratios per question %s", id, ratios.stream().sorted().map("%.2f"::formatted).toList());
        return Result.atMost(
                id,
                Rounds.median(doubles(ours)),
                "us (median question)",
                "index range read of as many rows: %.0f us (median); the ratio is the p95 over %d questions"
                        .formatted(Rounds.median(doubles(ranges)), ratios.size()),
                ratio,
                3);
    }

    private static Result growth(String id, Run run) throws Exception {
        var lists = run.shared(Lists.class, () -> Lists.of(run));
        var large = run.shared(
                Large.class, () -> new Large(CaseTables.load(lists.connection(), lists.workload(), "_large", 10)));
        var onSmall = new CaseList(lists.engine(), lists.small());
        var onLarge = new CaseList(lists.engine(), large.tables());
        var ratios = new ArrayList<Double>();
        var smalls = new ArrayList<Double>();
        var larges = new ArrayList<Double>();
        for (var query : lists.nonEmpty()) {
            var small = new double[ROUNDS];
            var grown = new double[ROUNDS];
            for (int round = -10; round < ROUNDS; round++) {
                long start = System.nanoTime();
                int few = page(lists, onSmall, query);
                long between = System.nanoTime();
                int many = page(lists, onLarge, query);
                long end = System.nanoTime();
                if (few != Math.min(PAGE, query.expectedCount()) || many != PAGE) {
                    throw new IllegalStateException(
                            "Question %d gave pages of %d and %d".formatted(query.number(), few, many));
                }
                if (round >= 0) {
                    small[round] = between - start;
                    grown[round] = end - between;
                }
            }
            smalls.add(Rounds.median(small) / 1e3);
            larges.add(Rounds.median(grown) / 1e3);
            ratios.add(Rounds.median(grown) / Rounds.median(small));
        }
        run.say("%s: ratios per question %s", id, ratios.stream().sorted().map("%.2f"::formatted).toList());
        return Result.atMost(
                id,
                Rounds.median(doubles(larges)),
                "us (median question)",
                "the same page at %,d cases: %.0f us (median); the ratio is the p95 over %d questions"
                        .formatted(lists.small().cases(), Rounds.median(doubles(smalls)), ratios.size()),
                Rounds.p95(doubles(ratios)),
                1.5);
    }

    private static int whole(Lists lists, CaseList caseList, AuthzWorkload.ListQuery query) throws SQLException {
        return ids(lists.connection(), caseList.all(query)).size();
    }

    private static int page(Lists lists, CaseList caseList, AuthzWorkload.ListQuery query) throws SQLException {
        return ids(lists.connection(), caseList.page(query, PAGE)).size();
    }

    private static List<String> ids(Connection connection, CaseList.Query query) throws SQLException {
        try (var statement = connection.prepareStatement(query.text())) {
            for (int i = 0; i < query.parameters().size(); i++) {
                statement.setObject(i + 1, query.parameters().get(i));
            }
            return read(statement);
        }
    }

    private static int count(PreparedStatement statement) throws SQLException {
        return read(statement).size();
    }

    private static List<String> read(PreparedStatement statement) throws SQLException {
        var ids = new ArrayList<String>();
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        return ids;
    }

    private static double[] doubles(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static String sha256(TreeSet<String> ids) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256")
                .digest(String.join("\n", ids).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest);
    }
}
