package nl.samenzicht.security.policy;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.BDDAssertions.then;

import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The product's engine, held against expected outcomes of a workload that nobody here made up. */
class AuthzWorkloadTest {

    private final AuthzWorkload workload = AuthzWorkload.in(folder());
    private final PolicyEngine engine = new PolicyEngine(workload.rulebook(), List.of());

    Path folder() {
        try {
            return Path.of(requireNonNull(AuthzWorkloadTest.class.getResource("/authz"))
                    .toURI());
        } catch (URISyntaxException broken) {
            throw new AssertionError(broken);
        }
    }

    @Test
    void every_request_gets_the_expected_outcome_and_the_complete_set_of_determining_rules() {
        var requests = workload.requests();
        var wrong = requests.stream()
                .filter(request -> !request.equals(answered(request)))
                .map(AuthzWorkload.Request::number)
                .toList();

        then(wrong).isEmpty();
        then(requests).hasSize(10_000);
        then(requests).filteredOn(AuthzWorkload.Request::permitted).hasSize(4_940);
        then(requests.stream()
                        .flatMap(request -> request.determining().stream())
                        .collect(Collectors.toSet()))
                .as("rules that determine something")
                .hasSize(80);
    }

    private AuthzWorkload.Request answered(AuthzWorkload.Request request) {
        var decision = engine.decide(request.facts());
        var determining = decision.rules().stream().map(Rule::id).collect(Collectors.toCollection(TreeSet::new));
        var reason = decision instanceof Decision.Deny deny
                ? (deny.reasons().equals(List.of(Reason.RULE_DENIES))
                        ? "DENY_RULE"
                        : deny.reasons().get(0).name())
                : "PERMIT_RULE";
        return new AuthzWorkload.Request(
                request.number(), request.text(), request.facts(), decision.permitted(), reason, determining);
    }

    @Test
    void every_list_question_is_answered_exactly() {
        var queries = workload.listQueries();
        var cases = workload.cases();
        var participations = new HashMap<String, Map<String, AuthzWorkload.Participation>>();
        workload.participations()
                .forEach(row -> participations
                        .computeIfAbsent(row.user(), user -> new HashMap<>())
                        .put(row.caseId(), row));

        for (var query : queries) {
            var condition = engine.filter(query.question());
            var ofUser = participations.getOrDefault(query.user(), Map.of());
            var ids = condition instanceof Condition.False
                    ? Set.<String>of()
                    : cases.stream()
                            .filter(each -> condition.holds(resource(each, ofUser.get(each.id()), query.question())))
                            .map(AuthzWorkload.Case::id)
                            .collect(Collectors.toCollection(TreeSet::new));

            then(ids).as("question %d", query.number()).hasSize(query.expectedCount());
            then(sha256(ids)).as("question %d", query.number()).isEqualTo(query.sha256());
        }
        then(queries).hasSize(120);
    }

    @Test
    void a_list_question_that_nothing_can_answer_is_known_without_reading_a_row() {
        var empty = workload.listQueries().stream()
                .filter(query -> engine.filter(query.question()) instanceof Condition.False)
                .toList();

        then(empty).hasSize(90).allSatisfy(query -> then(query.expectedCount()).isZero());
    }

    private Facts resource(
            AuthzWorkload.Case each, AuthzWorkload.@Nullable Participation participation, Question question) {
        var facts = Facts.in(workload.rulebook().vocabulary())
                .with(Dimension.GROUND, each.ground())
                .with(Dimension.CONSENT, each.consent())
                .with(Dimension.PARTICIPATION, participation == null ? "NONE" : participation.state())
                .at(question.now());
        if (participation != null) {
            facts.window(Instant.ofEpochSecond(participation.from()), Instant.ofEpochSecond(participation.until()));
        }
        return facts.build();
    }

    static String sha256(Set<String> sorted) {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", sorted).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new AssertionError(missing);
        }
    }

    @Test
    void the_residues_name_only_what_a_table_can_hold() {
        var dimensions = workload.listQueries().stream()
                .map(query -> engine.filter(query.question()))
                .flatMap(condition -> dimensionsOf(condition).stream())
                .collect(Collectors.toSet());

        then(dimensions)
                .isSubsetOf(Dimension.GROUND, Dimension.CONSENT, Dimension.PARTICIPATION)
                .contains(Dimension.PARTICIPATION);
    }

    private static List<Dimension> dimensionsOf(Condition condition) {
        return Arrays.stream(Dimension.values())
                .filter(dimension -> condition.toString().contains("dimension=" + dimension))
                .toList();
    }
}
