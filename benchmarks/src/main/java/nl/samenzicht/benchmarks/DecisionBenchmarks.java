package nl.samenzicht.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.samenzicht.security.policy.AuthzWorkload;
import nl.samenzicht.security.policy.Decision;
import nl.samenzicht.security.policy.Facts;
import nl.samenzicht.security.policy.PolicyEngine;
import nl.samenzicht.security.policy.Rule;
import org.ow2.authzforce.core.pdp.api.DecisionRequest;

/**
 * One explained decision: the outcome with the complete set of rules that determined it.
 *
 * <p>All three get their requests ready made, in one shuffled order that changes each time; nothing is
 * kept between requests, and every answer is looked at.
 */
final class DecisionBenchmarks {

    private static final String SAMENZICHT = "Samenzicht";
    private static final String NAIVE = "naive loop";
    private static final String AUTHZFORCE = "AuthzForce 21.0.1";

    private DecisionBenchmarks() {}

    static List<Benchmark> all() {
        return List.of(
                Benchmark.of("decision.mismatches", DecisionBenchmarks::mismatches),
                Benchmark.of("decision.explained.vs.authzforce", (id, run) -> versus(id, run, AUTHZFORCE, 0.2)),
                Benchmark.of("decision.explained.vs.naive", (id, run) -> versus(id, run, NAIVE, 1.5)));
    }

    private static Result mismatches(String id, Run run) {
        var workload = AuthzWorkload.in(run.authzData());
        var engine = new PolicyEngine(workload.rulebook(), List.of());
        var requests = workload.requests();
        long mismatches = requests.stream()
                .filter(request -> !isRight(request, engine.decide(request.facts())))
                .count();
        return Result.mismatches(
                id,
                mismatches,
                "expected outcome, reason and complete rules of %d requests".formatted(requests.size()));
    }

    private static boolean isRight(AuthzWorkload.Request request, Decision decision) {
        var rules = decision.rules().stream().map(Rule::id).collect(Collectors.toCollection(TreeSet::new));
        var reason = decision.permitted() ? "PERMIT_RULE" : rules.isEmpty() ? "NO_RULE" : "DENY_RULE";
        return decision.permitted() == request.permitted()
                && rules.equals(request.determining())
                && reason.equals(request.reason());
    }

    private static Result versus(String id, Run run, String other, double limit) throws Exception {
        var measured = run.shared(Measured.class, () -> measure(run));
        double ours = measured.nanos().get(SAMENZICHT);
        double theirs = measured.nanos().get(other);
        return Result.atMost(id, ours, "ns", "%s: %.0f ns".formatted(other, theirs), ours / theirs, limit);
    }

    private record Measured(Map<String, Double> nanos) {}

    private static Measured measure(Run run) throws Exception {
        var workload = AuthzWorkload.in(run.authzData());
        var requests = workload.requests();
        try (var authzForce = new AuthzForce(workload.rulebook())) {
            var engine = new PolicyEngine(workload.rulebook(), List.of());
            var naive = new NaiveLoop(workload.rulebook());
            var facts = requests.stream().map(AuthzWorkload.Request::facts).toArray(Facts[]::new);
            var texts = requests.stream()
                    .map(each -> NaiveLoop.Request.of(each.text()))
                    .toArray(NaiveLoop.Request[]::new);
            var theirs = requests.stream()
                    .map(each -> authzForce.requestOf(each.text()))
                    .toArray(DecisionRequest[]::new);
            for (int i = 0; i < facts.length; i++) {
                var request = requests.get(i);
                var answer = naive.decide(texts[i]);
                if (!isRight(request, engine.decide(facts[i]))
                        || answer.permitted() != request.permitted()
                        || !new TreeSet<>(answer.rules()).equals(request.determining())
                        || authzForce.permits(theirs[i]) != request.permitted()) {
                    throw new IllegalStateException(
                            "Request %d is not answered alike; there is nothing to compare".formatted(i));
                }
            }
            var order = new Order(facts.length);
            var seen = new long[1];
            var contestants = new LinkedHashMap<String, Rounds.Contestant>();
            contestants.put(SAMENZICHT, () -> {
                for (int i : order.next()) {
                    var decision = engine.decide(facts[i]);
                    seen[0] += decision.permitted() ? decision.rules().size() : -1;
                }
                return facts.length;
            });
            contestants.put(NAIVE, () -> {
                for (int i : order.next()) {
                    var answer = naive.decide(texts[i]);
                    seen[0] += answer.permitted() ? answer.rules().size() : -1;
                }
                return texts.length;
            });
            contestants.put(AUTHZFORCE, () -> {
                for (int i : order.next()) {
                    seen[0] += authzForce.permits(theirs[i]) ? 1 : -1;
                }
                return theirs.length;
            });
            var nanos = Rounds.medians(contestants, 3_000, 7, 1_500);
            run.say("decisions, ns each: %s (looked at: %d)", nanos, seen[0]);
            return new Measured(nanos);
        }
    }

    /** Orders made before anything is measured; each call gives the next one. */
    private static final class Order {
        private final int[][] orders = new int[16][];
        private int next;

        Order(int size) {
            var random = new Random(20261123);
            for (int i = 0; i < orders.length; i++) {
                orders[i] = random.ints(0, Integer.MAX_VALUE).limit(size).toArray();
                var order = new int[size];
                for (int j = 0; j < size; j++) {
                    int at = orders[i][j] % (j + 1);
                    order[j] = order[at];
                    order[at] = j;
                }
                orders[i] = order;
            }
        }

        int[] next() {
            next = (next + 1) % orders.length;
            return orders[next];
        }
    }
}
