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
    /** Enough for the compiler of the JVM to have settled, for both sides alike. */
    private static final int WARM_UP = 400;

    private static final int ROUNDS = 61;

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
            AuthzWorkload workload,
            PolicyEngine engine,
            List<AuthzWorkload.ListQuery> queries,
            Connection connection,
            CaseTables small)
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
        var pairs = new ArrayList<Pair>();
        for (var query : lists.nonEmpty()) {
            int rows = Math.min(query.expectedCount(), atMost);
            var range = new CaseList.Query(
                    "select id from " + lists.small().caseTable() + " order by id limit ?", List.of(rows));
            pairs.add(new Pair(
                    query,
                    () -> atMost == PAGE ? page(lists, caseList, query) : whole(lists, caseList, query),
                    rows,
                    () -> ids(lists.connection(), range).size(),
                    rows));
        }
        measure(run, id, pairs);
        return Result.atMost(
                id,
                Rounds.median(pairs.stream().mapToDouble(Pair::oneMicros).toArray()),
                "us (median question)",
                "index range read of as many rows: %.0f us (median); the ratio is the p95 over %d questions"
                        .formatted(
                                Rounds.median(pairs.stream()
                                        .mapToDouble(Pair::otherMicros)
                                        .toArray()),
                                pairs.size()),
                Rounds.p95(pairs.stream().mapToDouble(Pair::ratio).toArray()),
                3);
    }

    private static Result growth(String id, Run run) throws Exception {
        var lists = run.shared(Lists.class, () -> Lists.of(run));
        var large = run.shared(
                Large.class, () -> new Large(CaseTables.load(lists.connection(), lists.workload(), "_large", 10)));
        var onSmall = new CaseList(lists.engine(), lists.small());
        var onLarge = new CaseList(lists.engine(), large.tables());
        var pairs = lists.nonEmpty().stream()
                .map(query -> new Pair(
                        query,
                        () -> page(lists, onLarge, query),
                        PAGE,
                        () -> page(lists, onSmall, query),
                        Math.min(PAGE, query.expectedCount())))
                .toList();
        measure(run, id, pairs);
        return Result.atMost(
                id,
                Rounds.median(pairs.stream().mapToDouble(Pair::oneMicros).toArray()),
                "us (median question)",
                "the same page at %,d cases: %.0f us (median); the ratio is the p95 over %d questions"
                        .formatted(
                                lists.small().cases(),
                                Rounds.median(pairs.stream()
                                        .mapToDouble(Pair::otherMicros)
                                        .toArray()),
                                pairs.size()),
                Rounds.p95(pairs.stream().mapToDouble(Pair::ratio).toArray()),
                1.5);
    }

    /** Two ways that take turns for one question, and how many rows each must give. */
    private static final class Pair {
        private final AuthzWorkload.ListQuery query;
        private final Reading one;
        private final int oneRows;
        private final Reading other;
        private final int otherRows;
        private final double[] oneNanos = new double[ROUNDS];
        private final double[] otherNanos = new double[ROUNDS];

        Pair(AuthzWorkload.ListQuery query, Reading one, int oneRows, Reading other, int otherRows) {
            this.query = query;
            this.one = one;
            this.oneRows = oneRows;
            this.other = other;
            this.otherRows = otherRows;
        }

        /** Lets both take their turn; a negative round only warms up. */
        void turn(int round) throws SQLException {
            long start = System.nanoTime();
            int few = one.rows();
            long between = System.nanoTime();
            int many = other.rows();
            long end = System.nanoTime();
            if (few != oneRows || many != otherRows) {
                throw new IllegalStateException("Question %d gave %d and %d rows, expected %d and %d"
                        .formatted(query.number(), few, many, oneRows, otherRows));
            }
            if (round >= 0) {
                oneNanos[round] = between - start;
                otherNanos[round] = end - between;
            }
        }

        double oneMicros() {
            return Rounds.median(oneNanos) / 1e3;
        }

        double otherMicros() {
            return Rounds.median(otherNanos) / 1e3;
        }

        double ratio() {
            return oneMicros() / otherMicros();
        }
    }

    private interface Reading {
        int rows() throws SQLException;
    }

    private static void measure(Run run, String id, List<Pair> pairs) throws SQLException {
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            for (var pair : pairs) {
                pair.turn(round);
            }
        }
        run.say(
                "%s, per question rows: us / us = ratio: %s",
                id,
                pairs.stream()
                        .map(pair -> "%d: %.0f / %.0f = %.2f"
                                .formatted(pair.oneRows, pair.oneMicros(), pair.otherMicros(), pair.ratio()))
                        .toList());
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

    private static List<String> read(PreparedStatement statement) throws SQLException {
        var ids = new ArrayList<String>();
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        return ids;
    }

    private static String sha256(TreeSet<String> ids) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256")
                .digest(String.join("\n", ids).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest);
    }
}
